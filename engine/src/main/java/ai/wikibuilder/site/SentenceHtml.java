package ai.wikibuilder.site;

import static ai.wikibuilder.site.markup.Attribute.attr;
import static ai.wikibuilder.site.markup.Attribute.cls;
import static ai.wikibuilder.site.markup.Attribute.id;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.site.markup.Attribute.Name;
import ai.wikibuilder.site.markup.Html;
import ai.wikibuilder.site.markup.Tag;
import ai.wikibuilder.site.markup.Target;
import java.util.List;
import java.util.Optional;

/** Writes sentences and the marks that lead to their evidence. One thread. */
final class SentenceHtml {
  private final Sheet sheet;
  private final Html html;

  SentenceHtml(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  /** Sentences one after another, a blank between them. */
  void write(List<Sentence> sentences) {
    for (int i = 0; i < sentences.size(); i++) {
      if (i > 0) {
        html.text(" ");
      }
      write(sentences.get(i));
    }
  }

  /** The text of a page; what nothing proves of a model's is marked. */
  void tell(List<Sentence> sentences) {
    boolean marked = sheet.page().checking().isPresent();
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      if (i > 0) {
        html.text(" ");
      }
      write(sentence);
      if (marked && sentence.evidence().isEmpty()) {
        html.leaf(Tag.SUP, "°", cls("quiet"), attr(Name.TITLE, sheet.words().of("uncited")));
      }
    }
  }

  void write(Sentence sentence) {
    words(sentence.words());
    marks(sentence.evidence());
    if (sheet.map().wiki().quality().doubtful().contains(sentence)) {
      html.text(" ");
      html.leaf(Tag.SPAN, "(" + sheet.words().of("doubtful") + ")", cls("doubtful"));
    }
  }

  /** The words alone, without marks. */
  void words(List<Inline> words) {
    words.forEach(this::write);
  }

  private void write(Inline word) {
    switch (word) {
      case Inline.Plain(String text) -> html.text(text);
      case Inline.Code(String text) -> html.open(Tag.CODE).breakable(text).close(Tag.CODE);
      case Inline.Strong(String text) -> html.leaf(Tag.STRONG, text);
      case Inline.Quote(String text) -> html.leaf(Tag.SPAN, "“" + text + "”", cls("quote"));
      case Inline.PageLink(String slug, String text) -> pageLink(slug, text);
      case Inline.ExternalLink(String address, String text) -> {
        Optional<Target> target = Target.web(address);
        if (target.isPresent()) {
          html.link(target.get(), cls("out")).text(text).close(Tag.A);
        } else {
          html.text(text);
        }
      }
    }
  }

  /** What became of the page's statements, those that were taken out struck through. */
  void checking(Page.Checking checking) {
    InterfaceText text = sheet.words();
    html.open(Tag.SECTION, cls("quality"), attr(Name.ARIA_LABEL, text.of("checked")));
    html.leaf(Tag.P, text.checked(checking), cls("lead"));
    if (!checking.removed().isEmpty()) {
      html.open(Tag.UL);
      for (Page.Removed removed : checking.removed()) {
        html.open(Tag.LI).open(Tag.DEL);
        words(removed.words());
        html.close(Tag.DEL).text(" ").leaf(Tag.SPAN, removed.why(), cls("quiet")).close(Tag.LI);
      }
      html.close(Tag.UL);
    }
    html.close(Tag.SECTION).line();
  }

  /** Another page, or the section of it or of this one that is headed so. */
  private void pageLink(String slug, String text) {
    Optional<Page> to = sheet.map().page(slug);
    if (slug.equals(sheet.page().slug())) {
      Optional<Target> section = sheet.anchors().section(sheet.page(), text).map(Target::anchor);
      section.ifPresentOrElse(
          target -> html.link(target).text(text).close(Tag.A), () -> html.text(text));
    } else if (to.isPresent()) {
      html.link(sheet.map().link(sheet.page(), to.get(), text)).text(text).close(Tag.A);
    } else {
      html.text(text);
    }
  }

  /** The quiet numbers after a statement; nothing when there is no evidence. */
  void marks(List<Evidence> evidence) {
    if (evidence.isEmpty()) {
      return;
    }
    html.open(Tag.SUP, cls("marks"));
    for (int i = 0; i < evidence.size(); i++) {
      if (i > 0) {
        html.text(" ");
      }
      mark(evidence.get(i));
    }
    html.close(Tag.SUP);
  }

  /** As little markup as can be: a page has hundreds. A script tells the place on demand. */
  private void mark(Evidence evidence) {
    int number = sheet.evidence().cite(evidence);
    Target place = sheet.lines(number);
    if (!sheet.room().isLean() && sheet.evidence().isFirstMark(number)) {
      html.link(place, id("m-" + number));
    } else {
      html.link(place);
    }
    html.text(Integer.toString(number)).close(Tag.A);
  }

  /** The place with the last folder alone: {@code tracking/Parcel.java:21-92}. */
  static String shortPlace(Evidence evidence) {
    String path = evidence.path();
    int slash = path.lastIndexOf('/', Math.max(0, path.lastIndexOf('/') - 1));
    return path.substring(slash + 1) + ":" + range(evidence);
  }

  /** The place as people write it: {@code README.md:3-5}. */
  static String place(Evidence evidence) {
    return evidence.path() + ":" + range(evidence);
  }

  /** The lines in digits: {@code 3-5}, or {@code 3} for one. */
  static String range(Evidence evidence) {
    return evidence.startLine() == evidence.endLine()
        ? Integer.toString(evidence.startLine())
        : evidence.startLine() + "-" + evidence.endLine();
  }

  /** The lines in words. */
  static String lines(InterfaceText words, Evidence evidence) {
    String first = Integer.toString(evidence.startLine());
    return evidence.startLine() == evidence.endLine()
        ? words.of("evidence.line", first)
        : words.of("evidence.lines", first, Integer.toString(evidence.endLine()));
  }
}
