package ai.wikibuilder.site;

import static ai.wikibuilder.site.markup.Attribute.attr;
import static ai.wikibuilder.site.markup.Attribute.cls;
import static ai.wikibuilder.site.markup.Attribute.flag;
import static ai.wikibuilder.site.markup.Attribute.href;
import static ai.wikibuilder.site.markup.Attribute.id;
import static ai.wikibuilder.site.markup.Attribute.src;

import ai.wikibuilder.pages.Page;
import ai.wikibuilder.site.evidence.EvidenceBook;
import ai.wikibuilder.site.markup.Attribute.Name;
import ai.wikibuilder.site.markup.Html;
import ai.wikibuilder.site.markup.PagePolicy;
import ai.wikibuilder.site.markup.Tag;
import ai.wikibuilder.site.markup.Target;

/**
 * Writes the lines a page cites as a file of its own: read only when somebody asks for them, inside
 * the page with script and instead of it without. One thread, one page.
 */
final class LinesHtml {
  private final Sheet sheet;
  private final EvidenceBook.Plan plan;
  private final Html html = new Html();

  LinesHtml(Sheet sheet, EvidenceBook.Plan plan) {
    this.sheet = sheet;
    this.plan = plan;
  }

  String write() {
    SiteMap map = sheet.map();
    Page page = sheet.page();
    String root = map.toRoot(page);
    String file = map.link(page, page).written();
    String title = sheet.words().of("evidence") + ": " + page.title();
    html.doctype().open(Tag.HTML, attr(Name.LANG, sheet.words().language())).line();
    html.open(Tag.HEAD).line().open(Tag.META, attr(Name.CHARSET, "utf-8")).line();
    PagePolicy.write(html);
    html.open(Tag.META, attr(Name.NAME, "referrer"), attr(Name.CONTENT, "no-referrer")).line();
    html.open(Tag.META, attr(Name.NAME, "robots"), attr(Name.CONTENT, "noindex")).line();
    html.leaf(Tag.TITLE, title + " · " + map.wiki().snapshot().name()).line();
    html.open(Tag.LINK, attr(Name.REL, "stylesheet"), href(Target.file(root + "assets/wiki.css")));
    html.line().bare(Tag.SCRIPT, src(Target.file(root + "assets/theme.js"))).line();
    html.bare(Tag.SCRIPT, src(Target.file(root + "assets/lines.js")), flag(Name.DEFER)).line();
    html.close(Tag.HEAD).line().open(Tag.BODY).line();
    html.open(Tag.MAIN, id("content"), cls("apart")).line();
    html.open(Tag.H1).link(Target.file(file)).text(title).close(Tag.A).close(Tag.H1).line();
    new SourceHtml(sheet, html, file).evidence(plan);
    html.close(Tag.MAIN).line().close(Tag.BODY).line().close(Tag.HTML).line();
    return html.finish();
  }
}
