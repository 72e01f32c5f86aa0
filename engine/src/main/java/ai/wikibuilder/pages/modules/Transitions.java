package ai.wikibuilder.pages.modules;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds which constant of an enum leads to which, where lines of a module list pairs of them, and
 * draws it. For one thread.
 */
final class Transitions {
  /** Fewer pairs are no table of transitions. */
  private static final int PAIR_COUNT_MIN = 3;

  /** Constants of an enum that is looked at. */
  private static final int CONSTANT_COUNT_MAX = 20;

  private static final int LINE_LENGTH_MAX = 200;

  /** Lines between two pairs of the same table. */
  private static final int GAP_MAX = 2;

  private final Material material;
  private final Repository repository;
  private final CodeGraph graph;

  /** A pair and the line that lists it. */
  private record Pair(String from, String to, int file, int line) {
    private boolean leads(String first, String second) {
      return from.equals(first) && to.equals(second);
    }
  }

  Transitions(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.graph = repository.graph();
  }

  /** Blocks about the first enum of a module whose transitions are listed; empty without one. */
  List<Block> blocks(CodeModule module) {
    for (int file : module.files()) {
      for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
        GraphSymbol symbol = graph.symbol(id);
        if (symbol.kind() == SymbolKind.ENUM) {
          List<String> constants = constants(symbol);
          List<Pair> pairs = pairs(module, symbol, constants);
          if (pairs.size() >= PAIR_COUNT_MIN) {
            return told(symbol, constants, pairs);
          }
        }
      }
    }
    return List.of();
  }

  /** Of a type with more constants than states a thing can have none are looked at. */
  private List<String> constants(GraphSymbol type) {
    List<String> names = new ArrayList<>();
    for (GraphSymbol member : material.symbols().members(type)) {
      if (member.kind() == SymbolKind.ENUM_MEMBER) {
        names.add(member.name());
      }
    }
    return names.size() <= CONSTANT_COUNT_MAX ? names : List.of();
  }

  /** The longest run of lines in one file, each of which begins like the others and lists two. */
  private List<Pair> pairs(CodeModule module, GraphSymbol type, List<String> constants) {
    if (constants.size() < PAIR_COUNT_MIN) {
      return List.of();
    }
    Pattern constant =
        Pattern.compile(
            "\\b(?:"
                + Pattern.quote(type.name())
                + "\\.)?("
                + String.join("|", constants)
                + ")\\b");
    List<Pair> best = List.of();
    for (int file : naming(module, type)) {
      List<Pair> found = run(file, type, constant);
      best = found.size() > best.size() ? found : best;
    }
    return best;
  }

  /** Files of a module that name an enum or one of its constants, besides its own file. */
  private Set<Integer> naming(CodeModule module, GraphSymbol type) {
    Set<Integer> files = new TreeSet<>(Set.of(type.file()));
    List<GraphSymbol> named = new ArrayList<>(material.symbols().members(type));
    named.add(type);
    for (GraphSymbol symbol : named) {
      for (GraphEdge edge : graph.incoming(symbol.id())) {
        if (graph.moduleOf(edge.sourceFile()) == module.id()) {
          files.add(edge.sourceFile());
        }
      }
    }
    return files;
  }

  /** A remark lists constants in brackets, too, and says nothing of what follows what. */
  private static boolean isRemark(String head) {
    return head.startsWith("*") || head.startsWith("/*") || head.startsWith("//");
  }

  private List<Pair> run(int file, GraphSymbol type, Pattern constant) {
    SourceText text = repository.text(graph.path(file)).orElse(SourceText.of(""));
    List<Pair> run = new ArrayList<>();
    List<Pair> best = new ArrayList<>();
    String begins = "";
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = text.lines(line, line).strip();
      boolean own = type.file() == file && line >= type.startLine() && line <= type.endLine();
      boolean call = !own && words.indexOf('(') >= 0 && words.length() <= LINE_LENGTH_MAX;
      Matcher matcher = constant.matcher(call ? words : "");
      List<String> named = new ArrayList<>();
      String head = "";
      int before = 0;
      while (matcher.find() && !isJoined(words.substring(before, matcher.start()), named)) {
        head = named.isEmpty() ? words.substring(0, matcher.start()) : head;
        before = matcher.end();
        named.add(matcher.group(1));
      }
      boolean follows = !run.isEmpty() && line - run.getLast().line() <= GAP_MAX;
      if (named.size() >= 2 && head.endsWith("(") && !isBranch(head) && !isRemark(head)) {
        if (!follows || !head.equals(begins)) {
          best = run.size() > best.size() ? run : best;
          run = new ArrayList<>();
          begins = head;
        }
        for (String to : named.subList(1, named.size())) {
          boolean leads = !to.equals(named.getFirst());
          if (leads && run.stream().noneMatch(one -> one.leads(named.getFirst(), to))) {
            run.add(new Pair(named.getFirst(), to, file, line));
          }
        }
      }
    }
    return run.size() > best.size() ? run : best;
  }

  /** Whether a sign makes one value of the constants on both sides: flags, not states. */
  private static boolean isJoined(String between, List<String> named) {
    return !named.isEmpty() && between.chars().anyMatch(c -> "|&+".indexOf(c) >= 0);
  }

  /** A condition compares constants, it does not list what leads where. */
  private static boolean isBranch(String head) {
    return head.matches("(?:\\}\\s*)?(?:if|else|while|for|return|switch|assert|case)\\b.*")
        || head.contains("Set.of(")
        || head.contains("List.of(")
        || head.contains("=");
  }

  private List<Block> told(GraphSymbol type, List<String> constants, List<Pair> pairs) {
    Pair first = pairs.getFirst();
    Evidence lines =
        repository
            .lines(graph.path(first.file()), first.line(), pairs.getLast().line())
            .orElseThrow();
    List<Sentence> words = new ArrayList<>();
    words.add(
        repository
            .say("states")
            .count("count", pairs.size())
            .code("type", type.name())
            .code("file", Repository.fileName(graph.path(first.file())))
            .by(lines)
            .end());
    Set<String> sources = new LinkedHashSet<>();
    Set<String> targets = new LinkedHashSet<>();
    pairs.forEach(pair -> sources.add(pair.from()));
    pairs.forEach(pair -> targets.add(pair.to()));
    part("states.start", constants.stream().filter(one -> !targets.contains(one)).toList(), lines)
        .ifPresent(words::add);
    part("states.end", constants.stream().filter(one -> !sources.contains(one)).toList(), lines)
        .ifPresent(words::add);
    reason(constants, pairs).ifPresent(words::add);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(words));
    blocks.add(new Block.Figure(diagram(type, constants, pairs, lines)));
    return blocks;
  }

  private Optional<Sentence> part(String key, List<String> names, Evidence lines) {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            repository.say(key).codes("names", names).count("count", names.size()).by(lines).end());
  }

  /** What the documents say of a constant that leads back to one it can be reached from. */
  private Optional<Sentence> reason(List<String> constants, List<Pair> pairs) {
    for (String constant : constants) {
      Optional<Repository.Quoted> said = material.reasons().ofConstant(constant);
      Optional<Pair> back = pairs.stream().filter(pair -> pair.from().equals(constant)).findFirst();
      if (said.isPresent() && back.isPresent()) {
        return Optional.of(
            repository
                .say("states.reason")
                .code("from", constant)
                .code("to", back.get().to())
                .quote("quote", said.get().text())
                .by(repository.line(back.get().file(), back.get().line()))
                .by(said.get().evidence())
                .end());
      }
    }
    return Optional.empty();
  }

  private Diagram diagram(
      GraphSymbol type, List<String> constants, List<Pair> pairs, Evidence lines) {
    Map<String, String> ids = new LinkedHashMap<>();
    List<Diagram.Node> nodes = new ArrayList<>();
    Map<String, GraphSymbol> members = new LinkedHashMap<>();
    material.symbols().members(type).forEach(member -> members.put(member.name(), member));
    for (String constant : constants) {
      GraphSymbol member = members.get(constant);
      ids.put(constant, "s" + ids.size());
      nodes.add(
          new Diagram.Node(
              ids.getOrDefault(constant, ""),
              constant,
              "",
              Optional.empty(),
              Optional.ofNullable(member).map(repository::head)));
    }
    List<Diagram.Edge> edges = new ArrayList<>();
    for (Pair pair : pairs) {
      repository
          .line(pair.file(), pair.line())
          .ifPresent(line ->
              edges.add(
                  new Diagram.Edge(
                      ids.getOrDefault(pair.from(), ""),
                      ids.getOrDefault(pair.to(), ""),
                      "",
                      List.of(line))));
    }
    Phrase drawn =
        repository
            .say("states.drawn")
            .code("name", type.name())
            .count("count", constants.size())
            .count("arrows", edges.size());
    String title = repository.words().text("states.title").replace("{name}", type.name());
    return new Diagram(Diagram.Kind.STATES, title, nodes, edges, List.of(drawn.by(lines).end()));
  }
}
