package ai.wikibuilder.cli.answering;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.asking.Answered.Line;
import ai.wikibuilder.answers.asking.Answered.Standing;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.prose.reading.ProseStream.Place;
import ai.wikibuilder.pages.prose.reading.Statement;
import ai.wikibuilder.source.TextReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints an answer while it comes: sentences with the numbers of their sources on standard output,
 * what is looked at on standard error, and at the end the sources with their lines. One answer.
 */
public final class AnswerPrinter implements AskListener {
  /** Places named on standard error when the search has ended. */
  private static final int FOUND_SHOWN_MAX = 5;

  /** Lines shown of a source. */
  private static final int SNIPPET_LINES = 3;

  /** Characters of a shown line: one row of a wide terminal. */
  private static final int SNIPPET_CHARS = 100;

  private final Console console;
  private final PrintStream out;
  private final TextReader texts;
  private final List<Evidence> sources = new ArrayList<>();
  private boolean begun;

  public AnswerPrinter(Console console, TextReader texts) {
    this.console = console;
    this.out = console.out();
    this.texts = texts;
  }

  @Override
  public void found(List<SearchHit> hits) {
    for (SearchHit hit : hits.subList(0, Math.min(FOUND_SHOWN_MAX, hits.size()))) {
      String symbol = hit.symbol().isEmpty() ? "" : "  " + hit.symbol();
      console.say(
          Console.printable(
              "found "
                  + new Evidence(hit.path(), hit.startLine(), hit.endLine()).shown()
                  + symbol));
    }
  }

  @Override
  public void looked(String what) {
    console.say(Console.printable(what));
  }

  @Override
  public void said(Line line) {
    String text = Console.printable(marked(line) + numbers(line.sentence().evidence()));
    switch (line.place()) {
      case HEADING -> out.print((begun ? "\n\n" : "") + "## " + text);
      case PARAGRAPH -> out.print((begun ? "\n\n" : "") + text);
      case ITEM -> out.print((begun ? "\n" : "") + "- " + text);
      case CELL -> out.print((begun ? " | " : "") + text);
      case NEXT -> out.print((begun ? " " : "") + text);
    }
    out.flush();
    begun = true;
  }

  @Override
  public void struck(Line line) {
    out.print("\n~~%s~~ (withdrawn: %s)".formatted(Console.printable(words(line)), line.why()));
    out.flush();
  }

  /** What nothing proves carries a sign. */
  private static String marked(Line line) {
    boolean uncited = line.standing() == Standing.UNCITED && line.place() != Place.HEADING;
    return words(line) + (uncited ? "°" : "");
  }

  private static String words(Line line) {
    return new Statement(line.sentence().words(), List.of()).written();
  }

  private String numbers(List<Evidence> evidence) {
    StringBuilder text = new StringBuilder();
    for (Evidence place : evidence) {
      if (!sources.contains(place)) {
        sources.add(place);
      }
      text.append(text.isEmpty() ? " " : "").append('[');
      text.append(sources.indexOf(place) + 1).append(']');
    }
    return text.toString();
  }

  /** Prints the sources of what was said, with their first lines. */
  public void sources() {
    if (begun) {
      out.println();
    }
    if (!sources.isEmpty()) {
      out.println();
    }
    for (int i = 0; i < sources.size(); i++) {
      source(i + 1, sources.get(i));
    }
  }

  /** Prints what belongs below the sentences. */
  public void end(Answered answer) {
    sources();
    boolean uncited = answer.lines().stream().anyMatch(AnswerPrinter::isMarked);
    if (uncited) {
      console.say("° nothing cited shows it");
    }
    boolean alone = !answer.isFound() && !begun;
    for (String note : answer.notes()) {
      if (alone) {
        out.println(Console.printable(note));
      } else {
        console.say(Console.printable(note));
      }
    }
    if (alone && answer.notes().isEmpty()) {
      out.println(
          "Not found in this repository. Looked for: " + String.join(", ", answer.searched()));
    }
  }

  /** Where a source stands, with its first lines that say something. */
  private void source(int number, Evidence place) {
    out.println(Console.printable("[%d] %s".formatted(number, place.shown())));
    texts
        .text(place.path())
        .ifPresent(text -> {
          int shown = 0;
          int last = Math.min(place.endLine(), text.lineCount());
          for (int line = place.startLine(); line <= last && shown < SNIPPET_LINES; line++) {
            String content = text.lines(line, line).stripTrailing();
            if (!content.isBlank()) {
              out.println(
                  Console.printable(
                      "      " + content.substring(0, Math.min(SNIPPET_CHARS, content.length()))));
              shown++;
            }
          }
        });
  }

  private static boolean isMarked(Line line) {
    return marked(line).endsWith("°");
  }
}
