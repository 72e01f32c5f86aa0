package ai.wikibuilder.cli;

import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.workbench.WikiChoice;
import ai.wikibuilder.cli.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aiwiki open}: shows a wiki, or one page of it, in the browser. */
@Command(
    name = "open",
    description = "Opens a wiki in the browser, or says where it lies.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  aiwiki open",
      "  aiwiki open architecture --wiki flask-wiki",
      "  aiwiki open --print"
    })
final class OpenCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final WikiChoice choice;

  @Parameters(arity = "0..1", paramLabel = "PAGE", description = "Short name of a page.")
  private String page = "";

  @Option(names = "--print", description = "Only print the path, start no browser.")
  private boolean printOnly;

  OpenCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.choice = new WikiChoice(console, workbenches);
  }

  @Override
  public Integer call() {
    Path folder = choice.folder(choice.workbench());
    Path file = file(folder);
    boolean opened = !printOnly && open(file);
    choice.print(() -> asMap(file, opened), () -> console.out().println(file));
    return ExitCode.DONE.number();
  }

  private static Map<String, Object> asMap(Path file, boolean opened) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", file.toString());
    map.put("address", file.toUri().toString());
    map.put("opened", opened);
    return map;
  }

  private Path file(Path folder) {
    if (!page.matches("[a-z0-9-]*")) {
      throw new UsageException("expected the short name of a page, got " + page);
    }
    boolean first = page.isEmpty() || page.equals("overview");
    Path file = folder.resolve(first ? "index.html" : "pages/" + page + ".html");
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          first
              ? "no pages in %s; build them with: aiwiki build <url or folder> --out %s"
                  .formatted(folder, folder)
              : "no page %s in %s; markdown/README.md there lists them all"
                  .formatted(page, folder));
    }
    return file.toAbsolutePath().normalize();
  }

  /** Hands the file to what the system opens files with; false where there is nothing of it. */
  private static boolean open(Path file) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("mac")
            ? List.of("open", file.toString())
            : system.contains("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", file.toUri().toString())
                : List.of("xdg-open", file.toString());
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false; // a server without a desktop: the path is printed all the same
    }
  }
}
