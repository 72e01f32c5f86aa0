package ai.wikibuilder.pages.tests;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.languages.CodeFiles;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Tells how many tests a repository has, in which files, and what most of them are about. */
public final class TestFiles {
  /** Files named, and subjects. */
  private static final int NAME_COUNT_MAX = 3;

  /** A subject with fewer cases says little about what is tested. */
  private static final int SUBJECT_CASE_COUNT_MIN = 3;

  /** Longer names of groups are sentences. */
  private static final int SUBJECT_LENGTH_MAX = 60;

  /** What tests read and no test is: pages, data and texts. */
  private static final Pattern MATERIAL =
      Pattern.compile(
          "(?i).*\\.(?:html?|css|scss|xml|json|ya?ml|toml|md|rst|txt|svg|sql|vue\\.snap|snap)"
              + "|(?:.*/)?(?:fixtures?|test-?data|snapshots|__snapshots__)/.*");

  /** Signs of a name that is put together when the tests run. */
  private static final Pattern MADE = Pattern.compile("[\\\\$#%{}<>]");

  private final Repository repository;
  private final CodeGraph graph;

  public TestFiles(Repository repository) {
    this.repository = repository;
    this.graph = repository.graph();
  }

  /** A group of cases with where it stands. */
  private record Subject(String name, boolean isCode, Evidence place, int count) {}

  /** Empty when there are no tests. */
  public List<Sentence> sentences() {
    List<Integer> files = files();
    List<Sentence> result = new ArrayList<>();
    if (!files.isEmpty()) {
      result.add(counted(files));
      subjects(files).ifPresent(result::add);
    }
    List<Integer> all = IntStream.range(0, graph.fileCount()).boxed().toList();
    new InlineTests(repository)
        .sentence(all, files.isEmpty() ? "tests.inline" : "build.tests.inline")
        .ifPresent(result::add);
    return result;
  }

  private List<Integer> files() {
    List<Integer> result = new ArrayList<>();
    for (int file = 0; file < graph.fileCount(); file++) {
      String path = graph.path(file);
      boolean code = repository.isParsed(file) || CodeFiles.isCode(path);
      code &= !MATERIAL.matcher(path).matches();
      if (graph.role(file) == FileRole.TEST && code) {
        result.add(file);
      }
    }
    return result;
  }

  private Sentence counted(List<Integer> files) {
    List<Integer> largest = new ArrayList<>(files);
    largest.sort(
        Comparator.comparingInt((Integer file) -> -graph.lineCount(file))
            .thenComparingInt(file -> file));
    List<Integer> shown = largest.subList(0, Math.min(NAME_COUNT_MAX, largest.size()));
    int functions = files.stream().mapToInt(file -> TestFunctions.count(repository, file)).sum();
    int cases = files.stream().mapToInt(file -> TestCases.count(cases(file))).sum();
    int tests = Math.max(functions, cases);
    String kind = cases > functions ? "build.tests.cases" : "build.tests";
    Phrase phrase =
        repository
            // where tests are calls nobody knows, counting the few functions would mislead
            .say(tests < files.size() ? "build.tests.files" : kind)
            .count("files", files.size())
            .count("tests", tests)
            .codes("names", shown.stream().map(graph::path).toList());
    shown.forEach(file -> phrase.by(repository.whole(file)));
    return phrase.end();
  }

  private List<TestCases.Case> cases(int file) {
    String path = graph.path(file);
    return repository.text(path).map(text -> TestCases.of(path, text)).orElseGet(List::of);
  }

  /** The groups that hold most cases; empty with fewer than two of them. */
  private Optional<Sentence> subjects(List<Integer> files) {
    Map<String, Subject> found = new LinkedHashMap<>();
    for (int file : files) {
      List<TestCases.Case> cases = cases(file);
      for (TestCases.Case group : cases) {
        boolean outermost = group.isGroup() && group.name().equals(group.subject());
        Optional<Evidence> place = repository.lines(graph.path(file), group.line(), group.line());
        if (outermost && isName(group) && place.isPresent()) {
          found.putIfAbsent(
              group.name(), new Subject(group.name(), group.isCode(), place.get(), 0));
        }
      }
      for (TestCases.Case one : cases) {
        found.computeIfPresent(
            one.subject(),
            (_, subject) ->
                new Subject(
                    subject.name(),
                    subject.isCode(),
                    subject.place(),
                    subject.count() + (one.isGroup() ? 0 : 1)));
      }
    }
    List<Subject> most = new ArrayList<>(found.values());
    most.removeIf(subject -> subject.count() < SUBJECT_CASE_COUNT_MIN);
    most.sort(Comparator.comparingInt(subject -> -subject.count()));
    return most.size() < 2
        ? Optional.empty()
        : Optional.of(most(most.subList(0, Math.min(NAME_COUNT_MAX, most.size()))));
  }

  private Sentence most(List<Subject> subjects) {
    Phrase phrase =
        repository
            .say("build.tests.subjects")
            .list("names", subjects.stream().map(TestFiles::shown).toList());
    subjects.forEach(subject -> phrase.by(subject.place()));
    return phrase.end();
  }

  private static Inline shown(Subject subject) {
    return subject.isCode() ? new Inline.Code(subject.name()) : new Inline.Quote(subject.name());
  }

  private static boolean isName(TestCases.Case group) {
    return group.name().length() <= SUBJECT_LENGTH_MAX && !MADE.matcher(group.name()).find();
  }
}
