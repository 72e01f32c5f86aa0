package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.configuration.Setting.Kind;
import ai.wikibuilder.graph.configuration.Setting.Use;
import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.Optional;
import java.util.Set;

/** Finds the configuration keys that code names by the ways of well-known frameworks. */
final class FrameworkKeys {
  private static final Set<String> VIPER =
      Set.of(
          "Get",
          "GetString",
          "GetInt",
          "GetBool",
          "GetDuration",
          "GetFloat64",
          "GetStringSlice",
          "GetStringMap",
          "SetDefault",
          "IsSet");

  private final CodeFile file;
  private final Tokens tokens;
  private final Found found;

  private FrameworkKeys(CodeFile file, Found found) {
    this.file = file;
    this.tokens = file.tokens();
    this.found = found;
  }

  static void find(CodeFile file, Found found) {
    FrameworkKeys keys = new FrameworkKeys(file, found);
    switch (file.facts().language()) {
      case "java", "kotlin" -> keys.java();
      case "go" -> {
        keys.go();
        GoFlags.find(file, found);
      }
      case "rust" -> ClapOptions.find(file.tokens(), found);
      case "csharp" -> keys.dotnet();
      case "python" -> keys.python();
      case "php" -> keys.laravel();
      default -> {
        // no framework of other languages is read
      }
    }
  }

  private void property(String name, Optional<String> value, int at) {
    found.add(Kind.PROPERTY, Use.READ, new Found.Named(name, value, tokens.line(at)));
  }

  private void option(String name, Optional<String> value, int at) {
    found.add(Kind.OPTION, Use.READ, new Found.Named(name, value, tokens.line(at)));
  }

  private void java() {
    for (int i = 0; i < tokens.count(); i++) {
      if (!tokens.is(i, '@') || !tokens.is(i + 2, '(')) {
        continue;
      }
      if (tokens.is(i + 1, "Value") || tokens.is(i + 1, "Scheduled")) {
        value(tokens.text(tokens.firstString(i + 2)), i);
      } else if (tokens.is(i + 1, "ConfigurationProperties")) {
        String prefix = tokens.text(tokens.firstString(i + 2));
        if (!prefix.isEmpty()) {
          property(prefix + ".*", Optional.empty(), i);
        }
      } else if (tokens.is(i + 1, "ConfigProperty")) {
        int fallback = tokens.argument(i + 2, "defaultValue");
        property(tokens.text(tokens.argument(i + 2, "name")), literal(fallback), i);
      } else if (tokens.is(i + 1, "Option")) {
        picocli(i + 2);
      }
    }
  }

  /** {@code [Option('d', "datadir", HelpText = "Where data is kept.")]}. */
  private void dotnet() {
    for (int i = 1; i < tokens.count(); i++) {
      if (tokens.is(i, "Option") && tokens.is(i - 1, '[') && tokens.is(i + 1, '(')) {
        int end = tokens.close(i + 1);
        int help = tokens.argument(i + 1, "HelpText");
        int at = i + 2;
        while (at < end && (!tokens.isString(at) || tokens.text(at).length() < 2)) {
          at++;
        }
        if (at < end && at != help && tokens.text(at).matches("[\\w-]+")) {
          Found.Named named =
              new Found.Named("--" + tokens.text(at), Optional.empty(), tokens.line(i));
          found.add(Kind.OPTION, Use.READ, named, tokens.text(help));
        }
      }
    }
  }

  private Optional<String> literal(int at) {
    return at < 0 ? Optional.empty() : Optional.of(tokens.text(at));
  }

  /** Spring's <code>${key:default}</code>. */
  private void value(String written, int at) {
    int start = written.indexOf("${");
    int end = written.indexOf('}', Math.max(0, start));
    if (start < 0 || end < 0) {
      return;
    }
    String inside = written.substring(start + 2, end);
    int colon = inside.indexOf(':');
    String name = colon < 0 ? inside : inside.substring(0, colon);
    Optional<String> value =
        colon < 0 ? Optional.empty() : Optional.of(inside.substring(colon + 1));
    if (Found.isVariable(name) && name.equals(name.toUpperCase(java.util.Locale.ROOT))) {
      found.environment(Use.READ, name, value, tokens.line(at));
    } else {
      property(name, value, at);
    }
  }

