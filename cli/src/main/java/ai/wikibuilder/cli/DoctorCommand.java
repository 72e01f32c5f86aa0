package ai.wikibuilder.cli;

import ai.wikibuilder.cli.Examination.Finding;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aiwiki doctor}: what was found on this machine, and what is missing. */
@Command(
    name = "doctor",
    description = "Says what was found on this machine and what is missing.",
    mixinStandardHelpOptions = true,
    footer = {"", "Exit code 1 when something that is needed is missing."})
final class DoctorCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<Workbench> workbenches;

  @Option(names = "--json", description = "Print the findings as one line of JSON.")
  private boolean json;

  DoctorCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.workbenches = workbenches;
  }

  @Override
  public Integer call() {
    Workbench workbench = workbenches.get();
    List<Finding> findings = new Examination(workbench).findings();
    if (json) {
      console.out().println(JsonLine.of(findings.stream().map(Finding::asMap).toList()));
    } else {
      findings.forEach(finding -> console.out().println(finding.line()));
    }
    boolean missing = findings.stream().anyMatch(f -> f.state() == Finding.State.MISSING);
    return (missing ? ExitCode.DOES_NOT_HOLD : ExitCode.DONE).number();
  }
}
