package ai.wikibuilder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.cli.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One run of the command line inside the test's process. */
record CommandLineRun(int exit, String out, String err) {
  static CommandLineRun of(Path home, String... arguments) {
    return of(home, Map.of(), arguments);
  }

  static CommandLineRun of(Path home, Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("AIWIKI_DATA_DIR", home.resolve("data").toString());
    Console console =
        new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
    int exit = new Main(console, all, home).run(arguments);
    return new CommandLineRun(exit, out.toString(UTF_8), err.toString(UTF_8));
  }
}
