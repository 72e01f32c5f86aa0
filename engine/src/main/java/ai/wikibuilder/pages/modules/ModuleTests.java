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
import ai.wikibuilder.pages.tests.InlineTests;
import ai.wikibuilder.pages.tests.TestCases;
import ai.wikibuilder.pages.tests.TestFunctions;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tells which tests name what a module defines, and which definitions no test names. */
final class ModuleTests {
  /** Test files named. */
  private static final int FILE_COUNT_MAX = 4;

  /** Definitions without a test that are named. */
  private static final int UNTESTED_COUNT_MAX = 3;

  /** Words of a test's name from which on it says what must hold. */
  private static final int WORD_COUNT_MIN = 4;

  /** Signs of a name that is put together when the tests run. */
  private static final Pattern MADE = Pattern.compile("[\\\\$#%{}<>]");

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
    List<Sentence> result = new ArrayList<>();
    new InlineTests(repository).sentence(module.files(), "tests.inline").ifPresent(result::add);
    if (first.isEmpty() && result.isEmpty()) {
      return List.of();
    }
    List<Integer> files = new ArrayList<>(counts.keySet());
    files.removeIf(file -> repository.graph().role(file) != FileRole.TEST);
    files.sort(
        Comparator.comparingInt((Integer file) -> -counts.getOrDefault(file, 0))
            .thenComparingInt(file -> file));
    if (!files.isEmpty()) {
      result.add(named(files, first));
      behaviour(files, key, result);
    }
    untested(untested, result);
    return result;
  }

  private List<GraphEdge> edges(GraphSymbol symbol) {
    List<GraphEdge> result = new ArrayList<>();
    List<GraphSymbol> all = new ArrayList<>(List.of(symbol));
    all.addAll(material.symbols().members(symbol));
    for (GraphSymbol one : all) {
      for (GraphEdge edge : repository.graph().incoming(one.id())) {
        boolean test = edge.source() >= 0 && repository.graph().isTest(edge.source());
        if (test || repository.graph().role(edge.sourceFile()) == FileRole.TEST) {
          result.add(edge);
        }
      }
    }
    return result;
  }

  private Sentence named(List<Integer> files, Map<Integer, GraphEdge> first) {
    int tests = files.stream().mapToInt(file -> TestFunctions.count(repository, file)).sum();
    int cases = files.stream().mapToInt(file -> TestCases.count(cases(file))).sum();
    String key = cases > tests ? "tests.cases" : "tests";
    Phrase phrase =
        repository
            .say(files.size() == 1 ? key + ".one" : key)
            .count("files", files.size())
            .codes("names", names(files), FILE_COUNT_MAX - 1);
    if (tests + cases > 0) {
      phrase.count("tests", Math.max(tests, cases));
    }
    for (int file : files.subList(0, Math.min(FILE_COUNT_MAX, files.size()))) {
      GraphEdge edge = first.get(file);
      if (edge != null) {
        phrase.by(repository.line(file, edge.line()));
      }
    }
    return phrase.end();
  }

  private List<TestCases.Case> cases(int file) {
    String path = repository.graph().path(file);
    return repository.text(path).map(text -> TestCases.of(path, text)).orElseGet(List::of);
  }

  /** The names of the files, with their folder where several have the same. */
  private List<String> names(List<Integer> files) {
    List<String> paths = files.stream().map(repository.graph()::path).toList();
    long distinct = paths.stream().map(Repository::fileName).distinct().count();
    return distinct == paths.size()
        ? paths.stream().map(Repository::fileName).toList()
        : paths.stream().map(ModuleTests::withFolder).toList();
  }

  private static String withFolder(String path) {
    int name = path.lastIndexOf('/');
    return name < 0 ? path : path.substring(path.lastIndexOf('/', name - 1) + 1);
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
        if (TestFunctions.mayBe(repository, symbol) && words(symbol.name()) >= WORD_COUNT_MIN) {
          found.add(symbol);
          scores.put(id, score(symbol.name(), subjects));
        }
      }
    }
    found.sort(
        Comparator.comparingInt((GraphSymbol test) -> -scores.getOrDefault(test.id(), 0))
            .thenComparingInt(GraphSymbol::id));
    if (inCases(files)) {
      inWords(files, subjects, result);
    } else if (found.size() >= 2) {
      Phrase phrase = repository.say("tests.behaviour");
      phrase.codes("names", found.stream().limit(2).map(GraphSymbol::name).toList());
      found.stream().limit(2).forEach(test -> phrase.by(repository.definition(test)));
      result.add(phrase.end());
    }
  }

  /** Whether the tests are cases, so that functions beside them are what the cases use. */
  private boolean inCases(List<Integer> files) {
    int cases = files.stream().mapToInt(file -> TestCases.count(cases(file))).sum();
    return cases > files.stream().mapToInt(file -> TestFunctions.count(repository, file)).sum();
  }

  /** Up to two cases whose names are sentences. */
  private void inWords(List<Integer> files, Set<String> subjects, List<Sentence> result) {
    Map<TestCases.Case, Integer> found = new LinkedHashMap<>();
    for (int file : files.subList(0, Math.min(FILE_COUNT_MAX, files.size()))) {
      for (TestCases.Case one : cases(file)) {
        boolean words = !one.isGroup() && !one.isCode() && !MADE.matcher(one.name()).find();
        if (words && words(one.name()) >= WORD_COUNT_MIN) {
          found.putIfAbsent(one, file);
        }
      }
    }
    List<TestCases.Case> best = new ArrayList<>(found.keySet());
    best.sort(Comparator.comparingInt(one -> -score(one.name(), subjects)));
    if (best.size() >= 2) {
      Phrase phrase = repository.say("tests.words");
      phrase.quote("one", best.get(0).name()).quote("two", best.get(1).name());
      for (TestCases.Case one : best.subList(0, 2)) {
        int line = one.line();
        String path = repository.graph().path(found.getOrDefault(one, files.getFirst()));
        repository.lines(path, line, line + 1).ifPresent(phrase::by);
      }
      result.add(phrase.end());
    }
  }

  /** Words of a test's name that are words of the module's own names, then its length. */
  private static int score(String test, Set<String> subjects) {
    int named = 0;
    for (String word : parts(test)) {
      named += word.length() >= 4 && subjects.contains(word) ? 1 : 0;
    }
    return 3 * Math.min(3, named) + Math.min(8, words(test));
  }

  private static String[] parts(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT)
        .split("[_\\W]+", -1);
  }

  private static int words(String name) {
    int count = 0;
    for (String word : name.split("[_\\W]+|(?<=[a-z0-9])(?=[A-Z])", -1)) {
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
