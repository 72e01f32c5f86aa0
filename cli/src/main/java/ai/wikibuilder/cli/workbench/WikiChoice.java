package ai.wikibuilder.cli.workbench;

import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.JsonLine;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.index.SearchIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command asks that reads a wiki: which one, and how the result is printed. */
public final class WikiChoice {
  private final Console console;
  private final Supplier<Workbench> workbenches;

  @Option(
      names = "--wiki",
      paramLabel = "DIR",
      description = "Folder of a wiki; the last one that was built otherwise.")
  private @Nullable Path wiki;

  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  public WikiChoice(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.workbenches = workbenches;
  }

  /** Made anew by each call: it reads the configuration. */
  public Workbench workbench() {
    SearchIndex.prepare();
    return workbenches.get();
  }

  /** Whether a folder was named. */
  public boolean isNamed() {
    return wiki != null;
  }

  /** The folder that was named, else that of the last build. */
  public Path folder(Workbench workbench) {
    return workbench.wikiFolder(wiki);
  }

  /** The current generation of the folder. */
  public Generation generation(Workbench workbench) {
    return workbench.generation(folder(workbench));
  }

  /** The folder, which must hold pages and not an index alone. */
  public Path folderWithPages(Workbench workbench) {
    Path folder = folder(workbench).toAbsolutePath().normalize();
    if (!Files.isRegularFile(folder.resolve("wiki.json"))) {
      throw new UsageException(
          "no pages in %s; build them with: aiwiki build <url or folder> --out %s"
              .formatted(folder, folder));
    }
    return folder;
  }

  public boolean json() {
    return json;
  }

  /** Prints the result as JSON where that was asked for, as text otherwise. */
  public void print(Supplier<? extends Object> asMap, Runnable asText) {
    if (json) {
      console.out().println(JsonLine.of(asMap.get()));
    } else {
      asText.run();
    }
  }
}
