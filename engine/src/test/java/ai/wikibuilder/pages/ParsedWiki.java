package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.CodeGraphBuilder;
import ai.wikibuilder.pages.claims.ClaimChecker;
import ai.wikibuilder.pages.claims.Ground;
import ai.wikibuilder.pages.material.RepositoryName;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.plan.steering.SteeringReader;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The words of wikis of files in memory, parsed as in a build. Stateless. */
final class ParsedWiki {
  private ParsedWiki() {}

  /**
   * Composes one; all of its evidence and of its claims holds.
   *
   * @param name of the repository
   * @param natives folder for libraries of the parser
   */
  static String words(String name, Path natives, Map<String, String> files) {
    Map<String, SourceText> texts = new TreeMap<>();
    files.forEach((path, text) -> texts.put(path, SourceText.of(text)));
    CodeGraphBuilder builder = new CodeGraphBuilder();
    try (FactsExtractor extractor = new FactsExtractor(FactsSettings.defaults(natives))) {
      texts.forEach((path, text) -> builder.add(path, text, extractor.extract(path, text)));
    }
    CodeGraph graph = builder.build();
    TextReader reader = path -> Optional.ofNullable(texts.get(path));
    SnapshotId snapshot =
        new SnapshotId(name, Optional.empty(), Optional.empty(), "4be19c7", "", false);
    WikiPlan plan = new Planner().plan(graph, SteeringReader.read(reader));
    Wiki wiki =
        new PageComposer()
            .compose(
                RepositoryName.named(new Composition(snapshot, graph, plan, reader, Map.of(), 0)));
    EvidenceCheck.check(wiki, reader);
    assertThat(new ClaimChecker(new Ground(reader, graph, plan)).check(wiki).findings()).isEmpty();
    return WikiText.of(wiki);
  }
}
