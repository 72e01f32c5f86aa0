package ai.wikibuilder.cli;

import ai.wikibuilder.builds.BuildListener;
import ai.wikibuilder.builds.BuildReport;
import ai.wikibuilder.builds.BuildRequest;
import ai.wikibuilder.cli.arguments.SourceOptions;
import ai.wikibuilder.cli.arguments.WriterOptions;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.Interruption;
import ai.wikibuilder.cli.console.ProgressLines;
import ai.wikibuilder.cli.workbench.AuthorAtWork;
import ai.wikibuilder.cli.workbench.BoundedHeap;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.source.SourceRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aiwiki build}: a repository in, a wiki out. */
@Command(
    name = "build",
    description = "Writes the wiki of a repository. The same commit again costs nothing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  aiwiki build https://github.com/pallets/flask",
      "  aiwiki build https://github.com/pallets/flask --ref 3.0.0 --out flask-3",
      "  aiwiki build . --writer model --budget 2.00usd",
      "  aiwiki build . --index-only && aiwiki search \"how is a session stored\"",
      "  AIWIKI_GIT_TOKEN=... aiwiki build https://git.example.org/team/private",
      "",
      "Open the result with a browser: <name>-wiki/index.html"
    })
final class BuildCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<Workbench> workbenches;

  @Mixin private final SourceOptions source = new SourceOptions();

  @Mixin private final WriterOptions writer = new WriterOptions();

  @Option(
      names = "--index-only",
      description = "Stop once the repository can be searched; write no pages.")
  private boolean indexOnly;

  @Option(
      names = "--fewer-pages",
      description = "Publish a wiki that lost most of its pages; otherwise the earlier one stays.")
  private boolean fewerPages;

  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  private boolean quiet;

  BuildCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.workbenches = workbenches;
  }

  @Override
  public Integer call() {
    Workbench workbench = workbenches.get();
    Path output = source.output();
    SourceRequest wanted = source.request(workbench.gitToken());
    ProgressLines progress = new ProgressLines(console, InstantSource.system());
    BuildListener listener = quiet ? BuildListener.silent() : progress;
    try (Interruption interruption = Interruption.ofThisThread();
        BoundedHeap _ = BoundedHeap.ofThisProcess()) {
      try {
        AuthorAtWork author = author(workbench);
        interruption.letEnd(author.calls(), console);
        BuildReport report =
            workbench
                .wikiBuild(source.allowedHosts())
                .embedding(author.vectors())
                .build(
                    new BuildRequest(wanted, output, indexOnly, fewerPages, author.author()),
                    listener);
        progress.end();
        workbench.rememberLast(output);
        new BuildResult(report, output, author.spent(), Workbench.secondsSinceStart())
            .print(console, json);
        return exitCode(report).number();
      } catch (RuntimeException e) {
        progress.abandon();
        if (interruption.hasBegun()) {
          console.say(
              "interrupted; an earlier wiki is as it was"
                  + (writer.isModel()
                      ? ", the next build takes over the pages that are paid"
                      : ""));
          return ExitCode.INTERRUPTED.number();
        }
        throw e;
      }
    }
  }

  private AuthorAtWork author(Workbench workbench) {
    return writer.isModel()
        ? workbench.author(writer.settings(), writer.budget(), source.allowedHosts())
        : workbench.composer(source.allowedHosts());
  }

  /** A wiki is there in any case; what is missing of it has its own number. */
  private static ExitCode exitCode(BuildReport report) {
    return switch (report.writing().state()) {
      case CAPPED -> ExitCode.LIMIT;
      case MODEL_FAILED -> ExitCode.MODEL;
      case DONE ->
          switch (report.vectors().state()) {
            case CAPPED -> ExitCode.LIMIT;
            case MODEL_FAILED -> ExitCode.MODEL;
            case DONE -> ExitCode.DONE;
          };
    };
  }
}
