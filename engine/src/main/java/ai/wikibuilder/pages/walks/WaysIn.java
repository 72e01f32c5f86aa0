package ai.wikibuilder.pages.walks;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.material.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells where the product is entered from what is run for work on it: scripts, generators and tools
 * in folders that are called so. Immutable.
 */
public final class WaysIn {
  /** Folders of what people run beside a product, at the end of a folder's name too. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i)(?:.*/)?(?:\\.?ci|docker|(?:[\\w.]+[-_])?(?:scripts?|tools?|tooling|devtools?)|utils?|misc"
              + "|contrib|hack|dev|packaging|deploy(?:ment)?|release|maintenance|maint"
              + "|bench(?:marks?)?|perf[\\w-]*|samples?|xtask|codegen|website|docs?)/.*");

  private final Repository repository;
  private final boolean apart;

  public WaysIn(Repository repository) {
    this.repository = repository;
    CodeGraph graph = repository.graph();
    long beside = 0;
    long all = 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      if (repository.isMain(file) && graph.moduleOf(file) >= 0) {
        all += graph.lineCount(file);
        beside += BESIDE.matcher(graph.path(file)).matches() ? graph.lineCount(file) : 0;
      }
    }
    // where most of the code lies in such folders they are the product
    this.apart = beside * 2 < all;
  }

  /** Entry points of the product's own code, in the order of the graph; exported names are none. */
  public List<EntryPoint> ofProduct() {
    return entries(false);
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
      case MAIN, COMMAND -> apart && BESIDE.matcher(entry.path()).matches();
      case SCRIPT ->
          apart && (entry.path().indexOf('/') < 0 || BESIDE.matcher(entry.path()).matches());
      case ROUTE, SCHEDULED, EXPORT -> false;
    };
  }
}
