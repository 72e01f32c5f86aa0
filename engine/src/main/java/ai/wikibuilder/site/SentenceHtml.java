package ai.wikibuilder.site;

import static ai.wikibuilder.site.markup.Attribute.attr;
import static ai.wikibuilder.site.markup.Attribute.cls;
import static ai.wikibuilder.site.markup.Attribute.id;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.site.markup.Attribute;
import ai.wikibuilder.site.markup.Attribute.Name;
import ai.wikibuilder.site.markup.Html;
import ai.wikibuilder.site.markup.Tag;
import ai.wikibuilder.site.markup.Target;
import java.util.ArrayList;
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

  void write(Sentence sentence) {
    words(sentence.words());
    marks(sentence.evidence());
    boolean unproven =
        sentence.evidence().isEmpty()
            && sheet.page().checking().filter(one -> one.uncited() > 0).isPresent();
    if (unproven) {
      html.leaf(Tag.SUP, "°", cls("doubtful"), attr(Name.TITLE, sheet.words().of("uncited")));
    }
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
      case Inline.Code(String text) -> html.leaf(Tag.CODE, text);
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

  private void pageLink(String slug, String text) {
    Optional<Page> to = sheet.map().page(slug);
    if (to.isPresent()) {
      html.link(sheet.map().link(sheet.page(), to.get())).text(text).close(Tag.A);
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

  private void mark(Evidence evidence) {
    int number = sheet.evidence().cite(evidence);
    String place = place(evidence);
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(cls("mark"));
    if (sheet.evidence().isFirstMark(number)) {
      attributes.add(id("m-" + number));
    }
    attributes.add(attr(Name.DATA_LINES, evidence.startLine() + "-" + evidence.endLine()));
    attributes.add(attr(Name.TITLE, place));
    attributes.add(
        attr(
            Name.ARIA_LABEL,
            sheet.words().of("evidence.mark", Integer.toString(number), spoken(evidence))));
    html.link(Target.anchor("e-" + number), attributes.toArray(Attribute[]::new));
    html.text(Integer.toString(number)).close(Tag.A);
  }

  /** The place as people write it: {@code README.md:3-5}. */
  static String place(Evidence evidence) {
    String lines =
        evidence.startLine() == evidence.endLine()
            ? Integer.toString(evidence.startLine())
            : evidence.startLine() + "-" + evidence.endLine();
    return evidence.path() + ":" + lines;
  }

  private String spoken(Evidence evidence) {
    return sheet.words().of("source.of", evidence.path(), lines(sheet.words(), evidence));
  }

  /** The lines in words. */
  static String lines(InterfaceText words, Evidence evidence) {
    String first = Integer.toString(evidence.startLine());
    return evidence.startLine() == evidence.endLine()
        ? words.of("evidence.line", first)
        : words.of("evidence.lines", first, Integer.toString(evidence.endLine()));
  }
}
