package ai.wikibuilder.cli;

import ai.wikibuilder.builds.stored.WikiCorrection;
import ai.wikibuilder.builds.stored.WikiCorrection.Outcome;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.JsonLine;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aiwiki correct}: says that a statement of a wiki is wrong. */
@Command(
    name = "correct",
    description = {
      "Reports a statement as wrong: it is checked again, put right or taken out, and does not",
      "come back with a later build of the same folder."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Without --wrong and --instead the statement is checked and taken out only if it fails.",
      "Exit code 0 when the wiki was corrected or the statement holds, 1 when the words of",
      "--instead do not hold, 2 when the page has no such statement.",
      "",
      "Examples:",
      "  aiwiki correct --page tracking --sentence \"The table lists fifteen transitions.\"",
      "  aiwiki correct --page tracking --sentence \"It runs daily.\" --wrong",
      "  aiwiki correct --page api --sentence \"It has two routes.\" --instead \"It has three routes.\""
    })
final class CorrectCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<Workbench> workbenches;

  @Option(
      names = "--wiki",
      paramLabel = "DIR",
      description = "Folder of a wiki; the last one that was built otherwise.")
  private @Nullable Path wiki;

  @Option(
      names = "--page",
      required = true,
      paramLabel = "PAGE",
      description = "The page, as its address calls it.")
  private String page = "";

  @Option(
      names = "--sentence",
      required = true,
      paramLabel = "TEXT",
      description = "The statement, copied from the page; its marks may be left out.")
  private String sentence = "";

  @Option(names = "--wrong", description = "Take it out whatever the check finds.")
  private boolean wrong;

  @Option(
      names = "--instead",
      paramLabel = "TEXT",
      description = "Say this in its place, if the cited lines do not speak against it.")
  private @Nullable String instead;

  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  CorrectCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.workbenches = workbenches;
  }

  @Override
  public Integer call() {
    if (wrong && instead != null) {
      throw new UsageException("expected --wrong or --instead, got both");
    }
    Workbench workbench = workbenches.get();
    Outcome outcome =
        new WikiCorrection(workbench.siteSettings())
            .correct(
                workbench.wikiFolder(wiki),
                new WikiCorrection.Report(page, sentence, wrong, Optional.ofNullable(instead)));
    if (outcome instanceof Outcome.NotFound(List<String> alike)) {
      throw new UsageException(
          "expected one statement of the page %s; %s"
              .formatted(
                  page,
                  alike.isEmpty()
                      ? "none is like it"
                      : "did you mean “" + String.join("”, or “", alike) + "”?"));
    }
    if (json) {
      console.out().println(JsonLine.of(asMap(outcome)));
    } else {
      print(outcome);
    }
    return (outcome instanceof Outcome.Refused ? ExitCode.DOES_NOT_HOLD : ExitCode.DONE).number();
  }

  private void print(Outcome outcome) {
    switch (outcome) {
      case Outcome.Kept(String said, List<Evidence> evidence) -> {
        line("kept, for it holds: " + said);
        evidence.forEach(one -> line("  " + place(one)));
        line("--wrong takes it out all the same, --instead puts other words in its place");
      }
      case Outcome.Removed(String said, List<Finding> findings) -> {
        line("removed: " + said);
        findings.forEach(this::finding);
      }
      case Outcome.Replaced(String said, String other, boolean verified) -> {
        line("replaced: " + said);
        line("by: " + other + (verified ? "" : " (nothing that is cited proves it)"));
      }
      case Outcome.Refused(String other, List<Finding> findings) -> {
        line("not replaced, for this does not hold: " + other);
        findings.forEach(this::finding);
      }
      case Outcome.NotFound none -> {
        // said as an error
      }
    }
  }

  private void line(String text) {
    console.out().println(Console.printable(text));
  }

  private void finding(Finding finding) {
    line(
        "  %s: expected %s, found %s"
            .formatted(finding.kind().label(), finding.expected(), finding.found()));
  }

  private static String place(Evidence evidence) {
    return evidence.path() + ":" + evidence.startLine() + "-" + evidence.endLine();
  }

  private static Map<String, Object> asMap(Outcome outcome) {
    Map<String, Object> map = new LinkedHashMap<>();
    switch (outcome) {
      case Outcome.Kept(String said, List<Evidence> evidence) -> {
        map.put("outcome", "kept");
        map.put("sentence", said);
        map.put("evidence", evidence.stream().map(CorrectCommand::place).toList());
      }
      case Outcome.Removed(String said, List<Finding> findings) -> {
        map.put("outcome", "removed");
        map.put("sentence", said);
        map.put("findings", findings.stream().map(CorrectCommand::asMap).toList());
      }
      case Outcome.Replaced(String said, String other, boolean verified) -> {
        map.put("outcome", "replaced");
        map.put("sentence", said);
        map.put("instead", other);
        map.put("verified", verified);
      }
      case Outcome.Refused(String other, List<Finding> findings) -> {
        map.put("outcome", "refused");
        map.put("instead", other);
        map.put("findings", findings.stream().map(CorrectCommand::asMap).toList());
      }
      case Outcome.NotFound none -> map.put("outcome", "not-found");
    }
    return map;
  }

  private static Map<String, Object> asMap(Finding finding) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", finding.kind().label());
    map.put("expected", finding.expected());
    map.put("found", finding.found());
    return map;
  }
}
