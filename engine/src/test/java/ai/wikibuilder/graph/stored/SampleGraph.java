package ai.wikibuilder.graph.stored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.CodeGraphBuilder;
import ai.wikibuilder.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The graph of the sample repository and of the samples of all languages, really parsed. */
final class SampleGraph {
  private static final Path RESOURCES = Path.of("src/test/resources/ai/wikibuilder");

  private SampleGraph() {}

  static CodeGraph parsed(Path natives) throws IOException {
    TreeMap<String, SourceText> texts = new TreeMap<>();
    addAll(RESOURCES.resolve("fernpost"), "", texts);
    addAll(RESOURCES.resolve("facts/golden"), ".txt", texts);
    CodeGraphBuilder builder = new CodeGraphBuilder();
    try (FactsExtractor extractor = new FactsExtractor(FactsSettings.defaults(natives))) {
      texts.forEach((path, text) -> builder.add(path, text, extractor.extract(path, text)));
      assertThat(extractor.unavailableReason()).isEmpty();
    }
    return builder.build();
  }

  private static void addAll(Path folder, String ending, Map<String, SourceText> texts)
      throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String path = folder.getFileName() + "/" + folder.relativize(file);
      if (path.endsWith(ending)) {
        texts.put(
            path.substring(0, path.length() - ending.length()),
            SourceText.of(new String(Files.readAllBytes(file), UTF_8)));
      }
    }
  }
}
