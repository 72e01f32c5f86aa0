package ai.wikibuilder.answers.maps;

import ai.wikibuilder.answers.Sidelines;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.material.Repository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Turns what a search found, and the ways in from outside, into places to pass. One thread. */
final class SeedFinder {
  /** Places a map is drawn by when nobody chooses. */
  static final int SEED_COUNT = 8;

  /** Places that can be chosen from. */
  private static final int SEED_COUNT_MAX = 24;

  /** What a hit's place in the list counts beside the words of its name. */
  private static final double HIT_SHARE = 0.6;

  /** A type is found and one of its functions is meant. */
  private static final double MEMBER_SHARE = 0.8;

  /**
   * What is left of a hit's place where it runs in a browser and the question asks what is behind.
   */
  private static final double FRONT_SHARE = 0.6;

  /** Of the question, that the name of an entry point must speak of. */
  private static final double ENTRY_FIT_MIN = 0.34;

  private final Repository repository;
  private final CodeGraph graph;
  private final CallWeb web;
  private final NameWords names;
  private final Sidelines sidelines;
  private final KeySymbols members;
  private final Map<Integer, Double> weights = new HashMap<>();

  SeedFinder(Repository repository, CallWeb web, NameWords names, Sidelines sidelines) {
    this.sidelines = sidelines;
    this.repository = repository;
    this.graph = repository.graph();
    this.members = web.symbols();
    this.web = web;
    this.names = names;
  }

  /**
   * The places that count most, the first of equals first.
   *
   * @param front files that count less
   */
  List<Seed> find(List<SearchHit> hits, IntPredicate front) {
    double top = hits.isEmpty() ? 1 : Math.max(hits.getFirst().score(), 1e-9);
    for (SearchHit hit : hits) {
      int file = graph.file(hit.path());
      if (file >= 0 && repository.isMain(file) && !sidelines.isBeside(file)) {
        double share = Math.clamp(hit.score() / top, 0, 1);
        add(hit, file, front.test(file) ? FRONT_SHARE * share : share);
      }
    }
    for (int node : web.entered()) {
      EntryPoint entry = web.entry(node).orElseThrow();
      if (sidelines.isBeside(graph.file(entry.path()))) {
        continue;
      }
      double fit = names.of(entry.name().replace('.', ' ') + " " + entry.handler());
      if (fit >= ENTRY_FIT_MIN) {
        weights.merge(node, fit, Math::max);
      }
    }
    List<Seed> seeds = new ArrayList<>();
    weights.forEach((node, weight) -> seeds.add(new Seed(node, weight)));
    seeds.sort(Comparator.comparingDouble(Seed::weight).reversed().thenComparingInt(Seed::node));
    return seeds.subList(0, Math.min(SEED_COUNT_MAX, seeds.size()));
  }

  private void add(SearchHit hit, int file, double share) {
    int best = -1;
    double bestWeight = 0;
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      GraphSymbol symbol = graph.symbol(id);
      boolean here = symbol.startLine() <= hit.endLine() && symbol.endLine() >= hit.startLine();
      if (here && symbol.kind().isCallable() && !KeySymbols.isAccessor(symbol)) {
        String name = graph.qualifiedName(id);
        boolean meant = name.equals(hit.symbol()) || name.endsWith("." + hit.symbol());
        if (symbol.kind() == SymbolKind.CONSTRUCTOR && !meant) {
          continue;
        }
        double weight =
            (meant ? 1 : MEMBER_SHARE) * (HIT_SHARE * share + (1 - HIT_SHARE) * names.of(name));
        if (weight > bestWeight) {
          best = id;
          bestWeight = weight;
        }
      }
    }
    if (best >= 0) {
      weights.merge(best, bestWeight, Math::max);
    } else {
      addMember(hit, file, share);
    }
  }

  /** Of a type whose first lines were found the function that has most of what it does. */
  private void addMember(SearchHit hit, int file, double share) {
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      GraphSymbol type = graph.symbol(id);
      boolean found =
          type.kind().isType()
              && type.nameLine() >= hit.startLine()
              && type.nameLine() <= hit.endLine()
              && graph.qualifiedName(id).endsWith(hit.symbol());
      if (found) {
        members.members(type).stream()
            .filter(one -> one.kind().isCallable() && !KeySymbols.isAccessor(one))
            .filter(one -> names.of(graph.qualifiedName(one.id())) > 0)
            .max(
                Comparator.comparingDouble((GraphSymbol one) -> names.of(one.name()))
                    .thenComparingInt(one -> one.endLine() - one.startLine())
                    .thenComparingInt(one -> -one.id()))
            .ifPresent(one ->
                weights.merge(
                    one.id(),
                    MEMBER_SHARE
                        * (HIT_SHARE * share
                            + (1 - HIT_SHARE) * names.of(graph.qualifiedName(one.id()))),
                    Math::max));
        return;
      }
    }
  }
}
