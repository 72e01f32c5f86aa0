package ai.wikibuilder.benchmarks.research;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.asking.Adviser;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.asking.AskRequest;
import ai.wikibuilder.answers.asking.AskSettings;
import ai.wikibuilder.answers.asking.Asker;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.answers.research.ReportPage;
import ai.wikibuilder.answers.research.ResearchListener;
import ai.wikibuilder.answers.research.ResearchRun;
import ai.wikibuilder.answers.research.ResearchSettings;
import ai.wikibuilder.answers.research.Researcher;
import ai.wikibuilder.answers.research.Step;
import ai.wikibuilder.benchmarks.Machine;
import ai.wikibuilder.builds.stored.WikiReading;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes how much of drawn call paths a research's report and one answer cover, and whether each
 * step but the last brought evidence.
 */
public final class ResearchBenchmark {
  /** Questions of one repository. */
  private static final int PATH_COUNT = 10;

  private static final long SEED = 20_261_126;

  private static final String HEAD =
      "| wiki | questions | report | one answer, thorough | one answer"
          + " | steps before the last that brought nothing |\n|---|---|---|---|---|---|\n";

  private final Adviser adviser =
      new Adviser(new CallTeller(), new TokenCounter()::count, AskSettings.standard());

  private ResearchBenchmark() {}

  /** Arguments: the project's folder, then folders of wikis. */
  public static void main(String[] arguments) throws IOException {
    ResearchBenchmark benchmark = new ResearchBenchmark();
    List<Row> rows = new ArrayList<>();
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      rows.add(benchmark.measure(Path.of(folder)));
      System.out.print(rows.getLast().line());
    }
    rows.add(Row.all(rows));
    StringBuilder table = new StringBuilder(HEAD);
    rows.forEach(row -> table.append(row.line()));
    Path root = Path.of(arguments[0]);
    Files.writeString(
        root.resolve("docs/research.md"), document(Machine.sentence(root), table.toString()));
  }

  /**
   * What came of one wiki's questions.
   *
   * @param report sum of the shares of each way that the report's evidence covers; so the others
   * @param barren steps that brought nothing, and were not the last
   */
  private record Row(
      String wiki, int questions, double report, double thorough, double once, int barren) {
    static Row all(List<Row> rows) {
      Row all = new Row("all", 0, 0, 0, 0, 0);
      for (Row row : rows) {
        all =
            new Row(
                "all",
                all.questions + row.questions,
                all.report + row.report,
                all.thorough + row.thorough,
                all.once + row.once,
                all.barren + row.barren);
      }
      return all;
    }

    String line() {
      return "| %s | %d | %.0f %% | %.0f %% | %.0f %% | %d |%n"
          .formatted(wiki, questions, of(report), of(thorough), of(once), barren);
    }

    private double of(double sum) {
      return questions == 0 ? 0 : 100 * sum / questions;
    }
  }

  private Row measure(Path folder) {
    try (WikiReading searching =
        new WikiReading(
            GenerationStore.existing(folder).current().orElseThrow(), Optional.empty())) {
      OpenWiki wiki = searching.wiki(folder);
      List<CallPath> paths = CallPath.draw(wiki.names().get(), PATH_COUNT, SEED);
      double report = 0;
      double thorough = 0;
      double once = 0;
      int barren = 0;
      for (CallPath path : paths) {
        ResearchRun run = researched(wiki, path.question());
        report += path.covered(cited(wiki, run));
        barren += barren(run);
        thorough += path.covered(asked(wiki, path.question(), true));
        once += path.covered(asked(wiki, path.question(), false));
      }
      return new Row(folder.getFileName().toString(), paths.size(), report, thorough, once, barren);
    }
  }

  private ResearchRun researched(OpenWiki wiki, String question) {
    return new Researcher(wiki, adviser, ResearchSettings.standard(), run -> {})
        .research(ResearchRun.begin("benchmark", question, wiki, ""), ResearchListener.silent());
  }

  private static int barren(ResearchRun run) {
    int barren = 0;
    for (Step step : run.steps().subList(0, Math.max(0, run.steps().size() - 1))) {
      barren += step.found() == 0 ? 1 : 0;
    }
    return barren;
  }

  private static List<Evidence> cited(OpenWiki wiki, ResearchRun run) {
    Optional<Page> page =
        new ReportPage(new ProseChecker(wiki.names().get(), wiki.texts()), wiki.texts()).of(run);
    List<Evidence> cited = new ArrayList<>();
    for (Page.Section section : page.map(Page::sections).orElse(List.of())) {
      for (Block block : section.blocks()) {
        List<Sentence> sentences =
            switch (block) {
              case Block.Paragraph paragraph -> paragraph.sentences();
              case Block.Items items -> items.items().stream().flatMap(List::stream).toList();
              case Block.Table _,
                  Block.Symbols _,
                  Block.Excerpt _,
                  Block.CodeBlock _,
                  Block.Figure _,
                  Block.Image _ ->
                  List.of();
            };
        sentences.forEach(sentence -> cited.addAll(sentence.evidence()));
      }
    }
    return cited;
  }

  private List<Evidence> asked(OpenWiki wiki, String question, boolean thorough) {
    return new Asker(wiki, Optional.of(adviser))
        .ask(new AskRequest(question, thorough, Conversation.begin()), AskListener.silent())
        .answered()
        .evidence();
  }

  private static String document(String machine, String table) {
    return """
    # How much of a way a research finds

    Made by `benchmarks/run research`. Of each wiki %d ways of three to five calls are drawn from its code graph, each
    call resolved without doubt and the ways crossing files; a question names only both ends: how does the first come to
    call the last? The figure is the share of the calls whose line lies in evidence that is cited: by the report of a
    research, by one thorough answer, by one answer.

    The model is a script: it asks about the names of the question, looks up who calls them and what they call, and
    writes down the calls it is shown. So the figure says what searches, tools and evidence bring, not how a model writes.

    %s

    %s\
    """
        .formatted(PATH_COUNT, machine, table);
  }
}
