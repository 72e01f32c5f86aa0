package ai.wikibuilder.pages.subjects;

import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the page of the words that many names of the code are made of. For one thread. */
public final class GlossaryPage {
  /** Words explained. */
  private static final int WORD_COUNT_MAX = 24;

  /** Types whose names carry a word before it is one of the subject. */
  private static final int TYPE_COUNT_MIN = 3;

  /** Types looked at. */
  private static final int LOOK_COUNT_MAX = 3000;

  private static final int NAME_COUNT_MAX = 4;

  /** Words that say how code is built, not what it is about. */
  private static final Set<String> EVERYDAY =
      Set.of(
          "abstract",
          "base",
          "default",
          "impl",
          "util",
          "utils",
          "helper",
          "manager",
          "factory",
          "builder",
          "exception",
          "error",
          "errors",
          "object",
          "value",
          "values",
          "key",
          "keys",
          "item",
          "items",
          "list",
          "map",
          "set",
          "get",
          "name",
          "names",
          "type",
          "types",
          "data",
          "info",
          "id",
          "ids",
          "test",
          "tests",
          "simple",
          "basic",
          "common",
          "internal",
          "options",
          "option",
          "params",
          "args",
          "function",
          "class",
          "string",
          "int",
          "long",
          "bool",
          "boolean",
          "array",
          "number",
          "with",
          "from",
          "for",
          "and",
          "not",
          "the",
          "new",
          "all",
          "any",
          "has",
          "can",
          "non",
          "impls",
          "interface",
          "enum",
          "struct",
          "constants",
          "constant",
          "support",
          "generic",
          "custom",
          "main",
          "result",
          "callback",
          "invalid",
          "unsupported",
          "read",
          "write",
          "async",
          "sync",
          "controller",
          "repository",
          "service",
          "handler",
          "provider",
          "listener",
          "adapter",
          "wrapper",
          "config",
          "configuration",
          "application",
          "strategy",
          "converter",
          "stub",
          "mock",
          "fake",
          "state",
          "response",
          "request",
          "add",
          "remove",
          "create",
          "delete",
          "update",
          "make",
          "multi",
          "size");

  private final Material material;
  private final Repository repository;

  /** A word with the types that carry it, the most important first. */
  private record Word(String text, List<GraphSymbol> types) {}

  public GlossaryPage(Material material) {
    this.material = material;
    this.repository = material.repository();
  }

  /** Without a section when no word occurs often enough. */
  public Page page(PlannedPage planned) {
    SortedMap<String, List<Sentence>> byWord = new TreeMap<>();
    for (Word word : words()) {
      byWord.put(word.text(), item(word));
    }
    byWord.putAll(new Terms(material).items(Set.copyOf(byWord.keySet())));
    List<List<Sentence>> items = List.copyOf(byWord.values());
    List<Page.Section> sections = new ArrayList<>();
    if (!items.isEmpty()) {
      List<Block> blocks = new ArrayList<>();
      blocks.add(new Block.Paragraph(List.of(repository.words().plain("glossary"))));
      blocks.add(new Block.Items(false, items));
      sections.add(new Page.Section("", blocks));
    }
    return new Page(
        planned.slug(),
        planned.title(),
        planned.parent(),
        repository.words().text("summary.glossary"),
        sections);
  }

  private List<Word> words() {
    Map<String, List<GraphSymbol>> carriers = new HashMap<>();
    for (GraphSymbol symbol : material.keySymbols(LOOK_COUNT_MAX)) {
      if (symbol.kind().isType() && !KeySymbols.isHidden(symbol)) {
        for (String word : parts(symbol.name())) {
          carriers.computeIfAbsent(word, _ -> new ArrayList<>()).add(symbol);
        }
      }
    }
    List<Word> found = new ArrayList<>();
    carriers.forEach((word, types) -> {
      boolean telling = word.length() >= 3 && !EVERYDAY.contains(word);
      if (telling && types.size() >= TYPE_COUNT_MIN && definer(word, types).isPresent()) {
        found.add(new Word(word, types));
      }
    });
    found.sort(Comparator.comparingDouble((Word word) -> -weight(word)).thenComparing(Word::text));
    // two words of one name would be explained by the same sentence
    Set<Integer> explaining = new HashSet<>();
    found.removeIf(word ->
        definer(word.text(), word.types()).filter(type -> !explaining.add(type.id())).isPresent());
    List<Word> shown = new ArrayList<>(found.subList(0, Math.min(WORD_COUNT_MAX, found.size())));
    shown.sort(Comparator.comparing(Word::text));
    return shown;
  }

  private static double weight(Word word) {
    return word.types().stream().mapToDouble(GraphSymbol::importance).sum();
  }

  /** The words of a name in camel case or with underscores, lower case, each once. */
  private static Set<String> parts(String name) {
    Set<String> result = new LinkedHashSet<>();
    for (String part : name.split("_|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", -1)) {
      result.add(part.toLowerCase(Locale.ROOT));
    }
    return result;
  }

  /** The type that explains a word: of that very name, else the shortest with words of its own. */
  private Optional<GraphSymbol> definer(String word, List<GraphSymbol> types) {
    return types.stream()
        .filter(type -> type.name().length() <= word.length() + 10)
        .filter(type ->
            repository
                .doc(type)
                .filter(words -> !words.text().startsWith("Deprecated"))
                .isPresent())
        .min(
            Comparator.comparingInt((GraphSymbol type) -> type.name().length())
                .thenComparingInt(GraphSymbol::id));
  }

  private List<Sentence> item(Word word) {
    List<Sentence> result = new ArrayList<>();
    GraphSymbol definer = definer(word.text(), word.types()).orElse(word.types().getFirst());
    boolean same = definer.name().equalsIgnoreCase(word.text());
    Phrase phrase =
        repository
            .say(same ? "word.itself" : "word")
            .strong("word", capital(word.text()))
            .code("type", definer.name());
    repository
        .doc(definer)
        .ifPresent(words -> phrase.quote("quote", words.text()).by(words.evidence()));
    result.add(phrase.end());
    List<GraphSymbol> others =
        word.types().stream().filter(type -> !type.name().equals(definer.name())).toList();
    List<String> names = others.stream().map(GraphSymbol::name).distinct().toList();
    Phrase carried = repository.say("word.types").codes("names", names, NAME_COUNT_MAX);
    others.stream().limit(3).forEach(type -> carried.by(repository.head(type)));
    repository
        .pageOfFile(definer.file())
        .ifPresent(page -> carried.page("page", page.slug(), page.title()));
    if (!names.isEmpty()) {
      result.add(carried.end());
    }
    table(word.text()).ifPresent(result::add);
    return result;
  }

  private Optional<Sentence> table(String word) {
    for (Table table : repository.graph().tables()) {
      String name = table.name().toLowerCase(Locale.ROOT);
      if (name.equals(word) || name.equals(word + "s")) {
        return Optional.of(
            repository
                .say("word.table")
                .code("table", table.name())
                .by(repository.lines(table.path(), table.line(), table.line()))
                .end());
      }
    }
    return Optional.empty();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
