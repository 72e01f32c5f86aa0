package ai.wikibuilder.pages.walks;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.material.Repository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells where the product is entered from what is run for work on it: scripts, generators and tools
 * in folders that are called so, benchmarks and examples. Immutable.
 */
public final class WaysIn {
  /** Folders of what people run beside a product, at the end of a folder's name too. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i)(?:.*/)?(?:(?:[\\w.]+[-_.])?(?:test|sample|demo|example|benchmark|playground)s?(?:console|app|application|runner|project|client|server)?"
              + "|\\.?ci|docker|(?:[\\w.]+[-_])?(?:scripts?|tools?|tooling|devtools?)|utils?|misc"
              + "|contrib|hack|dev|packaging|deploy(?:ment)?|release|maintenance|maint"
              + "|bench(?:marks?)?|perf[\\w-]*|samples?|examples?|demos?|xtask|codegen|gen|\\.?git(?:hooks)?|\\.?husky|website|www|site|guide|docs?)/.*");

  /** The site that tells people of the product is not the product. */
  private static final Pattern OF_WEBSITE =
      Pattern.compile(
          "(?i)(?:(?:apps|packages|sites)/)?(?:www|websites?|sites?|docs?|documentation|guide)/.*");

  /** Headers that are kept apart for other code: with fewer it is no library. */
  private static final int PUBLIC_HEADER_COUNT_MIN = 3;

  private static final Pattern PUBLIC_HEADER =
      Pattern.compile("include/(?:.*/)?[^/]+\\.(?:h|hh|hpp|hxx)");

  private static final Pattern SOURCE_OF_C = Pattern.compile(".*\\.(?:c|cc|cpp|cxx)");

  /** Where programs stand beside the library they are made of. */
  private static final Pattern PROGRAM =
      Pattern.compile("(?i)(?:[^/]+|(?:src|apps?|bin|cmd|cli|programs?)/.*)");

  /** Files that say by their names that they measure, show or generate something of the product. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:.*/)?(?:(?:Generate|Gen)[A-Z]\\w*|gen(?:erate)?[-_]\\w+|\\w*(?:Benchmarks?|Bench|Examples?|Demo|Samples?|Playground)"
              + "|(?:\\w+[-_.])?(?:bench(?:marks?)?|examples?|demo|samples?|playground))\\.\\w+"
              // what "go generate" runs
              + "|(?:.*/)?gen(?:erate)?(?:docs?)?\\.go");

  /** Modules of Python that are there to be started, wherever they stand. */
  private static final Pattern STARTED =
      Pattern.compile(
          "(?:.*/)?(?:__main__|\\w*main|\\w*(?:app|cli|run|server|worker|manage|start|launch\\w*|bootstrap"
              + "|wsgi|asgi|daemon|gui))\\.py");

  /** What nobody can install from outside is run for work on what can: it generates or checks. */
  private static final Pattern INTERNAL =
      Pattern.compile("(?:cmd/)?internal/.*\\.go|.*/internal/.*\\.go");

  /** Where all targets of a Swift package have their folders. */
  private static final String SWIFT_SOURCES = "Sources/";

  /** Fewer are the file that a build file must name. */
  private static final int EXPORT_COUNT_MIN = 3;

  private final Repository repository;
  private final boolean apart;
  private final boolean publicHeaders;
  private final ShownHeaders headers;
  private final Optional<String> library;

  public WaysIn(Repository repository) {
    this.repository = repository;
    CodeGraph graph = repository.graph();
    long beside = 0;
    long all = 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      if (repository.isMain(file) && graph.moduleOf(file) >= 0) {
        all += graph.lineCount(file);
        beside += isBeside(graph.path(file)) ? graph.lineCount(file) : 0;
      }
    }
    int apartCount = 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      apartCount += PUBLIC_HEADER.matcher(graph.path(file)).matches() ? 1 : 0;
    }
    this.headers = new ShownHeaders(repository);
    boolean shown = headers.paths().stream().anyMatch(path -> !isBeside(path));
    this.publicHeaders = apartCount >= PUBLIC_HEADER_COUNT_MIN || shown;
    // where most of the code lies in such folders they are the product
    this.apart = beside * 2 < all || shown;
    this.library = library();
  }

  /** Entry points of the product's own code, in the order of the graph; exported names are none. */
  public List<EntryPoint> ofProduct() {
    return entries(false);
  }

  /**
   * Names that the product says it is there to be used by, where they are more than a file or two.
   */
  public List<EntryPoint> exports() {
    List<EntryPoint> result = new ArrayList<>(repository.graph().entryPoints());
    result.removeIf(entry ->
        entry.kind() != EntryPoint.Kind.EXPORT
            || !repository.isMain(repository.graph().file(entry.path())));
    return result.size() < EXPORT_COUNT_MIN ? List.of() : result;
  }

  /** Whether the build file at the root installs a command: it is there to be run. */
  public boolean isInstalled() {
    return repository.graph().manifests().stream()
        .anyMatch(manifest -> manifest.folder().isEmpty() && !manifest.programs().isEmpty());
  }

  /** What is run for work on the product, in the order of the graph. */
  public List<EntryPoint> beside() {
    return entries(true);
  }

  private List<EntryPoint> entries(boolean beside) {
    List<EntryPoint> result = new ArrayList<>();
    for (EntryPoint entry : repository.graph().entryPoints()) {
      boolean counts =
          entry.kind() != EntryPoint.Kind.EXPORT
              && repository.isMain(repository.graph().file(entry.path()));
      if (counts && isBeside(entry) == beside) {
        result.add(entry);
      }
    }
    return result;
  }

  /**
   * Whether an entry point is one of work on the product; requests and clocks enter the product.
   */
  public boolean isBeside(EntryPoint entry) {
    return switch (entry.kind()) {
      case MAIN ->
          isWorkOnIt(entry.path())
              || INTERNAL.matcher(entry.path()).matches()
              || isAidOfLibrary(entry.path())
              || isTriedAlone(entry)
              || isBesideLibrary(entry.path());
      case COMMAND -> isWorkOnIt(entry.path());
      case SCRIPT ->
          isBesideLibrary(entry.path())
              || (apart && (entry.path().indexOf('/') < 0 || isBeside(entry.path())));
      case ROUTE -> apart && OF_WEBSITE.matcher(entry.path()).matches();
      case SCHEDULED, EXPORT -> false;
    };
  }

  /**
   * The folder of the project that is called like the repository, when nothing in it can be started
   * and it is the largest of several: a library, and what else starts shows or tests it.
   */
  private Optional<String> library() {
    CodeGraph graph = repository.graph();
    Map<String, Long> lines = new HashMap<>();
    for (Manifest manifest : graph.manifests()) {
      if (manifest.isProject() && manifest.folder().matches("[^/]+")) {
        lines.put(manifest.folder(), 0L);
      }
    }
    boolean swift = graph.file("Package.swift") >= 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      String unit = unit(graph.path(file), swift);
      boolean own = lines.containsKey(unit) || (swift && unit.startsWith(SWIFT_SOURCES));
      if (own && repository.isMain(file) && graph.moduleOf(file) >= 0) {
        lines.merge(unit, (long) graph.lineCount(file), Long::sum);
      }
    }
    return lines.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .filter(unit ->
            lines.size() > 1 && Repository.fileName(unit).equalsIgnoreCase(repository.name()))
        .filter(unit ->
            graph.entryPoints().stream()
                .noneMatch(entry ->
                    entry.kind() != EntryPoint.Kind.EXPORT
                        && repository.isMain(graph.file(entry.path()))
                        && entry.path().startsWith(unit + "/")));
  }

  /** The folder of a project: the first, in Swift the one below that of all sources. */
  private static String unit(String path, boolean swift) {
    int from = swift && path.startsWith(SWIFT_SOURCES) ? SWIFT_SOURCES.length() : 0;
    int slash = path.indexOf('/', from);
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private boolean isBesideLibrary(String path) {
    return library.isPresent() && path.indexOf('/') > 0;
  }

  /** Whether a program in C stands among the parts of a library that others include. */
  private boolean isAidOfLibrary(String path) {
    boolean program = PROGRAM.matcher(path).matches() && !headers.isBeside(path);
    return publicHeaders && SOURCE_OF_C.matcher(path).matches() && !program;
  }

  /** A module of a Python package that also runs when it is called by itself, to try it. */
  private boolean isTriedAlone(EntryPoint entry) {
    String folder = entry.path().substring(0, Math.max(0, entry.path().lastIndexOf('/')));
    String above = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
    return entry.path().endsWith(".py")
        && !above.isEmpty()
        && !STARTED.matcher(entry.path()).matches()
        && repository.graph().file(folder + "/__init__.py") >= 0
        && repository.graph().file(above + "/__init__.py") >= 0;
  }

  /** Whether a file is one of work on the product, as far as its path says. */
  public boolean isWorkOnIt(String path) {
    return apart && isBeside(path);
  }

  private static boolean isBeside(String path) {
    return BESIDE.matcher(path).matches() || SHOWN.matcher(path).matches();
  }
}
