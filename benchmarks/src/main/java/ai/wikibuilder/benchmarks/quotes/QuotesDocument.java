package ai.wikibuilder.benchmarks.quotes;

import ai.wikibuilder.benchmarks.Machine;
import ai.wikibuilder.models.facts.ModelCatalogue;
import ai.wikibuilder.models.facts.PriceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/** The table of docs/benchmarks-models.md; what stands before it in the file stays as it is. */
final class QuotesDocument {
  private static final String MARK =
      "<!-- figures: everything below is written by benchmarks/run quote -->";

  /** Pages written at once, as by default. */
  private static final int AT_ONCE = 4;

  /** Models at whose prices the saving of kept beginnings is told. */
  private static final List<String> PRICED = List.of("gpt-4.1", "claude-sonnet-4-6", "gpt-5.4");

  private final List<String> rows = new ArrayList<>();

  void add(QuotedWiki wiki) {
    DoubleSummaryStatistics costs = wiki.costs();
    StringBuilder saved = new StringBuilder();
    ModelCatalogue catalogue = new ModelCatalogue(List.of());
    for (String model : PRICED) {
      PriceList prices = catalogue.orAssumed(model).prices().orElseThrow();
      saved.append(saved.isEmpty() ? "" : " / ").append(percent(wiki.saved(prices)));
    }
    SeededRun first = wiki.runs().getFirst();
    rows.add(
        String.format(
            Locale.ROOT,
            "| %s | %.1f MB | %d | %.3f | %.3f - %.3f | %d of %d | %s | %.2f | "
                + "%s, %s | %s | %d k / %d k | %s | %d | %s |",
            wiki.name(),
            wiki.byteCount() / 1e6,
            first.pageCount(),
            wiki.quoted(),
            costs.getMin(),
            costs.getMax(),
            wiki.seedsWithin(),
            wiki.runs().size(),
            percent(wiki.pagesWithin()),
            costs.getMax() / costs.getMin(),
            percent(wiki.cpuShareAtFirst(AT_ONCE)),
            percent(wiki.cpuShare(AT_ONCE)),
            saved,
            first.tokensIn() / 1_000,
            first.tokensOut() / 1_000,
            percent(first.prompts().evidenceShare()),
            first.prompts().shared(),
            wiki.alive().told()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  String lastRow() {
    return rows.getLast();
  }

  void write(Path root) throws IOException {
    Path file = root.resolve("docs/benchmarks-models.md");
    String before =
        Files.exists(file) ? Files.readString(file) : "# What models cost\n\n" + MARK + "\n";
    String head = before.substring(0, before.indexOf(MARK) + MARK.length());
    StringBuilder text = new StringBuilder(head).append("\n\n").append(Machine.sentence(root));
    text.append(
        "\n\n| Repository | text | pages | quoted, USD | paid, USD, ten seeds | within 15 % ");
    text.append(
        "| pages within 40 % | dearest / cheapest | processor / model time, first seed and median"
            + " ");
    text.append("| saved by kept beginnings | tokens in / out | evidence | shared tokens ");
    text.append("| alive after two pages, half of them, all |\n").append("|---".repeat(14));
    text.append("|\n").append(String.join("\n", rows)).append('\n');
    Files.writeString(file, text.toString());
  }
}
