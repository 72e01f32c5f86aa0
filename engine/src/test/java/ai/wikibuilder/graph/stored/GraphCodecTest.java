package ai.wikibuilder.graph.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.CodeGraphBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphCodecTest {
  private static final long SEED = 11;

  /** Where the checksum stands, right before what it covers. */
  private static final int CHECKSUM_AT = 12 + GraphCodec.STAMP_BYTES;

  private static final Path GOLDEN =
      Path.of("src/test/resources/ai/wikibuilder/graph/stored/sample-graph.golden");

  private final byte[] stamp = new byte[GraphCodec.STAMP_BYTES];

  private CodeGraph graph = new CodeGraphBuilder().build();
  private byte[] bytes = {};

  @BeforeAll
  void encode(@TempDir Path natives) throws IOException {
    new Random(SEED).nextBytes(stamp);
    graph = SampleGraph.parsed(natives);
    bytes = GraphCodec.encode(graph, stamp).orElseThrow();
  }

  @Test
  void theSampleHasSomethingOfEverything() {
    assertThat(GraphAnswers.of(graph))
        .allSatisfy((question, answers) -> assertThat(answers).as(question).isNotEmpty());
    assertThat(graph.ambiguities()).isNotEmpty();
    assertThat(graph.modules()).isNotEmpty();
    assertThat(graph.dependencies()).isNotEmpty();
    assertThat(graph.entryPoints()).isNotEmpty();
    assertThat(graph.manifests()).isNotEmpty();
    assertThat(graph.settings()).isNotEmpty();
    assertThat(graph.tables()).isNotEmpty();
    assertThat(IntStream.range(0, graph.fileCount()).mapToObj(graph::language).distinct())
        .hasSizeGreaterThan(15);
  }

  @Test
  void aGraphThatWasReadAnswersEveryQuestionAsTheOneThatWasWritten() {
    CodeGraph read = GraphCodec.decode(bytes, stamp).orElseThrow();

    var answers = GraphAnswers.of(read);
    GraphAnswers.of(graph)
        .forEach((question, expected) ->
            assertThat(answers.get(question)).as(question).isEqualTo(expected));
  }

  @Test
  void theSameGraphGivesTheSameBytesAlsoWhenItWasRead() {
    CodeGraph read = GraphCodec.decode(bytes, stamp).orElseThrow();

    assertThat(GraphCodec.encode(graph, stamp)).hasValue(bytes);
    assertThat(GraphCodec.encode(read, stamp)).hasValue(bytes);
  }

  @Test
  void theGraphOfNoFilesIsReadBack() {
    CodeGraph empty = new CodeGraphBuilder().build();

    CodeGraph read =
        GraphCodec.decode(GraphCodec.encode(empty, stamp).orElseThrow(), stamp).orElseThrow();

    assertThat(GraphAnswers.of(read)).isEqualTo(GraphAnswers.of(empty));
  }

  @Test
  void aGraphOfOtherFilesIsNotRead() {
    byte[] other = stamp.clone();
    other[31] ^= 1;

    assertThat(GraphCodec.decode(bytes, other)).isEmpty();
  }

  @Test
  void everyDamagedByteIsFound() {
    System.out.println("seed " + SEED);
    IntStream places =
        IntStream.concat(IntStream.range(0, 200), new Random(SEED).ints(1000, 0, bytes.length));
    places.forEach(at -> {
      byte[] bad = bytes.clone();
      bad[at] ^= 0x20;

      assertThat(GraphCodec.decode(bad, stamp)).as("byte %d", at).isEmpty();
    });
  }

  @Test
  void whatIsCutOrGoesOnIsFound() {
    System.out.println("seed " + SEED);
    IntStream lengths =
        IntStream.concat(IntStream.range(0, 100), new Random(SEED).ints(200, 0, bytes.length));
    lengths.forEach(length ->
        assertThat(GraphCodec.decode(Arrays.copyOf(bytes, length), stamp))
            .as("%d bytes", length)
            .isEmpty());
    assertThat(GraphCodec.decode(Arrays.copyOf(bytes, bytes.length + 1), stamp)).isEmpty();
  }

  /** What somebody made up may be read as a graph or not; it never ends in an exception. */
  @Test
  void damageWithAChecksumThatFitsEndsInNoException() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    for (int round = 0; round < 1000; round++) {
      byte[] bad = bytes.clone();
      int begin = CHECKSUM_AT + Integer.BYTES;
      for (int i = 0; i < 3; i++) {
        bad[begin + random.nextInt(bad.length - begin)] = (byte) random.nextInt();
      }
      bad = random.nextBoolean() ? bad : Arrays.copyOf(bad, begin + random.nextInt(bad.length));
      CRC32C checksum = new CRC32C();
      checksum.update(bad, begin, bad.length - begin);
      byte[] fitting = bad;
      ByteBuffer.wrap(fitting).putInt(CHECKSUM_AT, (int) checksum.getValue());

      assertThatCode(() -> GraphCodec.decode(fitting, stamp)).doesNotThrowAnyException();
    }
  }

  /**
   * When this fails the same files give another graph than before: raise {@link
   * CodeGraphBuilder#VERSION}, or stored graphs of an earlier program are taken for today's. Then,
   * as after a change of the samples, {@code -Dgolden.update=true}.
   */
  @Test
  void theVersionStandsForTheGraphItGives() throws IOException {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, CHECKSUM_AT, bytes.length - CHECKSUM_AT);
    String today =
        "version %d, checksum %s\n"
            .formatted(
                CodeGraphBuilder.VERSION, HexFormat.of().toHexDigits((int) checksum.getValue()));

    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, today);
    }
    assertThat(today).isEqualTo(Files.readString(GOLDEN));
  }
}
