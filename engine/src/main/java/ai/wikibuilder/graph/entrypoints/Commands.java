package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.graph.tokens.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds commands that people type: by marks on functions and types, and by calls. */
final class Commands {
  /** The tag of a field that is a command. */
  private static final Pattern KONG = Pattern.compile("(?:^|\\s)cmd:\"");

  private static final Pattern NAMED = Pattern.compile("(?:^|\\s)name:\"([^\"]+)\"");

  private final Scene scene;
  private final Tokens tokens;

  private Commands(Scene scene) {
    this.scene = scene;
    this.tokens = scene.tokens;
  }

  static void find(Scene scene, List<Mark.Group> groups) {
    Commands commands = new Commands(scene);
    groups.forEach(commands::marked);
    switch (scene.language()) {
      case "python" -> {
        commands.argparse();
        commands.django();
      }
      case "javascript", "typescript" -> commands.script();
      case "go" -> commands.go();
      case "rust" -> commands.clap();
      case "ruby" -> commands.ruby();
      case "php" -> commands.laravel();
      default -> {
        // commands of other languages are declared by marks
      }
    }
  }

  private void command(String name, String handler, int line) {
    scene.add(EntryPoint.Kind.COMMAND, name, handler, line);
  }

  private void marked(Mark.Group group) {
    for (Mark mark : group.marks()) {
      boolean command = mark.name().equals("Command") || mark.name().equals("AsCommand");
      switch (scene.language()) {
        case "java", "kotlin" -> {
          if (mark.name().equals("Command") && mark.open() >= 0) {
            String name = tokens.text(tokens.argument(mark.open(), "name"));
            command(name, group.handler(), mark.line());
          }
        }
        case "php" -> {
          if (command && mark.open() >= 0) {
            int named = tokens.argument(mark.open(), "name");
            int at = named >= 0 ? named : tokens.firstString(mark.open());
            command(tokens.text(at), group.name(), mark.line());
          }
        }
        case "python" -> click(mark, group.name());
        default -> {
          // other languages declare commands by calls
        }
      }
    }
    if (scene.language().equals("rust") && group.type()) {
      derived(group);
    }
  }

  /** {@code @cli.command("name")} or the function's name with hyphens. */
  private void click(Mark mark, String function) {
    boolean command = mark.name().equals("command") || mark.name().equals("group");
    if (!command || mark.qualifier().isEmpty()) {
      return;
    }
    int first = mark.open() >= 0 && tokens.isString(mark.open() + 1) ? mark.open() + 1 : -1;
    int named = mark.open() >= 0 ? tokens.argument(mark.open(), "name") : -1;
    int at = Math.max(first, named);
    String usual = function.replace('_', '-').toLowerCase(Locale.ROOT);
    command(at >= 0 ? tokens.text(at) : usual, function, mark.line());
  }

  /** {@code #[derive(Parser)] #[command(name = "x")]}. */
  private void derived(Mark.Group group) {
    for (Mark mark : group.marks()) {
      if (mark.name().equals("command") && mark.open() >= 0) {
        int name = tokens.argument(mark.open(), "name");
        command(tokens.text(name), group.name(), mark.line());
      }
    }
  }

  private boolean isCall(int name) {
    return tokens.isWord(name) && tokens.is(name - 1, '.') && tokens.is(name + 1, '(');
  }

  private void argparse() {
    for (int i = 1; i < tokens.count(); i++) {
      if (isCall(i) && tokens.is(i, "add_parser") && tokens.isString(i + 2)) {
        command(tokens.text(i + 2), "", tokens.line(i));
      }
    }
  }

  /** A module of Django's commands is called like its command and has one class. */
  private void django() {
    String path = "/" + scene.file.path();
    String name = scene.fileName().replaceFirst("\\.py$", "");
    boolean placed = path.endsWith("/management/commands/" + name + ".py") && !name.startsWith("_");
    for (int i = 0; placed && i < tokens.count(); i++) {
      if (tokens.sequence(i, "class", "Command") && tokens.startsLine(i)) {
        command(name, "handle", tokens.line(i));
        return;
      }
    }
  }

  /** Commander, yargs, cac: {@code .command('build <dir>')}. */
  private void script() {
    if (!scene.mentions(Set.of("commander", "yargs", "cac", "sade", "clipanion", "yargs/yargs"))) {
      return;
    }
    for (int i = 1; i < tokens.count(); i++) {
      if (isCall(i) && tokens.is(i, "command") && tokens.isString(i + 2)) {
        command(firstWord(tokens.text(i + 2)), "", tokens.line(i));
      }
    }
  }

  private static String firstWord(String usage) {
    String words = usage.strip();
    int blank = words.indexOf(' ');
    String first = blank < 0 ? words : words.substring(0, blank);
    return first.startsWith("$") || first.startsWith("<") || first.startsWith("[") ? "" : first;
  }

