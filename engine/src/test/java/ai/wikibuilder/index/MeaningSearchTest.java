package ai.wikibuilder.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.wikibuilder.index.vectors.Embedding;
import ai.wikibuilder.index.vectors.MadeVectors;
import ai.wikibuilder.index.vectors.Meaning;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches in an index whose chunks have vectors. */
class MeaningSearchTest {
  private final Fixture shop = SmallShop.files();
  private final Embedding embedding = new Embedding();
  @TempDir Path folder;
  private Path directory;
  private Path vectors;

  @BeforeEach
  void build() throws IOException {
    directory = folder.resolve("index");
    vectors = folder.resolve("vectors");
    shop.build(directory);
    try (SearchIndex index = SearchIndex.open(directory, shop)) {
      MadeVectors.of(index.chunks(), shop, embedding, vectors);
    }
  }

  @AfterEach
  void close() {
    embedding.close();
  }

  private SearchResult search(Meaning meaning, String query) {
    try (meaning;
        SearchIndex index = SearchIndex.open(directory, shop, Reranker.none(), meaning)) {
      return index.search(SearchRequest.of(query));
    }
  }

  private Meaning meaning(String model) {
    return Meaning.open(vectors, embedding.questions(model));
  }

  private SearchResult lexical(String query) {
    return search(Meaning.none(), query);
  }

  @Test
  void theOrderIsMadeOfWordsAndMeaningAndSaysSo() {
    SearchResult result = search(meaning("embed-model"), "where is the parcel stored");

    assertThat(result.order()).isEqualTo(SearchResult.Order.RERANKED);
    assertThat(result.note()).isEmpty();
    assertThat(result.hits()).hasSizeGreaterThan(3);
    assertThat(result.hits().getFirst().explain())
        .extracting(SearchHit.Signal::name)
        .contains("meaning");
    for (SearchHit hit : result.hits()) {
      double sum = hit.explain().stream().mapToDouble(SearchHit.Signal::value).sum();
      assertThat(sum).isCloseTo(hit.score(), within(1e-9));
    }
  }

  @Test
  void aChunkWithNoWordOfTheQuestionIsFoundByItsMeaning() throws IOException {
    // The scripted model knows words alone, so one chunk's vector is made of another text.
    String path = "src/orders/PriceRule.java";
    TextReader other = asked -> asked.equals(path) ? zebras() : shop.text(asked);
    try (SearchIndex index = SearchIndex.open(directory, shop)) {
      Files.delete(vectors);
      MadeVectors.of(index.chunks(), other, embedding, vectors);
    }
    assertThat(lexical("zebra zebra").hits()).isEmpty();

    SearchResult result = search(meaning("embed-model"), "zebra zebra");

    assertThat(result.hits()).isNotEmpty();
    assertThat(result.hits().getFirst().path()).isEqualTo(path);
  }

  private static Optional<SourceText> zebras() {
    return Optional.of(SourceText.of("zebra zebra zebra\n".repeat(20)));
  }

  @Test
  void filtersHoldForWhatIsNearToo() {
    SearchResult result =
        search(meaning("embed-model"), "path:src/ parcel tracker store -path:tracker");

    assertThat(result.hits())
        .isNotEmpty()
        .allMatch(hit -> hit.path().startsWith("src/") && !hit.path().contains("tracker"));
  }

  @Test
  void aProviderThatIsDownLeavesTheOrderOfWordsWithANote() {
    SearchResult words = lexical("where is the parcel stored");
    Meaning meaning = meaning("embed-model");
    embedding.close();

    SearchResult result = search(meaning, "where is the parcel stored");

    assertThat(result.hits()).isEqualTo(words.hits());
    assertThat(result.order()).isEqualTo(SearchResult.Order.LEXICAL);
    assertThat(result.note()).contains("could not be asked").isEqualTo(result.unasked());
  }

  @Test
  void vectorsOfAnotherModelArePassedOverWithANote() {
    SearchResult words = lexical("where is the parcel stored");

    SearchResult result = search(meaning("other-model"), "where is the parcel stored");

    assertThat(result.hits()).isEqualTo(words.hits());
    assertThat(result.note()).contains("other-model", "embed-model", "next build");
    assertThat(embedding.server().embedded())
        .noneMatch(List.of("where is the parcel stored")::equals);
  }

  @Test
  void vectorsThatAreMissingOrDamagedAreANoteAndNothingElse() throws IOException {
    SearchResult words = lexical("cart.py");
    Files.write(vectors, new byte[100]);
    assertThat(search(meaning("embed-model"), "cart.py").hits()).isEqualTo(words.hits());
    assertThat(search(meaning("embed-model"), "cart.py").note()).contains("cannot be read");

    Files.delete(vectors);
    assertThat(search(meaning("embed-model"), "cart.py").hits()).isEqualTo(words.hits());
    assertThat(search(meaning("embed-model"), "cart.py").note()).contains("no vectors");
  }

  @Test
  void searchesThatAskForTheOrderOfWordsAskNobody() {
    int before = embedding.server().embedded().size();
    try (Meaning meaning = meaning("embed-model");
        SearchIndex index = SearchIndex.open(directory, shop, Reranker.none(), meaning)) {
      index.search(new SearchRequest("where is the parcel stored", 10, false));
    }

    assertThat(embedding.server().embedded()).hasSize(before);
  }
}
