package ai.wikibuilder.site;

import static ai.wikibuilder.site.markup.Attribute.attr;
import static ai.wikibuilder.site.markup.Attribute.cls;
import static ai.wikibuilder.site.markup.Attribute.id;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.site.evidence.EvidenceBook;
import ai.wikibuilder.site.evidence.EvidenceBook.Citation;
import ai.wikibuilder.site.evidence.EvidenceBook.SourceBlock;
import ai.wikibuilder.site.markup.Attribute.Name;
import ai.wikibuilder.site.markup.CodeText;
import ai.wikibuilder.site.markup.Html;
import ai.wikibuilder.site.markup.Tag;
import ai.wikibuilder.site.markup.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes code: excerpts within the text, and the lines a page cites at its end. One thread. */
final class SourceHtml {
  private final Sheet sheet;
  private final Html html;
  private final String page;

  SourceHtml(Sheet sheet) {
    this(sheet, sheet.html(), "");
  }

  /**
   * @param html takes what is written
   * @param page file of the page that cites, as seen from the one written; empty when it is the
   *     same
   */
  SourceHtml(Sheet sheet, Html html, String page) {
    this.sheet = sheet;
    this.html = html;
    this.page = page;
  }

  /** Code without line numbers. */
  void plain(String language, String text) {
    CodeText code = CodeText.of(text, language);
    html.open(Tag.PRE, attr(Name.TABINDEX, 0)).open(Tag.CODE);
    for (int line = 1; line <= code.lineCount(); line++) {
      code.writeLine(html, line, sheet.settings().lineCharCountMax());
      html.line();
    }
    html.close(Tag.CODE).close(Tag.PRE);
  }

  /** Lines as they stand in a file. */
  void excerpt(Evidence evidence, String language, String text) {
    CodeText code = CodeText.of(text, language);
    openLines(evidence.path(), evidence.startLine() + code.lineCount());
    for (int line = 1; line <= code.lineCount(); line++) {
      html.open(Tag.SPAN, cls("l"), attr(Name.DATA_LINE, evidence.startLine() + line - 1));
      code.writeLine(html, line, sheet.settings().lineCharCountMax());
      html.line().close(Tag.SPAN);
    }
    html.close(Tag.CODE).close(Tag.PRE);
  }

  /** The section with all that is cited. */
  void evidence(EvidenceBook.Plan plan) {
    InterfaceText words = sheet.words();
    html.open(Tag.SECTION, cls("evidence"), id("evidence")).line();
    html.leaf(Tag.H2, words.of("evidence")).line();
    html.open(Tag.P, cls("quiet"));
    html.text(words.of("evidence.intro", sheet.map().wiki().snapshot().label()));
    if (plan.cutAt() > 0) {
      String most = Integer.toString(plan.cutAt());
      html.text(" " + words.of("evidence.cut", most));
    }
    html.close(Tag.P).line();
    Map<String, CodeText> read = new HashMap<>();
    for (SourceBlock block : plan.blocks()) {
      CodeText code =
          read.computeIfAbsent(block.path(), path -> CodeText.of(upToLastBlock(plan, block), path));
      write(block, code);
    }
    leftOut(plan.left());
    html.close(Tag.SECTION).line();
  }

  /** No more than the way to them: the marks lead to the file in which the lines stand. */
  void way() {
    InterfaceText words = sheet.words();
    html.open(Tag.SECTION, cls("evidence"), id("evidence")).line();
    html.leaf(Tag.H2, words.of("evidence")).line();
    html.open(Tag.P, cls("quiet")).link(Target.file(sheet.linesFile()));
    html.text(words.of("evidence.way", sheet.map().wiki().snapshot().label()));
    html.close(Tag.A).close(Tag.P).close(Tag.SECTION).line();
  }

  /** The same as a list of files: the lines stand in a file of their own. */
  void places() {
    InterfaceText words = sheet.words();
    html.open(Tag.SECTION, cls("evidence"), id("evidence")).line();
    html.leaf(Tag.H2, words.of("evidence")).line();
    html.leaf(
        Tag.P, words.of("evidence.apart", sheet.map().wiki().snapshot().label()), cls("quiet"));
    html.line().open(Tag.UL, cls("places")).line();
    Map<String, List<Citation>> byFile = new LinkedHashMap<>();
    for (Citation one : sheet.evidence().citations()) {
      byFile.computeIfAbsent(one.evidence().path(), path -> new ArrayList<>()).add(one);
    }
    byFile.forEach((path, citations) -> {
      Target lines = Target.file(sheet.linesFile() + "#e-" + citations.getFirst().number());
      html.open(Tag.LI).link(lines).text(path).close(Tag.A);
      for (Citation one : citations) {
        String place = one.number() + " · " + SentenceHtml.range(one.evidence());
        html.text(" ").leaf(Tag.SPAN, place, id("e-" + one.number()));
      }
      html.close(Tag.LI).line();
    });
    html.close(Tag.UL).close(Tag.SECTION).line();
  }

