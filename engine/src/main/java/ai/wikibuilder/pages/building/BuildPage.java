package ai.wikibuilder.pages.building;

import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.tests.TestFiles;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the page about build files, tests, continuous integration and dependencies. */
public final class BuildPage {
  /** Build files told. */
  private static final int MANIFEST_COUNT_MAX = 8;

  /** Commands of all build files in the table. */
  private static final int COMMAND_COUNT_MAX = 18;

  /** Longer texts do not fit a table. */
  private static final int TEXT_LENGTH_MAX = 110;

  /** Rows that each of several files has. */
  private static final int COMMAND_COUNT_MIN = 6;

  /** Build files of one name in so many folders are told in one sentence. */
  private static final int SAME_COUNT_MIN = 3;

  private static final int FOLDER_COUNT_MAX = 4;

  private final Repository repository;
  private final Invocation invocation;

  public BuildPage(Material material) {
    this.repository = material.repository();
    this.invocation = new Invocation(repository);
  }

  public Page page(PlannedPage planned) {
    List<Page.Section> sections = new ArrayList<>();
    List<Manifest> manifests = Commands.manifests(repository);
    manifests(manifests, sections);
    commands(manifests, sections);
    tests(sections);
    List<List<Sentence>> pipelines = new Pipelines(repository).items();
    Block ci =
        pipelines.isEmpty()
            ? new Block.Paragraph(List.of(repository.words().plain("pipeline.none")))
            : new Block.Items(false, pipelines);
    sections.add(new Page.Section(repository.words().text("heading.pipelines"), List.of(ci)));
    new Dependencies(repository).section().ifPresent(sections::add);
    return new Page(
        planned.slug(),
        planned.title(),
        planned.parent(),
        repository.words().text("summary.build"),
        sections);
  }

