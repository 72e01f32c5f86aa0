package ai.wikibuilder.cli;

import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.mcp.McpCommand;
import ai.wikibuilder.cli.workbench.Workbench;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/** The commands there are, each made with what it needs. */
final class Commands {
  private final Console console;
  private final Map<String, String> environment;
  private final Path home;

  Commands(Console console, Map<String, String> environment, Path home) {
    this.console = console;
    this.environment = environment;
    this.home = home;
  }

  Root root() {
    return new Root();
  }

  IFactory factory() {
    IFactory byDefault = CommandLine.defaultFactory();
    Map<Class<?>, Supplier<Object>> makers = makers();
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        Supplier<Object> maker = makers.get(type);
        return maker == null ? byDefault.create(type) : type.cast(maker.get());
      }
    };
  }

  private Map<Class<?>, Supplier<Object>> makers() {
    return Map.ofEntries(
        Map.entry(BuildCommand.class, () -> new BuildCommand(console, this::workbench)),
        Map.entry(QuoteCommand.class, () -> new QuoteCommand(console, this::workbench)),
        Map.entry(SearchCommand.class, () -> new SearchCommand(console, this::workbench)),
        Map.entry(CheckCommand.class, () -> new CheckCommand(console, this::workbench)),
        Map.entry(CorrectCommand.class, () -> new CorrectCommand(console, this::workbench)),
        Map.entry(AskCommand.class, () -> new AskCommand(console, this::workbench)),
        Map.entry(MapCommand.class, () -> new MapCommand(console, this::workbench)),
        Map.entry(McpCommand.class, () -> new McpCommand(console, this::workbench)),
        Map.entry(CompareCommand.class, () -> new CompareCommand(console, this::workbench)),
        Map.entry(ExportCommand.class, () -> new ExportCommand(console, this::workbench)),
        Map.entry(OpenCommand.class, () -> new OpenCommand(console, this::workbench)),
        Map.entry(DoctorCommand.class, () -> new DoctorCommand(console, this::workbench)));
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
      subcommands = {
        BuildCommand.class,
        QuoteCommand.class,
        SearchCommand.class,
        AskCommand.class,
        MapCommand.class,
        McpCommand.class,
        CheckCommand.class,
        CorrectCommand.class,
        CompareCommand.class,
        ExportCommand.class,
        OpenCommand.class,
        DoctorCommand.class,
        AutoComplete.GenerateCompletion.class,
        CommandLine.HelpCommand.class
      },
      footer = {
        "",
        "Examples:",
        "  aiwiki build https://github.com/pallets/flask     a wiki in ./flask-wiki",
        "  aiwiki build .                                     of the folder you are in",
        "  aiwiki search \"where are routes registered\"        in the last wiki that was built",
        "  aiwiki ask \"how are requests matched\"              the best evidence, arranged",
        "  aiwiki map \"how is a request answered\"             the path through the code",
        "  aiwiki check                                       whether all of it holds",
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
