package ai.wikibuilder.cli;

import ai.wikibuilder.builds.WikiComparison;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aiwiki compare}: what changed between two kept builds of a wiki. */
@Command(
    name = "compare",
    description = "Says what changed between two builds that are kept: files, parts, pages.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A build is named by its number or the beginning of its commit. The last five are kept.",
      "",
      "Examples:",
      "  aiwiki compare 3 4",
      "  aiwiki compare 2ac8988 9835b6f --wiki flask-wiki --json"
    })
final class CompareCommand implements Callable<Integer> {
  /** Names printed of one kind of change; JSON has all. */
  private static final int SHOWN_COUNT_MAX = 20;

  private final Console console;
  private final Supplier<Workbench> workbenches;

  @Parameters(index = "0", paramLabel = "A", description = "The earlier build.")
  private String first = "";

  @Parameters(index = "1", paramLabel = "B", description = "The later build.")
  private String second = "";

  @Option(
      names = "--wiki",
      paramLabel = "DIR",
      description = "Folder of a wiki; the last one that was built otherwise.")
  private @Nullable Path wiki;

  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  CompareCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.workbenches = workbenches;
  }

  @Override
  public Integer call() {
    GenerationStore store = GenerationStore.existing(workbenches.get().wikiFolder(wiki));
    try (Generation from = store.kept(first);
        Generation to = store.kept(second)) {
      WikiComparison found = WikiComparison.of(from, to);
      if (json) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from", from.id());
        map.put("to", to.id());
        map.putAll(found.changes());
        console.out().println(JsonLine.of(map));
      } else {
        print(from, to, found);
      }
      return ExitCode.DONE.number();
    }
  }

  private void print(Generation from, Generation to, WikiComparison found) {
    console.out().println(from.id() + " -> " + to.id());
    found
        .changes()
        .forEach((what, names) -> {
          if (!names.isEmpty()) {
            console.out().println("%s: %,d".formatted(what, names.size()));
            List<String> shown = names.subList(0, Math.min(SHOWN_COUNT_MAX, names.size()));
            shown.forEach(name -> console.out().println("  " + Console.printable(name)));
            if (shown.size() < names.size()) {
              console.out().println("  and %,d more".formatted(names.size() - shown.size()));
            }
          }
        });
    if (found.changes().values().stream().allMatch(List::isEmpty)) {
      console.out().println("nothing changed");
    }
  }
}
