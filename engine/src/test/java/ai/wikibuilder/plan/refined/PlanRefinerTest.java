package ai.wikibuilder.plan.refined;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.PieceListener;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.WikiPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRefinerTest {
  private final CodeGraph graph = shops();
  private final WikiPlan plan = new Planner().plan(graph);

  private static CodeGraph shops() {
    TestRepository repository = new TestRepository();
    for (String folder : List.of("intake", "tracking", "notify", "store")) {
      for (int i = 0; i < 4; i++) {
        String name = folder.substring(0, 1).toUpperCase(Locale.ROOT) + folder.substring(1) + i;
        repository.file(
            "src/%s/%s.java".formatted(folder, name),
            "package %s;\nclass %s {\n  void go() {\n  }\n}\n".formatted(folder, name));
      }
    }
    return repository.graph();
  }

  private PlanRefiner.Outcome refined(String reply) {
    PlanRefiner refiner = new PlanRefiner(String::length, "English");
    return PlanRefiner.apply(graph, plan, refiner.ask(graph, plan, Map.of(), answering(reply)));
  }

  private static ChatModel answering(String text) {
    return answering(text, 100_000);
  }

  private static ChatModel answering(String text, int promptTokensMax) {
    return new ChatModel() {
      @Override
      public ChatReply reply(ChatRequest request, PieceListener pieces) {
        return new ChatReply(text, List.of(), ChatReply.Stop.END, Usage.none(), "scripted");
      }

      @Override
      public int promptTokensMax(Tier tier, int outputTokensMax) {
        return promptTokensMax;
      }
    };
  }

  private static PlannedPage page(WikiPlan plan, String slug) {
    return plan.pages().stream().filter(page -> page.slug().equals(slug)).findFirst().orElseThrow();
  }

  @Test
  void aPageIsRenamedAndKeepsItsAddress() {
    WikiPlan after =
        refined("{\"rename\": [{\"slug\": \"tracking\", \"title\": \"Life of a parcel\"}]}").plan();

    assertThat(page(after, "tracking").title()).isEqualTo("Life of a parcel");
    assertThat(after.pages()).hasSameSizeAs(plan.pages());
  }

  @Test
  void aMergedPageIsToldOnTheOther() {
    int module = page(plan, "store").module();

    WikiPlan after = refined("{\"merge\": [{\"slug\": \"store\", \"into\": \"tracking\"}]}").plan();

    assertThat(after.pages()).noneMatch(page -> page.slug().equals("store"));
    assertThat(page(after, "tracking").folded()).contains(module);
    assertEverythingIsTold(after);
  }

  @Test
  void aMergedPartGetsItsPageBackBySplitting() {
    int module = page(plan, "store").module();
    WikiPlan merged =
        refined("{\"merge\": [{\"slug\": \"store\", \"into\": \"tracking\"}]}").plan();

    WikiPlan after =
        PlanRefiner.apply(
                graph,
                merged,
                "{\"split\": [{\"part\": %d, \"title\": \"Storage\"}]}".formatted(module))
            .plan();

    assertThat(page(after, "store").title()).isEqualTo("Storage");
    assertThat(page(after, "tracking").folded()).doesNotContain(module);
  }

  @Test
  void pagesMoveAndComeInTheOrderAskedFor() {
    WikiPlan after =
        refined(
                "Here it is: ```json\n{\"move\": [{\"slug\": \"notify\", \"below\": \"tracking\"}], \"order\": [\"tracking\", \"intake\"]}\n```")
            .plan();

    List<String> slugs = after.pages().stream().map(PlannedPage::slug).toList();
    assertThat(slugs.indexOf("tracking")).isLessThan(slugs.indexOf("intake"));
    assertThat(slugs.indexOf("notify")).isEqualTo(slugs.indexOf("tracking") + 1);
    assertThat(page(after, "notify").parent()).contains("tracking");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\u200b\u200b", "--", "Over\u202eview", "<script>x</script>", "[x](y)"})
  void aTitleWithoutWordsOrWithMoreThanWordsIsNotTakenOver(String title) {
    PlanRefiner.Outcome outcome =
        refined("{\"rename\": [{\"slug\": \"tracking\", \"title\": \"%s\"}]}".formatted(title));

    assertThat(page(outcome.plan(), "tracking").title()).isEqualTo(page(plan, "tracking").title());
    assertThat(outcome.note())
        .isEqualTo("1 changes of the plan could not be made and were left out");
  }

  @Test
  void aSubjectInAnyAlphabetHasAnAddress() {
    WikiPlan after =
        refined(
                """
                {"add": [
                 {"title": "荷物の流れ", "below": "overview", "paths": ["src/store/**"], "question": ""},
                 {"title": "並行処理", "below": "overview", "paths": ["src/intake/**"], "question": ""},
                 {"title": "Ödeme akışı", "below": "overview", "paths": ["src/**"], "question": ""}]}
                """)
            .plan();

    assertThat(after.pages().stream().map(PlannedPage::slug))
        .contains("subject-1", "subject-2", "odeme-akisi");
  }

  @Test
  void whatIsAddedBeyondTheLimitIsToldAsLeftOut() {
    StringBuilder added = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      added.append(i == 0 ? "" : ",");
      added.append(
          "{\"title\": \"Subject %d\", \"below\": \"\", \"paths\": [\"src/**\"], \"question\": \"\"}"
              .formatted(i));
    }

    PlanRefiner.Outcome outcome = refined("{\"add\": [" + added + "]}");

    assertThat(outcome.plan().pages()).hasSize(plan.pages().size() + 5);
    assertThat(outcome.note()).startsWith("95 changes");
  }

  @Test
  void anAddedSubjectNeedsFilesThatExist() {
    WikiPlan after =
        refined(
                """
                {"add": [
                  {"title": "One scan", "below": "overview", "paths": ["src/intake/**", "gone/**"], "question": "?"},
                  {"title": "Dreams", "below": "overview", "paths": ["gone/**"], "question": "?"}]}
                """)
            .plan();

    assertThat(page(after, "one-scan").kind()).isEqualTo(PlannedPage.Kind.TOPIC);
    assertThat(after.steering().topics().getFirst().paths()).containsExactly("src/intake/**");
    assertThat(after.pages()).noneMatch(page -> page.title().equals("Dreams"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I cannot help with that.",
        "[]",
        "{\"rename\": [{\"slug\": ",
        "{\"unknown\": 1}",
        "{\"rename\": \"all\"}"
      })
  void aReplyThatCannotBeUsedLeavesThePlanAsItIs(String reply) {
    assertThat(refined(reply).plan()).isEqualTo(plan);
  }

  @Test
  void editsThatCannotBeMadeAreCounted() {
    PlanRefiner.Outcome outcome =
        refined(
            """
            {"rename": [{"slug": "nothing", "title": "X"}, {"slug": "overview", "title": "Y"}],
             "merge": [{"slug": "overview", "into": "tracking"}],
             "move": [{"slug": "overview", "below": "tracking"}, {"slug": "tracking", "below": "tracking"}]}
            """);

    assertThat(outcome.plan()).isEqualTo(plan);
    assertThat(outcome.note()).startsWith("5 changes of the plan could not be made");
  }

  @Test
  void whateverTheEditsEveryModuleIsToldAndThePagesAreATree() {
    for (long seed = 0; seed < 300; seed++) {
      WikiPlan after = refined(noise(new Random(seed))).plan();

      assertEverythingIsTold(after);
      List<String> seen = new ArrayList<>();
      for (PlannedPage page : after.pages()) {
        page.parent().ifPresent(parent -> assertThat(seen).contains(parent));
        assertThat(seen).doesNotContain(page.slug());
        seen.add(page.slug());
      }
      assertThat(seen.getFirst()).isEqualTo("overview");
    }
  }

  private String noise(Random random) {
    String merges = pairs("slug", "into", random);
    String moves = pairs("slug", "below", random);
    return "{\"merge\": [%s], \"move\": [%s], \"split\": [{\"part\": %d, \"title\": \"T%d\"}], \"order\": [\"%s\", \"%s\"]}"
        .formatted(
            merges, moves, random.nextInt(8) - 1, random.nextInt(5), slug(random), slug(random));
  }

  private String pairs(String first, String second, Random random) {
    List<String> pairs = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      pairs.add(
          "{\"%s\": \"%s\", \"%s\": \"%s\"}".formatted(first, slug(random), second, slug(random)));
    }
    return String.join(",", pairs);
  }

  private String slug(Random random) {
    return plan.pages().get(random.nextInt(plan.pages().size())).slug();
  }

  private void assertEverythingIsTold(WikiPlan after) {
    for (CodeModule module : graph.modules()) {
      if (!module.files().isEmpty()) {
        assertThat(after.pageOf(module.id())).as(module.key()).isPresent();
      }
    }
  }

  /** Rules, list and the shape of the reply, whole and readable by itself. */
  @Test
  void thePromptReadsAsWrittenDown() throws IOException {
    Map<String, String> summaries = new HashMap<>();
    plan.pages().forEach(page -> summaries.put(page.slug(), "Tells of " + page.title() + "."));
    ChatRequest request =
        new PlanRefiner(String::length, "English")
            .request(graph, plan, summaries, answering(""))
            .orElseThrow();
    StringBuilder prompt = new StringBuilder();
    request.messages().forEach(message -> prompt.append(message.text()).append("\n=====\n"));
    prompt.append(
        request.shape().orElseThrow().schema().replace("\"properties\":{", "\"properties\":{\n"));
    prompt.append('\n');

    Path golden = Path.of("src/test/resources/ai/wikibuilder/plan/refined/plan-prompt.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, prompt);
    }
    assertThat(prompt.toString()).isEqualTo(Files.readString(golden));
  }

  @Test
  void thePromptIsBoundedWhateverTheSize() {
    ChatRequest request = requestOfThousands(100_000).orElseThrow();

    assertThat(tokens(request)).isLessThan(12_000);
    assertThat(request.shape()).isPresent();
  }

  /** What a user with a small model saw: every call about the plan was refused. */
  @Test
  void thePromptFitsTheWindowOfTheModel() {
    ChatRequest request = requestOfThousands(2_500).orElseThrow();

    assertThat(tokens(request)).isBetween(1_500, 2_500);
    assertThat(request.messages().getLast().text()).contains("more pages, which stay as they are");
    assertThat(requestOfThousands(1_000)).isEmpty();
  }

  private static int tokens(ChatRequest request) {
    return request.messages().stream().mapToInt(message -> message.text().length() / 4).sum();
  }

  private static Optional<ChatRequest> requestOfThousands(int promptTokensMax) {
    TestRepository large = new TestRepository();
    for (int i = 0; i < 3_000; i++) {
      large.file(
          "area%d/part%d/T%d.java".formatted(i / 400, i / 4, i),
          "package p;\nclass T%d {%s}\n".formatted(i, "\n".repeat(60)));
    }
    CodeGraph graph = large.graph();
    return new PlanRefiner(text -> text.length() / 4, "English")
        .request(graph, new Planner().plan(graph), Map.of(), answering("", promptTokensMax));
  }
}
