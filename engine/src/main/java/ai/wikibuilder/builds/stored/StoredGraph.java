package ai.wikibuilder.builds.stored;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.builds.BuildListener;
import ai.wikibuilder.facts.FactsCodec;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.generations.ContentRef;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.Staging;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.CodeGraphBuilder;
import ai.wikibuilder.graph.stored.GraphCodec;
import ai.wikibuilder.plan.steering.Steering;
import ai.wikibuilder.plan.steering.SteeringReader;
import ai.wikibuilder.source.SourceText;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The code graph of a generation: read where the build kept it, otherwise built from stored texts
 * and facts. Commands that read a wiki call it. Stateless.
 */
public final class StoredGraph {
  private StoredGraph() {}

  /**
   * The graph of a finished generation; some seconds for a million lines where none was kept, as in
   * an index alone, or where what was kept is damaged or of another version.
   */
  public static CodeGraph of(Generation generation) {
    Steering steering = SteeringReader.read(StoredTexts.of(generation));
    List<StoredFile> files = wanted(generation.files(), steering);
    return kept(generation, files)
        .orElseGet(() -> of(files, generation::read, BuildListener.silent()));
  }

  /** The graph that a generation keeps; empty unless it is whole and of exactly these files. */
  public static Optional<CodeGraph> kept(Generation generation, List<StoredFile> files) {
    return generation.graph().flatMap(bytes -> GraphCodec.decode(bytes, stamp(files)));
  }

  /**
   * Keeps a graph for those who read the generation that is being made.
   *
   * @param files of which it was made, as they stand in the generation, sorted by path
   */
  public static void keep(CodeGraph graph, List<StoredFile> files, Staging staging) {
    GraphCodec.encode(graph, stamp(files)).ifPresent(staging::keepGraph);
  }

  /** A digest of the paths and of the checksums of texts and facts. */
  private static byte[] stamp(List<StoredFile> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (StoredFile file : files) {
        byte[] path = file.path().getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(path.length).flip());
        digest.update(path);
        digest.update(sums(file.text()));
        digest.update(sums(file.facts()));
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static ByteBuffer sums(ContentRef ref) {
    return ByteBuffer.allocate(2 * Integer.BYTES).putInt(ref.size()).putInt(ref.crc()).flip();
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
