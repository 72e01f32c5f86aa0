package ai.wikibuilder.cli;

import ai.wikibuilder.cli.Examination.Finding;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.JsonLine;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.models.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aiwiki doctor}: what was found on this machine, and what is missing. */
@Command(
    name = "doctor",
    description = "Says what was found on this machine and what is missing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code 1 when something that is needed is missing; with --model, 5 when a model",
      "does not answer, 4 when the budget does not allow to ask it.",
      "",
      "Examples:",
      "  aiwiki doctor",
      "  aiwiki doctor --model                              asks the configured models a word each"
    })
final class DoctorCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<Workbench> workbenches;

  @Option(
      names = "--model",
      description = "Also ask the configured models, which costs some twenty tokens each.")
  private boolean askModels;

  @Option(
      names = "--allow-host",
      paramLabel = "HOST:PORT",
      description = "Also connect to this host, though it is not public. May be repeated.")
  private List<String> allowedHosts = List.of();

  @Option(names = "--json", description = "Print the findings as one line of JSON.")
  private boolean json;

  DoctorCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.workbenches = workbenches;
  }

  @Override
  public Integer call() {
    Workbench workbench = workbenches.get();
    Examination examination = new Examination(workbench);
    List<Finding> findings = new ArrayList<>(examination.findings());
    findings.addAll(askModels ? examination.askedModels(allowedHosts) : examination.models());
    if (json) {
      console.out().println(JsonLine.of(findings.stream().map(Finding::asMap).toList()));
    } else {
      findings.forEach(finding -> console.out().println(finding.line()));
    }
    Optional<ModelException> failure = examination.modelFailure();
    if (failure.isPresent()) {
      return ExitCode.of(failure.get()).number();
    }
    boolean missing = findings.stream().anyMatch(f -> f.state() == Finding.State.MISSING);
    return (missing ? ExitCode.DOES_NOT_HOLD : ExitCode.DONE).number();
  }
}
