package ai.wikibuilder.plan;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.plan.steering.Steering;
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
  /** Pages of a wiki at most, whatever the size of the repository. */
  public static final int PAGE_COUNT_MAX = 300;

  /** Of so many lines one is too few to lend its folder's name to all that no module has. */
  private static final long CRUMB_SHARE = 50;

  /** Pages that are not about one module, with the one of all modules that found no other. */
  private static final int FIXED_PAGE_COUNT = 11;

  /** Pages about modules; there is room for those a repository asks for. */
  private static final int MODULE_PAGE_COUNT_MAX = PAGE_COUNT_MAX - FIXED_PAGE_COUNT - 40;

  /** An inner module with less in all of these respects is told on the page above it. */
  private static final double WEIGHT_MIN = 0.02;

  private static final int LINE_COUNT_MIN = 300;

  /** So many files are worth a page whatever is in them. */
  private static final int FILE_COUNT_MIN = 20;

  /** A few files are when they have some lines between them; else a folder of one form is. */
  private static final int FEW_FILE_COUNT_MIN = 3;

  private static final int FEW_LINE_COUNT_MIN = 200;

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
    private final Map<Integer, String> slugByModule = new HashMap<>();
    private final Map<Integer, Double> weights = new HashMap<>();
    private final Set<Integer> chosen = new HashSet<>();
    private final Map<Integer, List<Integer>> children = new TreeMap<>();
    private final Map<Integer, List<Integer>> folded = new HashMap<>();
    private final List<PlannedPage> pages = new ArrayList<>();
  }

  /** Plans the wiki of a graph; the same graph gives the same plan. */
  public WikiPlan plan(CodeGraph graph) {
    return plan(graph, Steering.NONE);
  }

  /** Plans the wiki of a graph with the pages its repository asks for. */
  public WikiPlan plan(CodeGraph graph, Steering steering) {
    Draft draft = new Draft();
    draft.pages.add(page(Slugs.fixed(OVERVIEW), "Overview", PlannedPage.Kind.OVERVIEW));
    String architecture = Slugs.fixed(ARCHITECTURE);
    String documentsSlug = Slugs.fixed(DOCUMENTS);
    List<KeyDocument> documents = KeyDocuments.of(graph);
    weigh(graph, draft);
    choose(graph, draft);
    fold(graph, draft);
    name(graph, draft);
    if (draft.chosen.size() >= 2) {
      draft.pages.add(page(architecture, "Architecture", PlannedPage.Kind.ARCHITECTURE));
    }
    addChildren(graph, draft, -1, OVERVIEW);
    addRest(draft);
    if (graph.fileCount() > documents.size()) {
      addSubjects(graph, draft);
    }
    if (documents.size() >= 2) {
      draft.pages.add(page(documentsSlug, "Documents", PlannedPage.Kind.DOCUMENTS));
    }
    addTopics(steering, draft);
    return new WikiPlan(draft.pages, documents, steering);
  }

  /** Pages the repository asks for, each below the page whose title it names. */
  private static void addTopics(Steering steering, Draft draft) {
    Map<String, String> slugs = new HashMap<>();
    draft.pages.forEach(page -> slugs.putIfAbsent(page.title(), page.slug()));
    for (int topic = 0; topic < steering.topics().size(); topic++) {
      Steering.Topic asked = steering.topics().get(topic);
      String slug = draft.slugs.slug(asked.title());
      draft.pages.add(
          new PlannedPage(
              slug,
              asked.title(),
              Optional.of(slugs.getOrDefault(asked.parent(), OVERVIEW)),
              PlannedPage.Kind.TOPIC,
              topic,
              List.of()));
      slugs.putIfAbsent(asked.title(), slug);
    }
  }

  /** Pages across all modules; the writer leaves out those about which there is nothing to say. */
  private static void addSubjects(CodeGraph graph, Draft draft) {
    draft.pages.add(dataModel(graph, draft));
    draft.pages.add(page(Slugs.fixed("api"), "API surface", PlannedPage.Kind.API));
    draft.pages.add(
        page(Slugs.fixed("configuration"), "Configuration", PlannedPage.Kind.CONFIGURATION));
    draft.pages.add(page(Slugs.fixed("build-and-test"), "Build and test", PlannedPage.Kind.BUILD));
    draft.pages.add(page(Slugs.fixed("deployment"), "Deployment", PlannedPage.Kind.DEPLOYMENT));
    draft.pages.add(page(Slugs.fixed("glossary"), "Glossary", PlannedPage.Kind.GLOSSARY));
  }

  /** Without tables it tells of families of types, which is a matter of the architecture. */
  private static PlannedPage dataModel(CodeGraph graph, Draft draft) {
    boolean below =
        graph.tables().isEmpty()
            && draft.pages.stream().anyMatch(page -> page.slug().equals(ARCHITECTURE));
    return new PlannedPage(
        Slugs.fixed("data-model"),
        "Data model",
        Optional.of(below ? ARCHITECTURE : OVERVIEW),
        PlannedPage.Kind.DATA_MODEL,
        -1,
        List.of());
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
    Incidental incidental = new Incidental(graph, draft.weights);
    Set<Integer> held = held(graph);
    for (CodeModule module : outermost) {
      boolean reachable = module.parent() < 0 || draft.chosen.contains(module.parent());
      boolean worth = isWorthAPage(module, draft, held) && !incidental.is(module);
      if (reachable && worth && draft.chosen.size() < MODULE_PAGE_COUNT_MAX) {
        draft.chosen.add(module.id());
      }
    }
  }

  /** Modules that others stand below or that are entered from outside. */
  private static Set<Integer> held(CodeGraph graph) {
    Set<Integer> held = new HashSet<>();
    graph.modules().forEach(module -> held.add(module.parent()));
    for (EntryPoint entry : graph.entryPoints()) {
      if (entry.kind() != EntryPoint.Kind.SCRIPT && entry.kind() != EntryPoint.Kind.EXPORT) {
        held.add(graph.moduleOf(graph.file(entry.path())));
      }
    }
    return held;
  }

  private static boolean isWorthAPage(CodeModule module, Draft draft, Set<Integer> held) {
    boolean few =
        module.files().size() >= FEW_FILE_COUNT_MIN
            && (module.lineCount() >= FEW_LINE_COUNT_MIN || held.contains(module.id()));
    return module.parent() < 0
        || module.files().isEmpty()
        || few
        || module.files().size() >= FILE_COUNT_MIN
        || module.lineCount() >= LINE_COUNT_MIN
        || draft.weights.getOrDefault(module.id(), 0.0) >= WEIGHT_MIN;
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

  /** In the order of the keys, whether they get a page or not: weights change, addresses do not. */
  private static void name(CodeGraph graph, Draft draft) {
    for (CodeModule module : graph.modules()) {
      String key = module.key().isEmpty() ? "top-level" : module.key();
      // a folder of the same word that comes later takes no address
      String named = module.isOfNames() ? key + "files" : key;
      draft.slugByModule.put(module.id(), draft.slugs.slug(named));
    }
  }

  private static void addChildren(CodeGraph graph, Draft draft, int parent, String parentSlug) {
    for (int id : draft.children.getOrDefault(parent, List.of())) {
      CodeModule module = graph.modules().get(id);
      PlannedPage.Kind kind =
          module.files().isEmpty() ? PlannedPage.Kind.AREA : PlannedPage.Kind.MODULE;
      String slug = draft.slugByModule.getOrDefault(id, "");
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

  /** Whether a folder may lend its name to files that lie in several. */
  private static boolean holdsHalf(CodeGraph graph, CodeModule module) {
    String folder = module.folder().isEmpty() ? "" : module.folder() + "/";
    long inside =
        module.files().stream().filter(file -> graph.path(file).startsWith(folder)).count();
    return 2 * inside >= module.files().size();
  }

  /** Whether a file or two in one deep folder are all that no module has. */
  private static boolean isCrumb(CodeGraph graph, CodeModule module) {
    String folder = module.folder() + "/";
    long all = graph.modules().stream().mapToLong(CodeModule::lineCount).sum();
    return folder.length() > 1
        && graph.modules().size() > 1
        && module.lineCount() * CRUMB_SHARE < all
        && graph.modules().stream()
            .noneMatch(other -> other.id() != module.id() && other.folder().startsWith(folder));
  }

  private static String ownTitle(CodeGraph graph, CodeModule module) {
    if (module.key().isEmpty()) {
      String folder = module.folder().substring(module.folder().lastIndexOf('/') + 1);
      String named = folder.isEmpty() ? "Top-level files" : folder;
      if (isCrumb(graph, module)) {
        return "Other files";
      }
      if (!holdsHalf(graph, module)) {
        named = "Other files";
      }
      return module.title().isEmpty() ? named : module.title();
    }
    String above = module.parent() < 0 ? "" : graph.modules().get(module.parent()).key();
    String own = above.isEmpty() ? module.key() : module.key().substring(above.length() + 1);
    int slash = own.indexOf('/');
    boolean container = slash > 0 && CONTAINERS.contains(own.substring(0, slash));
    if (container) {
      return own.substring(slash + 1);
    }
    // a chain of folders with nothing in them is named by its end
    return own.chars().filter(c -> c == '/').count() >= 2
        ? own.substring(own.lastIndexOf('/') + 1)
        : own;
  }

  private static void addRest(Draft draft) {
    List<Integer> rest = draft.folded.getOrDefault(-1, List.of());
    if (!rest.isEmpty()) {
      draft.pages.add(
          new PlannedPage(
              Slugs.fixed("other-modules"),
              "Other modules",
              Optional.of(OVERVIEW),
              PlannedPage.Kind.AREA,
              -1,
              rest));
    }
  }
}
