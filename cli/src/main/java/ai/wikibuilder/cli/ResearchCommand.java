package ai.wikibuilder.cli;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.asking.Adviser;
import ai.wikibuilder.answers.asking.AskSettings;
import ai.wikibuilder.answers.research.ReportPage;
import ai.wikibuilder.answers.research.ResearchRun;
import ai.wikibuilder.answers.research.ResearchSettings;
import ai.wikibuilder.answers.research.ResearchStore;
import ai.wikibuilder.answers.research.Researcher;
import ai.wikibuilder.builds.stored.WikiReading;
import ai.wikibuilder.builds.stored.WikiResearch;
import ai.wikibuilder.cli.answering.ResearchPrinter;
import ai.wikibuilder.cli.arguments.ModelOptions;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.Interruption;
import ai.wikibuilder.cli.workbench.WikiChoice;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aiwiki research}: a question looked into step by step, a report with its evidence. */
@Command(
    name = "research",
    description = {
      "Looks into a question step by step with the configured model and writes a report, every",
      "sentence checked. The report becomes a page of the wiki."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The trail is shown while it goes on. What was interrupted, by Ctrl-C or a crash, goes on",
      "with --resume; a model is not paid twice for the same question.",
      "",
      "Examples:",
      "  aiwiki research \"how does a request find its handler, and what if there is none\"",
      "  aiwiki research --budget 0.50usd --steps 5 \"where can data be lost on a crash\"",
      "  aiwiki research --list",
      "  aiwiki research --resume k3x9m2p7"
    })
final class ResearchCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final WikiChoice choice;

  @Mixin private final ModelOptions models = new ModelOptions();

  @Parameters(arity = "0..*", paramLabel = "QUESTION", description = "What is to be looked into.")
  private List<String> words = List.of();

  @Option(names = "--steps", paramLabel = "N", description = "Most steps; 8 otherwise.")
  private int steps = ResearchSettings.standard().stepsMax();

  @Option(
      names = "--resume",
      paramLabel = "ID",
      description = "Go on with a research that was interrupted.")
  private @Nullable String resume;

  @Option(names = "--list", description = "List the researches about this wiki.")
  private boolean list;

  @Option(names = "--no-rerank", description = "Lexical order of what is found; no model for it.")
  private boolean noRerank;

  ResearchCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.choice = new WikiChoice(console, workbenches);
  }

  @Override
  public Integer call() {
    Workbench workbench = choice.workbench();
    Path folder = choice.folder(workbench);
    ResearchStore store = workbench.researches(folder, new SecureRandom());
    if (list) {
      new ResearchPrinter(console, choice.json()).list(store);
      return ExitCode.DONE.number();
    }
    String question = String.join(" ", words).strip();
    if (question.isEmpty() == (resume == null)) {
      throw new UsageException(
          "expected either a question or --resume ID; try: aiwiki research \"how is data stored\"");
    }
    if (steps < 1 || steps > ResearchSettings.STEPS_MAX) {
      throw new UsageException(
          "--steps: expected 1 to %d, got %d".formatted(ResearchSettings.STEPS_MAX, steps));
    }
    Adviser adviser = adviser(workbench);
    Generation generation = workbench.generation(folder);
    try (WikiReading searching =
        workbench.reading(generation, noRerank, Optional.of(models.allowedHosts()))) {
      OpenWiki wiki = searching.wiki(folder);
      String snapshot = generation.properties().getOrDefault("snapshot.tree", "");
      ResearchRun run = run(store, question, wiki, snapshot);
      store.keep(run);
      Researcher researcher =
          new Researcher(wiki, adviser, ResearchSettings.standard().withSteps(steps), store::keep);
      return research(researcher, run)
          .map(ended -> ended(ended, wiki, workbench))
          .orElse(ExitCode.INTERRUPTED)
          .number();
    }
  }

  /** Empty when somebody interrupted it. */
  private Optional<ResearchRun> research(Researcher researcher, ResearchRun run) {
    try (Interruption interruption = Interruption.ofThisThread()) {
      try {
        return Optional.of(researcher.research(run, new ResearchPrinter(console, choice.json())));
      } catch (RuntimeException e) {
        // whatever was being read or asked at that moment fails in its own words
        if (!interruption.hasBegun()) {
          throw e;
        }
        console.say("interrupted; go on with: aiwiki research --resume " + run.id());
        return Optional.empty();
      }
    }
  }

  private Adviser adviser(Workbench workbench) {
    if (!models.isModelAllowed()) {
      throw new UsageException("a research needs a model; without one: aiwiki ask --no-model");
    }
    return workbench
        .adviser(AskSettings.standard(), models.budget(), models.allowedHosts())
        .orElseThrow(() ->
            new UsageException(
                "a research needs a model and none is configured (docs/models.md); without one:"
                    + " aiwiki ask"));
  }

  private ResearchRun run(ResearchStore store, String question, OpenWiki wiki, String snapshot) {
    if (resume == null) {
      return ResearchRun.begin(store.newId(), question, wiki, snapshot);
    }
    ResearchRun run =
        store
            .find(resume)
            .orElseThrow(() ->
                new UsageException(
                    "no research %s about this wiki; aiwiki research --list shows them"
                        .formatted(resume)));
    if (!run.isRunning()) {
      throw new UsageException(
          "research %s has ended; its report is the page research-%s".formatted(resume, resume));
    }
    if (!run.snapshot().equals(snapshot)) {
      throw new UsageException(
          "research %s looks into another commit (%s) than the wiki is of now; begin it anew"
              .formatted(resume, run.commit()));
    }
    return run;
  }

  private ExitCode ended(ResearchRun run, OpenWiki wiki, Workbench workbench) {
    Optional<Page> page =
        new ReportPage(new ProseChecker(wiki.names().get(), wiki.texts()), wiki.texts()).of(run);
    boolean published =
        page.isPresent()
            && new WikiResearch(workbench.siteSettings()).publish(choice.folder(workbench));
    new ResearchPrinter(console, choice.json()).end(run, page, published, wiki.texts());
    return exitCode(run);
  }

  /** A report is there in any case where something was learned. */
  private static ExitCode exitCode(ResearchRun run) {
    return switch (run.state()) {
      case CAPPED -> ExitCode.LIMIT;
      case FAILED -> ExitCode.MODEL;
      case DONE, NOT_FOUND, RUNNING -> ExitCode.DONE;
    };
  }
}
