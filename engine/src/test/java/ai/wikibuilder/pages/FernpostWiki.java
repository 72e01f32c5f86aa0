package ai.wikibuilder.pages;

import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.CodeGraphBuilder;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.pages.claims.ClaimChecker;
import ai.wikibuilder.pages.claims.Ground;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.plan.steering.Steering;
import ai.wikibuilder.source.ReadOutcome;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceFile;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import ai.wikibuilder.source.snapshots.SnapshotSource;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fernpost read, parsed, composed and checked, as a build does it. */
record FernpostWiki(
    CodeGraph graph, TextReader reader, Map<SkipReason, Integer> skipped, Wiki wiki) {
  private static final String COMMIT = "4be19c74be19c74be19c74be19c74be19c74be19";

  /** The commit and the address that the golden pages were written for. */
  private static final SnapshotId SNAPSHOT =
      new SnapshotId(
          "fernpost",
          Optional.of("https://git.example.org/fernpost/fernpost.git"),
          Optional.of(COMMIT),
          COMMIT,
          "",
          false);

  static FernpostWiki composed(Path temp) throws IOException {
    Path folder = FernpostFolder.write(temp.toRealPath().resolve("fernpost"));
    TreeMap<String, SourceText> texts = new TreeMap<>();
    Map<SkipReason, Integer> skipped = new TreeMap<>();
    try (Snapshot snapshot = open(folder, temp.resolve("clones"))) {
      skipped.putAll(snapshot.skipped());
      for (SourceFile file : snapshot.files()) {
        switch (snapshot.read(file)) {
          case ReadOutcome.Text text -> texts.put(file.path(), text.text());
          case ReadOutcome.LeftOut(var reason) -> skipped.merge(reason, 1, Integer::sum);
        }
      }
    }
    CodeGraph graph = graph(texts, temp.resolve("natives"));
    TextReader reader = path -> Optional.ofNullable(texts.get(path));
    WikiPlan plan = new Planner().plan(graph, Steering.NONE);
    Wiki wiki =
        new PageComposer().compose(new Composition(SNAPSHOT, graph, plan, reader, skipped, 0));
    Quality quality = new ClaimChecker(new Ground(reader, graph, plan)).check(wiki);
    return new FernpostWiki(graph, reader, skipped, wiki.checked(quality));
  }

  private static Snapshot open(Path folder, Path clones) {
    OutboundGuard guard =
        new OutboundGuard(OutboundSettings.strict(), host -> List.<InetAddress>of());
    return new SnapshotSource(guard, SourceLimits.forCommandLine(), clones)
        .open(
            new SourceRequest(
                new SourceRequest.Origin.Folder(folder, Optional.empty()),
                Optional.empty(),
                "",
                List.of(),
                List.of()),
            (objects, total, bytes) -> {});
  }

  private static CodeGraph graph(Map<String, SourceText> texts, Path natives) {
    CodeGraphBuilder builder = new CodeGraphBuilder();
    try (FactsExtractor extractor = new FactsExtractor(FactsSettings.defaults(natives))) {
      texts.forEach((path, text) -> builder.add(path, text, extractor.extract(path, text)));
    }
    return builder.build();
  }
}
