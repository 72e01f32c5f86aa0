package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.configuration.Setting.Kind;
import ai.wikibuilder.graph.configuration.Setting.Use;
import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.graph.tokens.Lexis;
import ai.wikibuilder.graph.tokens.Tokens;
import ai.wikibuilder.graph.tokens.YamlLines;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the settings that files state: Dockerfiles, compose files, env files, Spring, .NET. */
final class StatedFiles {
  /** Larger files are data. */
  private static final int BYTES_MAX = 200_000;

  /** Longest line that is read, in bytes. */
  private static final int LINE_LENGTH_MAX = 2_000;

  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?\\}");

  private final CodeFile file;
  private final SourceText text;
  private final Found found;

  /** Variables of the system and of the tools that build an image: they steer no product. */
  private static final Set<String> OF_TOOLS =
      Set.of(
          "PATH",
          "DEBIAN_FRONTEND",
          "LANG",
          "LC_ALL",
          "PYTHONUNBUFFERED",
          "PYTHONDONTWRITEBYTECODE",
          "CGO_ENABLED",
          "GO111MODULE",
          "GOOS",
          "GOARCH");

  private Kind kind = Kind.ENVIRONMENT;

  private StatedFiles(CodeFile file, Found found) {
    this.file = file;
    this.text = file.text();
    this.found = found;
  }

  static void find(CodeFile file, Found found) {
    if (file.text().byteCount() > BYTES_MAX) {
      return;
    }
    String path = file.path();
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    StatedFiles files = new StatedFiles(file, found);
    boolean spring = name.startsWith("application") || name.startsWith("bootstrap");
    if (name.startsWith("dockerfile")
        || name.endsWith(".dockerfile")
        || name.startsWith("containerfile")) {
      files.dockerfile();
    } else if (name.startsWith(".env.")
        || (name.endsWith(".env") && !name.startsWith("."))
        || name.endsWith(".env.example")
        || name.equals("env.example")) {
      files.pairs(true);
    } else if (isCompose(name)) {
      files.compose();
    } else if (spring && (name.endsWith(".yml") || name.endsWith(".yaml")) && !isTemplate(path)) {
      files.yaml();
    } else if (spring && name.endsWith(".properties")) {
      files.pairs(false);
    } else if (name.startsWith("appsettings") && name.endsWith(".json")) {
      files.json();
    }
  }

  /** What Helm makes an object of is no list of settings, whatever it is called. */
  private static boolean isTemplate(String path) {
    return path.startsWith("templates/") || path.contains("/templates/");
  }

  private static boolean isCompose(String name) {
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    return yaml && (name.startsWith("docker-compose") || name.startsWith("compose"));
  }

  private String line(int number) {
    return text.startOfLine(number + 1) - text.startOfLine(number) > LINE_LENGTH_MAX
        ? ""
        : text.lines(number, number).strip();
  }

  /** {@code ENV A=b C="d"}, {@code ENV A b} and {@code ARG A=b}. */
  private void dockerfile() {
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = line(line);
      boolean env = words.regionMatches(true, 0, "ENV ", 0, 4);
      kind = env ? Kind.ENVIRONMENT : Kind.BUILD_ARGUMENT;
      if (env || words.regionMatches(true, 0, "ARG ", 0, 4)) {
        String rest = words.substring(4).strip();
        int equals = rest.indexOf('=');
        int blank = rest.indexOf(' ');
        if (equals < 0 || (blank >= 0 && blank < equals)) {
          String name = blank < 0 ? rest : rest.substring(0, blank);
          Optional<String> value =
              blank < 0 ? Optional.empty() : Optional.of(rest.substring(blank + 1).strip());
          stated(name, value, line);
        } else {
          pairsOnLine(rest, line);
        }
        while (words.endsWith("\\") && line < text.lineCount()) {
          words = line(++line);
          pairsOnLine(words, line);
        }
      }
    }
  }

  private void pairsOnLine(String words, int line) {
    for (String pair : splitOutsideQuotes(words)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = ShellReads.unquoted(pair.substring(equals + 1));
        stated(pair.substring(0, equals), Optional.of(value), line);
      }
    }
  }

  private static List<String> splitOutsideQuotes(String words) {
    List<String> result = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < words.length(); i++) {
      char letter = words.charAt(i);
      quoted = quoted != (letter == '"');
      if (letter == ' ' && !quoted) {
        result.add(part.toString());
        part.setLength(0);
      } else {
        part.append(letter);
      }
    }
    result.add(part.toString());
    return result;
  }

  private void stated(String name, Optional<String> value, int line) {
    Optional<String> plain = value.filter(words -> words.indexOf('$') < 0);
    if (Found.isVariable(name) && !OF_TOOLS.contains(name)) {
      found.add(kind, Use.STATED, new Found.Named(name, plain, line));
    }
  }

  /** Lines of {@code NAME=value}; for properties {@code a.b: c} too. */
  private void pairs(boolean environment) {
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = line(line);
      if (environment && words.startsWith("export ")) {
        words = words.substring("export ".length()).strip();
      }
      int equals = words.indexOf('=');
      if (equals < 0 && !environment) {
        equals = words.indexOf(':');
      }
      if (equals <= 0 || words.startsWith("#") || words.startsWith("!")) {
        continue;
      }
      String name = words.substring(0, equals).strip();
      String value = ShellReads.unquoted(words.substring(equals + 1).strip());
      if (environment) {
        stated(name, Optional.of(value), line);
      } else {
        property(name, value, line);
      }
    }
  }

  private void property(String name, String value, int line) {
    if (name.indexOf(' ') < 0) {
      Optional<String> said = value.isEmpty() ? Optional.empty() : Optional.of(value);
      found.add(Kind.PROPERTY, Use.STATED, new Found.Named(name, said, line));
      variable(value, line);
    }
  }

  /** A value of the form <code>${NAME}</code> or <code>${NAME:default}</code> reads a variable. */
  private void variable(String value, int line) {
    Matcher matcher = VARIABLE.matcher(value);
    if (matcher.find()) {
      Optional<String> fallback = Optional.ofNullable(matcher.group(2)).filter(w -> !w.isEmpty());
      found.environment(Use.READ, matcher.group(1), fallback, line);
    }
  }

  private void yaml() {
    for (YamlLines.Entry entry : YamlLines.read(text)) {
      if (!entry.item() && !entry.value().isEmpty()) {
        property(entry.key(), entry.value(), entry.line());
      }
    }
  }

  /** {@code environment:} of services, as a list or as keys; variables from outside are read. */
  private void compose() {
    for (YamlLines.Entry entry : YamlLines.read(text)) {
      int at = entry.key().indexOf(".environment");
      if (at < 0 || !entry.key().startsWith("services.")) {
        continue;
      }
      String rest = entry.key().substring(at + ".environment".length());
      if (entry.item() && rest.isEmpty()) {
        int equals = entry.value().indexOf('=');
        String name = equals < 0 ? entry.value() : entry.value().substring(0, equals);
        Optional<String> value =
            equals < 0 ? Optional.empty() : Optional.of(entry.value().substring(equals + 1));
        stated(name, value, entry.line());
      } else if (rest.startsWith(".") && rest.indexOf('.', 1) < 0) {
        stated(rest.substring(1), Optional.of(entry.value()), entry.line());
      }
    }
    ShellReads.find(file.text(), true, found);
  }

  /** Keys of objects inside objects, joined by colons as .NET does. */
  private void json() {
    Tokens tokens = Tokens.of(text, Lexis.SCRIPT);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, '{')) {
        boolean named = tokens.is(i - 1, ':') && tokens.isString(i - 2);
        keys.add(named ? tokens.text(i - 2) : "");
      } else if (tokens.is(i, '}') && !keys.isEmpty()) {
        keys.removeLast();
      } else if (tokens.isString(i) && tokens.is(i + 1, ':') && !tokens.is(i + 2, '{')) {
        List<String> parts = new ArrayList<>(keys.subList(0, Math.min(keys.size(), 12)));
        parts.removeIf(String::isEmpty);
        parts.add(tokens.text(i));
        property(
            String.join(":", parts),
            tokens.is(i + 2, '[') ? "" : tokens.text(i + 2),
            tokens.line(i));
      }
    }
  }
}