  private void picocli(int open) {
    int end = tokens.close(open);
    String name = "";
    for (int i = open + 1; i < end && i < open + 60; i++) {
      boolean longer = tokens.isString(i) && tokens.text(i).startsWith("-");
      name = longer && tokens.text(i).length() > name.length() ? tokens.text(i) : name;
    }
    option(name, literal(tokens.argument(open, "defaultValue")), open);
  }

  private void go() {
    for (int i = 0; i < tokens.count(); i++) {
      boolean call = tokens.isWord(i) && tokens.is(i - 1, '.') && tokens.is(i + 1, '(');
      if (!call || !tokens.isString(i + 2)) {
        continue;
      }
      String name = tokens.text(i);
      if (tokens.is(i - 2, "viper") && VIPER.contains(name)) {
        boolean set = name.equals("SetDefault") && tokens.is(i + 3, ',') && tokens.is(i + 5, ')');
        property(tokens.text(i + 2), set ? Optional.of(tokens.text(i + 4)) : Optional.empty(), i);
      } else if (name.equals("Flag") && tokens.is(i + 3, ',')) {
        kingpin(i);
      }
    }
  }

  /** {@code a.Flag("name", "help").Default("x")}. */
  private void kingpin(int at) {
    Optional<String> value = Optional.empty();
    for (int i = tokens.close(at + 1); i < tokens.close(at + 1) + 24; i++) {
      if (tokens.is(i, "Default") && tokens.is(i + 1, '(') && tokens.isString(i + 2)) {
        value = Optional.of(tokens.text(i + 2));
      }
      if (tokens.is(i, "Flag") || tokens.is(i, ';')) {
        break;
      }
    }
    option("--" + tokens.text(at + 2), value, at);
  }

  /** Options of argparse and click; the settings file of Django. */
  private void python() {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    boolean django =
        (name.equals("settings.py") || file.path().contains("/settings/"))
            && file.text().byteCount() < 100_000
            && file.text().toString().contains("INSTALLED_APPS");
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, "add_argument") && tokens.is(i + 1, '(')) {
        pythonOption(i + 1);
      } else if (tokens.is(i, "option") && tokens.is(i + 1, '(') && tokens.is(i - 2, "click")) {
        pythonOption(i + 1);
      } else if (django
          && tokens.startsLine(i)
          && isUpper(tokens.text(i))
          && tokens.is(i + 1, '=')) {
        boolean plain =
            tokens.startsLine(i + 3) && !tokens.is(i + 2, '[') && !tokens.is(i + 2, '{');
        property(tokens.text(i), plain ? Optional.of(tokens.text(i + 2)) : Optional.empty(), i);
      }
    }
  }

  private static boolean isUpper(String name) {
    return name.length() > 2
        && name.chars()
            .allMatch(letter ->
                letter == '_' || Character.isUpperCase(letter) || Character.isDigit(letter));
  }

  private void pythonOption(int open) {
    String name = "";
    int at = open + 1;
    while (tokens.isString(at)) {
      String words = tokens.text(at);
      boolean option = words.startsWith("-") && words.length() > name.length();
      name = option ? words : name;
      at += 2;
    }
    for (int i = at; i < tokens.close(open); i++) {
      boolean literal = tokens.isString(i + 2) || tokens.kind(i + 2) == Tokens.Kind.NUMBER;
      if (tokens.is(i, "default") && tokens.is(i + 1, '=') && literal) {
        option(name, Optional.of(tokens.text(i + 2)), open);
        return;
      }
    }
    option(name, Optional.empty(), open);
  }

  /** Two parts at least, none of them put together by code. */
  private static boolean isKey(String name) {
    return name.indexOf('.') > 0 && !name.endsWith(".") && name.indexOf('$') < 0;
  }

  /** {@code config('app.name', 'x')}. */
  private void laravel() {
    for (int i = 0; i < tokens.count(); i++) {
      boolean call = tokens.is(i, "config") && tokens.is(i + 1, '(') && tokens.isString(i + 2);
      boolean own = tokens.is(i - 1, '>') || tokens.is(i - 1, ':') || tokens.is(i - 1, "function");
      if (call && !own && isKey(tokens.text(i + 2))) {
        boolean value = tokens.is(i + 3, ',') && tokens.isString(i + 4);
        property(tokens.text(i + 2), value ? Optional.of(tokens.text(i + 4)) : Optional.empty(), i);
      }
    }
  }
}
