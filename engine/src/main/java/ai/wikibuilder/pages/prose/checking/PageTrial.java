package ai.wikibuilder.pages.prose.checking;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.language.WordCount;
import ai.wikibuilder.pages.prose.reading.Prose;
import ai.wikibuilder.pages.prose.reading.ProsePart;
import ai.wikibuilder.pages.prose.reading.Statement;
import ai.wikibuilder.pages.prose.trial.Ground;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges a page part by part and puts together what is left of it. One page, one thread. */
final class PageTrial {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Longest heading kept. */
  private static final int HEADING_CHAR_COUNT_MAX = 100;

  private final ProseChecker.Session session;
  private final List<Page.Section> sections = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private String heading = "";
  private int verifiedWords;

  PageTrial(ProseChecker.Session session) {
    this.session = session;
  }

  CheckedProse check(Prose prose) {
    dropped.addAll(prose.dropped());
    prose.parts().forEach(this::part);
    finishSection();
    return new CheckedProse(sections, verdicts, dropped, verifiedWords);
  }

  private void part(ProsePart part) {
    switch (part) {
      case ProsePart.Heading(Statement words) -> heading(words);
      case ProsePart.Paragraph(List<Statement> statements) -> {
        List<Sentence> kept = sentences(statements);
        if (!kept.isEmpty()) {
          blocks.add(new Block.Paragraph(kept));
        }
      }
      case ProsePart.Items items -> items(items);
      case ProsePart.Table table -> table(table);
      case ProsePart.Code code -> code(code);
      case ProsePart.Drawing drawing ->
          new DiagramTrial(session)
              .check(drawing.request(), dropped)
              .ifPresent(diagram -> blocks.add(new Block.Figure(diagram)));
    }
  }

  /** A heading that says something false is taken away; what stands under it stays. */
  private void heading(Statement words) {
    finishSection();
    Verdict verdict = session.judge(words);
    if (verdict instanceof Verdict.Failed) {
      verdicts.add(verdict);
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Inline word : words.words()) {
      text.append(plain(word));
    }
    String line = BLANKS.matcher(text).replaceAll(" ").strip();
    heading =
        line.length() <= HEADING_CHAR_COUNT_MAX ? line : line.substring(0, HEADING_CHAR_COUNT_MAX);
  }

  private static String plain(Inline word) {
    return switch (word) {
      case Inline.Plain one -> one.text();
      case Inline.Code one -> one.text();
      case Inline.Strong one -> one.text();
      case Inline.Quote one -> "“" + one.text() + "”";
      case Inline.PageLink one -> one.text();
      case Inline.ExternalLink one -> one.text();
    };
  }

  private void finishSection() {
    if (!blocks.isEmpty()) {
      sections.add(new Page.Section(heading, blocks));
      blocks.clear();
    }
    heading = "";
  }

  private List<Sentence> sentences(List<Statement> statements) {
    List<Sentence> kept = new ArrayList<>();
    for (Statement statement : statements) {
      if (isChat(statement)) {
        dropped.add("words to whoever asked: " + statement.written());
      } else {
        keep(session.judge(statement)).ifPresent(kept::add);
      }
    }
    return kept;
  }

  private boolean isChat(Statement statement) {
    return statement.marks().isEmpty() && session.ground().language().isChat(statement.written());
  }

  private Optional<Sentence> keep(Verdict verdict) {
    verdicts.add(verdict);
    return switch (verdict) {
      case Verdict.Verified one -> {
        verifiedWords += WordCount.of(one.statement().written());
        yield Optional.of(one.sentence());
      }
      case Verdict.Uncited one -> Optional.of(one.sentence());
      case Verdict.Failed one -> Optional.empty();
    };
  }

  private void items(ProsePart.Items items) {
    List<List<Sentence>> kept = new ArrayList<>();
    for (List<Statement> item : items.items()) {
      List<Sentence> sentences = sentences(item);
      if (!sentences.isEmpty()) {
        kept.add(sentences);
      }
    }
    if (!kept.isEmpty()) {
      blocks.add(new Block.Items(items.numbered(), kept));
    }
  }

  /** A row is one claim: its cells say something only together. */
  private void table(ProsePart.Table table) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (List<Statement> row : table.rows()) {
      Optional<Sentence> together = keep(session.judge(joined(row)));
      if (together.isPresent()) {
        List<Sentence> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
          boolean last = column == row.size() - 1;
          cells.add(
              new Sentence(row.get(column).words(), last ? together.get().evidence() : List.of()));
        }
        rows.add(cells);
      }
    }
    if (!rows.isEmpty()) {
      List<String> columns = new ArrayList<>();
      for (Statement column : table.columns()) {
        columns.add(String.join("", column.words().stream().map(PageTrial::plain).toList()));
      }
      blocks.add(new Block.Table(columns, rows));
    }
  }

  private static Statement joined(List<Statement> row) {
    List<Inline> words = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    for (Statement cell : row) {
      if (!words.isEmpty()) {
        words.add(new Inline.Plain(" – "));
      }
      words.addAll(cell.words());
      marks.addAll(cell.marks());
    }
    return new Statement(words, marks.stream().distinct().toList());
  }

  /** Code is shown where every line of it stands in one piece of the evidence. */
  private void code(ProsePart.Code code) {
    Ground ground = session.ground();
    for (EvidencePiece piece : ground.pack().pieces()) {
      Optional<Evidence> place = piece.place();
      String flat = BLANKS.matcher(ground.text(piece)).replaceAll("");
      boolean there =
          code.text().lines().allMatch(line -> flat.contains(BLANKS.matcher(line).replaceAll("")));
      if (there && place.isPresent()) {
        blocks.add(new Block.CodeBlock(code.language(), code.text(), place));
        return;
      }
    }
    dropped.add("code that stands in no piece of the evidence");
  }
}
