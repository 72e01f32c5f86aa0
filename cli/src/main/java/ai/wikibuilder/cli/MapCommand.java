package ai.wikibuilder.cli;

import ai.wikibuilder.answers.asking.Adviser;
import ai.wikibuilder.answers.asking.AskSettings;
import ai.wikibuilder.answers.json.CodeMapJson;
import ai.wikibuilder.answers.maps.CodeMap;
import ai.wikibuilder.answers.maps.CodeMaps;
import ai.wikibuilder.answers.maps.MapPage;
import ai.wikibuilder.answers.maps.ModelChooser;
import ai.wikibuilder.answers.maps.PlaceChooser;
import ai.wikibuilder.builds.StoredComposition;
import ai.wikibuilder.builds.StoredVersion;
import ai.wikibuilder.builds.stored.WikiReading;
import ai.wikibuilder.cli.arguments.ModelOptions;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.workbench.WikiChoice;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.comparisons.Version;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.corrections.ClaimForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aiwiki map}: a question in, the path through the code out. */
@Command(
    name = "map",
    description = "Shows the path through the code that answers a question, step by step.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The steps are calls of the code graph; no model is asked. Where no call joins what was",
      "found, the map has several parts and says so.",
      "",
      "Examples:",
      "  aiwiki map \"how is a request matched to a view\"",
      "  aiwiki map \"how does a login work\" --out login.html",
      "  aiwiki map \"oturum nasıl açılır\" --wiki flask-wiki --json"
    })
final class MapCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final WikiChoice choice;

  @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "What you want to know.")
  private List<String> words = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write it with its drawing: .html, one file that needs nothing, or .md.")
  private @Nullable Path out;

  @Mixin private final ModelOptions models = new ModelOptions();

  @Option(names = "--no-rerank", description = "Lexical order; no model.")
  private boolean noRerank;

  MapCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.choice = new WikiChoice(console, workbenches);
  }

  @Override
  public Integer call() {
    String question = String.join(" ", words).strip();
    if (question.isEmpty()) {
      throw new UsageException("expected a question; try: aiwiki map \"what does main do\"");
    }
    if (out != null && !out.toString().matches("(?s).*\\.(html|md)")) {
      throw new UsageException("--out: expected a file ending in .html or .md, got " + out);
    }
    Workbench workbench = choice.workbench();
    Generation generation = choice.generation(workbench);
    try (WikiReading searching = workbench.reading(generation, noRerank, Optional.of(List.of()))) {
      Version version = StoredVersion.of(generation);
      CodeMaps maps =
          new CodeMaps(
              asked -> searching.searchWords(asked, CodeMaps.HIT_COUNT).hits(),
              StoredComposition.of(version),
              chooser(workbench));
      CodeMap map = maps.map(question);
      Quality quality = maps.check(map);
      if (out != null && map.found()) {
        new PageFiles(map.language()).write(List.of(out), MapPage.of(map, PageFiles.SLUG), version);
      }
      choice.print(
          () -> CodeMapJson.of(map, quality, version.snapshot().commit().orElse("")),
          () -> print(map, quality));
      return ExitCode.DONE.number();
    }
  }

  /** The configured model, when it may be asked; it only chooses which places matter. */
  private PlaceChooser chooser(Workbench workbench) {
    Optional<Adviser> adviser =
        models.isModelAllowed()
            ? workbench.adviser(AskSettings.standard(), models.budget(), models.allowedHosts())
            : Optional.empty();
    return adviser
        .<PlaceChooser>map(one -> new ModelChooser(one.model()))
        .orElseGet(PlaceChooser::none);
  }

  private void print(CodeMap map, Quality quality) {
    if (!map.remark().isEmpty()) {
      line(map.remark());
    }
    for (CodeMap.Part part : map.parts()) {
      line((part.equals(map.parts().getFirst()) ? "" : "\n") + part.title());
      part.introduction().forEach(sentence -> line(ClaimForm.text(sentence)));
      part.steps().forEach(this::print);
    }
    if (map.found()) {
      console.say("%,d of %,d statements hold".formatted(quality.verified(), quality.claims()));
    }
    if (out != null && map.found()) {
      line("\n" + out);
    }
  }

  private void print(CodeMap.Step step) {
    String from = step.from().map(number -> " <- %d".formatted(number)).orElse("");
    line("\n%2d%s  %s  %s".formatted(step.number(), from, step.name(), place(step.place())));
    step.sentences().forEach(sentence -> line("    " + ClaimForm.text(sentence)));
    for (Block.Excerpt excerpt : step.code()) {
      int number = excerpt.evidence().startLine();
      for (String code : excerpt.text().split("\n", -1)) {
        line("    %5d | %s".formatted(number++, code));
      }
    }
  }

  private void line(String text) {
    console.out().println(Console.printable(text));
  }

  private static String place(Evidence place) {
    return place.shown();
  }
}
