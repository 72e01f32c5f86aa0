package ai.wikibuilder.graph.languages;

/**
 * Brings qualified names to one form: parts divided by dots, arguments and type arguments left out,
 * so {@code a::B<C>::new(x)} is {@code a.B.new()}.
 */
public final class DottedNames {
  private DottedNames() {}

  /** The dotted form; what is not a chain of names and calls comes back shortened, never fails. */
  public static String of(String written) {
    if (isPlain(written)) {
      return written;
    }
    StringBuilder out = new StringBuilder(written.length());
    int depth = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      boolean arrow = c == '>' && i > 0 && written.charAt(i - 1) == '-';
      if (c == '(' && depth == 0) {
        out.append("()");
      }
      if (c == '<' || c == '(' || c == '[') {
        depth++;
      } else if (!arrow && (c == '>' || c == ')' || c == ']')) {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0) {
        append(out, c);
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '.', ':', '\\', '>' -> {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '.') {
          out.append('.');
        }
      }
      case '-', '?', '!', '&', '*', ' ', '\t', '\n', '\r' -> {
        // part of an arrow, a safe call or a reference
      }
      default -> out.append(c);
    }
  }

  private static boolean isPlain(String written) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && c != '$' && c != '@') {
        return false;
      }
    }
    return true;
  }
}
