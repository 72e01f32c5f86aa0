package ai.wikibuilder.pages.prose.lookup;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.claims.CitedText;
import ai.wikibuilder.source.SourceText;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for the lines that prove how two things stand to each other. One thread. */
public final class Relations {
  /** Lines given for one relation; one is enough to prove it. */
  private static final int PROOF_COUNT_MAX = 40;

  /** Steps of inheritance followed. */
  private static final int STEP_COUNT_MAX = 8;

  /** Lines of one definition that are searched for a name. */
  private static final int LINE_COUNT_MAX = 3_000;

  /** Languages in which a call may stand without brackets. */
  private static final Set<String> BARE_CALLS = Set.of("ruby", "haskell", "scala", "bash", "lua");

  private final RepositoryNames names;
  private final CodeGraph graph;
  private final CitedText text;

  public Relations(RepositoryNames names, CitedText text) {
    this.names = names;
    this.graph = names.graph();
    this.text = text;
  }

  /** Lines on which something of {@code from} calls something of {@code to}; empty when none. */
  public List<Evidence> calls(Collection<Integer> from, Collection<Integer> to) {
    return edges(from, to, Set.of(ReferenceKind.CALL));
  }

  /** Lines on which something of {@code from} names something of {@code to} in any way. */
  public List<Evidence> uses(Collection<Integer> from, Collection<Integer> to) {
    return edges(from, to, Set.of(ReferenceKind.values()));
  }

  private List<Evidence> edges(
      Collection<Integer> from, Collection<Integer> to, Set<ReferenceKind> kinds) {
    Set<Integer> sources = names.within(from);
    Set<Evidence> lines = new LinkedHashSet<>();
    for (int target : names.within(to)) {
      for (GraphEdge edge : graph.incoming(target)) {
        if (kinds.contains(edge.kind()) && sources.contains(edge.source())) {
          lines.add(line(edge));
        }
        if (lines.size() >= PROOF_COUNT_MAX) {
          return List.copyOf(lines);
        }
      }
    }
    return List.copyOf(lines);
  }

  private Evidence line(GraphEdge edge) {
    return new Evidence(graph.path(edge.sourceFile()), edge.line(), edge.line());
  }

  /** Lines on which one of {@code from} extends one of {@code to}, be it over others. */
  public List<Evidence> inherits(Collection<Integer> from, Collection<Integer> to) {
    Set<Integer> wanted = new HashSet<>(from);
    Set<Integer> seen = new HashSet<>(to);
    Set<Evidence> lines = new LinkedHashSet<>();
    Set<Integer> level = new LinkedHashSet<>(to);
    for (int step = 0; step < STEP_COUNT_MAX && !level.isEmpty(); step++) {
      Set<Integer> below = new LinkedHashSet<>();
      for (int type : level) {
        for (GraphEdge edge : graph.incoming(type)) {
          if (edge.kind() == ReferenceKind.INHERIT && edge.source() >= 0) {
            if (wanted.contains(edge.source()) && lines.size() < PROOF_COUNT_MAX) {
              lines.add(line(edge));
            }
            if (seen.add(edge.source())) {
              below.add(edge.source());
            }
          }
        }
      }
      level = below;
    }
    return List.copyOf(lines);
  }

  /**
   * A line inside one of the definitions that holds a name, where the graph does not say that the
   * name means something else there; empty when there is none.
   *
   * @param to what the name may mean; empty when nothing in the repository is called so
   * @param call whether it has to look like a call
   */
  public Optional<Evidence> names(
      Collection<Integer> from, String name, Collection<Integer> to, boolean call) {
    Set<Integer> targets = names.within(to);
    boolean type = to.stream().anyMatch(one -> graph.symbol(one).kind().isType());
    for (int id : names.within(from)) {
      GraphSymbol symbol = graph.symbol(id);
      boolean bare = !call || type || BARE_CALLS.contains(graph.language(symbol.file()));
      Pattern word =
          Pattern.compile(
              "(?<![\\p{L}\\p{N}_$])"
                  + Pattern.quote(name)
                  + (bare ? "(?![\\p{L}\\p{N}_$])" : "\\s*(?:<[^<>]*>)?\\s*[(!{`\"'.:]"));
      Optional<Evidence> found =
          inside(symbol, word, line -> meansOther(symbol, line, name, targets));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Evidence> inside(
      GraphSymbol symbol, Pattern word, java.util.function.IntPredicate excluded) {
    SourceText file = text.file(symbol.path()).orElse(null);
    if (file == null) {
      return Optional.empty();
    }
    int last =
        Math.min(Math.min(symbol.endLine(), file.lineCount()), symbol.startLine() + LINE_COUNT_MAX);
    for (int line = Math.max(1, symbol.startLine()); line <= last; line++) {
      Matcher matcher = word.matcher(file.lines(line, line));
      boolean own = line == symbol.nameLine();
      boolean found = matcher.find();
      if (found && own && matcher.group().startsWith(symbol.name())) {
        found = matcher.find();
      }
      if (found && !excluded.test(line)) {
        return Optional.of(new Evidence(symbol.path(), line, line));
      }
    }
    return Optional.empty();
  }

  private boolean meansOther(GraphSymbol symbol, int line, String name, Set<Integer> targets) {
    boolean other = false;
    for (GraphEdge edge : names.edges(symbol.file(), line, line)) {
      if (graph.symbol(edge.target()).name().equals(name)) {
        if (targets.contains(edge.target())) {
          return false;
        }
        other |= edge.certainty() == Certainty.EXACT;
      }
    }
    return other;
  }
}
