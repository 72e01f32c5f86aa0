package ai.wikibuilder.cli;

import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.Interruption;
import ai.wikibuilder.source.SourceException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** Starts the command line. */
public final class Main {
  private final Console console;
  private final Map<String, String> environment;
  private final Path home;

  Main(Console console, Map<String, String> environment, Path home) {
    this.console = console;
    this.environment = environment;
    this.home = home;
  }

  public static void main(String[] arguments) {
    // Two loggers lie beside the jar: none for commands, which speak by themselves, and the
    // server's.
    System.setProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider");
    System.setProperty("slf4j.internal.verbosity", "WARN");
    // The launcher looks whether standard error is a terminal; Java cannot ask for one stream
    // alone.
    boolean terminal = Boolean.getBoolean("aiwiki.terminal");
    Console console = new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), terminal);
    Path home = Path.of(System.getProperty("user.home"));
    int exit = new Main(console, System.getenv(), home).run(arguments);
    console.out().flush();
    // An interrupted process waits for this thread; exit would wait for the process in turn.
    if (!Interruption.endsTheProcess()) {
      // Not left to its end: threads of native libraries must not keep a finished command alive.
      System.exit(exit);
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** Runs one command and gives the exit code. */
  int run(String... arguments) {
    CommandLine commandLine =
        new Commands(console, environment, home)
            .line(arguments)
            .setOut(writer(console.out()))
            .setErr(writer(console.err()))
            .setColorScheme(
                new ColorScheme.Builder(CommandLine.Help.defaultColorScheme(Ansi.OFF)).build())
            .setExitCodeExceptionMapper(failure -> ExitCode.of(failure).number())
            .setParameterExceptionHandler(this::wrongArguments)
            .setExecutionExceptionHandler((failure, command, parsed) -> report(failure));
    try {
      return commandLine.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return exhausted(e);
    }
  }

  /** What ran out is said, so that a user can give more of it; our own frames tell us where. */
  private int exhausted(VirtualMachineError failure) {
    console.error(
        failure instanceof OutOfMemoryError
            ? "out of memory; give more with AIWIKI_JAVA_OPTIONS=-Xmx8g, or leave folders out with --exclude"
            : "this is a fault of ours: " + failure);
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith("ai.wikibuilder")) {
        console.say("  at " + frame);
      }
    }
    return ExitCode.OUR_FAULT.number();
  }

  private int wrongArguments(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    List<String> unknown = command.getUnmatchedArguments();
    boolean missing = failure instanceof CommandLine.MissingParameterException;
    console.error(
        missing && !unknown.isEmpty()
            // more to the point than what is missing beside it
            ? "Unknown option: '%s'".formatted(unknown.getFirst())
            : String.valueOf(failure.getMessage()));
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, command.getErr());
    console.say("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.number();
  }

  private int report(Exception failure) {
    ExitCode code = ExitCode.of(failure);
    if (Interruption.endsTheProcess() && code != ExitCode.INTERRUPTED) {
      // a file that was being read when the thread was interrupted is no broken one
      console.say("interrupted");
      return ExitCode.INTERRUPTED.number();
    }
    if (code == ExitCode.OUR_FAULT) {
      console.error("this is a fault of ours: " + failure);
      failure.printStackTrace(console.err());
      console.say("Please report it with the lines above; they hold no text of your repository.");
    } else {
      console.error(String.valueOf(failure.getMessage()));
      if (failure instanceof SourceException source
          && source.kind() == SourceException.Kind.UNAUTHORIZED) {
        console.say("A token is read from AIWIKI_GIT_TOKEN or from git.token in config.yaml.");
      }
    }
    return code.number();
  }
}
