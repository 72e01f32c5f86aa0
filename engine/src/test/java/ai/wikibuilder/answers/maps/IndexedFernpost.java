package ai.wikibuilder.answers.maps;

import ai.wikibuilder.chunks.ChunkLimits;
import ai.wikibuilder.chunks.Chunker;
import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.CodeGraphBuilder;
import ai.wikibuilder.index.IndexBuilder;
import ai.wikibuilder.index.IndexedFile;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.SearchIndex;
import ai.wikibuilder.index.SearchRequest;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.FernpostFolder;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.steering.Steering;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Fernpost parsed, indexed and ready to be asked. */
record IndexedFernpost(Composition composition, SearchIndex index) implements AutoCloseable {
  private static final SnapshotId SNAPSHOT =
      new SnapshotId("fernpost", Optional.empty(), Optional.empty(), "4be19c7", "", false);

  static IndexedFernpost in(Path temp) throws IOException {
    Path folder = FernpostFolder.write(temp.resolve("fernpost"));
    TreeMap<String, SourceText> texts = texts(folder);
    CodeGraphBuilder graphs = new CodeGraphBuilder();
    Path directory = temp.resolve("index");
    try (FactsExtractor extractor =
            new FactsExtractor(FactsSettings.defaults(temp.resolve("natives")));
        IndexBuilder index = IndexBuilder.create(directory)) {
      texts.forEach((path, text) -> {
        FileFacts facts = extractor.extract(path, text);
        graphs.add(path, text, facts);
        index.add(
            new IndexedFile(
                path, text, facts, new Chunker(ChunkLimits.defaults()).chunk(text, facts)));
      });
      index.commit();
    }
    CodeGraph graph = graphs.build();
    TextReader reader = path -> Optional.ofNullable(texts.get(path));
    return new IndexedFernpost(
        new Composition(
            SNAPSHOT, graph, new Planner().plan(graph, Steering.NONE), reader, Map.of(), 0),
        SearchIndex.open(directory, reader));
  }

  private static TreeMap<String, SourceText> texts(Path folder) throws IOException {
    TreeMap<String, SourceText> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString();
        if (!path.startsWith(".")) {
          try {
            texts.put(path, SourceText.of(Files.readString(file)));
          } catch (CharacterCodingException picture) {
            // not text: the build leaves it out, too
          }
        }
      }
    }
    return texts;
  }

  CodeMaps maps() {
    return maps(PlaceChooser.none());
  }

  CodeMaps maps(PlaceChooser chooser) {
    return new CodeMaps(this::search, composition, chooser);
  }

  private List<SearchHit> search(String words) {
    return index.searchWords(new SearchRequest(words, CodeMaps.HIT_COUNT, false)).hits();
  }

  @Override
  public void close() {
    index.close();
  }
}
