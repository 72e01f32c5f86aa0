package ai.wikibuilder.pages.material;

import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.modules.CrossingLine;
import ai.wikibuilder.graph.modules.ModuleDependency;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Dependencies between pages: those of the modules, added up for some pages and everything below
 * them.
 */
public final class PageGraph {
  /** Lines kept as proof of one dependency. */
  private static final int EVIDENCE_COUNT_MAX = 4;

  /** Lines of one dependency looked at. */
  private static final int LINE_COUNT_MAX = 2_000;

  /** The heaviest part shows at least so many of the heaviest inside it. */
  private static final int HEAVIEST_COUNT_MAX = 8;

  /** Parts a reader takes in at once. */
  private static final int EASY_COUNT_MAX = 14;

  /**
   * One page leans on another.
   *
   * @param from place of the page in {@link #pages}
   * @param lineCount lines that name something of the other; 0 when only imports lead there
   */
  public record Dependency(
      int from, int to, int lineCount, int importCount, List<CrossingLine> lines) {
    public Dependency {
      lines = List.copyOf(lines);
    }
  }

  private final Repository repository;
  private final List<PlannedPage> pages;
  private final Map<Integer, Integer> placeOfModule = new HashMap<>();
  private final List<Dependency> dependencies;

  /** Adds the dependencies of all modules up to the given pages. */
  public PageGraph(Repository repository, List<PlannedPage> pages) {
    this.repository = repository;
    this.pages = List.copyOf(pages);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      places.put(pages.get(i).slug(), i);
    }
    Map<String, PlannedPage> bySlug = new HashMap<>();
    repository.plan().pages().forEach(page -> bySlug.put(page.slug(), page));
    for (PlannedPage page : repository.plan().pages()) {
      int place = place(page, bySlug, places);
      if (page.module() >= 0 && page.kind() != PlannedPage.Kind.TOPIC) {
        placeOfModule.put(page.module(), place);
      }
      page.folded().forEach(module -> placeOfModule.put(module, place));
    }
    this.dependencies = sum();
  }

  /**
   * The pages a map of the whole repository shows: those right below the overview, and after each
   * the ones below it as long as all are few enough to be told one by one.
   */
  public static PageGraph outermost(Repository repository) {
    List<PlannedPage> pages = new ArrayList<>(below(repository, "overview"));
    for (int i = 0; i < pages.size(); i++) {
      List<PlannedPage> inner = below(repository, pages.get(i).slug());
      int room = EASY_COUNT_MAX - pages.size();
      if (inner.size() <= room) {
        pages.addAll(i + 1, inner);
      } else if (i == 0) {
        int shown = Math.max(room, HEAVIEST_COUNT_MAX);
        pages.addAll(1, inner.subList(0, Math.min(shown, inner.size())));
      }
    }
    // what is told in a line each is no part that others lean on
    pages.removeIf(page -> page.module() < 0);
    return new PageGraph(repository, pages);
  }

  /** Pages about modules right below another page. */
  public static List<PlannedPage> below(Repository repository, String slug) {
    List<PlannedPage> result = new ArrayList<>();
    for (PlannedPage page : repository.plan().pages()) {
      boolean aboutModules =
          page.kind() == PlannedPage.Kind.MODULE || page.kind() == PlannedPage.Kind.AREA;
      if (aboutModules && page.parent().filter(slug::equals).isPresent()) {
        result.add(page);
      }
    }
    return result;
  }

  private static int place(
      PlannedPage page, Map<String, PlannedPage> bySlug, Map<String, Integer> places) {
    Optional<PlannedPage> at = Optional.of(page);
    while (at.isPresent()) {
      Integer place = places.get(at.get().slug());
      if (place != null) {
        return place;
      }
      at = at.get().parent().map(bySlug::get);
    }
    return -1;
  }

  private List<Dependency> sum() {
    Map<Long, Dependency> sums = new TreeMap<>();
    for (ModuleDependency one : repository.graph().dependencies()) {
      int from = placeOfModule.getOrDefault(one.from(), -1);
      int to = placeOfModule.getOrDefault(one.to(), -1);
      if (from >= 0 && to >= 0 && from != to) {
        Dependency added =
            new Dependency(from, to, one.lineCount(), one.importCount(), one.strongest());
        sums.merge(((long) from << 32) | to, added, PageGraph::joined);
      }
    }
    return sums.values().stream()
        .sorted(
            Comparator.comparingInt((Dependency one) -> -one.lineCount())
                .thenComparingInt(one -> -one.importCount()))
        .toList();
  }

  private static Dependency joined(Dependency first, Dependency second) {
    List<CrossingLine> lines = new ArrayList<>(first.lines());
    lines.addAll(second.lines());
    lines.sort(Comparator.comparing(CrossingLine::kind, Comparator.comparingInt(PageGraph::rank)));
    return new Dependency(
        first.from(),
        first.to(),
        first.lineCount() + second.lineCount(),
        first.importCount() + second.importCount(),
        List.copyOf(lines.subList(0, Math.min(EVIDENCE_COUNT_MAX, lines.size()))));
  }

  private static int rank(ai.wikibuilder.facts.ReferenceKind kind) {
    return switch (kind) {
      case INHERIT -> 0;
      case CALL -> 1;
      case TYPE -> 2;
      case ANNOTATION -> 3;
    };
  }

  public List<PlannedPage> pages() {
    return pages;
  }

  /** Those with at least one line of code, the strongest first. */
  public List<Dependency> dependencies() {
    return dependencies.stream().filter(one -> one.lineCount() > 0).toList();
  }

  /** Lines of code that name something of the page at a place, from all other pages. */
  public int incomingLineCount(int place) {
    return dependencies.stream()
        .filter(one -> one.to() == place)
        .mapToInt(Dependency::lineCount)
        .sum();
  }

  public int lineCount() {
    return dependencies.stream().mapToInt(Dependency::lineCount).sum();
  }

  /** Edges of all lines of a dependency that the language's rules resolve, in their order. */
  public List<GraphEdge> edges(Dependency dependency, Calls calls) {
    List<GraphEdge> result = new ArrayList<>();
    for (CodeModule module : repository.graph().modules()) {
      if (placeOfModule.getOrDefault(module.id(), -1) == dependency.from()) {
        module.files().forEach(file -> add(calls.fromFile(file), dependency.to(), result));
      }
    }
    return result;
  }

  private void add(List<GraphEdge> edges, int to, List<GraphEdge> result) {
    for (GraphEdge edge : edges) {
      int module = repository.graph().moduleOf(repository.graph().symbol(edge.target()).file());
      boolean leads =
          edge.certainty() == Certainty.EXACT && placeOfModule.getOrDefault(module, -1) == to;
      if (leads && result.size() < LINE_COUNT_MAX) {
        result.add(edge);
      }
    }
  }

  public List<Evidence> evidence(Dependency dependency) {
    List<Evidence> result = new ArrayList<>();
    for (CrossingLine line : dependency.lines()) {
      repository.line(line.file(), line.line()).ifPresent(result::add);
    }
    return result;
  }
}
