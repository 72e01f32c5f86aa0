package ai.wikibuilder.cli;

import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.workbench.WikiChoice;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.site.exports.SingleFile;
import ai.wikibuilder.site.exports.SiteArchive;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aiwiki export}: a wiki in one file. */
@Command(
    name = "export",
    description = "Puts a wiki into one file: HTML that holds everything, or a zip of the site.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Markdown, JSON, llms.txt and AGENTS.md need no export: every build writes them.",
      "",
      "Examples:",
      "  aiwiki export",
      "  aiwiki export --format zip --out flask.zip --wiki flask-wiki"
    })
final class ExportCommand implements Callable<Integer> {
  private static final List<String> FORMATS = List.of("html", "zip");

  private final Console console;

  @Mixin private final WikiChoice choice;

  @Option(names = "--format", paramLabel = "FORMAT", description = "html or zip; html otherwise.")
  private String format = "html";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write; ./<name of the wiki>.<format> otherwise.")
  private @Nullable Path out;

  ExportCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.choice = new WikiChoice(console, workbenches);
  }

  @Override
  public Integer call() {
    Path folder = choice.folderWithPages(choice.workbench());
    if (!FORMATS.contains(format)) {
      throw new UsageException("--format: expected html or zip, got " + format);
    }
    String name = String.valueOf(folder.getFileName());
    Path file = (out != null ? out : Path.of(name + "." + format)).toAbsolutePath().normalize();
    if (file.startsWith(folder)) {
      throw new UsageException("expected a file outside of the wiki with --out, got " + file);
    }
    long bytes = write(folder, name, file);
    choice.print(
        () -> Map.of("file", file.toString(), "bytes", bytes), () -> console.out().println(file));
    return ExitCode.DONE.number();
  }

  private long write(Path folder, String name, Path file) {
    try {
      if (format.equals("html")) {
        Files.writeString(file, SingleFile.of(folder));
      } else {
        try (OutputStream zip = Files.newOutputStream(file)) {
          SiteArchive.write(folder, name, zip);
        }
      }
      return Files.size(file);
    } catch (IOException e) {
      throw new UsageException("cannot write %s: %s".formatted(file, e.getMessage()));
    }
  }
}
