package ai.wikibuilder.answers;

import ai.wikibuilder.answers.evidence.PagePassages;
import ai.wikibuilder.answers.maps.CodeMaps;
import ai.wikibuilder.answers.maps.PlaceChooser;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.prose.Warehouse;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** An invented repository opened for questions, with a search that counts words. */
public final class TestWiki {
  private TestWiki() {}

  /** The warehouse. */
  public static OpenWiki warehouse() {
    return of(Warehouse.repository());
  }

  public static OpenWiki of(TestRepository repository) {
    return of(repository, repository.graph());
  }

  /** The same with the graph of the real parser, for languages that no test invents. */
  public static OpenWiki of(TestRepository repository, CodeGraph graph) {
    Composition composition = Warehouse.composition(repository, graph);
    Wiki pages = Warehouse.composed(composition);
    RepositoryNames names = new RepositoryNames(graph);
    WordSearch search = new WordSearch(graph, repository);
    return new OpenWiki(
        "warehouse",
        "77aa77aa77aa77aa77aa77aa77aa77aa77aa77aa",
        IntStream.range(0, graph.fileCount()).mapToObj(graph::path).toList(),
        search,
        repository,
        () -> names,
        () -> new KeySymbols(graph),
        () -> Optional.of(pages),
        () -> Optional.of(new PagePassages(pages)),
        () ->
            new CodeMaps(
                words -> search.words(words, CodeMaps.HIT_COUNT),
                composition,
                PlaceChooser.none()));
  }

  /** Ranks definitions by how many words of the query their lines have. */
  private record WordSearch(CodeGraph graph, TestRepository texts) implements PlaceSearch {
    @Override
    public List<SearchHit> words(String text, int limit) {
      List<String> wanted = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1));
      List<SearchHit> hits = new ArrayList<>();
      for (int id = 0; id < graph.symbolCount(); id++) {
        GraphSymbol symbol = graph.symbol(id);
        String lines =
            texts
                .text(symbol.path())
                .map(file -> file.lines(Math.max(1, symbol.startLine() - 1), symbol.endLine()))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        long found =
            wanted.stream().filter(word -> word.length() > 3 && lines.contains(word)).count();
        if (found > 0) {
          hits.add(hit(symbol, found + 1.0 / (1 + symbol.endLine() - symbol.startLine())));
        }
      }
      hits.sort(Comparator.comparingDouble(hit -> -hit.score()));
      return hits.subList(0, Math.min(limit, hits.size()));
    }

    private SearchHit hit(GraphSymbol symbol, double score) {
      return new SearchHit(
          1,
          symbol.path(),
          Math.max(1, symbol.startLine() - 1),
          symbol.endLine(),
          graph.qualifiedName(symbol.id()),
          symbol.kind().label(),
          score,
          List.of());
    }

    @Override
    public List<SearchHit> atOnce(String text, int limit) {
      return words(text, limit);
    }

    @Override
    public List<SearchHit> query(String query, int limit) {
      return words(query, limit);
    }
  }
}
