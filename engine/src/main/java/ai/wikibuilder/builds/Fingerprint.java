package ai.wikibuilder.builds;

import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.graph.CodeGraphBuilder;
import ai.wikibuilder.index.IndexBuilder;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.SourceRequest.Origin;

/**
 * What a result depends on beside the files: when one part differs, what was made under it is made
 * anew. Immutable.
 *
 * @param analysis versions and settings behind text, facts, chunks and index
 * @param selection what was asked to be selected
 * @param presentation versions and settings behind graph, pages and site
 */
record Fingerprint(String analysis, String selection, String presentation) {
  /** Raised when selection, decoding or masking change, so that stored texts are made again. */
  private static final int TEXT_VERSION = 4;

  /** Raised when plan, pages or site change, so that wikis of the same commit are written again. */
  private static final int PAGES_VERSION = 17;

  static Fingerprint of(BuildRequest request, BuildSettings settings) {
    SourceRequest source = request.source();
    return new Fingerprint(
        "text %d, facts %s, %s, index %s"
            .formatted(
                TEXT_VERSION,
                FactsExtractor.ANALYSER_VERSION,
                settings.chunks(),
                IndexBuilder.FORMAT_VERSION),
        "%s; path %s; include %s; exclude %s"
            .formatted(
                place(source.origin()), source.subPath(), source.includes(), source.excludes()),
        "graph %d, pages %d, %s, %s"
            .formatted(
                CodeGraphBuilder.VERSION,
                PAGES_VERSION,
                request.author().fingerprint(),
                settings.site()));
  }

  /** Of a result without facts, because no parser could be run: never taken over. */
  Fingerprint withoutParser() {
    return new Fingerprint(analysis + ", not parsed", selection, presentation);
  }

  /** Of a result whose pages a model did not finish: the next build takes up where it ended. */
  Fingerprint unfinished() {
    return new Fingerprint(analysis, selection, presentation + ", unfinished");
  }

  /** A folder is the same wherever it is named from. */
  private static String place(Origin origin) {
    return switch (origin) {
      case Origin.Remote remote -> remote.address();
      case Origin.Folder folder -> folder.folder().toAbsolutePath().normalize().toString();
    };
  }
}
