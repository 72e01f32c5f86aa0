package ai.wikibuilder.site;

import static ai.wikibuilder.site.markup.Attribute.attr;
import static ai.wikibuilder.site.markup.Attribute.cls;
import static ai.wikibuilder.site.markup.Attribute.href;
import static ai.wikibuilder.site.markup.Attribute.id;
import static ai.wikibuilder.site.markup.Attribute.src;

import ai.wikibuilder.pages.Page;
import ai.wikibuilder.site.data.MovedPage;
import ai.wikibuilder.site.markup.Attribute.Name;
import ai.wikibuilder.site.markup.Html;
import ai.wikibuilder.site.markup.MarkdownText;
import ai.wikibuilder.site.markup.PagePolicy;
import ai.wikibuilder.site.markup.Tag;
import ai.wikibuilder.site.markup.Target;
import java.util.function.Function;

/**
 * Writes what stands at the address of a page that is no more: a renamed one leads on by itself, of
 * any other it is said where to read on. Works from the disk. Thread-safe.
 */
final class MovedPages {
  private final SiteMap map;
  private final InterfaceText words;

  MovedPages(SiteMap map, InterfaceText words) {
    this.map = map;
    this.words = words;
  }

  private Page target(MovedPage moved) {
    return map.page(moved.to()).orElseGet(map::overview);
  }

  /** The file {@code pages/<slug>.html}. */
  String html(MovedPage moved) {
    Page to = target(moved);
    Target link = Target.file(map.isOverview(to) ? "../index.html" : to.slug() + ".html");
    Html html = new Html();
    html.doctype().open(Tag.HTML, attr(Name.LANG, words.language())).line().open(Tag.HEAD).line();
    html.open(Tag.META, attr(Name.CHARSET, "utf-8")).line();
    PagePolicy.write(html);
    if (moved.renamed()) {
      String leap = "0; url=" + link.written();
      html.open(Tag.META, attr(Name.HTTP_EQUIV, "refresh"), attr(Name.CONTENT, leap)).line();
    }
    html.open(Tag.META, attr(Name.NAME, "robots"), attr(Name.CONTENT, "noindex")).line();
    html.leaf(Tag.TITLE, moved.title() + " · " + map.wiki().snapshot().name()).line();
    html.open(Tag.LINK, attr(Name.REL, "stylesheet"), href(Target.file("../assets/wiki.css")));
    html.line().bare(Tag.SCRIPT, src(Target.file("../assets/theme.js"))).line();
    html.close(Tag.HEAD).line().open(Tag.BODY).line();
    html.open(Tag.MAIN, id("content"), cls("moved")).line();
    html.leaf(Tag.H1, moved.title()).line().open(Tag.P);
    html.text(sentence(moved)).text(" ").link(link).text(to.title()).close(Tag.A).close(Tag.P);
    html.line().close(Tag.MAIN).line().close(Tag.BODY).line().close(Tag.HTML).line();
    return html.finish();
  }

  private String sentence(MovedPage moved) {
    return moved.renamed() ? words.of("moved.renamed") : words.of("moved.gone", moved.until());
  }

  /** The same in Markdown. */
  String markdown(MovedPage moved, Function<Page, String> linkTo) {
    Page to = target(moved);
    return "# %s\n\n%s [%s](%s)\n"
        .formatted(
            MarkdownText.escape(moved.title()),
            MarkdownText.escapeAtStart(sentence(moved)),
            MarkdownText.escape(to.title()),
            linkTo.apply(to));
  }
}
