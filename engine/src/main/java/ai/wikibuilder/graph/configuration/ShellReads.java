package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.configuration.Setting.Use;
import ai.wikibuilder.source.SourceText;
import java.util.Optional;

/**
 * Finds variables with a default in shell scripts, <code>${X:-y}</code> and <code>${X:?}</code>:
 * others may be the script's own. In the rules of compose files every variable comes from outside.
 */
final class ShellReads {
  private ShellReads() {}

  static void find(SourceText text, boolean every, Found found) {
    byte[] utf8 = text.utf8();
    for (int at = 0; at + 3 < utf8.length; at++) {
      if (utf8[at] == '$' && utf8[at + 1] == '{' && (at == 0 || utf8[at - 1] != '$')) {
        variable(text, at + 2, every, found);
      }
    }
  }

  private static void variable(SourceText text, int start, boolean every, Found found) {
    byte[] utf8 = text.utf8();
    int end = start;
    while (end < utf8.length && end < start + 80 && isName(utf8[end])) {
      end++;
    }
    String name = text.slice(start, end);
    boolean upper = !name.isEmpty() && name.equals(name.toUpperCase(java.util.Locale.ROOT));
    if (!upper || end + 1 >= utf8.length) {
      return;
    }
    int sign = utf8[end] == ':' ? end + 1 : end;
    boolean otherwise = utf8[sign] == '-' || utf8[sign] == '=';
    boolean required = utf8[sign] == '?';
    if (otherwise || required || (every && utf8[end] == '}')) {
      Optional<String> value = otherwise ? value(text, sign + 1) : Optional.empty();
      found.environment(Use.READ, name, value, text.lineOf(start));
    }
  }

  private static boolean isName(byte letter) {
    return letter == '_'
        || (letter >= '0' && letter <= '9')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= 'a' && letter <= 'z');
  }

  /** A default without further variables, up to the closing bracket on the line. */
  private static Optional<String> value(SourceText text, int start) {
    byte[] utf8 = text.utf8();
    int end = start;
    while (end < utf8.length && utf8[end] != '}' && utf8[end] != '\n' && end < start + 200) {
      end++;
    }
    boolean closed = end < utf8.length && utf8[end] == '}';
    String value = closed ? text.slice(start, end) : "";
    return !closed || value.indexOf('$') >= 0 ? Optional.empty() : Optional.of(unquoted(value));
  }

  static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
