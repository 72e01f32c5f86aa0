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
import ai.wikibuilder.builds.stored.WikiReading;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Prints how much of drawn call paths a research's report and one answer cover, and whether each
 * step but the last brought evidence.
 */
public final class ResearchBenchmark {
  /** Questions of one repository. */
  private static final int PATH_COUNT = 10;

  private static final long SEED = 20_261_126;

  private final Adviser adviser =
      new Adviser(new CallTeller(), new TokenCounter()::count, AskSettings.standard());

  private ResearchBenchmark() {}

  /** Arguments: the project's folder, then folders of wikis. */
  public static void main(String[] arguments) {
    ResearchBenchmark benchmark = new ResearchBenchmark();
    System.out.println(
        "| wiki | questions | report | one answer, thorough | one answer | barren steps before the last |");
    System.out.println("|---|---|---|---|---|---|");
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      benchmark.measure(Path.of(folder));
    }
  }

  private void measure(Path folder) {
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
      System.out.printf(
          "| %s | %d | %.0f %% | %.0f %% | %.0f %% | %d |%n",
          folder.getFileName(),
          paths.size(),
          100 * report / paths.size(),
          100 * thorough / paths.size(),
          100 * once / paths.size(),
          barren);
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
}
