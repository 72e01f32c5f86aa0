package ai.wikibuilder.cli.serving;

import ai.wikibuilder.cli.configuration.Configuration;
import ai.wikibuilder.cli.configuration.Setting;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.server.database.Database;
import ai.wikibuilder.server.rotation.MasterKeyRotation;
import ai.wikibuilder.server.secrets.KeySuccession;
import ai.wikibuilder.server.secrets.SecretSettings;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code aiwiki master-key}: replaces the key that seals all keys, while servers run. */
@Command(
    name = "master-key",
    description = "Replaces the key that seals what people leave on the server.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Servers may run meanwhile. Whatever is interrupted goes on when the command is run again.",
      "Keep a copy of the new key, and throw copies of the old one away.",
      "",
      "Examples:",
      "  aiwiki master-key rotate            the key is in a file of this machine",
      "  aiwiki master-key next              it is in the environment, or a mounted secret"
    })
public final class MasterKeyCommand implements Runnable {
  private static final int DONE = 0;

  private final Console console;
  private final Supplier<Workbench> workbenches;

  @picocli.CommandLine.Spec
  private picocli.CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  public MasterKeyCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.workbenches = workbenches;
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  @Command(
      name = "rotate",
      description = "Puts a new key in the file, wraps everything anew and destroys the old key.",
      mixinStandardHelpOptions = true)
  int rotate() {
    MasterKeyRotation.Outcome outcome = with(MasterKeyRotation::rotate);
    console
        .out()
        .println(
            "master key %s seals everything; %d rows were wrapped anew"
                .formatted(outcome.key(), outcome.rewrapped()));
    return DONE;
  }

  @Command(
      name = "next",
      description = "Does the next step and prints the key to put in place: a secret.",
      mixinStandardHelpOptions = true)
  int next() {
    KeySuccession next = with(MasterKeyRotation::next);
    console.out().println(next.text());
    console.say(
        switch (next.stage()) {
          case ADDED ->
              "A new key is added. Put it in place, restart all servers, and call this again.";
          case PROMOTED ->
              "The new key seals. Put it in place, restart all servers, and call this again.";
          case DISABLED ->
              "Everything is under the new key. Put it in place, restart all servers, and call this"
                  + " again.";
          case SETTLED -> "The old key is gone: put this in place, and the key is replaced.";
        });
    return DONE;
  }

  private <T> T with(Function<MasterKeyRotation, T> work) {
    Configuration configuration = workbenches.get().configuration();
    Path data = configuration.path(Setting.DATA_DIR).toAbsolutePath().normalize();
    SecretSettings secrets = ServeCommand.secrets(configuration, data);
    KeySuccession.read(secrets); // before a database is started for nothing
    try (Database database = Database.reach(ServeCommand.database(configuration, data))) {
      MasterKeyRotation.Pace pace = MasterKeyRotation.Pace.usual(step -> console.say("  " + step));
      return work.apply(new MasterKeyRotation(database, secrets, pace));
    }
  }
}
