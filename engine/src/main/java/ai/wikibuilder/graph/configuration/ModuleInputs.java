package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.configuration.Setting.Kind;
import ai.wikibuilder.graph.configuration.Setting.Use;
import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.graph.tokens.Lexis;
import ai.wikibuilder.graph.tokens.Tokens;
import ai.wikibuilder.graph.tokens.YamlLines;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what a module of infrastructure takes: variables of Terraform, defaults of Ansible roles.
 */
final class ModuleInputs {
  /** Larger files are data. */
  private static final int BYTES_MAX = 400_000;

  private static final Pattern ROLE_DEFAULTS =
      Pattern.compile("(?:.*/)?defaults/(?:main|[\\w-]+)\\.ya?ml");

  private ModuleInputs() {}

  static void find(CodeFile file, Found found) {
    if (file.text().byteCount() > BYTES_MAX) {
      return;
    }
    if (file.path().endsWith(".tf")) {
      terraform(Tokens.of(file.text(), Lexis.HASH), found);
    } else if (ROLE_DEFAULTS.matcher(file.path()).matches()) {
      for (YamlLines.Entry entry : YamlLines.read(file.text())) {
        if (!entry.item() && entry.key().indexOf('.') < 0 && Found.isVariable(entry.key())) {
          Optional<String> value = Optional.of(entry.value()).filter(text -> !text.isEmpty());
          Found.Named named = new Found.Named(entry.key(), value, entry.line());
          found.add(Kind.PROPERTY, Use.STATED, named);
        }
      }
    }
  }

  /** {@code variable "name" { description = "..." default = true }}. */
  private static void terraform(Tokens tokens, Found found) {
    for (int i = 0; i < tokens.count(); i++) {
      boolean block = tokens.startsLine(i) && tokens.column(i) == 0 && tokens.is(i, "variable");
      if (block && tokens.isString(i + 1) && tokens.is(i + 2, '{')) {
        String description = "";
        Optional<String> value = Optional.empty();
        int end = tokens.close(i + 2);
        for (int at = i + 3; at < end; at++) {
          boolean given = tokens.startsLine(at) && tokens.is(at + 1, '=');
          if (given && tokens.is(at, "description")) {
            description = tokens.text(at + 2).strip();
          } else if (given && tokens.is(at, "default")) {
            value = value(tokens, at + 2);
          }
          boolean opens = tokens.is(at, '{') || tokens.is(at, '[') || tokens.is(at, '(');
          at = opens ? tokens.close(at) : at;
        }
        found.add(
            Kind.PROPERTY,
            Use.STATED,
            new Found.Named(tokens.text(i + 1), value, tokens.line(i)),
            description);
      }
    }
  }

  /** A text, a number or a word; of lists and maps that hold something nothing is told. */
  private static Optional<String> value(Tokens tokens, int at) {
    boolean holds = tokens.is(at, '{') || tokens.is(at, '[');
    boolean empty = holds && tokens.close(at) == at + 1;
    if (empty) {
      return Optional.of(tokens.is(at, '{') ? "{}" : "[]");
    }
    String text = tokens.text(at);
    boolean told = !holds && !text.isBlank() && !text.equals("null") && text.indexOf('$') < 0;
    return told ? Optional.of(text) : Optional.empty();
  }
}