  private void manifests(List<Manifest> manifests, List<Page.Section> sections) {
    List<Sentence> result = new ArrayList<>();
    Map<String, List<Manifest>> below = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      if (!manifest.folder().isEmpty()) {
        below.computeIfAbsent(manifest.fileName(), _ -> new ArrayList<>()).add(manifest);
      }
    }
    below.values().removeIf(same -> same.size() < SAME_COUNT_MIN);
    manifests.stream()
        .filter(manifest -> manifest.folder().isEmpty() || !below.containsKey(manifest.fileName()))
        .filter(manifest -> !isIncluded(manifest))
        .limit(MANIFEST_COUNT_MAX)
        .forEach(manifest -> result.add(manifest(manifest)));
    below.values().forEach(same -> result.add(same(same)));
    int all = repository.graph().manifests().size();
    if (all > manifests.size()) {
      result.add(repository.say("manifest.rest").count("count", all - manifests.size()).end());
    }
    if (result.isEmpty()) {
      result.add(repository.words().plain("manifest.none"));
    }
    sections.add(new Page.Section("", List.of(new Block.Paragraph(result))));
  }

  /** A part of the Makefile beside it. */
  private static boolean isIncluded(Manifest manifest) {
    return manifest.path().endsWith(".mk");
  }

  private Sentence same(List<Manifest> manifests) {
    Phrase phrase =
        repository
            .say("manifest.same")
            .code("file", manifests.getFirst().fileName())
            .text("tool", tool(manifests.getFirst()))
            .count("folders", manifests.size())
            .codes("names", manifests.stream().map(Manifest::folder).toList(), FOLDER_COUNT_MAX);
    manifests.stream()
        .limit(FOLDER_COUNT_MAX)
        .forEach(manifest -> phrase.by(repository.lines(manifest.path(), 1, 1)));
    return phrase.end();
  }

  private Sentence manifest(Manifest manifest) {
    Phrase phrase =
        repository
            .words()
            .say("manifest", manifest.path())
            .code("manifest", manifest.path())
            .text("tool", tool(manifest))
            .by(repository.lines(manifest.path(), 1, 1));
    manifest
        .name()
        .ifPresent(name -> {
          phrase.code("name", name.value());
          phrase.by(repository.lines(manifest.path(), name.line(), name.line()));
        });
    manifest
        .version()
        .ifPresent(version -> {
          phrase.text("version", version.value());
          phrase.by(repository.lines(manifest.path(), version.line(), version.line()));
        });
    return phrase.end();
  }

  private static String tool(Manifest manifest) {
    return switch (manifest.tool()) {
      case NPM -> "npm";
      case MAVEN -> "Maven";
      case GRADLE -> "Gradle";
      case PYTHON -> "Python";
      case CARGO -> "Cargo";
      case GO -> "Go";
      case MAKE -> "Make";
      case CMAKE -> "CMake";
      case DOTNET -> ".NET";
      case COMPOSER -> "Composer";
      case RUBY -> "Ruby";
      case SWIFT -> "Swift";
      case HASKELL -> "Haskell";
      case LUA -> "Lua";
      case SBT -> "sbt";
      case MIX -> "Mix";
      case DART -> "Dart";
      case DENO -> "Deno";
      case ZIG -> "Zig";
      case JUST -> "just";
      case TASK -> "Task";
      case RAKE -> "Rake";
      case TOX -> "tox";
      case NOX -> "nox";
      case NIM -> "Nimble";
      case TURBO -> "Turborepo";
      case NX -> "Nx";
    };
  }

  private void commands(List<Manifest> manifests, List<Page.Section> sections) {
    List<List<Sentence>> rows = new ArrayList<>();
    List<Manifest> naming =
        manifests.stream()
            .filter(manifest -> !manifest.commands().isEmpty())
            .sorted(Comparator.comparing(BuildPage::isIncluded))
            .toList();
    long files = naming.stream().filter(manifest -> !isIncluded(manifest)).count();
    // the first of several files leaves room for the others
    int share = Math.max(COMMAND_COUNT_MIN, COMMAND_COUNT_MAX / (int) Math.max(1, files));
    int left = 0;
    for (Manifest manifest : naming) {
      List<Manifest.Command> own = new ArrayList<>(manifest.commands());
      own.removeIf(command -> invocation.isScript(manifest, command.name()));
      int room = Math.min(share, COMMAND_COUNT_MAX - rows.size());
      int shown = Math.clamp(room, 0, own.size());
      own.subList(0, shown).forEach(command -> rows.add(row(manifest, command)));
      left += own.size() - shown;
    }
    if (!rows.isEmpty()) {
      Block table =
          new Block.Table(
              List.of(
                  repository.words().text("column.command"),
                  repository.words().text("column.runs")),
              rows);
      List<Block> blocks = new ArrayList<>(List.of(table));
      if (left > 0) {
        Sentence rest = repository.say("command.rest").count("count", left).end();
        blocks.add(new Block.Paragraph(List.of(rest)));
      }
      sections.add(new Page.Section(repository.words().text("heading.scripts"), blocks));
    }
  }

  /** A command with what the build file says of it and what it runs. */
  private List<Sentence> row(Manifest manifest, Manifest.Command command) {
    boolean fits = !command.text().isEmpty() && command.text().length() <= TEXT_LENGTH_MAX;
    Optional<Repository.Quoted> told = TaskWords.of(repository, manifest, command);
    Phrase says;
    if (told.isPresent()) {
      says = repository.say("command.told").quote("quote", told.get().text());
      says.by(told.get().evidence());
      if (fits) {
        says.code("text", command.text()).by(invocation.lines(manifest, command));
      }
    } else if (fits) {
      says = repository.say("cell.code").code("words", command.text());
    } else {
      String first = command.text().replaceFirst("(?s)(?:; | && ).*", "");
      boolean begins =
          !first.isBlank() && first.length() <= TEXT_LENGTH_MAX && !first.matches("\\w++=.*+");
      says =
          begins
              ? repository
                  .say("command.begins")
                  .code("text", first)
                  .by(invocation.lines(manifest, command))
              : repository.say("cell").text("words", "–");
    }
    return List.of(
        repository
            .say("cell.code")
            .code("words", invocation.of(manifest, command.name()))
            .by(repository.lines(manifest.path(), command.line(), command.line()))
            .end(),
        says.end());
  }

  private void tests(List<Page.Section> sections) {
    List<Sentence> result = new ArrayList<>(new TestFiles(repository).sentences());
    if (result.isEmpty()) {
      // what continuous integration runs as tests stands there without code of their own
      result.add(
          new Pipelines(repository)
              .tests()
              .orElseGet(() -> repository.words().plain("build.tests.none")));
    } else {
      frameworks(result);
    }
    sections.add(
        new Page.Section(
            repository.words().text("heading.tests"), List.of(new Block.Paragraph(result))));
  }

  private void frameworks(List<Sentence> result) {
    Map<String, Sentence> found = new LinkedHashMap<>();
    Phrase phrase = repository.say("build.frameworks");
    for (Manifest manifest : Commands.manifests(repository)) {
      for (Manifest.Dependency one : manifest.dependencies()) {
        if (one.scope() == Manifest.Scope.TEST
            && found.size() < 5
            && !found.containsKey(one.name())) {
          Sentence name = repository.say("cell.code").code("words", one.name()).end();
          found.put(one.name(), name);
          phrase.by(repository.lines(manifest.path(), one.line(), one.line()));
        }
      }
    }
    if (!found.isEmpty()) {
      result.add(phrase.codes("names", List.copyOf(found.keySet())).end());
    }
  }
}
