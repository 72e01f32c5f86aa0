package ai.wikibuilder.cli;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.asking.Adviser;
import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.asking.AskRequest;
import ai.wikibuilder.answers.asking.AskSettings;
import ai.wikibuilder.answers.asking.Asker;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.answers.conversations.ConversationStore;
import ai.wikibuilder.answers.json.AnswerJson;
import ai.wikibuilder.builds.stored.WikiReading;
import ai.wikibuilder.cli.answering.AnswerPrinter;
import ai.wikibuilder.cli.arguments.ModelOptions;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.Interruption;
import ai.wikibuilder.cli.console.JsonLine;
import ai.wikibuilder.cli.workbench.WikiChoice;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.models.ModelException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aiwiki ask}: a question in, an answer out, every sentence with its lines. */
@Command(
    name = "ask",
    description = "Answers a question from the code and its wiki, every sentence with its lines.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The configured model answers (docs/models.md), each sentence checked before it is shown.",
      "Without one the answer is the best evidence, arranged. When the repository says nothing",
      "to it, the answer says so, with what was looked for.",
      "",
      "Examples:",
      "  aiwiki ask \"how is a session stored\"",
      "  aiwiki ask --continue \"and who deletes it?\"",
      "  aiwiki ask --thorough \"what happens when a request has no route\"",
      "  aiwiki ask \"oturum nerede saklanıyor\" --wiki flask-wiki --json"
    })
final class AskCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final WikiChoice choice;

  @Mixin private final ModelOptions models = new ModelOptions();

  @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "What you want to know.")
  private List<String> words = List.of();

  @Option(
      names = "--thorough",
      description = "Let the model look further with tools before it answers.")
  private boolean thorough;

  @Option(names = "--continue", description = "Go on with the last conversation about this wiki.")
  private boolean goOn;

  @Option(
      names = "--conversation",
      paramLabel = "ID",
      description = "Go on with this conversation; aiwiki conversations lists them.")
  private @Nullable String conversation;

  @Option(names = "--no-rerank", description = "Lexical order of what is found; no model for it.")
  private boolean noRerank;

  AskCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.choice = new WikiChoice(console, workbenches);
  }

  @Override
  public Integer call() {
    String question = String.join(" ", words).strip();
    if (question.isEmpty()) {
      throw new UsageException("expected a question; try: aiwiki ask \"where is main\"");
    }
    Workbench workbench = choice.workbench();
    Path folder = choice.folder(workbench);
    Optional<Adviser> adviser =
        models.isModelAllowed()
            ? workbench.adviser(AskSettings.standard(), models.budget(), models.allowedHosts())
            : Optional.empty();
    try (Interruption interruption = Interruption.ofThisThread();
        WikiReading searching =
            workbench.reading(workbench.generation(folder), noRerank, models.hosts())) {
      ConversationStore store = workbench.conversations(folder, new SecureRandom());
      OpenWiki wiki = searching.wiki(folder);
      AnswerPrinter printer = new AnswerPrinter(console, searching.texts());
      AskListener listener = choice.json() ? AskListener.silent() : printer;
      AskRequest request = new AskRequest(question, thorough, before(store));
      try {
        Asker.Result result = new Asker(wiki, adviser).ask(request, listener);
        Conversation kept =
            store.keep(
                result
                    .before()
                    .with(result.turn(request, wiki.commit(), InstantSource.system().instant())));
        print(result.answered(), printer, wiki.commit(), kept.id());
        return exitCode(result.answered()).number();
      } catch (RuntimeException e) {
        // whatever was being read or asked at that moment fails in its own words
        if (interruption.hasBegun()) {
          console.say("interrupted; what was shown was checked, nothing was kept");
          return ExitCode.INTERRUPTED.number();
        }
        throw e;
      }
    }
  }

  private Conversation before(ConversationStore store) {
    if (conversation != null) {
      return store
          .find(conversation)
          .orElseThrow(() ->
              new UsageException(
                  "no conversation %s about this wiki; aiwiki conversations lists them"
                      .formatted(conversation)));
    }
    return goOn
        ? store
            .latest()
            .orElseThrow(() ->
                new UsageException("nothing was asked about this wiki yet; leave --continue out"))
        : Conversation.begin();
  }

  private void print(Answered answered, AnswerPrinter printer, String commit, String id) {
    if (choice.json()) {
      console.out().println(JsonLine.of(AnswerJson.of(answered, commit, id)));
    } else {
      printer.end(answered);
    }
  }

  /** An answer is there in any case; that the model failed has its own number. */
  private static ExitCode exitCode(Answered answered) {
    return answered
        .failure()
        .map(kind -> kind == ModelException.Kind.OVER_BUDGET ? ExitCode.LIMIT : ExitCode.MODEL)
        .orElse(ExitCode.DONE);
  }
}
