package ai.wikibuilder.plan;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.modules.CodeModule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses the pages of a wiki. The outermost modules come first, then the most important ones below
 * them until {@link #PAGE_COUNT_MAX} is reached; every other module is told on the page above it.
 * Stateless, may be shared by threads.
 */
public final class Planner {
  /** Pages of a wiki at most: about what a reader can see in one table of contents. */
  public static final int PAGE_COUNT_MAX = 60;

  /** Overview, architecture, documents and the page of all modules that found no other. */
  private static final int FIXED_PAGE_COUNT = 4;

  /** Folders that only say that packages are inside. */
  private static final Set<String> CONTAINERS =
      Set.of("packages", "modules", "crates", "libs", "apps", "projects", "components");

  /** Slug of the first page. */
  public static final String OVERVIEW = "overview";

  /** Slug of the page about layers and dependencies. */
  public static final String ARCHITECTURE = "architecture";

  /** Slug of the page about the repository's own documents. */
  public static final String DOCUMENTS = "documents";

  private static final class Draft {
    private final Slugs slugs = new Slugs();
    private final Map<Integer, Double> weights = new HashMap<>();
    private final Set<Integer> chosen = new HashSet<>();
    private final Map<Integer, List<Integer>> children = new TreeMap<>();
    private final Map<Integer, List<Integer>> folded = new HashMap<>();
    private final List<PlannedPage> pages = new ArrayList<>();
  }

  /** Plans the wiki of a graph; the same graph gives the same plan. */
  public WikiPlan plan(CodeGraph graph) {
    Draft draft = new Draft();
    draft.pages.add(page(draft.slugs.slug(OVERVIEW), "Overview", PlannedPage.Kind.OVERVIEW));
    String architecture = draft.slugs.slug(ARCHITECTURE);
    String documentsSlug = draft.slugs.slug(DOCUMENTS);
    List<KeyDocument> documents = KeyDocuments.of(graph);
    weigh(graph, draft);
    choose(graph, draft);
    fold(graph, draft);
    if (draft.chosen.size() >= 2) {
      draft.pages.add(page(architecture, "Architecture", PlannedPage.Kind.ARCHITECTURE));
    }
    addChildren(graph, draft, -1, OVERVIEW);
    addRest(draft);
    if (documents.size() >= 2) {
      draft.pages.add(page(documentsSlug, "Documents", PlannedPage.Kind.DOCUMENTS));
    }
    return new WikiPlan(draft.pages, documents);
  }

  private static PlannedPage page(String slug, String title, PlannedPage.Kind kind) {
    Optional<String> parent =
        kind == PlannedPage.Kind.OVERVIEW ? Optional.empty() : Optional.of(OVERVIEW);
    return new PlannedPage(slug, title, parent, kind, -1, List.of());
  }

  /** Half by importance of the symbols, half by lines, with everything below it. */
  private static void weigh(CodeGraph graph, Draft draft) {
    long lines = 1;
    for (CodeModule module : graph.modules()) {
      lines += module.lineCount();
    }
    for (int i = graph.modules().size() - 1; i >= 0; i--) {
      CodeModule module = graph.modules().get(i);
      double weight = 0.5 * module.lineCount() / lines;
      for (int file : module.files()) {
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
          weight += 0.5 * graph.importance(symbol);
        }
      }
      draft.weights.merge(module.id(), weight, Double::sum);
      if (module.parent() >= 0) {
        draft.weights.merge(
            module.parent(), draft.weights.getOrDefault(module.id(), 0.0), Double::sum);
      }
    }
  }

  private static void choose(CodeGraph graph, Draft draft) {
    Comparator<CodeModule> byWeight =
        Comparator.comparingDouble(
                (CodeModule module) -> -draft.weights.getOrDefault(module.id(), 0.0))
            .thenComparing(CodeModule::key);
    List<CodeModule> outermost = new ArrayList<>(graph.modules());
    outermost.removeIf(module -> module.parent() >= 0);
    List<CodeModule> inner = new ArrayList<>(graph.modules());
    inner.removeIf(module -> module.parent() < 0);
    outermost.sort(byWeight);
    inner.sort(byWeight);
    outermost.addAll(inner);
    for (CodeModule module : outermost) {
      boolean reachable = module.parent() < 0 || draft.chosen.contains(module.parent());
      if (reachable && draft.chosen.size() < PAGE_COUNT_MAX - FIXED_PAGE_COUNT) {
        draft.chosen.add(module.id());
      }
    }
  }

  private static void fold(CodeGraph graph, Draft draft) {
    for (CodeModule module : graph.modules()) {
      int at = module.id();
      if (draft.chosen.contains(at)) {
        draft.children.computeIfAbsent(module.parent(), key -> new ArrayList<>()).add(at);
        continue;
      }
      while (at >= 0 && !draft.chosen.contains(at)) {
        at = graph.modules().get(at).parent();
      }
      if (!module.files().isEmpty()) {
        draft.folded.computeIfAbsent(at, key -> new ArrayList<>()).add(module.id());
      }
    }
    Comparator<Integer> byWeight =
        Comparator.comparingDouble(id -> -draft.weights.getOrDefault(id, 0.0));
    draft.children.values().forEach(list -> list.sort(byWeight.thenComparing(id -> id)));
    draft.folded.values().forEach(list -> list.sort(byWeight.thenComparing(id -> id)));
  }

  private static void addChildren(CodeGraph graph, Draft draft, int parent, String parentSlug) {
    for (int id : draft.children.getOrDefault(parent, List.of())) {
      CodeModule module = graph.modules().get(id);
      PlannedPage.Kind kind =
          module.files().isEmpty() ? PlannedPage.Kind.AREA : PlannedPage.Kind.MODULE;
      String slug = draft.slugs.slug(module.key().isEmpty() ? "top-level" : module.key());
      draft.pages.add(
          new PlannedPage(
              slug,
              title(graph, draft, module),
              Optional.of(parentSlug),
              kind,
              id,
              draft.folded.getOrDefault(id, List.of())));
      addChildren(graph, draft, id, slug);
    }
  }

  /** The folders below the page above; the whole key where another page has the same name. */
  private static String title(CodeGraph graph, Draft draft, CodeModule module) {
    String own = ownTitle(graph, module);
    long sameCount =
        draft.chosen.stream()
            .filter(id -> ownTitle(graph, graph.modules().get(id)).equals(own))
            .count();
    return sameCount < 2 || module.key().isEmpty() ? own : module.key();
  }

  private static String ownTitle(CodeGraph graph, CodeModule module) {
    if (module.key().isEmpty()) {
      return module.title().isEmpty() ? "Top-level files" : module.title();
    }
    String above = module.parent() < 0 ? "" : graph.modules().get(module.parent()).key();
    String own = above.isEmpty() ? module.key() : module.key().substring(above.length() + 1);
    int slash = own.indexOf('/');
    boolean container = slash > 0 && CONTAINERS.contains(own.substring(0, slash));
    return container ? own.substring(slash + 1) : own;
  }

  private static void addRest(Draft draft) {
    List<Integer> rest = draft.folded.getOrDefault(-1, List.of());
    if (!rest.isEmpty()) {
      draft.pages.add(
          new PlannedPage(
              draft.slugs.slug("other-modules"),
              "Other modules",
              Optional.of(OVERVIEW),
              PlannedPage.Kind.AREA,
              -1,
              rest));
    }
  }
}
