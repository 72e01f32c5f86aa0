package ai.wikibuilder.cli;

import ai.wikibuilder.builds.BuildReport;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.JsonLine;
import ai.wikibuilder.cli.console.ProgressLines;
import ai.wikibuilder.index.vectors.VectorOutcome;
import ai.wikibuilder.models.ledger.Spent;
import ai.wikibuilder.pages.prose.ProseResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a build's result is told.
 *
 * @param spent by models in this build
 * @param seconds wall clock since the process started
 */
record BuildResult(BuildReport report, Path output, Spent spent, double seconds) {
  void print(Console console, boolean json) {
    if (json) {
      console.out().println(JsonLine.of(asMap()));
      return;
    }
    Path page = output.resolve("index.html");
    String what =
        switch (report.pageCount()) {
          case 0 -> "index";
          case 1 -> "1 page";
          default -> "%,d pages".formatted(report.pageCount());
        };
    console
        .out()
        .println(
            report.unchanged()
                ? "up to date: %s of %s, %s"
                    .formatted(what, report.snapshot().name(), report.snapshot().label())
                : String.format(
                    Locale.ROOT,
                    "%s of %s at %s: %,d files, %s, %,d symbols, %.1f s",
                    what,
                    report.snapshot().name(),
                    report.snapshot().label(),
                    report.fileCount(),
                    ProgressLines.size(report.byteCount()),
                    report.symbolCount(),
                    seconds));
    if (!report.skipped().isEmpty()) {
      console.out().println("left out: " + counts(report.skipped()));
    }
    if (report.maskedSecretCount() > 0) {
      console.out().println("masked secrets: " + report.maskedSecretCount());
    }
    claims(console);
    writing(console);
    vectors(console);
    console.out().println(Files.exists(page) && report.pageCount() > 0 ? page : output);
  }

  private void claims(Console console) {
    if (report.claims().total() > 0) {
      console
          .out()
          .println(
              "claims: %,d, %,d verified%s"
                  .formatted(
                      report.claims().total(),
                      report.claims().verified(),
                      report.claims().findings() == 0
                          ? ""
                          : ", %,d do not hold (aiwiki check lists them)"
                              .formatted(report.claims().findings())));
    }
  }

  private void writing(Console console) {
    BuildReport.Writing writing = report.writing();
    if (spent.calls() > 0) {
      console
          .out()
          .println(
              "model: %d pages, %,d calls, %,d tokens in (%,d kept by the provider), %,d out, %s"
                  .formatted(
                      writing.pageCount(),
                      spent.calls(),
                      spent.tokensIn(),
                      spent.tokensCached(),
                      spent.tokensOut(),
                      spent.callsOfUnknownCost() > 0 ? "prices not known" : spent.cost()));
    }
    if (writing.degradedCount() > 0) {
      console
          .out()
          .println(
              "%s the model was to write %s composed, as the quality card says of each: %s"
                  .formatted(
                      writing.degradedCount() == 1 ? "1 page" : writing.degradedCount() + " pages",
                      writing.degradedCount() == 1 ? "is" : "are",
                      causes(writing.causes())));
    }
    if (!writing.note().isEmpty()) {
      console.say(writing.note());
    }
  }

  private static String causes(Map<ProseResult.Cause, Integer> causes) {
    return causes.entrySet().stream()
        .sorted(Map.Entry.<ProseResult.Cause, Integer>comparingByValue().reversed())
        .map(entry -> "%d because %s".formatted(entry.getValue(), entry.getKey().label()))
        .collect(Collectors.joining(", "));
  }

  private void vectors(Console console) {
    VectorOutcome vectors = report.vectors();
    if (!vectors.model().isEmpty()) {
      console
          .out()
          .println(
              "vectors: %,d chunks by %s, %,d made, %,d kept%s"
                  .formatted(
                      vectors.chunkCount(),
                      vectors.model(),
                      vectors.madeCount(),
                      vectors.keptCount(),
                      vectors.failedCount() == 0
                          ? ""
                          : ", %,d could not be made".formatted(vectors.failedCount())));
    }
    if (!vectors.note().isEmpty()) {
      console.say("not all chunks have vectors: " + vectors.note());
    }
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** The shape of ARCHITECTURE, Command line. */
  private Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("commit", report.snapshot().commit());
    map.put("snapshot", report.snapshot().label());
    map.put("files", report.fileCount());
    map.put("bytes", report.byteCount());
    map.put("skipped", report.skipped());
    map.put("symbols", report.symbolCount());
    map.put("edges", report.edgeCount());
    map.put("chunks", report.chunkCount());
    map.put("pages", report.pageCount());
    map.put("writtenPages", report.writtenPageCount());
    map.put("seconds", Math.round(seconds * 1000) / 1000.0);
    map.put("stageSeconds", report.stageSeconds());
    map.put("peakMemory", report.peakMemoryBytes());
    map.put("unchanged", report.unchanged());
    map.put("changedFiles", report.changedFileCount());
    map.put("generation", report.generation());
    map.put("quality", quality());
    map.put("writing", writing());
    if (!report.vectors().equals(VectorOutcome.none())) {
      map.put("vectors", vectors());
    }
    return map;
  }

  private Map<String, Object> vectors() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("state", label(report.vectors().state().name()));
    map.put("model", report.vectors().model());
    map.put("chunks", report.vectors().chunkCount());
    map.put("made", report.vectors().madeCount());
    map.put("kept", report.vectors().keptCount());
    map.put("failed", report.vectors().failedCount());
    return map;
  }

  private static String label(String state) {
    return state.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Map<String, Object> writing() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("state", label(report.writing().state().name()));
    map.put("pagesByModel", report.writing().pageCount());
    map.put("pagesDegraded", report.writing().degradedCount());
    Map<String, Object> causes = new LinkedHashMap<>();
    report.writing().causes().forEach((cause, count) -> causes.put(label(cause.name()), count));
    map.put("pagesDegradedBy", causes);
    map.put("calls", spent.calls());
    map.put("tokensIn", spent.tokensIn());
    map.put("tokensCached", spent.tokensCached());
    map.put("tokensOut", spent.tokensOut());
    if (spent.callsOfUnknownCost() == 0) {
      map.put("usd", spent.cost().dollars().doubleValue());
    }
    return map;
  }

  private Map<String, Object> quality() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("claims", report.claims().total());
    map.put("verified", report.claims().verified());
    map.put("findings", report.claims().findings());
    map.put("maskedSecrets", report.maskedSecretCount());
    map.put("parsed", report.parsedByOutcome());
    return map;
  }
}
