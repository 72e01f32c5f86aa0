package ai.wikibuilder.pages.architecture;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Calls;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.PageGraph;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells why a part stands where it stands: it is called from outside, or it fills in for others.
 */
final class LayerReasons {
  /** Parts told. */
  private static final int PART_COUNT_MAX = 3;

  /** Interfaces of others a part must implement to stand above them for that reason. */
  private static final int CONTRACT_COUNT_MIN = 2;

  private final Repository repository;
  private final CodeGraph graph;
  private final PageGraph pages;
  private final Calls calls;

  LayerReasons(Material material) {
    this.repository = material.repository();
    this.graph = repository.graph();
    this.pages = material.map();
    this.calls = material.calls();
  }

  /**
   * The reasons that the code shows; empty when it shows none.
   *
   * @param top places of the pages in the highest layer
   */
  List<Sentence> sentences(List<Integer> top) {
    List<Sentence> result = new ArrayList<>();
    for (int place : top) {
      if (result.size() < PART_COUNT_MAX) {
        entered(place).ifPresent(result::add);
      }
    }
    for (int place = 0; place < pages.pages().size(); place++) {
      if (result.size() < PART_COUNT_MAX) {
        fillsIn(place, result);
      }
    }
    return result;
  }

  private Optional<Sentence> entered(int place) {
    PlannedPage page = pages.pages().get(place);
    for (EntryPoint entry : graph.entryPoints()) {
      int file = graph.file(entry.path());
      boolean here =
          entry.kind() == EntryPoint.Kind.ROUTE
              && entry.symbol() >= 0
              && repository.isMain(file)
              && graph.moduleOf(file) == page.module();
      if (here) {
        GraphSymbol handler = graph.symbol(graph.firstSymbol(file) + entry.symbol());
        return Optional.of(
            repository
                .say("layers.entered")
                .page("part", page.slug(), page.title())
                .code("route", entry.name())
                .by(repository.definition(handler))
                .end());
      }
    }
    return Optional.empty();
  }

  /** A part that implements interfaces which parts below it declare. */
  private void fillsIn(int place, List<Sentence> result) {
    Map<Integer, GraphEdge> contracts = new LinkedHashMap<>();
    Map<Integer, Integer> owners = new LinkedHashMap<>();
    for (PageGraph.Dependency one : pages.dependencies()) {
      if (one.from() == place) {
        for (GraphEdge edge : pages.edges(one, calls)) {
          if (edge.kind() == ReferenceKind.INHERIT && isOnlyOne(edge)) {
            contracts.putIfAbsent(edge.target(), edge);
            owners.putIfAbsent(one.to(), edge.target());
          }
        }
      }
    }
    if (contracts.size() < CONTRACT_COUNT_MIN || owners.size() < CONTRACT_COUNT_MIN) {
      return;
    }
    List<Inline> parts = new ArrayList<>();
    owners.keySet().forEach(owner -> parts.add(link(owner)));
    PlannedPage page = pages.pages().get(place);
    GraphEdge first = contracts.values().iterator().next();
    GraphSymbol contract = graph.symbol(first.target());
    GraphSymbol filling = graph.symbol(first.source());
    result.add(
        repository
            .say("layers.implements")
            .page("part", page.slug(), page.title())
            .count("count", contracts.size())
            .list("parts", parts)
            .code("contract", contract.name())
            .code("filling", filling.name())
            .by(repository.definition(contract))
            .by(repository.definition(filling))
            .end());
  }

  private Inline link(int place) {
    PlannedPage page = pages.pages().get(place);
    return new Inline.PageLink(page.slug(), page.title());
  }

  /** Whether an edge leads from the only implementation of an interface. */
  private boolean isOnlyOne(GraphEdge edge) {
    GraphSymbol contract = graph.symbol(edge.target());
    boolean declared =
        contract.kind() == SymbolKind.INTERFACE || contract.kind() == SymbolKind.TRAIT;
    return declared && edge.source() >= 0 && calls.builtOn(contract).size() == 1;
  }
}
