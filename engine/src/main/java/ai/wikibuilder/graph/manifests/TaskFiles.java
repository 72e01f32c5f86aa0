package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.tokens.Lexis;
import ai.wikibuilder.graph.tokens.Tokens;
import ai.wikibuilder.graph.tokens.YamlLines;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads files that only name commands, with what the commands run where that stands below the name:
 * Makefiles, justfiles, Taskfiles, Rakefiles, tox.ini, noxfile.py, build.zig.
 */
final class TaskFiles {
  /** Targets that share a rule are known by the first. */
  private static final Pattern TARGET =
      Pattern.compile("^([A-Za-z][\\w-]*+)(?: [A-Za-z][\\w-]*+)*+\\s*+:(?!=)(.*+)$");

  private static final String NEEDS = "make ";

  private static final Pattern DEFINE =
      Pattern.compile("(?:override\\s++|export\\s++)*+define\\s.*+");

  private static final Pattern NAMES =
      Pattern.compile("[A-Za-z][\\w-]*+(?:\\s++[A-Za-z][\\w-]*+)*+");

  /** A recipe of a justfile; one whose name begins with an underscore is for others of them. */
  private static final Pattern JUST =
      Pattern.compile("^@?([A-Za-z][\\w-]*+)(?:\\s++[^:\\s][^:]*+)?:(?!=).*+$");

  private static final Pattern RAKE_TASK =
      Pattern.compile("^(?:multi)?task[\\s(]++:?[\"']?([\\w:-]++).*+$");

  /** {@code RSpec::Core::RakeTask.new(:spec)}. */
  private static final Pattern RAKE_LIBRARY =
      Pattern.compile("^((?:\\w++::)++)\\w*Task\\.new\\b\\s*+\\(?\\s*+(?::(\\w++))?.*+$");

  private static final Pattern RAKE_NAMESPACE =
      Pattern.compile("^namespace[\\s(]++:?[\"']?(\\w++).*\\bdo$");

  private static final Pattern TOX_SECTION =
      Pattern.compile("^\\[testenv(?::([\\w.,{}-]++))?]\\s*+$");

  private static final Pattern NOX_FUNCTION = Pattern.compile("^def (\\w++)\\s*+\\(.*+");

  private static final Pattern NOX_NAME =
      Pattern.compile(".*?\\bname\\s*+=\\s*+[\"']([\\w-]++)[\"'].*+");

  private static final Pattern ZIG_STEP =
      Pattern.compile(".*?\\bb\\.step\\(\\s*+\"([\\w-]++)\".*+");

  /** A longer recipe is read no further. */
  private static final int LENGTH_MAX = 400;

  /** Longer lines name no command. */
  private static final int LINE_LENGTH_MAX = 1_000;

  private TaskFiles() {}

