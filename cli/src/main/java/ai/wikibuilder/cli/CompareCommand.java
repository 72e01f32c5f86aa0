package ai.wikibuilder.cli;

import ai.wikibuilder.builds.BuildListener;
import ai.wikibuilder.builds.StoredVersion;
import ai.wikibuilder.cli.arguments.HostOptions;
import ai.wikibuilder.cli.arguments.SourceArgument;
import ai.wikibuilder.cli.configuration.Setting;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.ProgressLines;
import ai.wikibuilder.cli.workbench.WikiChoice;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.comparisons.Change;
import ai.wikibuilder.comparisons.Comparison;
import ai.wikibuilder.comparisons.ComparisonPage;
import ai.wikibuilder.comparisons.Subject;
import ai.wikibuilder.comparisons.Version;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.wording.Catalogue;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aiwiki compare}: what changed between two states of a repository. */
@Command(
    name = "compare",
    description = {
      "Says what changed between two states of a repository: parts and what ties them together,",
      "entry points, public names, libraries, settings, tables, files. Writes it as a page, too."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A build that is kept is named by its number or the beginning of its commit; the last five",
      "are kept. With SOURCE any branch, tag or full commit id will do: what is missing is built.",
      "",
      "Examples:",
      "  aiwiki compare 3 4",
      "  aiwiki compare 2ac8988 9835b6f --wiki flask-wiki --json",
      "  aiwiki compare 3.0.0 3.1.0 https://github.com/pallets/flask --out ."
    })
final class CompareCommand implements Callable<Integer> {
  /** Names printed of one kind of change; the page has more, JSON has all. */
  private static final int SHOWN_COUNT_MAX = 20;

  private final Console console;

  @Mixin private final WikiChoice choice;

  @Parameters(index = "0", paramLabel = "A", description = "The earlier state.")
  private String first = "";

  @Parameters(index = "1", paramLabel = "B", description = "The later state.")
  private String second = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "SOURCE",
      description = "The repository, as for build: states that are not kept are built.")
  private @Nullable String source;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the page; that of the wiki otherwise.")
  private @Nullable Path out;

  @Mixin private final HostOptions hosts = new HostOptions();

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  private boolean quiet;

  CompareCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.choice = new WikiChoice(console, workbenches);
  }

  @Override
  public Integer call() {
    Workbench workbench = choice.workbench();
    ProgressLines progress = new ProgressLines(console, InstantSource.system());
    BuildListener listener = quiet ? BuildListener.silent() : progress;
    ComparedStates states = states(workbench, listener);
    try (Generation from = states.open(first);
        Generation to = states.open(second)) {
      progress.end();
      Version before = StoredVersion.of(from);
      Version after = StoredVersion.of(to);
      Comparison found = Comparison.of(before, after);
      Path folder = (out != null ? out : states.folder()).toAbsolutePath().normalize();
      String language = workbench.configuration().optional(Setting.SITE_LANGUAGE).orElse("en");
      Page written =
          new ComparisonPage(found, before.links(), new Catalogue(language))
              .page(PageFiles.SLUG, first, second);
      String name = "compare-%s-%s".formatted(fileName(first), fileName(second));
      Path page = folder.resolve(name + ".html");
      new PageFiles(language).write(List.of(page, folder.resolve(name + ".md")), written, after);
      choice.print(() -> asMap(from, to, found, page), () -> print(from, to, found, page));
      return ExitCode.DONE.number();
    } catch (RuntimeException e) {
      progress.abandon();
      throw e;
    }
  }

  private ComparedStates states(Workbench workbench, BuildListener listener) {
    if (source == null) {
      return ComparedStates.kept(choice.folder(workbench));
    }
    SourceArgument named = new SourceArgument(source, workbench.gitToken());
    Optional<Path> wiki =
        choice.isNamed() ? Optional.of(choice.folder(workbench)) : Optional.empty();
    return ComparedStates.built(
        named,
        wiki,
        workbench.dataFolder("compared"),
        request -> workbench.wikiBuild(hosts.allowed()).build(request, listener));
  }

  /** A name as it can stand in a file name. */
  private static String fileName(String state) {
    String plain = state.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    return plain.isEmpty() ? "state" : plain.substring(0, Math.min(40, plain.length()));
  }

  private static Map<String, Object> asMap(
      Generation from, Generation to, Comparison found, Path page) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("from", from.id());
    map.put("to", to.id());
    map.put("fromCommit", found.from().commit());
    map.put("toCommit", found.to().commit());
    map.put("page", page.toString());
    for (Subject subject : Subject.values()) {
      for (Change.Kind kind : Change.Kind.values()) {
        List<String> names =
            found.changes(subject, kind).stream().map(Change::name).sorted().toList();
        if (kind != Change.Kind.RENAMED || !names.isEmpty()) {
          map.put(subject.label() + " " + kind.label(), names);
        }
      }
    }
    map.put("changes", found.changes().stream().map(CompareCommand::asMap).toList());
    return map;
  }

  private static Map<String, Object> asMap(Change change) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("subject", change.subject().label());
    map.put("kind", change.kind().label());
    map.put("name", change.name());
    map.put("before", change.before());
    map.put("after", change.after());
    change.was().ifPresent(place -> map.put("was", asMap(place)));
    change.is().ifPresent(place -> map.put("is", asMap(place)));
    return map;
  }

  private static Map<String, Object> asMap(Evidence place) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", place.path());
    map.put("startLine", place.startLine());
    map.put("endLine", place.endLine());
    return map;
  }

  private void print(Generation from, Generation to, Comparison found, Path page) {
    console
        .out()
        .println(
            "%s (%s) -> %s (%s)"
                .formatted(from.id(), found.from().label(), to.id(), found.to().label()));
    for (Subject subject : Subject.values()) {
      for (Change.Kind kind : Change.Kind.values()) {
        print(subject, kind, found.changes(subject, kind));
      }
    }
    if (found.changes().isEmpty()) {
      console.out().println("nothing changed");
    }
    console.out().println(page);
  }

  private void print(Subject subject, Change.Kind kind, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    console.out().println("%s %s: %,d".formatted(subject.label(), kind.label(), changes.size()));
    List<Change> shown = changes.subList(0, Math.min(SHOWN_COUNT_MAX, changes.size()));
    shown.forEach(one -> console.out().println("  " + Console.printable(line(one))));
    if (shown.size() < changes.size()) {
      console.out().println("  and %,d more".formatted(changes.size() - shown.size()));
    }
  }

  private static String line(Change change) {
    List<String> parts = new ArrayList<>(List.of(change.name()));
    boolean content = change.subject() != Subject.FILES && change.subject() != Subject.NAMES;
    if (content && !change.before().isEmpty() && !change.after().isEmpty()) {
      parts.add(change.before() + " -> " + change.after());
    } else if (content && !(change.before() + change.after()).isEmpty()) {
      parts.add(change.before() + change.after());
    }
    return String.join("  ", parts);
  }
}
