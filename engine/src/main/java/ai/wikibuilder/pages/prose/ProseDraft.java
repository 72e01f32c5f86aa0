package ai.wikibuilder.pages.prose;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.prose.checking.CheckedProse;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.pages.prose.checking.RepairReply;
import ai.wikibuilder.pages.prose.checking.Verdict;
import ai.wikibuilder.pages.prose.language.WordCount;
import ai.wikibuilder.pages.prose.reading.Prose;
import ai.wikibuilder.pages.prose.reading.ProsePart;
import ai.wikibuilder.pages.prose.reading.ProseReader;
import ai.wikibuilder.pages.prose.reading.ProseText;
import ai.wikibuilder.pages.prose.reading.Statement;
import ai.wikibuilder.pages.prose.reading.Wrapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a model wrote for one page, with the exhibits it placed. Immutable. */
final class ProseDraft {
  /** Text up to a place where an exhibit stands. */
  private record Segment(Prose prose, Optional<String> exhibit) {}

  private final List<Segment> segments;
  private final Exhibits exhibits;

  private ProseDraft(List<Segment> segments, Exhibits exhibits) {
    this.segments = List.copyOf(segments);
    this.exhibits = exhibits;
  }

  /** Reads Markdown; each exhibit is placed once, where it is named first. */
  static ProseDraft read(String markdown, Exhibits exhibits, ProseReader reader) {
    List<Segment> segments = new ArrayList<>();
    Set<String> placed = new LinkedHashSet<>();
    StringBuilder text = new StringBuilder();
    for (String line : Wrapping.removed(markdown).split("\n", -1)) {
      Optional<String> exhibit = exhibits.placedBy(line);
      if (exhibit.isEmpty()) {
        text.append(line).append('\n');
      } else if (placed.add(exhibit.get())) {
        segments.add(new Segment(reader.read(text.toString()), exhibit));
        text.setLength(0);
      }
    }
    segments.add(new Segment(reader.read(text.toString()), Optional.empty()));
    return new ProseDraft(segments, exhibits);
  }

  /** All statements in the order of reading. */
  List<Statement> statements() {
    return segments.stream().flatMap(segment -> segment.prose().statements().stream()).toList();
  }

  /** The writer's own words: names and quotations are in the language of the repository. */
  String ownWords() {
    StringBuilder words = new StringBuilder();
    for (Statement statement : statements()) {
      for (Inline word : statement.words()) {
        words.append(
            switch (word) {
              case Inline.Plain(String text) -> text;
              case Inline.Strong(String text) -> text;
              case Inline.Code _, Inline.Quote _, Inline.PageLink _, Inline.ExternalLink _ -> " ";
            });
      }
      words.append('\n');
    }
    return words.toString();
  }

  /** The beginning with at most so many words; a page ten times too long helps nobody. */
  ProseDraft shortened(int wordsMax) {
    int words = 0;
    List<Segment> kept = new ArrayList<>();
    for (Segment segment : segments) {
      List<ProsePart> parts = new ArrayList<>();
      for (ProsePart part : segment.prose().parts()) {
        words += wordCount(new Prose(List.of(part), List.of()));
        if (words <= wordsMax) {
          parts.add(part);
        }
      }
      kept.add(new Segment(new Prose(parts, segment.prose().dropped()), segment.exhibit()));
    }
    return new ProseDraft(kept, exhibits);
  }

  private static int wordCount(Prose prose) {
    return prose.statements().stream()
        .mapToInt(statement -> WordCount.of(statement.written()))
        .sum();
  }

  /** With the statements a model wrote anew. */
  ProseDraft mended(RepairReply reply) {
    List<Segment> mended = new ArrayList<>();
    for (Segment segment : segments) {
      mended.add(new Segment(reply.applyTo(segment.prose()), segment.exhibit()));
    }
    return new ProseDraft(mended, exhibits);
  }

  /** Checks it sentence by sentence; exhibits stand where they were placed. */
  CheckedProse check(ProseChecker checker, ProseChecker.Session session) {
    List<Page.Section> sections = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    int words = 0;
    for (Segment segment : segments) {
      CheckedProse checked = checker.check(segment.prose(), session);
      checked.sections().forEach(section -> append(section, sections));
      segment
          .exhibit()
          .ifPresent(name ->
              append(
                  new Page.Section(openHeading(segment), List.of(exhibits.block(name))), sections));
      verdicts.addAll(checked.verdicts());
      dropped.addAll(checked.dropped());
      words += checked.verifiedWordCount();
    }
    return new CheckedProse(sections, verdicts, dropped, words);
  }

  /** A heading right above an exhibit is the exhibit's. */
  private static String openHeading(Segment segment) {
    List<ProsePart> parts = segment.prose().parts();
    return !parts.isEmpty() && parts.getLast() instanceof ProsePart.Heading(var words)
        ? words.written().replace("`", "")
        : "";
  }

  /** What has no heading of its own goes on where the text before it ended. */
  private static void append(Page.Section section, List<Page.Section> sections) {
    if (section.heading().isEmpty() && !sections.isEmpty()) {
      Page.Section last = sections.removeLast();
      List<Block> blocks = new ArrayList<>(last.blocks());
      blocks.addAll(section.blocks());
      sections.add(new Page.Section(last.heading(), blocks));
    } else {
      sections.add(section);
    }
  }

  /** The exhibits that were not placed, under their own headings. */
  List<Page.Section> otherExhibits() {
    Set<String> placed = new LinkedHashSet<>();
    segments.forEach(segment -> segment.exhibit().ifPresent(placed::add));
    return exhibits.without(placed);
  }

  /** Markdown that is read as the same draft. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    for (Segment segment : segments) {
      text.append(ProseText.of(segment.prose()));
      segment.exhibit().ifPresent(name -> text.append("{{").append(name).append("}}\n\n"));
    }
    return text.toString();
  }
}
