package ai.wikibuilder.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.wikibuilder.models.AbsentEmbedder;
import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {
  /** {@code -Dgolden.update=true} writes the answers of today beside the expected ones. */
  private static final String WRITE_SWITCH = "golden.update";

  private static final Path GOLDEN = Path.of("src/test/resources/index");

  private final Fixture shop = SmallShop.files();
  @TempDir Path folder;
  private Path directory;

  @BeforeEach
  void build() {
    directory = folder.resolve("index");
    shop.build(directory);
  }

  /** A table: the question, then the five best places. A change is a change of the ranking. */
  @Test
  void theRankingIsTheOneReviewed() throws IOException {
    checkRanking("ranking-shop.golden.txt", shop);
  }

  /** The same of another repository: more kinds of files, and members that are told by meaning. */
  @Test
  void theRankingOfTheHarbourIsTheOneReviewed() throws IOException {
    checkRanking("ranking-harbour.golden.txt", SmallHarbour.files());
  }

  private void checkRanking(String golden, Fixture files) throws IOException {
    Path index = folder.resolve(golden);
    files.build(index);
    List<String> lines = new ArrayList<>();
    try (SearchIndex search = SearchIndex.open(index, files)) {
      for (String line : Files.readAllLines(GOLDEN.resolve(golden))) {
        if (line.startsWith("? ")) {
          lines.add(line);
          lines.addAll(best(search, line.substring(2)));
        }
      }
    }

    if (Boolean.getBoolean(WRITE_SWITCH)) {
      Files.write(GOLDEN.resolve(golden), lines);
    }
    assertThat(lines).isEqualTo(Files.readAllLines(GOLDEN.resolve(golden)));
  }

  private static List<String> best(SearchIndex search, String question) {
    List<String> places = new ArrayList<>();
    for (SearchHit hit : search.search(new SearchRequest(question, 5, true)).hits()) {
      String at = hit.path() + ":" + hit.startLine() + "-" + hit.endLine();
      places.add(("  " + at + " " + hit.symbol()).stripTrailing());
    }
    return places;
  }

  @Test
  void theExplanationAddsUpToTheScore() {
    try (SearchIndex index = SearchIndex.open(directory, shop, Reranker.with(new LetterModel()))) {
      for (boolean rerank : List.of(true, false)) {
        for (String query : List.of("ParcelTracker.apply", "how are parcels tracked", "cart.py")) {
          for (SearchHit hit : index.search(new SearchRequest(query, 10, rerank)).hits()) {
            double sum = hit.explain().stream().mapToDouble(SearchHit.Signal::value).sum();
            assertThat(sum).as("%s: %s", query, hit).isCloseTo(hit.score(), within(1e-9));
          }
        }
      }
    }
  }

  @Test
  void whoAsksAgainIsAnsweredTheSameAndNothingIsReadForIt() {
    AtomicLong read = new AtomicLong();
    TextReader counting =
        path -> {
          read.incrementAndGet();
          return shop.text(path);
        };
    try (SearchIndex index = SearchIndex.open(directory, counting)) {
      SearchRequest once = SearchRequest.of("where is the state of a parcel stored");
      SearchResult first = index.search(once);
      long before = read.get();
      index.search(SearchRequest.of("how are parcels tracked along the way"));
      long others = read.get();

      assertThat(index.search(once)).isEqualTo(first);
      assertThat(index.searchWords(once)).isEqualTo(first);

      assertThat(before).isPositive();
      assertThat(others).isGreaterThan(before);
      assertThat(read).hasValue(others);
    }
  }

  /** Re-ordering by meaning adds to what is kept for the next, and must not change it. */
  @Test
  void anOrderByMeaningLeavesThePlacesAsTheyWereForWhoeverAsksNext() {
    try (SearchIndex index = SearchIndex.open(directory, shop, Reranker.with(new LetterModel()))) {
      SearchRequest lexical = new SearchRequest("how are parcels tracked", 10, false);
      SearchRequest reordered = new SearchRequest("how are parcels tracked", 10, true);
      SearchResult plain = index.search(lexical);
      SearchResult byMeaning = index.search(reordered);

      assertThat(index.search(lexical)).isEqualTo(plain);
      assertThat(index.search(reordered)).isEqualTo(byMeaning).isNotEqualTo(plain);
    }
  }

  @Test
  void hitsComeInOrderOfTheirScore() {
    try (SearchIndex index = SearchIndex.open(directory, shop, Reranker.with(new LetterModel()))) {
      List<SearchHit> hits = index.search(SearchRequest.of("where is the parcel stored")).hits();

      assertThat(hits).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
      assertThat(hits).extracting(SearchHit::rank).first().isEqualTo(1);
    }
  }

  @Test
  void anIndexPromisesSomethingExactlyWhereItFindsSomething() {
    try (SearchIndex index = SearchIndex.open(directory, shop)) {
      for (String query :
          List.of(
              "ParcelTracker.apply",
              "how are parcels tracked",
              "zeppelin",
              "lang:java def",
              "path:nowhere cart")) {
        boolean found = !index.search(SearchRequest.of(query)).hits().isEmpty();
        assertThat(index.promise(query).orElseThrow() > 0).as(query).isEqualTo(found);
      }
      assertThat(index.promise("ParcelTracker").orElseThrow())
          .as("a name defined here beats words")
          .isGreaterThan(index.promise("parcel tracker").orElseThrow());
      assertThat(index.promise("\"parcel tracker\"")).as("only reading tells").isEmpty();
    }
  }

  /** People saw the licence and the imports of a file for a class that was found by its words. */
  @Test
  void aHitBeginsWithTheSymbolItIsAboutNotWithTheImportsBeforeIt() {
    String text = "// licence\nimport a;\nimport b;\n\nclass Berth {\n  // moors a ferry\n}\n";
    Fixture berth = new Fixture().put("Berth.x", text).build(folder.resolve("berth"));

    try (SearchIndex index = SearchIndex.open(folder.resolve("berth"), berth)) {
      SearchHit hit = index.search(SearchRequest.of("moors a ferry")).hits().getFirst();

      assertThat(hit.symbol()).isEqualTo("Berth");
      assertThat(hit.startLine()).isEqualTo(5);
    }
  }

  @Test
  void oneFileNeverFillsTheList() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append("parcel tracker line\n");
    }
    shop.put("src/noise.py", text.toString()).build(folder.resolve("noisy"));

    try (SearchIndex index = SearchIndex.open(folder.resolve("noisy"), shop)) {
      assertThat(index.search(SearchRequest.of("parcel tracker line")).hits())
          .filteredOn(hit -> hit.path().equals("src/noise.py"))
          .hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\t",
        "the of and to",
        "a",
        "*",
        "[a-z]+(.*)?\\",
        "an inner\" quote",
        "fix: a colon after any word",
        "std::string and http://x.y/z?q=1",
        "/usr/lib/parcels",
        "/* a comment */ // another",
        "field:value AND NOT (x OR y) ~2^5",
        "body:* TO [a TO b]",
        "../../etc/passwd",
        "💥 \uD83D emoji and a lone surrogate",
        "İstanbul şehri ğüşiöç",
        "缓存 如何 工作",
        "\u0000\u0001",
        "::#.->/",
        "....",
        "$$$ ___"
      })
  void anyQueryGetsAList(String query) {
    try (SearchIndex index = SearchIndex.open(directory, shop, Reranker.with(new LetterModel()))) {
      assertThat(index.search(SearchRequest.of(query)).hits()).isNotNull();
      assertThat(index.search(SearchRequest.of((query + " ").repeat(20_000))).hits()).isNotNull();
    }
  }

  @Test
  void aSearchWithoutItsModelStaysLexicalAndSaysWhy() {
    Embedder absent = new AbsentEmbedder("No model for this platform.");
    try (SearchIndex index = SearchIndex.open(directory, shop, Reranker.with(absent));
        SearchIndex plain = SearchIndex.open(directory, shop)) {
      SearchResult result = index.search(SearchRequest.of("parcel"));

      assertThat(result.order()).isEqualTo(SearchResult.Order.LEXICAL);
      assertThat(result.note()).isEqualTo("No model for this platform.");
      assertThat(result.hits()).isEqualTo(plain.search(SearchRequest.of("parcel")).hits());
    }
  }

  @Test
  void aSlowModelReadsTheBestCandidatesOnlyAndSaysHowMany() {
    AtomicLong clock = new AtomicLong();
    Embedder slow =
        new LetterModel() {
          @Override
          public float[][] embed(List<String> texts) {
            clock.addAndGet(texts.size() * 20_000_000L);
            return super.embed(texts);
          }
        };
    Reranker reranker = Reranker.timed(slow, Duration.ofMillis(100), clock::get);
    for (int i = 0; i < 12; i++) {
      shop.put("src/parcel%d.py".formatted(i), "def parcel%d():\n  track(parcel)\n".formatted(i));
    }
    shop.build(folder.resolve("crowded"));
    try (SearchIndex index = SearchIndex.open(folder.resolve("crowded"), shop, reranker)) {
      SearchResult result = index.search(SearchRequest.of("how is a parcel tracked"));

      assertThat(result.order()).isEqualTo(SearchResult.Order.RERANKED);
      assertThat(result.note())
          .matches("4 of \\d+ candidates were compared by meaning within 100 ms");
      assertThat(result.hits()).isNotEmpty();
    }
  }

  @Test
  void aFileWhoseTextIsGoneIsStillFound() {
    try (SearchIndex index = SearchIndex.open(directory, path -> java.util.Optional.empty())) {
      assertThat(index.search(SearchRequest.of("where are parcels tracked")).hits()).isNotEmpty();
    }
  }

  @Test
  void anyChangedByteIsFoundByVerify() throws IOException {
    for (Path file : filesOf(directory)) {
      byte[] good = Files.readAllBytes(file);
      for (int i = 0; i < 24; i++) {
        byte[] bad = good.clone();
        bad[(int) ((long) i * (bad.length - 1) / 23)] ^= 0x20;
        Files.write(file, bad);
        assertThatThrownBy(this::openAndVerify)
            .as("%s, change %d", file.getFileName(), i)
            .isInstanceOf(IndexException.class);
      }
      Files.write(file, good);
    }
    openAndVerify();
  }

  @Test
  void aMissingACutAndAForeignFileAreFoundOnOpening() throws IOException {
    for (Path file : filesOf(directory)) {
      byte[] good = Files.readAllBytes(file);
      Files.delete(file);
      assertThatThrownBy(() -> SearchIndex.open(directory, shop))
          .isInstanceOf(IndexException.class);
      Files.write(file, java.util.Arrays.copyOf(good, good.length / 2));
      assertThatThrownBy(() -> SearchIndex.open(directory, shop))
          .isInstanceOf(IndexException.class);
      Files.write(file, good);
    }
    Files.writeString(directory.resolve("segments_z"), "not one of ours");
    assertThatThrownBy(() -> SearchIndex.open(directory, shop))
        .isInstanceOfSatisfying(
            IndexException.class, e -> assertThat(e.kind()).isEqualTo(IndexException.Kind.CORRUPT));
  }

  @Test
  void anIndexOfAnotherVersionIsOutdated() throws IOException {
    Path manifest = directory.resolve(IndexManifest.FILE_NAME);
    byte[] bytes = Files.readAllBytes(manifest);
    bytes[11]++; // the analysis version
    java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
    crc.update(bytes, 0, bytes.length - 4);
    java.nio.ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) crc.getValue());
    Files.write(manifest, bytes);

    assertThatThrownBy(() -> SearchIndex.open(directory, shop))
        .isInstanceOfSatisfying(
            IndexException.class,
            e -> assertThat(e.kind()).isEqualTo(IndexException.Kind.OUTDATED));
  }

  private void openAndVerify() {
    try (SearchIndex index = SearchIndex.open(directory, shop)) {
      index.verify();
    }
  }

  private static List<Path> filesOf(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  /** A model that knows how often each letter stands in a text, and nothing else. */
  private static class LetterModel implements Embedder {
    @Override
    public String name() {
      return "letters";
    }

    @Override
    public int dimension() {
      return 26;
    }

    @Override
    public float[][] embed(List<String> texts) {
      float[][] vectors = new float[texts.size()][26];
      for (int i = 0; i < vectors.length; i++) {
        for (byte letter : texts.get(i).toLowerCase(Locale.ROOT).getBytes(UTF_8)) {
          if (letter >= 'a' && letter <= 'z') {
            vectors[i][letter - 'a']++;
          }
        }
        double length = 0;
        for (float count : vectors[i]) {
          length += (double) count * count;
        }
        for (int j = 0; j < 26; j++) {
          vectors[i][j] /= (float) Math.max(1, Math.sqrt(length));
        }
      }
      return vectors;
    }

    @Override
    public void close() {}
  }
}
