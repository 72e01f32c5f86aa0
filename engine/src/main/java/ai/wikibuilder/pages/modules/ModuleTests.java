package ai.wikibuilder.pages.modules;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.TestFunctions;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells which tests name what a module defines, and which definitions no test names. */
final class ModuleTests {
  /** Test files named. */
  private static final int FILE_COUNT_MAX = 4;

  /** Definitions without a test that are named. */
  private static final int UNTESTED_COUNT_MAX = 3;

  /** Words of a test's name from which on it says what must hold. */
  private static final int WORD_COUNT_MIN = 4;

  private final Repository repository;
  private final Material material;

  ModuleTests(Material material) {
    this.material = material;
    this.repository = material.repository();
  }

  /** Empty when the repository has no tests that could name anything. */
  List<Sentence> sentences(CodeModule module) {
    Map<Integer, Integer> counts = new TreeMap<>();
    Map<Integer, GraphEdge> first = new TreeMap<>();
    List<GraphSymbol> untested = new ArrayList<>();
    List<GraphSymbol> key = material.symbols().of(module.files(), Integer.MAX_VALUE);
    for (GraphSymbol symbol : key) {
      boolean tested = false;
      for (GraphEdge edge : edges(symbol)) {
        counts.merge(edge.sourceFile(), 1, Integer::sum);
        first.putIfAbsent(edge.sourceFile(), edge);
        tested = true;
      }
      if (!tested && !KeySymbols.isHidden(symbol) && symbol.kind().isType()) {
        untested.add(symbol);
      }
    }
    if (first.isEmpty()) {
      return List.of();
    }
    List<Integer> files = new ArrayList<>(counts.keySet());
    files.sort(
        Comparator.comparingInt((Integer file) -> -counts.getOrDefault(file, 0))
            .thenComparingInt(file -> file));
    List<Sentence> result = new ArrayList<>();
    result.add(named(files, first));
    behaviour(files, key, result);
    untested(untested, result);
    return result;
  }

  private List<GraphEdge> edges(GraphSymbol symbol) {
    List<GraphEdge> result = new ArrayList<>();
    List<GraphSymbol> all = new ArrayList<>(List.of(symbol));
    all.addAll(material.symbols().members(symbol));
    for (GraphSymbol one : all) {
      for (GraphEdge edge : repository.graph().incoming(one.id())) {
        if (repository.graph().role(edge.sourceFile()) == FileRole.TEST) {
          result.add(edge);
        }
      }
    }
    return result;
  }

  private Sentence named(List<Integer> files, Map<Integer, GraphEdge> first) {
    int tests =
        files.stream().mapToInt(file -> TestFunctions.count(repository.graph(), file)).sum();
    Phrase phrase =
        repository
            .say(files.size() == 1 ? "tests.one" : "tests")
            .count("files", files.size())
            .codes("names", files.stream().map(this::name).toList(), FILE_COUNT_MAX - 1);
    if (tests > 0) {
      phrase.count("tests", tests);
    }
    for (int file : files.subList(0, Math.min(FILE_COUNT_MAX, files.size()))) {
      GraphEdge edge = first.get(file);
      if (edge != null) {
        phrase.by(repository.line(file, edge.line()));
      }
    }
    return phrase.end();
  }

  private String name(int file) {
    return Repository.fileName(repository.graph().path(file));
  }

  /** Up to two test names that read as sentences, those first that name what is defined here. */
  private void behaviour(List<Integer> files, List<GraphSymbol> key, List<Sentence> result) {
    Set<String> subjects = new HashSet<>();
    key.forEach(symbol -> subjects.addAll(List.of(parts(symbol.name()))));
    List<GraphSymbol> found = new ArrayList<>();
    Map<Integer, Integer> scores = new HashMap<>();
    CodeGraph graph = repository.graph();
    for (int file : files.subList(0, Math.min(FILE_COUNT_MAX, files.size()))) {
      for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
        GraphSymbol symbol = graph.symbol(id);
        if (symbol.kind().isCallable() && words(symbol.name()) >= WORD_COUNT_MIN) {
          found.add(symbol);
          scores.put(id, score(symbol, subjects));
        }
      }
    }
    found.sort(
        Comparator.comparingInt((GraphSymbol test) -> -scores.getOrDefault(test.id(), 0))
            .thenComparingInt(GraphSymbol::id));
    if (found.size() >= 2) {
      Phrase phrase = repository.say("tests.behaviour");
      phrase.codes("names", found.stream().limit(2).map(GraphSymbol::name).toList());
      found.stream().limit(2).forEach(test -> phrase.by(repository.definition(test)));
      result.add(phrase.end());
    }
  }

  /** Words of a test's name that are words of the module's own names, then its length. */
  private static int score(GraphSymbol test, Set<String> subjects) {
    int named = 0;
    for (String word : parts(test.name())) {
      named += word.length() >= 4 && subjects.contains(word) ? 1 : 0;
    }
    return 3 * Math.min(3, named) + Math.min(8, words(test.name()));
  }

  private static String[] parts(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT).split("_", -1);
  }

  private static int words(String name) {
    int count = 0;
    for (String word : name.split("_|(?<=[a-z0-9])(?=[A-Z])", -1)) {
      boolean counted = !word.isEmpty() && !word.toLowerCase(Locale.ROOT).equals("test");
      count += counted ? 1 : 0;
    }
    return count;
  }

  private void untested(List<GraphSymbol> untested, List<Sentence> result) {
    if (!untested.isEmpty()) {
      Phrase phrase =
          repository
              .say("tests.untested")
              .codes(
                  "names", untested.stream().map(GraphSymbol::name).toList(), UNTESTED_COUNT_MAX);
      untested.stream().limit(UNTESTED_COUNT_MAX).forEach(type -> phrase.by(repository.head(type)));
      result.add(phrase.end());
    }
  }
}
