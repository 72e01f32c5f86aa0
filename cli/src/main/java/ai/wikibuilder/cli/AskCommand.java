package ai.wikibuilder.cli;

import ai.wikibuilder.answers.Answer;
import ai.wikibuilder.answers.Answering;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.workbench.OpenWiki;
import ai.wikibuilder.cli.workbench.Searching;
import ai.wikibuilder.cli.workbench.WikiChoice;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.pages.Evidence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aiwiki ask}: a question in, the best evidence out, arranged. */
@Command(
    name = "ask",
    description = "Answers a question from the code and its wiki, every sentence with its lines.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "No model is asked: the answer is the best evidence, arranged. When the repository says",
      "nothing to it, the answer says so, with what was looked for.",
      "",
      "Examples:",
      "  aiwiki ask \"how is a session stored\"",
      "  aiwiki ask \"oturum nerede saklanıyor\" --wiki flask-wiki --json"
    })
final class AskCommand implements Callable<Integer> {
  private static final int HIT_COUNT = 10;

  private final Console console;

  @Mixin private final WikiChoice choice;

  @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "What you want to know.")
  private List<String> words = List.of();

  @Option(names = "--no-rerank", description = "Lexical order; no model.")
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
    Generation generation = workbench.generation(folder);
    String commit = generation.properties().getOrDefault("snapshot.commit", "");
    try (OpenWiki wiki =
        new OpenWiki(folder, generation, noRerank ? Optional.empty() : workbench.embedder())) {
      Searching searching = wiki.searching();
      SearchResult first = searching.searchWords(question, HIT_COUNT); // while the rest is read
      Answer answer =
          new Answering(
                  asked ->
                      (asked.equals(question) ? first : searching.searchWords(asked, HIT_COUNT))
                          .hits(),
                  searching.texts(),
                  wiki.graph(),
                  wiki.pages())
              .answer(question);
      choice.print(() -> asMap(answer, commit), () -> print(answer));
      return ExitCode.DONE.number();
    }
  }

  /** The shape of ARCHITECTURE, Command line. */
  private static Map<String, Object> asMap(Answer answer, String commit) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("answer", text(answer));
    map.put("found", answer.found());
    map.put(
        "sentences",
        answer.statements().stream()
            .map(one ->
                Map.of(
                    "text",
                    one.text(),
                    "evidence",
                    one.evidence().stream().map(place -> asMap(place, commit)).toList()))
            .toList());
    map.put("searched", answer.searched());
    map.put("missing", answer.missing());
    map.put("language", answer.language());
    map.put("usage", Map.of("model", "none", "tokens", 0));
    return map;
  }

  private static Map<String, Object> asMap(Evidence place, String commit) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", place.path());
    map.put("startLine", place.startLine());
    map.put("endLine", place.endLine());
    map.put("commit", commit);
    return map;
  }

  private static String text(Answer answer) {
    List<String> sentences = new ArrayList<>(List.of(answer.remark()));
    answer.statements().forEach(one -> sentences.add(one.text()));
    return String.join(" ", sentences).strip();
  }

  private void print(Answer answer) {
    if (!answer.found()) {
      console.out().println(Console.printable(text(answer)));
      return;
    }
    if (answer.translated()) {
      console.say(Console.printable(answer.remark()));
    }
    for (Answer.Statement one : answer.statements()) {
      console.out().println(Console.printable(one.text()));
      for (Evidence place : one.evidence()) {
        console
            .out()
            .println(
                Console.printable(
                    "    %s:%d-%d".formatted(place.path(), place.startLine(), place.endLine())));
      }
    }
  }
}