  /** What stands between {@code define} and {@code endef} is the text of a variable. */
  static void readMake(SourceText text, Draft draft) {
    boolean variable = false;
    Map<String, Manifest.Command> commands = new LinkedHashMap<>();
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = Lines.of(text, line, LINE_LENGTH_MAX);
      variable = variable ? !words.startsWith("endef") : DEFINE.matcher(words).matches();
      Matcher matcher = TARGET.matcher(words);
      if (!variable && matcher.matches() && line < text.lineCount()) {
        String recipe = recipe(text, line + 1, "\t");
        Manifest.Command command = new Manifest.Command(matcher.group(1), recipe, line);
        // what a target needs may stand apart from its recipe
        commands.merge(
            command.name(),
            recipe.isEmpty() ? needing(command, matcher.group(2)) : command,
            (known, other) -> known.text().isEmpty() || isOnlyNeeds(known) ? other : known);
      }
    }
    commands.values().forEach(one -> draft.command(one.name(), one.text(), one.line()));
  }

  private static boolean isOnlyNeeds(Manifest.Command command) {
    return command.text().startsWith(NEEDS);
  }

  /** A target without a recipe stands for the targets it needs. */
  private static Manifest.Command needing(Manifest.Command target, String prerequisites) {
    String words = Lines.withoutComment(prerequisites, "#").strip();
    String text = NAMES.matcher(words).matches() ? NEEDS + words.replaceAll("\\s++", " ") : "";
    return new Manifest.Command(target.name(), text, target.line());
  }

  /** Recipes are indented by blanks or tabs; {@code [private]} ones are left out. */
  static void readJust(SourceText text, Draft draft) {
    boolean hidden = false;
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = Lines.of(text, line, LINE_LENGTH_MAX);
      boolean inner = words.isBlank() || " \t#".indexOf(words.charAt(0)) >= 0;
      Matcher matcher = JUST.matcher(words);
      if (words.startsWith("[")) {
        hidden |= words.contains("private");
      } else if (!inner) {
        if (!hidden && matcher.matches()) {
          draft.command(matcher.group(1), recipe(text, line + 1, " "), line);
        }
        hidden = false;
      }
    }
  }

  /** The lines of a recipe as one, without those that only tell. */
  private static String recipe(SourceText text, int first, String indent) {
    StringBuilder recipe = new StringBuilder();
    boolean within = false;
    boolean tells = false;
    for (int line = first; line <= text.lineCount() && recipe.length() <= LENGTH_MAX; line++) {
      String raw = Lines.of(text, line, LINE_LENGTH_MAX);
      if (!raw.startsWith("\t") && !raw.startsWith(indent)) {
        break;
      }
      String words = raw.strip().replaceFirst("^[@-]+", "");
      // what a command runs on its further lines is a part of it: “if …; then echo …; fi”
      tells = within ? tells : words.startsWith("#") || words.startsWith("echo ");
      within = words.endsWith("\\");
      if (!words.isEmpty() && !tells) {
        boolean goesOn = !recipe.isEmpty() && recipe.charAt(recipe.length() - 1) == '\\';
        if (goesOn) {
          recipe.setLength(recipe.length() - 1);
          recipe.append(' ');
        }
        recipe.append(recipe.isEmpty() || goesOn ? "" : "; ").append(words);
      }
    }
    return recipe.toString();
  }

  /** {@code tasks:} of a Taskfile, each with its commands; internal ones are not told apart. */
  static void readTasks(SourceText text, Draft draft) {
    String task = "";
    int at = 0;
    List<String> commands = new ArrayList<>();
    for (YamlLines.Entry entry : YamlLines.read(text)) {
      if (!entry.key().startsWith("tasks.")) {
        continue;
      }
      String below = entry.key().substring("tasks.".length());
      int dot = below.indexOf('.');
      String name = dot < 0 ? below : below.substring(0, dot);
      if (!name.equals(task)) {
        draft.command(task, String.join("; ", commands), at);
        commands.clear();
        task = name;
        at = entry.line();
      }
      boolean runs = dot < 0 || below.matches(".*\\.cmds?(?:\\.cmd)?");
      if (runs && !entry.value().isEmpty()) {
        commands.add(entry.value());
      }
    }
    draft.command(task, String.join("; ", commands), at);
  }

  private record Space(int indent, String name) {}

  static void readRake(SourceText text, Draft draft) {
    Deque<Space> spaces = new ArrayDeque<>();
    for (int line = 1; line <= text.lineCount(); line++) {
      String raw = Lines.of(text, line, LINE_LENGTH_MAX);
      String words = raw.strip();
      int indent = raw.length() - raw.stripLeading().length();
      while (!words.isEmpty() && !spaces.isEmpty() && spaces.getLast().indent() >= indent) {
        spaces.removeLast();
      }
      Matcher namespace = RAKE_NAMESPACE.matcher(words);
      if (namespace.matches()) {
        spaces.addLast(new Space(indent, namespace.group(1) + ":"));
      } else {
        String task = rakeTask(words);
        StringBuilder name = new StringBuilder();
        spaces.forEach(space -> name.append(space.name()));
        draft.command(task.isEmpty() ? "" : name + task, "", line);
      }
    }
  }

  /** The name of the task a line defines; empty when it defines none. */
  private static String rakeTask(String words) {
    Matcher task = RAKE_TASK.matcher(words);
    if (task.matches()) {
      return task.group(1).replaceFirst(":$", "");
    }
    Matcher library = RAKE_LIBRARY.matcher(words);
    if (!library.matches()) {
      return "";
    }
    return library.group(2) != null
        ? library.group(2)
        : library.group(1).startsWith("RSpec") ? "spec" : words.contains("TestTask") ? "test" : "";
  }

  /** Environments of tox with their commands; the first one is run without a name. */
  static void readTox(SourceText text, Draft draft) {
    for (int line = 1; line <= text.lineCount(); line++) {
      Matcher section = TOX_SECTION.matcher(Lines.of(text, line, LINE_LENGTH_MAX));
      if (section.matches()) {
        String name = section.group(1) == null ? "tox" : "tox -e " + section.group(1);
        draft.command(name, toxCommands(text, line + 1), line);
      }
    }
  }

  private static String toxCommands(SourceText text, int first) {
    for (int line = first; line <= text.lineCount(); line++) {
      String words = Lines.of(text, line, LINE_LENGTH_MAX);
      if (words.startsWith("[")) {
        break;
      }
      if (words.matches("commands\\s*+=.*+")) {
        String own = words.substring(words.indexOf('=') + 1).strip();
        return own.isEmpty() ? recipe(text, line + 1, " ") : own;
      }
    }
    return "";
  }

  /** Sessions of nox: a function below {@code @nox.session}, which may give it another name. */
  static void readNox(SourceText text, Draft draft) {
    boolean marked = false;
    String given = "";
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = Lines.of(text, line, LINE_LENGTH_MAX);
      marked |= words.startsWith("@nox.session") || words.startsWith("@session");
      Matcher name = NOX_NAME.matcher(words);
      Matcher function = NOX_FUNCTION.matcher(words);
      if (function.matches()) {
        String own = given.isEmpty() ? function.group(1) : given;
        draft.command(marked ? "nox -s " + own : "", noxRun(text, line + 1), line);
        marked = false;
        given = "";
      } else if (marked && name.matches()) {
        given = name.group(1);
      }
    }
  }

  /** What the first call of a session runs, where it is stated by texts on one line. */
  private static String noxRun(SourceText text, int first) {
    for (int line = first; line <= text.lineCount(); line++) {
      String words = Lines.of(text, line, LINE_LENGTH_MAX);
      if (!words.isBlank() && !words.startsWith(" ")) {
        break;
      }
      if (words.strip().startsWith("session.run(") && words.endsWith(")")) {
        return String.join(" ", Lines.quoted(words.replace('\'', '"')));
      }
    }
    return "";
  }

  static void readZig(SourceText text, Draft draft) {
    for (int line = 1; line <= text.lineCount(); line++) {
      Matcher step = ZIG_STEP.matcher(Lines.of(text, line, LINE_LENGTH_MAX));
      if (step.matches()) {
        draft.command(step.group(1), "", line);
      }
    }
  }

  /** Tasks of Turborepo, those of single packages left out: {@code "tasks": {"build": {...}}}. */
  static void readTurbo(SourceText text, Draft draft) {
    tasksOf(text, Set.of("tasks", "pipeline"), draft);
  }

  /** Targets that Nx knows for all projects. */
  static void readNx(SourceText text, Draft draft) {
    tasksOf(text, Set.of("targetDefaults"), draft);
  }

  /** One project of Nx: its name and its targets with what they run or by which executor. */
  static void readProject(SourceText text, Draft draft) {
    Tokens tokens = Tokens.of(text, Lexis.SCRIPT);
    int at = 1;
    while (tokens.is(0, '{') && tokens.isString(at) && tokens.is(at + 1, ':')) {
      if (tokens.text(at).equals("name") && tokens.isString(at + 2)) {
        draft.name(tokens.text(at + 2), tokens.line(at));
      } else if (tokens.text(at).equals("targets") && tokens.is(at + 2, '{')) {
        for (int i = at + 3; tokens.isString(i) && tokens.is(i + 1, ':'); i = next(tokens, i)) {
          if (tokens.text(i).matches("[\\w:-]+")) {
            draft.command(tokens.text(i), nxRun(tokens, i + 2), tokens.line(i));
          }
        }
      }
      at = next(tokens, at);
    }
  }

  /** The command of a target, else its executor, else nothing. */
  private static String nxRun(Tokens tokens, int open) {
    String executor = "";
    for (int i = open; tokens.is(open, '{') && i < tokens.close(open); i++) {
      boolean stated = tokens.isString(i) && tokens.is(i + 1, ':') && tokens.isString(i + 2);
      if (stated && tokens.text(i).equals("command")) {
        return tokens.text(i + 2);
      }
      executor = stated && tokens.text(i).equals("executor") ? tokens.text(i + 2) : executor;
    }
    return executor;
  }

  /** Keys of the outermost object of one of these names. */
  private static void tasksOf(SourceText text, Set<String> names, Draft draft) {
    Tokens tokens = Tokens.of(text, Lexis.SCRIPT);
    int at = 1;
    while (tokens.is(0, '{') && tokens.isString(at) && tokens.is(at + 1, ':')) {
      boolean wanted = names.contains(tokens.text(at)) && tokens.is(at + 2, '{');
      if (wanted) {
        for (int i = at + 3; tokens.isString(i) && tokens.is(i + 1, ':'); i = next(tokens, i)) {
          if (tokens.text(i).matches("[\\w:-]+")) {
            draft.command(tokens.text(i), "", tokens.line(i));
          }
        }
      }
      at = next(tokens, at);
    }
  }

  /** The key behind the value of a key. */
  private static int next(Tokens tokens, int key) {
    boolean holds = tokens.is(key + 2, '{') || tokens.is(key + 2, '[');
    int end = holds ? tokens.close(key + 2) : key + 2;
    return tokens.is(end + 1, ',') ? end + 2 : end + 1;
  }
}
