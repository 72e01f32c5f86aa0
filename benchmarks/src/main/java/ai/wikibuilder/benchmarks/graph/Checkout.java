package ai.wikibuilder.benchmarks.graph;

import ai.wikibuilder.benchmarks.SelectedTexts;
import ai.wikibuilder.facts.FactsCodec;
import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.CodeGraphBuilder;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** The selected files of a repository with their facts, which are kept in a scratch folder. */
public final class Checkout implements TextReader {
  final String name;
  final String commit;
  private final SortedMap<String, TrackedFile> files;

  /** One file that has text. */
  record TrackedFile(SourceText text, FileFacts facts) {}

  /**
   * Reads a repository, and parses it unless that was done before.
   *
   * @param scratch where the facts are kept
   */
  public Checkout(Path folder, Path scratch) throws IOException {
    String fullName = SelectedTexts.name(folder);
    this.name = fullName.substring(fullName.lastIndexOf('/') + 1);
    this.commit = SelectedTexts.commit(folder);
    SortedMap<String, SourceText> texts = SelectedTexts.read(folder);
    Path kept = scratch.resolve(name + "-" + commit + "-" + FactsExtractor.ANALYSER_VERSION);
    if (!Files.exists(kept)) {
      extract(texts, scratch, kept);
    }
    this.files = read(texts, kept);
  }

  private static void extract(SortedMap<String, SourceText> texts, Path scratch, Path kept)
      throws IOException {
    Files.createDirectories(scratch.resolve("natives"));
    SortedMap<String, CompletableFuture<byte[]>> pending = new TreeMap<>();
    try (FactsExtractor extractor =
            new FactsExtractor(FactsSettings.defaults(scratch.resolve("natives")));
        DataOutputStream out = new DataOutputStream(Files.newOutputStream(kept))) {
      texts.forEach((path, text) -> pending.put(path, extractor.submit(path, text)));
      for (var entry : pending.entrySet()) {
        byte[] bytes = entry.getValue().join();
        out.writeUTF(entry.getKey());
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    }
  }

  /** The facts were written in the order of the texts. */
  private static SortedMap<String, TrackedFile> read(
      SortedMap<String, SourceText> texts, Path kept) {
    SortedMap<String, TrackedFile> files = new TreeMap<>();
    try (DataInputStream in =
        new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(kept)))) {
      for (var text : texts.entrySet()) {
        String path = in.readUTF();
        if (!path.equals(text.getKey())) {
          throw new IllegalStateException(
              "%s has facts of %s, expected those of %s; delete it"
                  .formatted(kept, path, text.getKey()));
        }
        FileFacts facts = FactsCodec.decode(in.readNBytes(in.readInt()));
        files.put(path, new TrackedFile(text.getValue(), facts));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String name() {
    return name;
  }

  public String commit() {
    return commit;
  }

  @Override
  public Optional<SourceText> text(String path) {
    return Optional.ofNullable(files.get(path)).map(TrackedFile::text);
  }

  /** The graph of all files, built anew. */
  public CodeGraph graph() {
    CodeGraphBuilder builder = new CodeGraphBuilder();
    files.forEach((path, file) -> builder.add(path, file.text(), file.facts()));
    return builder.build();
  }

  /** All files by path, sorted. */
  SortedMap<String, TrackedFile> files() {
    return files;
  }

  /** One of the files. */
  TrackedFile file(String path) {
    return Optional.ofNullable(files.get(path))
        .orElseThrow(() -> new IllegalArgumentException("no text of " + path + " in " + name));
  }

  /** A line of a file without blanks around it. */
  String line(String path, int line) {
    return file(path).text().lines(line, line).strip();
  }
}
