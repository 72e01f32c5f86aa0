package ai.wikibuilder.cli;

import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.workbench.Workbench;
import java.nio.file.Path;
import java.util.Map;
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
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        if (type == BuildCommand.class) {
          return type.cast(new BuildCommand(console, Commands.this::workbench));
        }
        if (type == QuoteCommand.class) {
          return type.cast(new QuoteCommand(console, Commands.this::workbench));
        }
        if (type == SearchCommand.class) {
          return type.cast(new SearchCommand(console, Commands.this::workbench));
        }
        if (type == CheckCommand.class) {
          return type.cast(new CheckCommand(console, Commands.this::workbench));
        }
        if (type == CorrectCommand.class) {
          return type.cast(new CorrectCommand(console, Commands.this::workbench));
        }
        if (type == AskCommand.class) {
          return type.cast(new AskCommand(console, Commands.this::workbench));
        }
        if (type == CompareCommand.class) {
          return type.cast(new CompareCommand(console, Commands.this::workbench));
        }
        if (type == ExportCommand.class) {
          return type.cast(new ExportCommand(console, Commands.this::workbench));
        }
        if (type == OpenCommand.class) {
          return type.cast(new OpenCommand(console, Commands.this::workbench));
        }
        if (type == DoctorCommand.class) {
          return type.cast(new DoctorCommand(console, Commands.this::workbench));
        }
        return byDefault.create(type);
      }
    };
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
