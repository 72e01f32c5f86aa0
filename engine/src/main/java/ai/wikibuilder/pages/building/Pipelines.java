package ai.wikibuilder.pages.building;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what continuous integration runs, from the files of the systems people use. */
final class Pipelines {
  /** Files told. */
  private static final int FILE_COUNT_MAX = 12;

  /** Commands of one file told. */
  private static final int COMMAND_COUNT_MAX = 3;

  /** Longer commands are left to the file. */
  private static final int LENGTH_MAX = 90;

  /** Lines of one file that are read. */
  private static final int LINE_COUNT_MAX = 2000;

  private static final Pattern RUN = Pattern.compile("\\s*(?:-\\s+)?(?:run|sh):\\s*(.*)");

  /** What is below {@code script:} is a program of JavaScript in the workflows of GitHub. */
  private static final Pattern SCRIPT = Pattern.compile("\\s*(?:-\\s+)?(?:run|script|sh):\\s*(.*)");

  private static final Pattern USES =
      Pattern.compile("\\s*(?:-\\s+)?uses:\\s*[\"']?([\\w./-]+)(?:@[\\w./-]+)?[\"']?\\s*(?:#.*)?");

  /** Actions that fetch the code or a tool say nothing of what is done. */
  private static final String FETCHES = "actions/(?:checkout|setup-\\w+|cache).*";

  /** {@code runs-on: ubuntu}: a key with a value, or alone. */
  private static final Pattern SETTING = Pattern.compile("\\s+[\\w-]+:(?:\\s.*)?");

  /** How a command begins: a program's name or path in small letters. */
  private static final Pattern PROGRAM = Pattern.compile("\\.?/?[a-z][\\w./+@-]*(?: .*)?");

  private static final Pattern NAME = Pattern.compile("name:\\s*(.+)");
  private static final Pattern ITEM = Pattern.compile("\\s+-\\s+([^:]+(?::\\S[^:]*)?)");
  private static final Pattern DULL =
      Pattern.compile(
          "(?:" + CommandWords.any("shell") + "\\b|" + CommandWords.any("dull") + ").*");

  /** Only some tests, or none: a filter, a benchmark, one case. */
  private static final Pattern NARROW =
      Pattern.compile(
          ".*(?:\\bgo test -c\\b|\\bgradlew? (?:\\S+ )*:[\\w-]+(?::[\\w-]+)+|\\S\\.(?:cs|fs|vb)proj\\b|\\s--?(?:run|filter|grep|bench|only|target|k|t)[ =]|\\s-Dtest=|::\\w|\\s--(?:list|version|help)\\b).*");

  /** {@code node <<'END'}: the lines up to END are given to the command. */
  private static final Pattern HERE_DOCUMENT =
      Pattern.compile("(?<!<)<<-?\\s{0,4}[\"']?([A-Za-z_]\\w*+)");

  private static final Pattern BROWSER =
      Pattern.compile("\\b(?:playwright|cypress|selenium|e2e|wdio)\\b");

  private final Repository repository;

  /** What one file runs. */
  private record Step(String command, Evidence line) {}

  Pipelines(Repository repository) {
    this.repository = repository;
  }

  /** One item for each file that runs something; empty without any. */
  List<List<Sentence>> items() {
    List<List<Sentence>> result = new ArrayList<>();
    for (int file = 0; file < repository.graph().fileCount(); file++) {
      String path = repository.graph().path(file);
      if (isPipeline(path) && result.size() < FILE_COUNT_MAX) {
        item(path).ifPresent(result::add);
      }
    }
    return result;
  }

  /**
   * Adds what continuous integration runs for an aim that no other row has. What runs some tests
   * only is nobody's way to test it.
   */
  void rows(List<Row> rows, Set<String> seen) {
    Set<Row.Aim> open = EnumSet.of(Row.Aim.TEST, Row.Aim.BUILD);
    rows.forEach(row -> open.remove(row.aim()));
    List<Step> steps = new ArrayList<>(plainSteps());
    // a run through a browser is the last of the tests
    steps.sort(Comparator.comparing(step -> BROWSER.matcher(step.command()).find()));
    for (Step step : steps) {
      Row.Aim aim = Row.Aim.of(step.command());
      boolean whole =
          !NARROW.matcher(step.command()).matches()
              && !CommandLine.isBeside(step.command())
              && !CommandLine.isFilledIn(step.command());
      if (whole && open.contains(aim) && seen.add(step.command())) {
        open.remove(aim);
        Sentence says =
            repository
                .say("command.pipeline")
                .code("file", step.line().path())
                .by(step.line())
                .end();
        rows.add(new Row(aim, step.command(), says));
      }
    }
  }

