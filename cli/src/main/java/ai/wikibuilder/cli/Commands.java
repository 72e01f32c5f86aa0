package ai.wikibuilder.cli;

import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.mcp.McpCommand;
import ai.wikibuilder.cli.serving.MasterKeyCommand;
import ai.wikibuilder.cli.serving.ServeCommand;
import ai.wikibuilder.cli.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/** The commands there are, each made with what it needs. */
final class Commands {
  /** In the order of the help. */
  private static final List<Class<?>> ALL =
      List.of(
          BuildCommand.class,
          QuoteCommand.class,
          SearchCommand.class,
          AskCommand.class,
          ConversationsCommand.class,
          ResearchCommand.class,
          MapCommand.class,
          McpCommand.class,
          CheckCommand.class,
          CorrectCommand.class,
          CompareCommand.class,
          ExportCommand.class,
          OpenCommand.class,
          DoctorCommand.class,
          ServeCommand.class,
          MasterKeyCommand.class);

  private final Console console;
  private final Map<String, String> environment;
  private final Path home;

  Commands(Console console, Map<String, String> environment, Path home) {
    this.console = console;
    this.environment = environment;
    this.home = home;
  }

  /**
   * The line that understands these words. One that begins with the name of a command knows this
   * command alone: to look at all of them takes a tenth of a second.
   */
  CommandLine line(String... words) {
    CommandLine line = new CommandLine(new Root(), factory());
    Optional<Class<?>> named =
        ALL.stream().filter(type -> words.length > 0 && nameOf(type).equals(words[0])).findFirst();
    if (named.isPresent()) {
      return line.addSubcommand(named.get());
    }
    ALL.forEach(line::addSubcommand);
    return line.addSubcommand(AutoComplete.GenerateCompletion.class)
        .addSubcommand(CommandLine.HelpCommand.class);
  }

  private static String nameOf(Class<?> command) {
    return Objects.requireNonNull(command.getAnnotation(Command.class), command::getName).name();
  }

  private IFactory factory() {
    IFactory byDefault = CommandLine.defaultFactory();
    Map<Class<?>, BiFunction<Console, Supplier<Workbench>, ?>> makers = makers();
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        BiFunction<Console, Supplier<Workbench>, ?> maker = makers.get(type);
        return maker == null
            ? byDefault.create(type)
            : type.cast(maker.apply(console, Commands.this::workbench));
      }
    };
  }

  private static Map<Class<?>, BiFunction<Console, Supplier<Workbench>, ?>> makers() {
    return Map.ofEntries(
        Map.entry(BuildCommand.class, BuildCommand::new),
        Map.entry(QuoteCommand.class, QuoteCommand::new),
        Map.entry(SearchCommand.class, SearchCommand::new),
        Map.entry(AskCommand.class, AskCommand::new),
        Map.entry(ConversationsCommand.class, ConversationsCommand::new),
        Map.entry(ResearchCommand.class, ResearchCommand::new),
        Map.entry(MapCommand.class, MapCommand::new),
        Map.entry(McpCommand.class, McpCommand::new),
        Map.entry(CheckCommand.class, CheckCommand::new),
        Map.entry(CorrectCommand.class, CorrectCommand::new),
        Map.entry(CompareCommand.class, CompareCommand::new),
        Map.entry(ExportCommand.class, ExportCommand::new),
        Map.entry(OpenCommand.class, OpenCommand::new),
        Map.entry(DoctorCommand.class, DoctorCommand::new),
        Map.entry(ServeCommand.class, ServeCommand::new),
        Map.entry(MasterKeyCommand.class, MasterKeyCommand::new));
  }

  private Workbench workbench() {
    return new Workbench(environment, home);
  }

  /** What stands above all commands. */
  @Command(
      name = "aiwiki",
      description = {
        "Writes the wiki of a git repository, every statement tied to file and line.",
        ""
      },
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      synopsisSubcommandLabel = "COMMAND",
      footer = {
        "",
        "Examples:",
        "  aiwiki build https://github.com/pallets/flask     a wiki in ./flask-wiki",
        "  aiwiki build .                                     of the folder you are in",
        "  aiwiki search \"where are routes registered\"        in the last wiki that was built",
        "  aiwiki ask \"how are requests matched\"              an answer, each sentence with its lines",
        "  aiwiki map \"how is a request answered\"             the path through the code",
        "  aiwiki check                                       whether all of it holds",
        "  aiwiki serve                                       the product for a team, on this machine",
        "",
        "Results go to standard output, progress and errors to standard error.",
        "Exit codes: 0 done, 1 something does not hold, 2 usage or configuration,",
        "3 source refused or unreachable, 4 limit or budget, 5 model, 70 our fault,",
        "130 interrupted."
      })
  static final class Root implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
      if (spec != null) {
        spec.commandLine().usage(spec.commandLine().getOut());
      }
    }
  }

  /** The version of the program, as the build wrote it into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"aiwiki " + (version == null ? "(not packaged)" : version)};
    }
  }
}
