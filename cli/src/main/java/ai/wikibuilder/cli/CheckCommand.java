package ai.wikibuilder.cli;

import ai.wikibuilder.builds.stored.WikiCheck;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.workbench.WikiChoice;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Quality;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aiwiki check}: does a wiki still say what its snapshot holds? */
@Command(
    name = "check",
    description = "Checks every statement, link and diagram of a wiki against the code it cites.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code 0 when all of it holds, 1 when something does not.",
      "",
      "Examples:",
      "  aiwiki check",
      "  aiwiki check --wiki flask-wiki --json"
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final WikiChoice choice;

  CheckCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.choice = new WikiChoice(console, workbenches);
  }

  @Override
  public Integer call() {
    Workbench workbench = choice.workbench();
    Path folder = choice.folder(workbench);
    try (Generation generation = workbench.generation(folder)) {
      Quality quality = WikiCheck.check(generation, folder);
      choice.print(() -> asMap(quality), () -> print(quality, folder));
      return (quality.holds() ? ExitCode.DONE : ExitCode.DOES_NOT_HOLD).number();
    }
  }

  /** The shape of ARCHITECTURE, Command line. */
  private static Map<String, Object> asMap(Quality quality) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ok", quality.holds());
    map.put("claims", quality.claims());
    map.put("verified", quality.verified());
    map.put("citations", quality.citations());
    map.put("resolved", quality.resolved());
    map.put("findings", quality.findings().stream().map(CheckCommand::asMap).toList());
    map.put("unconfirmed", quality.unconfirmed().stream().map(CheckCommand::asMap).toList());
    return map;
  }

  private static Map<String, Object> asMap(Finding finding) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("page", finding.page());
    map.put("kind", finding.kind().label());
    map.put("expected", finding.expected());
    map.put("found", finding.found());
    return map;
  }

  private void print(Finding finding) {
    console
        .out()
        .println(
            Console.printable(
                "%s, %s: expected %s, found %s"
                    .formatted(
                        finding.page(),
                        finding.kind().label(),
                        finding.expected(),
                        finding.found())));
  }

  private void print(Quality quality, Path folder) {
    quality.findings().forEach(this::print);
    quality.unconfirmed().forEach(this::print);
    List<Finding> findings = quality.findings();
    console
        .out()
        .println(
            "%s: %,d claims, %,d verified, %,d of %,d citations resolve; %s"
                .formatted(
                    folder,
                    quality.claims(),
                    quality.verified(),
                    quality.resolved(),
                    quality.citations(),
                    findings.isEmpty()
                        ? "all of it holds"
                        : "%,d do not hold".formatted(findings.size())));
  }
}