  /** What runs without values of the system put in, in the order of the files. */
  private List<Step> plainSteps() {
    List<Step> result = new ArrayList<>();
    for (int file = 0; file < repository.graph().fileCount(); file++) {
      String path = repository.graph().path(file);
      if (isPipeline(path)) {
        steps(path, repository.text(path).orElse(SourceText.of(""))).stream()
            .filter(step -> step.command().indexOf('$') < 0)
            .forEach(result::add);
      }
    }
    return result;
  }

  /** Which tests continuous integration runs, with the lines that say so; empty without any. */
  Optional<Sentence> tests() {
    List<Step> tests =
        plainSteps().stream().filter(step -> Row.Aim.of(step.command()) == Row.Aim.TEST).toList();
    boolean whole = tests.stream().anyMatch(step -> !NARROW.matcher(step.command()).matches());
    Map<String, Evidence> found = new LinkedHashMap<>();
    for (Step step : tests) {
      if (!whole || !NARROW.matcher(step.command()).matches()) {
        found.putIfAbsent(step.command(), step.line());
      }
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("command.tested")
            .codes("commands", List.copyOf(found.keySet()), shownCount(found.size()));
    found.values().stream().limit(COMMAND_COUNT_MAX).forEach(phrase::by);
    return Optional.of(phrase.end());
  }

  static boolean isPipeline(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String name = Repository.fileName(lower);
    boolean workflow = lower.startsWith(".github/workflows/") && name.matches(".*\\.ya?ml");
    return workflow
        || lower.equals(".gitlab-ci.yml")
        || lower.equals(".travis.yml")
        || lower.equals(".circleci/config.yml")
        || lower.equals("azure-pipelines.yml")
        || lower.equals("appveyor.yml")
        || lower.equals(".cirrus.yml")
        || name.equals("jenkinsfile");
  }

  private Optional<List<Sentence>> item(String path) {
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    List<Step> steps = steps(path, text);
    if (steps.isEmpty()) {
      return handedOver(path, text);
    }
    List<String> commands = steps.stream().map(Step::command).distinct().toList();
    Phrase phrase =
        repository
            .say("pipeline")
            .code("file", path)
            .codes("commands", commands, shownCount(commands.size()));
    int named = nameLine(text);
    if (named > 0) {
      phrase.quote("name", nameIn(text, named)).by(repository.lines(path, named, named));
    }
    Map<String, Evidence> first = new LinkedHashMap<>();
    steps.forEach(step -> first.putIfAbsent(step.command(), step.line()));
    first.values().stream().limit(COMMAND_COUNT_MAX).forEach(phrase::by);
    return Optional.of(List.of(phrase.end()));
  }

  /** A workflow that runs no command of its own says which workflows and actions do its work. */
  private Optional<List<Sentence>> handedOver(String path, SourceText text) {
    Map<String, Evidence> used = new LinkedHashMap<>();
    for (int line = 1; line <= Math.min(LINE_COUNT_MAX, text.lineCount()); line++) {
      Matcher uses = USES.matcher(text.lines(line, line).stripTrailing());
      if (path.startsWith(".github/") && uses.matches() && !uses.group(1).matches(FETCHES)) {
        int at = line;
        repository.lines(path, at, at).ifPresent(lines -> used.putIfAbsent(uses.group(1), lines));
      }
    }
    if (used.isEmpty()) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("pipeline.uses")
            .code("file", path)
            .codes("actions", List.copyOf(used.keySet()), shownCount(used.size()));
    int named = nameLine(text);
    if (named > 0) {
      phrase.quote("name", nameIn(text, named)).by(repository.lines(path, named, named));
    }
    used.values().stream().limit(COMMAND_COUNT_MAX).forEach(phrase::by);
    return Optional.of(List.of(phrase.end()));
  }

  /** A list names one more rather than to count one, which would be one more than is cited. */
  private static int shownCount(int all) {
    return all == COMMAND_COUNT_MAX + 1 ? COMMAND_COUNT_MAX - 1 : COMMAND_COUNT_MAX;
  }

  /** The line near the top that names the pipeline; 0 without one. */
  private static int nameLine(SourceText text) {
    for (int line = 1; line <= Math.min(20, text.lineCount()); line++) {
      String words = text.lines(line, line);
      if (!words.startsWith(" ") && NAME.matcher(words.strip()).matches()) {
        return line;
      }
    }
    return 0;
  }

  private static String nameIn(SourceText text, int line) {
    return NAME.matcher(text.lines(line, line).strip())
        .replaceFirst("$1")
        .replaceFirst("(?<!\\s)\\s++#.*$", "")
        .replaceAll("[\"']", "")
        .strip();
  }

  private List<Step> steps(String path, SourceText text) {
    List<Step> steps = new ArrayList<>();
    int block = -1;
    boolean goesOn = false;
    boolean quoted = false;
    boolean github = path.startsWith(".github/");
    int folded = 0;
    String here = ""; // what ends a text that is given to a command
    for (int line = 1; line <= Math.min(LINE_COUNT_MAX, text.lineCount()); line++) {
      String words = text.lines(line, line).stripTrailing();
      Matcher run = (github ? RUN : SCRIPT).matcher(words);
      // a job may be called "run": below it stand settings
      boolean job = run.matches() && run.group(1).isBlank() && isSetting(text, line + 1);
      if (run.matches() && !job) {
        String rest = run.group(1).strip();
        block = rest.isEmpty() || rest.matches("[|>][+-]?") ? keyColumn(words) : -1;
        quoted = false;
        folded = rest.startsWith(">") ? line : 0;
        if (block < 0) {
          add(steps, path, line, rest);
        }
      } else if (block >= 0 && !words.isBlank() && indent(words) <= block) {
        block = -1;
      } else if (block >= 0 && folded == line - 1) {
        folded(steps, path, text, line);
      } else if (block >= 0 && !here.isEmpty()) {
        here = words.strip().equals(here) ? "" : here;
        continue;
      } else if (block >= 0 && folded == 0 && !goesOn && !quoted) {
        Matcher item = ITEM.matcher(words);
        add(steps, path, line, item.matches() ? item.group(1).strip() : words.strip());
      }
      Matcher document = HERE_DOCUMENT.matcher(words);
      here = block >= 0 && document.find() ? document.group(1) : "";
      goesOn = words.endsWith("\\") || words.endsWith(" `");
      quoted ^= block >= 0 && words.chars().filter(one -> one == '"').count() % 2 == 1;
    }
    return steps;
  }

  /** One command on several lines: {@code run: >}. */
  private void folded(List<Step> steps, String path, SourceText text, int first) {
    int column = keyColumn(text.lines(first - 1, first - 1));
    StringBuilder command = new StringBuilder();
    int last = first;
    for (int line = first; line <= text.lineCount(); line++) {
      String words = text.lines(line, line).stripTrailing();
      if (words.isBlank() || indent(words) <= column) {
        break;
      }
      command.append(command.isEmpty() ? "" : " ").append(words.strip());
      last = line;
    }
    add(steps, repository.lines(path, first, last), command.toString());
  }

  /** Where the key of a line stands, behind the mark of a list too. */
  private static int keyColumn(String words) {
    String key = words.stripLeading();
    int column = words.length() - key.length();
    return key.startsWith("- ") ? column + 2 : column;
  }

  private static boolean isSetting(SourceText text, int line) {
    return line <= text.lineCount()
        && SETTING.matcher(text.lines(line, line).stripTrailing()).matches();
  }

  private static int indent(String words) {
    return words.length() - words.stripLeading().length();
  }

  private void add(List<Step> steps, String path, int line, String command) {
    add(steps, repository.lines(path, line, line), command);
  }

  private static void add(List<Step> steps, Optional<Evidence> place, String command) {
    // what a run puts in at the end is none of the command's own words, but a secret is a value
    String whole =
        command
            .replaceFirst("^([\"'])(.*)\\1$", "$2")
            .replaceFirst("\\s+# .*$", "")
            .replaceAll("\\s+\\$\\{\\{(?!\\s*secrets)[^}]*+\\}\\}$", "")
            .strip();
    boolean verbose =
        whole.length() > LENGTH_MAX
            && !NARROW.matcher(whole.replaceAll("'[^']*+'", "")).matches()
            && Row.Aim.of(whole) == Row.Aim.TEST;
    // how it reports is not what it tests
    String words = verbose ? whole.replaceFirst("\\s-.*$", "") : whole;
    boolean told =
        words.length() >= 4
            && words.length() <= LENGTH_MAX
            && !DULL.matcher(words).matches()
            && !words.endsWith("\\")
            && !words.endsWith(" `")
            && !HERE_DOCUMENT.matcher(words).find()
            && words.chars().filter(one -> one == '"').count() % 2 == 0
            && PROGRAM.matcher(words).matches();
    if (told) {
      place.ifPresent(lines -> steps.add(new Step(words, lines)));
    }
  }
}