  /** The file from its start, for the colouring, to the last line that is shown of it. */
  private static String upToLastBlock(EvidenceBook.Plan plan, SourceBlock block) {
    int last = block.last();
    for (SourceBlock other : plan.blocks()) {
      last = other.path().equals(block.path()) ? Math.max(last, other.last()) : last;
    }
    return block.text().lines(1, last);
  }

  private void write(SourceBlock block, CodeText code) {
    html.open(Tag.FIGURE, cls("source")).line();
    html.open(Tag.FIGCAPTION).leaf(Tag.SPAN, block.path(), cls("path")).text(" ");
    html.open(Tag.SPAN, cls("refs"));
    for (Citation citation : block.citations()) {
      reference(citation);
    }
    html.close(Tag.SPAN).close(Tag.FIGCAPTION).line();
    openLines(block.path(), block.last());
    int next = 0;
    for (int line = block.first(); line <= block.last(); line++) {
      html.open(
          Tag.SPAN, cls(block.cited().get(line) ? "l cited" : "l"), attr(Name.DATA_LINE, line));
      List<Citation> citations = block.citations();
      while (next < citations.size() && citations.get(next).evidence().startLine() == line) {
        html.bare(Tag.SPAN, id("e-" + citations.get(next).number()), cls("at"));
        next++;
      }
      code.writeLine(html, line, sheet.settings().lineCharCountMax());
      html.line().close(Tag.SPAN);
    }
    html.close(Tag.CODE).close(Tag.PRE).line().close(Tag.FIGURE).line();
  }

  private void openLines(String path, int lastLine) {
    String digits = lastLine > 9_999 ? "wide" : "lines";
    html.open(Tag.PRE, cls(digits), attr(Name.TABINDEX, 0), attr(Name.ARIA_LABEL, path));
    html.open(Tag.CODE);
  }

  /** The number, which leads back, the lines, and the way to the host. */
  private void reference(Citation citation) {
    InterfaceText words = sheet.words();
    Evidence evidence = citation.evidence();
    String number = Integer.toString(citation.number());
    html.open(
        Tag.SPAN,
        cls("ref"),
        attr(Name.DATA_EVIDENCE, number),
        attr(Name.DATA_LINES, evidence.startLine() + "-" + evidence.endLine()));
    if (sheet.evidence().hasMark(citation.number())) {
      html.link(
          page.isEmpty() ? Target.anchor("m-" + number) : Target.file(page + "#m-" + number),
          cls("back"),
          attr(Name.ARIA_LABEL, words.of("evidence.back", number)));
      html.text(number).close(Tag.A);
    } else {
      html.leaf(Tag.SPAN, number, cls("back"));
    }
    html.text(" ").leaf(Tag.SPAN, SentenceHtml.lines(words, evidence), cls("quiet"));
    Optional<Target> host =
        sheet.map().host(evidence.path(), evidence.startLine(), evidence.endLine());
    if (host.isPresent()) {
      String place = SentenceHtml.place(evidence);
      html.text(" ");
      html.link(host.get(), cls("out"), attr(Name.ARIA_LABEL, words.of("evidence.host", place)));
      html.text(words.of("evidence.host.short")).close(Tag.A);
    }
    html.close(Tag.SPAN);
  }

  private void leftOut(List<EvidenceBook.Left> left) {
    leftOut(left.stream().filter(EvidenceBook.Left::known).toList(), "evidence.missing");
    leftOut(left.stream().filter(one -> !one.known()).toList(), "evidence.unknown");
  }

  private void leftOut(List<EvidenceBook.Left> left, String reason) {
    if (left.isEmpty()) {
      return;
    }
    html.leaf(Tag.P, sheet.words().of(reason), cls("quiet")).line();
    html.open(Tag.UL, cls("left")).line();
    for (EvidenceBook.Left one : left) {
      html.open(Tag.LI, id("e-" + one.citation().number()));
      html.leaf(Tag.SPAN, one.citation().evidence().path(), cls("path")).text(" ");
      reference(one.citation());
      html.close(Tag.LI).line();
    }
    html.close(Tag.UL).line();
  }
}
