package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors of an embedding model, from the command line to the order of what is found. */
class VectorWikiTest {
  private static final String QUESTION = "which ferry leaves the most room";

  @TempDir Path home;
  @TempDir Path folder;

  private final ScriptedModelServer server =
      new ScriptedModelServer((prompt, random) -> ScriptedReply.text("ready"));

  @SuppressWarnings("NullAway.Init") // made before each test
  private SampleRepository repository;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Path wiki;

  @BeforeEach
  void makeARepository() throws IOException {
    repository = SampleRepository.committed(Files.createDirectory(folder.resolve("harbour")));
    repository.withParts().commit("parts");
    wiki = folder.resolve("wiki");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Map<String, String> configured(String model, String facts) {
    Map<String, String> variables = new HashMap<>();
    variables.put("AIWIKI_MODEL_PROVIDER", "openai");
    variables.put("AIWIKI_MODEL_BASE_URL", server.baseUrl(Provider.OPENAI));
    variables.put("AIWIKI_MODEL_API_KEY", "sk-test-0123456789abcdef");
    variables.put("AIWIKI_MODEL_STRONG", "scripted-large");
    variables.put("AIWIKI_MODEL_EMBEDDING_MODEL", model);
    variables.put("AIWIKI_MODEL_FACTS", facts);
    variables.put("AIWIKI_ALLOWED_HOSTS", server.hostPort());
    variables.put("AIWIKI_SEARCH_RERANK", "off"); // no other meaning than that of the vectors
    return variables;
  }

  private Map<String, String> configured() {
    return configured(
        "embed-small",
        "embed-small 1000 0 1 0 0.02 0.02 0.02 0 dim=" + ScriptedModelServer.DIMENSION);
  }

  private CommandLineRun build(Map<String, String> variables, String... more) {
    String[] words =
        Stream.concat(
                Stream.of(
                    "build",
                    repository.folder().toString(),
                    "--out",
                    wiki.toString(),
                    "--index-only",
                    "--json"),
                Stream.of(more))
            .toArray(String[]::new);
    return CommandLineRun.of(home, variables, words);
  }

  private CommandLineRun search(Map<String, String> variables, String... more) {
    String[] words =
        Stream.concat(
                Stream.of("search", QUESTION, "--wiki", wiki.toString(), "--explain"),
                Stream.of(more))
            .toArray(String[]::new);
    return CommandLineRun.of(home, variables, words);
  }

  private static long number(CommandLineRun run, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(run.out());
    assertThat(found.find()).as("%s in %s %s", name, run.out(), run.err()).isTrue();
    return Long.parseLong(found.group(1));
  }

  private long asked() {
    return server.embedded().stream().mapToLong(List::size).sum();
  }

  private List<Path> vectorFiles() {
    try (Stream<Path> all = Files.walk(wiki)) {
      return all.filter(file -> file.getFileName().toString().equals("vectors")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyChunkGetsAVectorOnceAndSearchesUseThem() {
    CommandLineRun run = build(configured());

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(number(run, "made")).isEqualTo(number(run, "chunks")).isGreaterThan(20);
    assertThat(run.out()).contains("\"model\":\"openai/embed-small/16\"");
    assertThat(number(run, "tokensIn")).isPositive();
    assertThat(vectorFiles()).hasSize(1);

    CommandLineRun found = search(configured());
    assertThat(found.exit()).as(found.out() + found.err()).isZero();
    assertThat(found.out()).contains("meaning ");
    assertThat(found.err()).doesNotContain("note:");

    long before = asked();
    assertThat(search(configured()).out()).isEqualTo(found.out());
    assertThat(asked()).as("the same question is not paid twice").isEqualTo(before);
    assertThat(build(configured()).out()).contains("\"unchanged\":true");
    assertThat(asked()).as("the same commit costs nothing").isEqualTo(before);
  }

  @Test
  void theNextCommitPaysForWhatChanged() {
    build(configured());
    repository.replace("src/main/java/harbour/keel/Ferry7.java", "leaves the most room", "is low");
    repository.commit("a ferry waits");

    CommandLineRun next = build(configured());

    assertThat(next.exit()).as(next.out() + next.err()).isZero();
    assertThat(number(next, "made")).isBetween(1L, 3L);
    assertThat(number(next, "kept")).isEqualTo(number(next, "chunks") - number(next, "made"));
  }

  @Test
  void withoutAnEmbeddingModelNothingChanges() {
    Map<String, String> variables = configured();
    variables.remove("AIWIKI_MODEL_EMBEDDING_MODEL");

    CommandLineRun run = build(variables);
    CommandLineRun found = search(variables, "--no-rerank");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).doesNotContain("\"vectors\"");
    assertThat(vectorFiles()).isEmpty();
    assertThat(found.out()).doesNotContain("meaning ");
    assertThat(server.embedded()).isEmpty();
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aProviderThatIsDownIsANoteOfASearch() {
    build(configured());
    server.close();

    CommandLineRun found = search(configured());
    CommandLineRun asked =
        CommandLineRun.of(home, configured(), "ask", QUESTION, "--wiki", wiki.toString());

    assertThat(found.exit()).as(found.out() + found.err()).isZero();
    assertThat(found.out()).contains("src/main/java/harbour/");
    assertThat(found.err()).contains("the embedding model could not be asked");
    assertThat(asked.out() + asked.err()).contains("the embedding model could not be asked");
  }

  private Map<String, String> configuredForOneThatIsDown() {
    ScriptedModelServer down =
        new ScriptedModelServer((prompt, random) -> ScriptedReply.text("ready"));
    Map<String, String> variables = configured();
    variables.put("AIWIKI_MODEL_BASE_URL", down.baseUrl(Provider.OPENAI));
    variables.put("AIWIKI_ALLOWED_HOSTS", down.hostPort());
    down.close();
    return variables;
  }

  @Test
  void aProviderThatIsDownLeavesABuildThatCanBeSearchedAndTheNextOneMendsIt() {
    Map<String, String> variables = configuredForOneThatIsDown();

    CommandLineRun run = build(variables);

    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(5);
    assertThat(run.out()).contains("\"state\":\"model-failed\"");
    assertThat(run.err()).contains("not all chunks have vectors");
    assertThat(search(variables, "--no-rerank").out()).contains("src/main/java/harbour/");

    CommandLineRun more = build(configured());
    assertThat(more.exit()).as(more.out() + more.err()).isZero();
    assertThat(number(more, "made")).isEqualTo(number(more, "chunks"));
  }

  /** What a user saw of a quiet build: exit code 5, and no word of why. */
  @Test
  void aQuietBuildSaysWhyVectorsAreMissingToo() {
    Map<String, String> variables = configuredForOneThatIsDown();
    String[] words = {
      "build", repository.folder().toString(), "--out", wiki.toString(), "--index-only", "-q"
    };

    CommandLineRun run = CommandLineRun.of(home, variables, words);

    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).contains("not all chunks have vectors: expected");
  }

  @Test
  void anotherModelIgnoresTheOldVectorsUntilTheNextBuild() {
    build(configured());
    String facts = "embed-large 1000 0 1 0 0.02 0.02 0.02 0"; // its length is asked for
    Map<String, String> other = configured("embed-large", facts);

    CommandLineRun meanwhile = search(other);
    assertThat(meanwhile.exit()).isZero();
    assertThat(meanwhile.err()).contains("embed-small", "embed-large", "next build");

    CommandLineRun again = build(other);
    assertThat(again.exit()).as(again.out() + again.err()).isZero();
    assertThat(number(again, "made")).isEqualTo(number(again, "chunks"));
    assertThat(search(other).out()).contains("meaning ");
  }

  @Test
  void vectorsOfAnotherLengthUnderTheSameNameArePassedOver() {
    build(configured());
    Map<String, String> longer =
        configured("embed-small", "embed-small 1000 0 1 0 0.02 0.02 0.02 0 dim=1536");

    CommandLineRun found = search(longer);

    assertThat(found.exit()).isZero();
    assertThat(found.err()).contains("embed-small/16", "next build");
    CommandLineRun run = build(longer);
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).contains("expected vectors of 1536 numbers", "got 16");
  }

  @Test
  void theBudgetHoldsForVectorsAndTheNextBuildGoesOn() {
    Map<String, String> small = configured();
    small.put("AIWIKI_MODEL_BUDGET", "3k-tokens");

    CommandLineRun run = build(small);

    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(4);
    assertThat(run.out()).contains("\"state\":\"capped\"");
    assertThat(number(run, "tokensIn")).isBetween(1L, 3_000L);
    long first = number(run, "made");

    CommandLineRun more = build(configured());
    assertThat(more.exit()).as(more.out() + more.err()).isZero();
    assertThat(number(more, "kept")).isEqualTo(first);
  }

  @Test
  void aQuoteNamesWhatVectorsTakeAndAsksNobody() {
    CommandLineRun quote =
        CommandLineRun.of(
            home,
            configured(),
            "quote",
            repository.folder().toString(),
            "--out",
            wiki.toString(),
            "--json");

    assertThat(quote.exit()).as(quote.out() + quote.err()).isZero();
    assertThat(server.embedded()).isEmpty();
    Matcher said =
        Pattern.compile("\"vectors\":\\{\"chunks\":(\\d+),\"tokensIn\":(\\d+)")
            .matcher(quote.out());
    assertThat(said.find()).as(quote.out()).isTrue();

    CommandLineRun run = build(configured());
    assertThat(number(run, "made")).isEqualTo(Long.parseLong(said.group(1)));
    assertThat(number(run, "tokensIn")).isEqualTo(Long.parseLong(said.group(2)));
  }

  @Test
  void correctionsKeepTheVectors() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            home,
            configured(),
            "build",
            repository.folder().toString(),
            "--out",
            wiki.toString(),
            "--json");
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(number(run, "made")).isEqualTo(number(run, "chunks"));
    byte[] made = Files.readAllBytes(vectorFiles().getFirst());

    CommandLineRun corrected =
        CommandLineRun.of(
            home,
            "correct",
            "--page",
            "overview",
            "--sentence",
            "keeps one timeline for each",
            "--wrong",
            "--wiki",
            wiki.toString());

    assertThat(corrected.exit()).as(corrected.out() + corrected.err()).isZero();
    assertThat(vectorFiles()).hasSize(2);
    for (Path file : vectorFiles()) {
      assertThat(Files.readAllBytes(file)).isEqualTo(made);
    }
  }
}
