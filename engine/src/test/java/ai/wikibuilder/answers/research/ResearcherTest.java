package ai.wikibuilder.answers.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.TestWiki;
import ai.wikibuilder.answers.asking.Adviser;
import ai.wikibuilder.answers.asking.AskSettings;
import ai.wikibuilder.answers.asking.TestAdviser;
import ai.wikibuilder.answers.research.ResearchRun.State;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.PieceListener;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.prose.Warehouse;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResearcherTest {
  private static final Pattern CALL =
      Pattern.compile("\\[(\\d+)] card \\S+\\n(\\S+)\\n(?:named by .*\\n)?calls: (\\w+\\.\\w+)");

  private static final String PLAN =
      """
      {"questions":[
       {"question":"How are rows moved?","words":"move0 row next"},
       {"question":"How are rows sorted?","words":"sort weight heavy"},
       {"question":"How are rows counted?","words":"count left last cart"}]}
      """;

  @TempDir Path folder;

  private final OpenWiki wiki = TestWiki.warehouse();
  private final List<ResearchRun> kept = new ArrayList<>();

  /** Writes down each call that the cards of its prompt tell. */
  private static String calls(ChatRequest request) {
    StringBuilder text = new StringBuilder();
    for (Message message : request.messages()) {
      Matcher call = CALL.matcher(message.text());
      while (call.find()) {
        text.append(
            "`%s` calls `%s` [%s]. ".formatted(call.group(2), call.group(3), call.group(1)));
      }
    }
    return text.toString();
  }

  private static ChatReply honest(ChatRequest request, PieceListener pieces) {
    String told = request.messages().getFirst().text();
    if (told.startsWith("A developer wants")) {
      return TestAdviser.told(PLAN, pieces);
    }
    if (request.purpose() == Purpose.REPAIR) {
      return TestAdviser.told("1. REMOVE", pieces);
    }
    String more = told.startsWith("You look into") ? "\nMISSING: a row without a number\n" : "";
    return TestAdviser.told("## Calls\n\n" + calls(request) + more, pieces);
  }

  private ResearchRun research(BiFunction<ChatRequest, PieceListener, ChatReply> script) {
    return research(
        script, ResearchRun.begin("abcd2345", "how are rows kept in order", wiki, "77aa"));
  }

  private ResearchRun research(
      BiFunction<ChatRequest, PieceListener, ChatReply> script, ResearchRun run) {
    Adviser adviser =
        new Adviser(new TestAdviser(script), text -> text.length() / 4, AskSettings.standard());
    return new Researcher(wiki, adviser, ResearchSettings.standard(), kept::add)
        .research(run, ResearchListener.silent());
  }

  private Optional<Page> page(ResearchRun run) {
    return new ReportPage(new ProseChecker(wiki.names().get(), wiki.texts()), wiki.texts()).of(run);
  }

  @Test
  void everyStepBringsNewEvidenceAndTheReportHolds() {
    ResearchRun run = research(ResearcherTest::honest);

    assertThat(run.state()).isEqualTo(State.DONE);
    assertThat(run.steps()).hasSize(3).allMatch(step -> step.found() > 0);
    assertThat(run.steps().getFirst().learned()).isNotEmpty();
    assertThat(run.missing()).containsExactly("a row without a number");
    Page page = page(run).orElseThrow();
    assertThat(page.checking().orElseThrow().verified()).isGreaterThanOrEqualTo(3);
    assertThat(page.checking().orElseThrow().removed()).isEmpty();
    assertThat(page.slug()).isEqualTo("research-abcd2345");
    assertThat(page.sections().toString()).contains("a row without a number");
  }

  /** Whole prompts, to be read: {@code -Dgolden.update=true} writes those of today. */
  @Test
  void thePromptsAreThoseReviewed() throws IOException {
    StringBuilder prompts = new StringBuilder();
    ResearchRun _ =
        research((request, pieces) -> {
          if (request.tools().isEmpty() || prompts.indexOf("You look into") < 0) {
            request.messages().forEach(one -> prompts.append(one.text()).append("\n=====\n"));
          }
          return honest(request, pieces);
        });

    Path golden = Path.of("src/test/resources/ai/wikibuilder/answers/research-prompts.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, prompts);
    }
    assertThat(prompts.toString()).isEqualTo(Files.readString(golden));
  }

  @Test
  void noPlaceIsReadTwice() {
    ResearchRun run = research(ResearcherTest::honest);

    assertThat(run.pieces().stream().filter(piece -> !piece.kind().label().equals("card")))
        .extracting(piece -> piece.path() + ":" + piece.startLine())
        .doesNotHaveDuplicates();
  }

  @Test
  void aStepThatBringsNothingNewIsTheLast() {
    OpenWiki small =
        TestWiki.of(
            new TestRepository()
                .file(Warehouse.path(0, 0), Warehouse.type(0, 0, ""))
                .file(Warehouse.path(0, 1), Warehouse.type(0, 1, "")));
    Adviser adviser =
        new Adviser(
            new TestAdviser((request, pieces) ->
                request.messages().getFirst().text().startsWith("You look into")
                    ? TestAdviser.told(
                        calls(request)
                            + "\nNEXT: and again %d?\nNEXT: and once more %d?"
                                .formatted(request.subject().length(), request.hashCode()),
                        pieces)
                    : honest(request, pieces)),
            text -> text.length() / 4,
            AskSettings.standard());

    ResearchRun run =
        new Researcher(small, adviser, ResearchSettings.standard().withSteps(30), kept::add)
            .research(
                ResearchRun.begin("abcd2345", "how are rows kept in order", small, ""),
                ResearchListener.silent());

    assertThat(run.steps().size()).isLessThan(6);
    List<Step> before = run.steps().subList(0, run.steps().size() - 1);
    assertThat(before).allMatch(step -> step.found() > 0);
  }

  @Test
  void afterACrashItGoesOnWhereItWasAndTellsTheSame() {
    ResearchRun whole = research(ResearcherTest::honest);
    int crash = 1; // after the plan comes a state with one step
    ResearchRun half =
        kept.stream().filter(run -> run.steps().size() == crash).findFirst().orElseThrow();
    ResearchStore store = new ResearchStore(folder, new Random(1));
    store.keep(half);

    ResearchRun resumed = research(ResearcherTest::honest, store.find("abcd2345").orElseThrow());

    assertThat(resumed.steps()).extracting(Step::question).hasSize(3);
    assertThat(resumed.report()).isEqualTo(whole.report());
    assertThat(resumed.pieces()).isEqualTo(whole.pieces());
  }

  @Test
  void aRunIsKeptAsItIs() {
    ResearchRun run = research(ResearcherTest::honest);
    ResearchStore store = new ResearchStore(folder, new Random(1));

    store.keep(run);

    assertThat(store.find(run.id())).contains(run);
    assertThat(store.ids()).containsExactly(run.id());
  }

  @Test
  void aBudgetThatEndsLeavesAReportOfWhatWasLearned() {
    List<ChatRequest> asked = new ArrayList<>();

    ResearchRun run =
        research((request, pieces) -> {
          asked.add(request);
          if (asked.size() > 3) {
            throw new ModelException(Kind.OVER_BUDGET, "the budget is used up");
          }
          return honest(request, pieces);
        });

    assertThat(run.state()).isEqualTo(State.CAPPED);
    assertThat(run.steps()).hasSize(2);
    assertThat(run.report().orElseThrow().model()).isEmpty();
    assertThat(page(run)).isPresent();
  }

  @Test
  void aModelThatFailsAtOnceLeavesNoReportAndSaysSo() {
    ResearchRun run =
        research((request, pieces) -> {
          throw new ModelException(Kind.OVERLOADED, "the provider is overloaded");
        });

    assertThat(run.state()).isEqualTo(State.FAILED);
    assertThat(run.report()).isEmpty();
  }

  @Test
  void somebodyWhoLeavesCanComeBack() {
    assertThatThrownBy(() ->
            research((request, pieces) -> {
              if (!kept.isEmpty() && kept.getLast().steps().size() == 2) {
                throw new ModelException(Kind.CANCELLED, "gone");
              }
              return honest(request, pieces);
            }))
        .isInstanceOf(ModelException.class);

    assertThat(kept.getLast().state()).isEqualTo(State.RUNNING);
    ResearchRun resumed = research(ResearcherTest::honest, kept.getLast());
    assertThat(resumed.state()).isEqualTo(State.DONE);
    assertThat(resumed.steps()).hasSize(3);
  }

  @Test
  void falseSentencesOfAReportAreRepairedOnceThenRemoved() {
    ResearchRun run =
        research((request, pieces) ->
            request.messages().getFirst().text().startsWith("You write the report")
                    && request.purpose() != Purpose.REPAIR
                ? TestAdviser.told(calls(request) + "It has 4711 classes [1].", pieces)
                : honest(request, pieces));

    Page page = page(run).orElseThrow();
    assertThat(page.sections().toString()).doesNotContain("4711");
    assertThat(run.report().orElseThrow().markdown()).doesNotContain("4711");
  }

  @Test
  void aReportFollowsItsLinesToALaterCommit() {
    ResearchRun run = research(ResearcherTest::honest);
    TestRepository moved = Warehouse.repository();
    String path = Warehouse.path(0, 0);
    moved.file(path, "// a line\n// and another\n" + Warehouse.type(0, 0, ""));
    moved.file(Warehouse.path(1, 0), "package shelves;\n");
    OpenWiki later = TestWiki.of(moved);

    Page page =
        new ReportPage(new ProseChecker(later.names().get(), later.texts()), later.texts())
            .of(run)
            .orElseThrow();

    assertThat(page.checking().orElseThrow().verified()).isPositive();
    assertThat(page.checking().orElseThrow().verified())
        .isLessThanOrEqualTo(page(run).orElseThrow().checking().orElseThrow().verified());
  }

  @Test
  void toolsOfAStepMayBringItsEvidence() {
    ResearchRun run =
        research((request, pieces) -> {
          boolean step = request.messages().getFirst().text().startsWith("You look into");
          return step && !(request.messages().getLast() instanceof Message.ToolResult)
              ? TestAdviser.calling(
                  new ToolCall("1", "callers", "{\"name\":\"CartsD.count3\"}", ""))
              : honest(request, pieces);
        });

    assertThat(run.steps().getFirst().looked()).anyMatch(one -> one.contains("CartsD.count3"));
    assertThat(run.pieces()).anyMatch(piece -> piece.text().contains("count3"));
  }

  /** What a user saw: a report that was poorer than another, and nothing that said why. */
  @Test
  void aModelWithoutToolsIsGivenWhatTheSearchFoundAndTheTrailSaysSo() {
    ResearchRun run =
        research((request, pieces) -> {
          if (!request.tools().isEmpty()) {
            throw new ModelException(Kind.FAILED, "it does not support tools");
          }
          return honest(request, pieces);
        });

    assertThat(run.state()).isEqualTo(State.DONE);
    assertThat(run.steps().getFirst().looked())
        .contains("the model takes no tools, so it was given what the search found: 0 new");
    assertThat(page(run).orElseThrow().sections().toString())
        .contains("The model takes no tools: it was given what one search");
  }

  @Test
  void aQuestionAboutAnotherProjectEndsAsNotFound() {
    ResearchRun run =
        research(
            (request, pieces) ->
                TestAdviser.told(
                    "{\"questions\":[{\"question\":\"q\",\"words\":\"zeppelin\"}]}", pieces),
            ResearchRun.begin("abcd2345", "quantum zeppelins", wiki, "77aa"));

    assertThat(run.state()).isEqualTo(State.NOT_FOUND);
    assertThat(run.missing()).containsExactly("q");
    assertThat(page(run)).isEmpty();
  }
}
