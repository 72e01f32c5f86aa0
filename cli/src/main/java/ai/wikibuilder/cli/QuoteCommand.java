package ai.wikibuilder.cli;

import ai.wikibuilder.builds.BuildListener;
import ai.wikibuilder.builds.BuildReport;
import ai.wikibuilder.builds.BuildRequest;
import ai.wikibuilder.builds.stored.WikiQuote;
import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.cli.arguments.SourceOptions;
import ai.wikibuilder.cli.arguments.WriterOptions;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.JsonLine;
import ai.wikibuilder.cli.console.ProgressLines;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.index.vectors.VectorQuote;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aiwiki quote}: what a model's wiki would take, before anything is paid. */
@Command(
    name = "quote",
    description = {
      "Says what a wiki written by the configured model would take: pages, tokens, money, minutes.",
      "Makes every prompt and sends none. The repository is read and can be searched afterwards."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  aiwiki quote https://github.com/pallets/flask",
      "  aiwiki quote . --language de --json"
    })
final class QuoteCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<Workbench> workbenches;

  @Mixin private final SourceOptions source = new SourceOptions();

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = {
        "Language of the pages: en, tr, de, fr, es, pt, ru, zh, ja, ko;",
        "the one that .aiwiki.yml names otherwise."
      })
  private @Nullable String language;

  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  QuoteCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.workbenches = workbenches;
  }

  @Override
  public Integer call() {
    Workbench workbench = workbenches.get();
    Path output = source.output();
    Author.LanguageModel author =
        workbench.quotedAuthor(WriterOptions.settings(language), source.allowedHosts());
    ProgressLines progress = new ProgressLines(console, InstantSource.system());
    BuildReport built =
        workbench
            .wikiBuild(source.allowedHosts())
            .build(
                new BuildRequest(
                    source.request(workbench.gitToken()),
                    output,
                    true,
                    false,
                    new Author.Composer()),
                json ? BuildListener.silent() : progress);
    progress.end();
    try (Generation generation = workbench.generation(output)) {
      WikiQuote quote = WikiQuote.of(generation, built, output, author);
      print(quote.withVectors(generation, workbench.quotedVectors(source.allowedHosts())), author);
    }
    return ExitCode.DONE.number();
  }

  private void print(WikiQuote quote, Author.LanguageModel author) {
    if (json) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("model", author.name());
      map.put("pages", quote.pageCount());
      map.put("unchanged", quote.unchangedCount());
      map.put("tokensIn", quote.tokensIn());
      map.put("tokensCached", quote.tokensCached());
      map.put("tokensOut", quote.tokensOut());
      quote.cost().ifPresent(cost -> map.put("usd", cost.dollars().doubleValue()));
      map.put("seconds", quote.time().toSeconds());
      if (quote.vectors().chunkCount() > 0) {
        map.put("vectors", vectors(quote.vectors()));
      }
      console.out().println(JsonLine.of(map));
      return;
    }
    console
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%d pages by %s%s: %,d tokens in (%,d of them kept by the provider), %,d out, %s,"
                    + " about %.0f min",
                quote.pageCount(),
                author.name(),
                quote.unchangedCount() == 0
                    ? ""
                    : ", %d more are there already".formatted(quote.unchangedCount()),
                quote.tokensIn(),
                quote.tokensCached(),
                quote.tokensOut(),
                quote.cost().map(Object::toString).orElse("prices not known (model.facts)"),
                Math.max(1, quote.time().toSeconds() / 60.0)));
    if (quote.vectors().chunkCount() > 0) {
      print(quote.vectors());
    }
  }

  private void print(VectorQuote quote) {
    console
        .out()
        .println(
            "vectors of %,d chunks: %,d tokens, %s"
                .formatted(
                    quote.chunkCount(),
                    quote.tokens(),
                    quote.cost().map(Object::toString).orElse("price not known (model.facts)")));
  }

  private static Map<String, Object> vectors(VectorQuote quote) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("chunks", quote.chunkCount());
    map.put("tokensIn", quote.tokens());
    quote.cost().ifPresent(cost -> map.put("usd", cost.dollars().doubleValue()));
    return map;
  }
}
