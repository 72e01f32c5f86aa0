package ai.wikibuilder.cli.workbench;

import ai.wikibuilder.builds.Outcomes;
import ai.wikibuilder.builds.stored.StoredGraph;
import ai.wikibuilder.builds.stored.WikiCheck;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.pages.Wiki;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One wiki, opened for answers: graph and pages are read aside while the index is opened and
 * searched, and waited for when they are asked for. One thread.
 */
public final class OpenWiki implements AutoCloseable {
  private final ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();
  private final Future<CodeGraph> graph;
  private final Future<Optional<Wiki>> pages;
  private final Searching searching;

  /**
   * Opens the generation that a folder shows, and closes it with itself.
   *
   * @param embedder re-orders the best results when there is one; closed with this
   */
  public OpenWiki(Path folder, Generation generation, Optional<Embedder> embedder) {
    this.graph = aside.submit(() -> StoredGraph.of(generation));
    this.pages = aside.submit(() -> WikiCheck.pages(folder));
    this.searching = new Searching(generation, embedder);
  }

  public Searching searching() {
    return searching;
  }

  public CodeGraph graph() {
    return Outcomes.await(graph);
  }

  /** The pages; empty when there is an index alone. */
  public Optional<Wiki> pages() {
    return Outcomes.await(pages);
  }

  @Override
  public void close() {
    aside.close(); // whoever still reads reads the generation
    searching.close();
  }
}
