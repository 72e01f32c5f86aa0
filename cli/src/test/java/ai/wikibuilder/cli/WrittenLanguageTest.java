package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.scripted.PageWriter;
import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which language a wiki of a model is in, and what its plan does to what is checked. */
class WrittenLanguageTest {
  private static final Pattern SENTENCE = Pattern.compile("The file (`.+?`) has (`.+`) (\\[\\d+])");

  @TempDir Path home;
  @TempDir Path folder;

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

  /** Writes what the honest writer does, in the language it is asked for. */
  private static ScriptedReply reply(ReceivedPrompt prompt, Random random) {
    String asked = prompt.everything();
    if (asked.contains("Answer with one word")) {
      return ScriptedReply.text("ready");
    }
    if (asked.contains("table of contents")) {
      return ScriptedReply.text(merge(asked));
    }
    String shape =
        asked.contains("LANGUAGE Turkish")
            ? "Bu dosya ve her satırı için %s bir tanım da olan yerdir ve %s burada vardır %s."
            : "In der Datei %s ist nicht nur ein Teil, und das ist %s %s.";
    StringBuilder page = new StringBuilder("## Teile\n\n");
    Matcher sentence = SENTENCE.matcher(new PageWriter().reply(prompt, random).text());
    while (sentence.find()) {
      page.append(shape.formatted(sentence.group(1), sentence.group(2), sentence.group(3)));
      page.append(' ');
    }
    return ScriptedReply.text(page.toString());
  }

  /** One part is told on the page of another, whose calls are then its own. */
  private static String merge(String asked) {
    return "{\"merge\": [{\"slug\": \"%s\", \"into\": \"%s\"}]}"
        .formatted(slug("keel", asked), slug("crane", asked));
  }

  private static String slug(String part, String asked) {
    Matcher page = Pattern.compile("(?m)^(\\S*%s) \\|".formatted(part)).matcher(asked);
    assertThat(page.find()).isTrue();
    return page.group(1);
  }

  private CommandLineRun build(ScriptedModelServer server, String... more) {
    Map<String, String> variables =
        Map.of(
            "AIWIKI_MODEL_PROVIDER", "openai",
            "AIWIKI_MODEL_BASE_URL", server.baseUrl(Provider.OPENAI),
            "AIWIKI_MODEL_API_KEY", "sk-test-0123456789abcdef",
            "AIWIKI_MODEL_STRONG", "scripted-large",
            "AIWIKI_MODEL_FACTS", "scripted-large 64000 8000 1 0 2.00 0.20 2.50 8.00",
            "AIWIKI_ALLOWED_HOSTS", server.hostPort());
    List<String> words =
        new ArrayList<>(List.of("build", repository.folder().toString(), "--out", wiki.toString()));
    words.addAll(List.of("--writer", "model", "--json"));
    words.addAll(List.of(more));
    CommandLineRun run = CommandLineRun.of(home, variables, words.toArray(new String[0]));
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).containsPattern("\"pagesByModel\":[1-9]");
    return run;
  }

  private String page(String name) throws IOException {
    return Files.readString(wiki.resolve(name));
  }

  /** What a user saw: Turkish sentences among tables, titles and buttons in English. */
  @Test
  void aTurkishWikiIsTurkishThroughout() throws IOException {
    try (ScriptedModelServer server = new ScriptedModelServer(WrittenLanguageTest::reply)) {
      build(server, "--language", "tr");

      assertThat(page("index.html")).contains("<html lang=\"tr\">", "<h1>Genel bakış</h1>");
      assertThat(page("llms-full.txt")).contains("ve her satırı için");
      assertThat(page("markdown/README.md")).contains("[Genel bakış]").doesNotContain("[Glossary]");
      assertThat(page("wiki.json")).contains("\"language\":\"tr\"");
      CommandLineRun check = CommandLineRun.of(home, "check", "--wiki", wiki.toString());
      assertThat(check.exit()).as(check.out()).isZero();
    }
  }

  @Test
  void theLanguageARepositoryAsksForIsWrittenUnlessAnotherIsNamed() throws IOException {
    repository.write(".aiwiki.yml", "language: tr\n");
    repository.commit("in Turkish");
    try (ScriptedModelServer server = new ScriptedModelServer(WrittenLanguageTest::reply)) {
      build(server);
      assertThat(page("llms-full.txt")).contains("ve her satırı için");

      build(server, "--language", "de");
      assertThat(page("llms-full.txt")).contains("In der Datei").contains("# Genel bakış");
    }
  }

  /** A screen reader has to know that these words are German. */
  @Test
  void pagesInALanguageWithoutWordsOfTheInterfaceSayWhichItIs() throws IOException {
    try (ScriptedModelServer server = new ScriptedModelServer(WrittenLanguageTest::reply)) {
      build(server, "--language", "de");

      assertThat(page("pages/architecture.html"))
          .contains("<html lang=\"en\">", "<article lang=\"de\">");
    }
  }

  /** What a user saw: a check that counted calls between parts by another plan. */
  @Test
  void aWikiWhosePartsAModelMergedIsCheckedAsItWasMade() throws IOException {
    try (ScriptedModelServer server = new ScriptedModelServer(WrittenLanguageTest::reply)) {
      build(server, "--language", "de");

      CommandLineRun check = CommandLineRun.of(home, "check", "--wiki", wiki.toString());

      assertThat(page("wiki.json")).doesNotContainPattern("\"slug\":\"[^\"]*keel\",\"title\"");
      assertThat(check.exit()).as(check.out()).isZero();
    }
  }
}
