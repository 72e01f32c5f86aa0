package ai.wikibuilder.builds.stored;

import ai.wikibuilder.builds.BuildListener;
import ai.wikibuilder.facts.FactsCodec;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.generations.ContentRef;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.CodeGraphBuilder;
import ai.wikibuilder.plan.steering.Steering;
import ai.wikibuilder.plan.steering.SteeringReader;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.function.Function;

/**
 * Builds the code graph of stored texts and facts; commands that read a wiki call it. Stateless.
 */
public final class StoredGraph {
  private StoredGraph() {}

  /** The graph of a finished generation; some seconds for a million lines. */
  public static CodeGraph of(Generation generation) {
    Steering steering = SteeringReader.read(StoredTexts.of(generation));
    return of(wanted(generation.files(), steering), generation::read, BuildListener.silent());
  }

  /** The files that the repository's own steering lets pages be made of, and the steering file. */
  public static List<StoredFile> wanted(List<StoredFile> files, Steering steering) {
    return files.stream()
        .filter(file -> steering.isIncluded(file.path()) || file.path().equals(steering.path()))
        .toList();
  }

  /**
   * The graph of all files that have text.
   *
   * @param files sorted by path
   */
  public static CodeGraph of(
      List<StoredFile> files, Function<ContentRef, byte[]> content, BuildListener listener) {
    CodeGraphBuilder builder = new CodeGraphBuilder();
    int done = 0;
    long bytes = 0;
    for (StoredFile file : files) {
      if (file.text().isPresent()) {
        SourceText text = SourceText.of(content.apply(file.text()));
        FileFacts facts = FactsCodec.decode(content.apply(file.facts()));
        builder.add(file.path(), text, facts);
        bytes += file.text().size();
      }
      listener.advanced(++done, files.size(), bytes);
    }
    return builder.build();
  }
}
