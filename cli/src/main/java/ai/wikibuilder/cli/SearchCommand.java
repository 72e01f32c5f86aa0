package ai.wikibuilder.cli;

import ai.wikibuilder.answers.json.HitJson;
import ai.wikibuilder.answers.passages.OneList;
import ai.wikibuilder.answers.passages.PageSearch;
import ai.wikibuilder.builds.stored.WikiReading;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.JsonLine;
import ai.wikibuilder.cli.workbench.WikiChoice;
import ai.wikibuilder.cli.workbench.WikiPages;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.SearchRequest;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.index.queries.QueryException;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.source.SourceText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aiwiki search}: a question in, places in the code out. */
@Command(
    name = "search",
    description = "Finds code and pages by name, path, error message or plain question.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A query is words and, if wanted:",
      "  lang:java  path:src/  kind:class  symbol:Foo   narrow it; a - before leaves out",
      "  kind:page                                      pages of the wiki alone",
      "  \"two words\"    that stand one after another",
      "  /get\\w+\\(/i     a regular expression (RE2) over lines; i: whatever the case",
      "",
      "Examples:",
      "  aiwiki search Blueprint.register",
      "  aiwiki search \"where are templates loaded from\" --limit 5 --explain",
      "  aiwiki search --wiki flask-wiki --queries questions.txt --json"
    })
final class SearchCommand implements Callable<Integer> {
  /** Lines of a hit that are shown. */
  private static final int SHOWN_LINES = 3;

  /** Characters of a shown line: one row of a wide terminal. */
  private static final int SHOWN_CHARS = 110;

  private final Console console;

  @Mixin private final WikiChoice choice;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "What to look for.")
  private List<String> words = List.of();

  @Option(names = "--limit", paramLabel = "N", description = "Most results; 10 otherwise.")
  private int limit = 10;

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      description = {
        "UTF-8, one query a line. Prints a JSON array for each, a line each, in the same order;",
        "[] where nothing is found."
      })
  private @Nullable Path queries;

  @Option(names = "--no-rerank", description = "Lexical order; no model.")
  private boolean noRerank;

  @Option(names = "--no-pages", description = "Code alone, no pages of the wiki.")
  private boolean noPages;

  @Option(names = "--explain", description = "Say what each score is made of.")
  private boolean explain;

  SearchCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.choice = new WikiChoice(console, workbenches);
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > SearchRequest.LIMIT_MAX) {
      throw new UsageException(
          "--limit: expected 1 to %d, got %d".formatted(SearchRequest.LIMIT_MAX, limit));
    }
    if (words.isEmpty() == (queries == null)) {
      throw new UsageException(
          "expected either a query or --queries FILE; try: aiwiki search \"where is main\"");
    }
    Workbench workbench = choice.workbench();
    Path folder = choice.folder(workbench);
    WikiPages pages = new WikiPages(folder);
    try (WikiReading searching =
        workbench.reading(workbench.generation(folder), noRerank, Optional.of(List.of()))) {
      OneList list =
          new OneList(
              searching::search, new PageSearch(noPages ? List.of() : pages.all(), pages::text));
      if (queries != null) {
        answerAll(searching, list, queries);
        return ExitCode.DONE.number();
      }
      SearchResult result = list.search(String.join(" ", words), limit);
      if (choice.json()) {
        console.out().println(JsonLine.of(HitJson.of(result)));
      } else {
        print(
            result,
            hit ->
                hit.kind().equals(PageSearch.KIND)
                    ? pages.file(hit.path())
                    : searching.texts().text(hit.path()));
      }
      return ExitCode.DONE.number();
    }
  }

  private void answerAll(WikiReading searching, OneList list, Path file) {
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      console.out().println(JsonLine.of(HitJson.of(answer(searching, list, lines.get(i), i + 1))));
    }
  }

  /** A list of questions is often pasted text: a line with broken syntax is taken as words. */
  private SearchResult answer(WikiReading searching, OneList list, String query, int line) {
    try {
      return list.search(query, limit);
    } catch (QueryException e) {
      console.say(
          "line %d: %s; read as words"
              .formatted(line, Console.printable(String.valueOf(e.getMessage()))));
      return searching.searchWords(query, limit);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new UsageException(file + ": expected UTF-8, one query a line");
    } catch (IOException e) {
      throw new UsageException("cannot read " + file + ": " + e.getMessage());
    }
  }

  private void print(SearchResult result, Function<SearchHit, Optional<SourceText>> texts) {
    if (!result.note().isEmpty()) {
      console.say("note: " + Console.printable(result.note()));
    }
    if (result.hits().isEmpty()) {
      console.out().println("nothing found");
    }
    for (SearchHit hit : result.hits()) {
      String symbol = hit.symbol().isEmpty() ? "" : "  %s (%s)".formatted(hit.symbol(), hit.kind());
      console
          .out()
          .println(
              Console.printable(
                  "%2d  %s%s"
                      .formatted(
                          hit.rank(),
                          new Evidence(hit.path(), hit.startLine(), hit.endLine()).shown(),
                          symbol)));
      if (explain) {
        console.out().println("      " + explained(hit));
      }
      texts.apply(hit).ifPresent(text -> console.out().print(excerpt(text, hit)));
    }
  }

  private static String explained(SearchHit hit) {
    return String.format(Locale.ROOT, "%.3f = ", hit.score())
        + String.join(
            " + ",
            hit.explain().stream()
                .map(signal -> String.format(Locale.ROOT, "%s %.3f", signal.name(), signal.value()))
                .toList());
  }

  /** The first lines of a hit that say something: a comment's opening or a lone brace does not. */
  private static String excerpt(SourceText text, SearchHit hit) {
    StringBuilder shown = new StringBuilder();
    int count = 0;
    for (int line = hit.startLine(); line <= hit.endLine() && count < SHOWN_LINES; line++) {
      String content = text.lines(line, line).stripTrailing();
      if (content.codePoints().anyMatch(Character::isLetterOrDigit)) {
        String cut = content.substring(0, Math.min(content.length(), SHOWN_CHARS));
        shown.append("      ").append(Console.printable(cut)).append('\n');
        count++;
      }
    }
    return shown.toString();
  }
}
