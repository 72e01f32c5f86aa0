package ai.wikibuilder.benchmarks.ranking;

import ai.wikibuilder.benchmarks.Benchmarks;
import ai.wikibuilder.benchmarks.MeasuredProcess;
import ai.wikibuilder.benchmarks.ranking.questions.DocMiner;
import ai.wikibuilder.builds.stored.StoredTexts;
import ai.wikibuilder.facts.FactsCodec;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts that every system searches: those that the product keeps of a repository, as it keeps
 * them. Made by the product's own command.
 */
public final class Corpus implements AutoCloseable {
  private final Generation generation;
  private final SortedMap<String, SourceText> texts = new TreeMap<>();
  private final Map<String, StoredFile> files = new TreeMap<>();

  private Corpus(Generation generation) {
    this.generation = generation;
    for (StoredFile file : generation.files()) {
      if (file.text().isPresent()) {
        texts.put(file.path(), SourceText.of(generation.read(file.text())));
        files.put(file.path(), file);
      }
    }
  }

  /**
   * Builds the index of a source anew.
   *
   * @param root the project's folder
   * @param source what is handed to {@code aiwiki build}: a folder, and its reference if any
   */
  public static Corpus build(Path root, List<String> source, Path output) throws IOException {
    Benchmarks.delete(output);
    List<String> command = new ArrayList<>(List.of(root.resolve("aiwiki").toString(), "build"));
    command.addAll(source);
    command.addAll(List.of("--index-only", "-q", "--json", "--out", output.toString()));
    MeasuredProcess.run(command, Map.of());
    return new Corpus(GenerationStore.existing(output).current().orElseThrow());
  }

  /** All texts by path, sorted. */
  public SortedMap<String, SourceText> texts() {
    return texts;
  }

  /** One of the texts. */
  SourceText text(String path) {
    return Optional.ofNullable(texts.get(path))
        .orElseThrow(() -> new IllegalArgumentException("no text of " + path));
  }

  /** The facts of one of the texts. */
  FileFacts facts(String path) {
    StoredFile file = files.get(path);
    if (file == null) {
      throw new IllegalArgumentException("no text of " + path);
    }
    return FactsCodec.decode(generation.read(file.facts()));
  }

  int symbolCount() {
    return files.values().stream().mapToInt(StoredFile::symbolCount).sum();
  }

  Path indexFolder() {
    return generation.indexFolder();
  }

  StoredTexts stored() {
    return StoredTexts.of(generation);
  }

  /** Writes the texts as files, without their doc comments if asked for. */
  void writeTo(Path folder, boolean withoutDocs) throws IOException {
    Benchmarks.delete(folder);
    for (Map.Entry<String, SourceText> text : texts.entrySet()) {
      Path file = folder.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      SourceText source = text.getValue();
      Files.write(
          file, withoutDocs ? DocMiner.withoutDocs(source, facts(text.getKey())) : source.utf8());
    }
  }

  @Override
  public void close() {
    generation.close();
  }
}