  /** Cobra's {@code cobra.Command{Use: "x"}}, kingpin's and urfave's commands. */
  private void go() {
    boolean kingpin = scene.imports("kingpin");
    boolean urfave = scene.imports("urfave/cli");
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.sequence(i, "cobra", ".", "Command", "{")) {
        command(firstWord(tokens.text(tokens.argument(i + 3, "Use"))), "", tokens.line(i));
      } else if (urfave && tokens.sequence(i, "cli", ".", "Command", "{")) {
        command(tokens.text(tokens.argument(i + 3, "Name")), "", tokens.line(i));
      } else if (isRegistered(i)) {
        int body = i + (tokens.is(i + 3, '.') ? 5 : 3);
        int named = Math.max(tokens.argument(body, "Use"), tokens.argument(body, "Name"));
        command(firstWord(tokens.text(named)), "", tokens.line(i));
      } else if (kingpin && isCall(i) && tokens.is(i, "Command") && tokens.isString(i + 2)) {
        command(tokens.text(i + 2), "", tokens.line(i));
      } else if (tokens.isString(i) && KONG.matcher(tokens.text(i)).find()) {
        field(i);
      }
    }
  }

  /** {@code RegisterCommand(Command{Name: "x"})}: a library of the repository's own. */
  private boolean isRegistered(int at) {
    if (!tokens.isWord(at) || !tokens.is(at + 1, '(') || tokens.is(at - 1, "func")) {
      return false;
    }
    String name = tokens.text(at);
    boolean registers = name.equals("RegisterCommand") || name.equals("AddCommand");
    int type = tokens.is(at + 3, '.') ? at + 4 : at + 2;
    return registers && tokens.is(type, "Command") && tokens.is(type + 1, '{');
  }

  /** Kong: a field of a struct whose tag says {@code cmd:""}; its type runs the command. */
  private void field(int tag) {
    int first = tag;
    while (tokens.line(first - 1) == tokens.line(tag)) {
      first--;
    }
    if (first == tag || !tokens.isWord(first)) {
      return;
    }
    Matcher named = NAMED.matcher(tokens.text(tag));
    String usual =
        tokens.text(first).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    int type = tokens.is(first + 1, '*') ? first + 2 : first + 1;
    command(named.find() ? named.group(1) : usual, tokens.dotted(type), tokens.line(tag));
  }

  /** Clap's builder; the variants of a derived enum are commands by their names. */
  private void clap() {
    // the standard library starts other programs by a type of the same name
    boolean ofProcesses = false;
    for (int i = 0; i < tokens.count(); i++) {
      ofProcesses |= tokens.sequence(i, "process", ":", ":");
    }
    for (int i = 0; i < tokens.count(); i++) {
      boolean builder =
          tokens.sequence(i, "Command", ":", ":", "new", "(")
              || tokens.sequence(i, "SubCommand", ":", ":", "with_name", "(");
      // what is told of itself is a command people type, whatever file imports the library
      boolean told = tokens.sequence(i + 6, ")", ".", "about", "(");
      boolean clap = builder && ((!ofProcesses && scene.mentions(Set.of("clap"))) || told);
      if (clap && tokens.isString(i + 5)) {
        command(tokens.text(i + 5), "", tokens.line(i));
      } else if ((tokens.is(i, "Subcommand") || tokens.is(i, "Parser")) && isDerived(i)) {
        variants(i);
      }
    }
  }

  private boolean isDerived(int at) {
    for (int i = at - 1; i > at - 20; i--) {
      if (tokens.is(i, "derive") && tokens.is(i - 1, '[')) {
        return true;
      }
    }
    return false;
  }

  private void variants(int derive) {
    int open = -1;
    for (int i = derive; i < derive + 40 && open < 0; i++) {
      if (tokens.is(i, "struct")) {
        return;
      }
      open = tokens.is(i, "enum") && tokens.is(i + 2, '{') ? i + 2 : -1;
    }
    int at = open + 1;
    while (open >= 0 && at < tokens.close(open)) {
      if (tokens.is(at, '#') && tokens.is(at + 1, '[')) {
        at = tokens.close(at + 1) + 1;
      } else if (tokens.isWord(at)) {
        command(kebab(tokens.text(at)), "", tokens.line(at));
        int body = tokens.close(at + 1);
        at = body < tokens.count() ? body + 1 : at + 1;
      } else {
        at++;
      }
    }
  }

  private static String kebab(String name) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      boolean upper = Character.isUpperCase(letter);
      result.append(upper && i > 0 ? "-" : "").append(Character.toLowerCase(letter));
    }
    return result.toString();
  }

  /** {@code program.command(:build) do |c|}. */
  private void ruby() {
    for (int i = 1; i < tokens.count(); i++) {
      if (isCall(i) && tokens.is(i, "command") && tokens.is(i + 2, ':') && tokens.isWord(i + 3)) {
        command(tokens.text(i + 3), "", tokens.line(i));
      }
    }
  }

  /** Laravel's {@code protected $signature = 'mail:send {user}'} and Symfony's default name. */
  private void laravel() {
    String type = "";
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, "class") && tokens.isWord(i + 1)) {
        type = tokens.text(i + 1);
      }
      boolean property =
          tokens.is(i, "$signature")
              || tokens.is(i, "$defaultName")
              || (tokens.is(i, "$name") && type.endsWith("Command"));
      boolean declared = tokens.is(i - 1, "protected") || tokens.is(i - 1, "static");
      if (property && declared && tokens.is(i + 1, '=') && tokens.isString(i + 2)) {
        command(firstWord(tokens.text(i + 2).replace('\n', ' ')), type, tokens.line(i));
      }
    }
  }
}
