package ai.wikibuilder.cli;

import ai.wikibuilder.builds.BuildListener;
import ai.wikibuilder.builds.BuildReport;
import ai.wikibuilder.builds.BuildRequest;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.Interruption;
import ai.wikibuilder.cli.console.ProgressLines;
import ai.wikibuilder.source.SourceRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
      "  aiwiki build . --index-only && aiwiki search \"how is a session stored\"",
      "  AIWIKI_GIT_TOKEN=... aiwiki build https://git.example.org/team/private",
      "",
      "Open the result with a browser: <name>-wiki/index.html"
    })
final class BuildCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<Workbench> workbenches;

  @Parameters(
      paramLabel = "SOURCE",
      description = "The https address of a repository, or a folder of this machine.")
  private String source = "";

  @Option(
      names = "--ref",
      paramLabel = "REF",
      description = "Branch, tag or full commit id; the default branch otherwise.")
  private @Nullable String ref;

  @Option(names = "--path", paramLabel = "SUB", description = "Only this part of the repository.")
  private String subPath = "";

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "Only files that match, such as 'src/**'. May be repeated.")
  private List<String> includes = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Not the files that match. May be repeated.")
  private List<String> excludes = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the wiki; ./<name>-wiki otherwise.")
  private @Nullable Path out;

  @Option(
      names = "--index-only",
      description = "Stop once the repository can be searched; write no pages.")
  private boolean indexOnly;

  @Option(
      names = "--fewer-pages",
      description = "Publish a wiki that lost most of its pages; otherwise the earlier one stays.")
  private boolean fewerPages;

  @Option(
      names = "--allow-host",
      paramLabel = "HOST:PORT",
      description = "Also connect to this host, though it is not public. May be repeated.")
  private List<String> allowedHosts = List.of();

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
    SourceArgument named = new SourceArgument(source, workbench.gitToken());
    Path output =
        (out != null ? out : Path.of(named.name() + "-wiki")).toAbsolutePath().normalize();
    SourceRequest wanted =
        new SourceRequest(
            named.origin(output), Optional.ofNullable(ref), subPath, includes, excludes);
    ProgressLines progress = new ProgressLines(console, InstantSource.system());
    BuildListener listener = quiet ? BuildListener.silent() : progress;
    try (Interruption interruption = Interruption.ofThisThread()) {
      try {
        BuildReport report =
            workbench
                .wikiBuild(allowedHosts)
                .build(new BuildRequest(wanted, output, indexOnly, fewerPages), listener);
        progress.end();
        workbench.rememberLast(output);
        new BuildResult(report, output, Workbench.secondsSinceStart()).print(console, json);
        return ExitCode.DONE.number();
      } catch (RuntimeException e) {
        progress.abandon();
        if (interruption.hasBegun()) {
          console.say("interrupted; an earlier wiki is as it was");
          return ExitCode.INTERRUPTED.number();
        }
        throw e;
      }
    }
  }
}
