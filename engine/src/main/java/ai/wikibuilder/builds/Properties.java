package ai.wikibuilder.builds;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.index.vectors.VectorOutcome;
import ai.wikibuilder.pages.prose.ProseResult;
import ai.wikibuilder.source.SnapshotId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a generation's manifest says of the build that made it, and back. */
final class Properties {
  private static final String SKIPPED = "skipped.";
  private static final String PARSED = "parsed.";
  private static final String DEGRADED = "count.degraded.";

  private Properties() {}

  static Map<String, String> of(BuildReport report, Fingerprint fingerprint) {
    SnapshotId snapshot = report.snapshot();
    Map<String, String> properties = new TreeMap<>();
    properties.put("analysis", fingerprint.analysis());
    properties.put("selection", fingerprint.selection());
    properties.put("presentation", fingerprint.presentation());
    properties.put("snapshot.name", snapshot.name());
    properties.put("snapshot.address", snapshot.address().orElse(""));
    properties.put("snapshot.path", snapshot.subPath());
    properties.put("snapshot.tree", snapshot.treeId());
    properties.put("snapshot.commit", snapshot.commit().orElse(""));
    properties.put("snapshot.changed", Boolean.toString(snapshot.changed()));
    properties.put("count.files", Integer.toString(report.fileCount()));
    properties.put("count.bytes", Long.toString(report.byteCount()));
    properties.put("count.masked-secrets", Integer.toString(report.maskedSecretCount()));
    properties.put("count.symbols", Integer.toString(report.symbolCount()));
    properties.put("count.edges", Integer.toString(report.edgeCount()));
    properties.put("count.chunks", Integer.toString(report.chunkCount()));
    properties.put("count.pages", Integer.toString(report.pageCount()));
    properties.put("count.claims", Integer.toString(report.claims().total()));
    properties.put("count.verified", Integer.toString(report.claims().verified()));
    properties.put("count.findings", Integer.toString(report.claims().findings()));
    properties.put("count.pages-by-model", Integer.toString(report.writing().pageCount()));
    properties.put("count.pages-degraded", Integer.toString(report.writing().degradedCount()));
    report
        .writing()
        .causes()
        .forEach((cause, n) -> properties.put(DEGRADED + name(cause), n.toString()));
    if (!report.vectors().finishedModel().isEmpty()) {
      properties.put(VectorStage.PROPERTY, report.vectors().finishedModel());
    }
    report.skipped().forEach((reason, n) -> properties.put(SKIPPED + reason, n.toString()));
    report
        .parsedByOutcome()
        .forEach((outcome, n) -> properties.put(PARSED + outcome, n.toString()));
    return properties;
  }

  /** Which state of which repository a generation holds. */
  static SnapshotId snapshot(Generation generation) {
    Map<String, String> is = generation.properties();
    return new SnapshotId(
        is.getOrDefault("snapshot.name", ""),
        Optional.ofNullable(is.get("snapshot.address")).filter(one -> !one.isEmpty()),
        Optional.ofNullable(is.get("snapshot.commit")).filter(one -> !one.isEmpty()),
        is.getOrDefault("snapshot.tree", ""),
        is.getOrDefault("snapshot.path", ""),
        Boolean.parseBoolean(is.get("snapshot.changed")));
  }

  /** Whether the texts, facts and index of a generation can be taken over. */
  static boolean analysedAs(Generation generation, Fingerprint fingerprint) {
    return fingerprint.analysis().equals(generation.properties().get("analysis"));
  }

  /** Whether a generation was made of the files that are asked for now. */
  static boolean selectedAs(Generation generation, Fingerprint fingerprint) {
    return fingerprint.selection().equals(generation.properties().get("selection"));
  }

  /** Whether the pages and the site of a generation were written as they are written now. */
  static boolean writtenAs(Generation generation, Fingerprint fingerprint) {
    return fingerprint.presentation().equals(generation.properties().get("presentation"));
  }

  /** Whether a generation is what a build would make. */
  static boolean answers(
      Generation generation, SnapshotId snapshot, Fingerprint fingerprint, boolean indexOnly) {
    Map<String, String> is = generation.properties();
    return analysedAs(generation, fingerprint)
        && snapshot.treeId().equals(is.get("snapshot.tree"))
        && snapshot.commit().orElse("").equals(is.get("snapshot.commit"))
        && Boolean.toString(snapshot.changed()).equals(is.get("snapshot.changed"))
        && selectedAs(generation, fingerprint)
        && (indexOnly || (count(is, "pages") > 0 && writtenAs(generation, fingerprint)));
  }

  /** The report of a build that found its result there already. */
  static BuildReport report(
      Generation generation, SnapshotId snapshot, Map<String, Double> stageSeconds) {
    Map<String, String> is = generation.properties();
    return new BuildReport(
        true,
        generation.id(),
        snapshot,
        count(is, "files"),
        Long.parseLong(is.getOrDefault("count.bytes", "0")),
        0,
        counts(is, SKIPPED),
        counts(is, PARSED),
        count(is, "masked-secrets"),
        count(is, "symbols"),
        count(is, "edges"),
        count(is, "chunks"),
        count(is, "pages"),
        0,
        new BuildReport.ClaimCounts(
            count(is, "claims"), count(is, "verified"), count(is, "findings")),
        new BuildReport.Writing(
            ProseResult.State.DONE,
            count(is, "pages-by-model"),
            count(is, "pages-degraded"),
            causes(is),
            ""),
        VectorOutcome.none(),
        stageSeconds,
        PeakMemory.bytes());
  }

  private static Map<ProseResult.Cause, Integer> causes(Map<String, String> properties) {
    Map<String, Integer> counts = counts(properties, DEGRADED);
    Map<ProseResult.Cause, Integer> causes = new EnumMap<>(ProseResult.Cause.class);
    for (ProseResult.Cause cause : ProseResult.Cause.values()) {
      Optional.ofNullable(counts.get(name(cause))).ifPresent(count -> causes.put(cause, count));
    }
    return causes;
  }

  private static String name(ProseResult.Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }

  private static int count(Map<String, String> properties, String name) {
    return Integer.parseInt(properties.getOrDefault("count." + name, "0"));
  }

  private static Map<String, Integer> counts(Map<String, String> properties, String prefix) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    properties.forEach((name, value) -> {
      if (name.startsWith(prefix)) {
        counts.put(name.substring(prefix.length()), Integer.parseInt(value));
      }
    });
    return counts;
  }
}
