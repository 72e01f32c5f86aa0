package ai.wikibuilder.benchmarks.questionnaire;

import ai.wikibuilder.benchmarks.Benchmarks;
import ai.wikibuilder.builds.BuildListener;
import ai.wikibuilder.builds.BuildRequest;
import ai.wikibuilder.builds.BuildSettings;
import ai.wikibuilder.builds.WikiBuild;
import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.chunks.ChunkLimits;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.outbound.HostResolver;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.site.SiteSettings;
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.snapshots.SnapshotSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds the wiki of each repository and prints how many of its newcomer's questions it answers.
 */
public final class QuestionnaireBenchmark {
  private final Path scratch;

  private QuestionnaireBenchmark(Path scratch) {
    this.scratch = scratch;
  }

  /** Arguments: the project's folder, then folders with git that hold the questioned commits. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    List<Questionnaire> known = new ArrayList<>();
    try (Stream<Path> files = Files.list(root.resolve("benchmarks/questionnaires"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".tsv")).sorted().toList()) {
        known.add(Questionnaire.read(file));
      }
    }
    Path scratch = Files.createTempDirectory("questionnaire");
    try {
      QuestionnaireBenchmark benchmark = new QuestionnaireBenchmark(scratch);
      for (String folder : List.of(arguments).subList(1, arguments.length)) {
        benchmark.ask(Path.of(folder), known);
      }
    } finally {
      Benchmarks.delete(scratch);
    }
  }

  /** The questionnaire whose commit the folder has. */
  private void ask(Path folder, List<Questionnaire> known) throws IOException {
    for (Questionnaire questionnaire : known) {
      Path output = scratch.resolve(questionnaire.commit());
      if (built(folder, questionnaire.commit(), output)) {
        print(questionnaire, CitedPages.of(output.resolve("markdown")));
        return;
      }
    }
    System.out.println(folder + ": no questionnaire is about a commit it has");
  }

  private boolean built(Path folder, String commit, Path output) {
    OutboundGuard guard =
        new OutboundGuard(OutboundSettings.strict(), HostResolver.ofThisMachine());
    SnapshotSource source =
        new SnapshotSource(guard, SourceLimits.forCommandLine(), scratch.resolve("clones"));
    BuildSettings settings =
        new BuildSettings(
            FactsSettings.defaults(scratch.resolve("natives")),
            ChunkLimits.defaults(),
            SiteSettings.standard());
    SourceRequest request =
        new SourceRequest(
            new SourceRequest.Origin.Folder(folder, Optional.of(output)),
            Optional.of(commit),
            "",
            List.of(),
            List.of());
    try {
      new WikiBuild(source, settings)
          .build(
              new BuildRequest(request, output, false, false, new Author.Composer()),
              BuildListener.silent());
      return true;
    } catch (SourceException e) {
      return false;
    }
  }

  private static void print(Questionnaire questionnaire, CitedPages pages) {
    int answered = 0;
    List<String> open = new ArrayList<>();
    for (Questionnaire.Question question : questionnaire.questions()) {
      if (pages.answering(question).isEmpty()) {
        open.add(question.words() + " (" + question.path() + ":" + question.line() + ")");
      } else {
        answered++;
      }
    }
    System.out.printf(
        "%s at %s: %d of %d answered%n",
        questionnaire.repository(),
        questionnaire.commit().substring(0, 7),
        answered,
        questionnaire.questions().size());
    open.forEach(question -> System.out.println("  not answered: " + question));
  }
}
