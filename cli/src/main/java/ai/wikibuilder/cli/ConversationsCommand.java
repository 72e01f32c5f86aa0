package ai.wikibuilder.cli;

import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.answers.conversations.ConversationStore;
import ai.wikibuilder.answers.conversations.ConversationText;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.JsonLine;
import ai.wikibuilder.cli.workbench.WikiChoice;
import ai.wikibuilder.cli.workbench.Workbench;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aiwiki conversations}: what was asked about a wiki before. */
@Command(
    name = "conversations",
    description = {
      "Lists what was asked about a wiki, the last conversation first; with an ID, prints that one",
      "as Markdown, or as JSON with --json."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  aiwiki conversations",
      "  aiwiki conversations k3x9m2p7",
      "  aiwiki conversations k3x9m2p7 --remove"
    })
final class ConversationsCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final WikiChoice choice;

  @Parameters(arity = "0..1", paramLabel = "ID", description = "The conversation to print.")
  private @Nullable String id;

  @Option(names = "--remove", description = "Remove it.")
  private boolean remove;

  ConversationsCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.choice = new WikiChoice(console, workbenches);
  }

  @Override
  public Integer call() {
    Workbench workbench = choice.workbench();
    ConversationStore store = workbench.conversations(choice.folder(workbench), new SecureRandom());
    if (id == null) {
      if (remove) {
        throw new UsageException("--remove wants the ID of a conversation");
      }
      list(store);
      return ExitCode.DONE.number();
    }
    Conversation conversation =
        store
            .find(id)
            .orElseThrow(
                () -> new UsageException("no conversation %s about this wiki".formatted(id)));
    if (remove) {
      boolean removed = store.remove(id);
      console.say(removed ? "removed " + id : "it is gone already");
    } else {
      console
          .out()
          .println(
              choice.json()
                  ? ConversationText.json(conversation)
                  : Console.printable(ConversationText.markdown(conversation)));
    }
    return ExitCode.DONE.number();
  }

  private void list(ConversationStore store) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String one : store.ids()) {
      Conversation conversation = store.find(one).orElseGet(Conversation::begin);
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", one);
      map.put("title", choice.json() ? conversation.title() : conversation.heading());
      map.put("turns", conversation.turns().size());
      all.add(map);
    }
    if (choice.json()) {
      console.out().println(JsonLine.of(all));
      return;
    }
    if (all.isEmpty()) {
      console.out().println("nothing was asked about this wiki yet");
    }
    for (Map<String, Object> one : all) {
      console
          .out()
          .println(
              Console.printable(
                  "%s  %s (%s)".formatted(one.get("id"), one.get("title"), one.get("turns"))));
    }
  }
}
