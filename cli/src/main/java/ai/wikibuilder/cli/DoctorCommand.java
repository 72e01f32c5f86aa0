package ai.wikibuilder.cli;

import java.util.List;
import java.util.concurrent.Callable;
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
  private final Workbench workbench;

  @Option(names = "--json", description = "Print the findings as one line of JSON.")
  private boolean json;

  DoctorCommand(Console console, Workbench workbench) {
    this.console = console;
    this.workbench = workbench;
  }

  @Override
  public Integer call() {
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
