package ai.wikibuilder.graph.languages;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the type a function gives back off its head. */
public final class ReturnTypes {
  /** Longer heads are cut; the return type of type-first languages stands at the front. */
  private static final int HEAD_LENGTH_MAX = 2000;

  /** What only wraps a value: its methods are not the ones that are called on the result. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "Promise",
          "Task",
          "ValueTask",
          "Result",
          "Option",
          "Optional",
          "Box",
          "Arc",
          "Rc",
          "Awaitable",
          "Coroutine",
          "unique_ptr",
          "shared_ptr");

  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "private",
          "protected",
          "internal",
          "static",
          "final",
          "abstract",
          "virtual",
          "override",
          "sealed",
          "async",
          "const",
          "mut",
          "dyn",
          "impl",
          "inline",
          "extern",
          "synchronized",
          "default",
          "native",
          "new",
          "struct",
          "enum",
          "unsafe",
          "readonly",
          "constexpr",
          "explicit",
          "friend",
          "any",
          "some",
          "partial",
          "ref",
          "union",
          "typename");

  private ReturnTypes() {}

  /** The type's dotted name, {@code []} behind it for a list; empty when it gives nothing back. */
  public static String of(String language, String head, String name) {
    String cut = head.length() > HEAD_LENGTH_MAX ? head.substring(0, HEAD_LENGTH_MAX) : head;
    return switch (language) {
      case "java", "csharp", "c", "cpp", "groovy" -> mainType(before(cut, name));
      case "python", "rust", "swift" -> mainType(after(cut, name, "->"));
      case "kotlin", "scala", "typescript", "tsx", "php" -> mainType(after(cut, name, ":"));
      case "go" -> mainType(after(cut, name, ""));
      default -> "";
    };
  }

  private static String before(String head, String name) {
    int at = head.indexOf(name + "(");
    if (at <= 0) {
      return "";
    }
    int line = Math.max(head.lastIndexOf('\n', at - 1), head.lastIndexOf(')', at - 1));
    return head.substring(line + 1, at);
  }

  /** What stands behind the parameters and a mark, up to the next word that is no type. */
  private static String after(String head, String name, String mark) {
    int at = head.indexOf(name);
    int open = at < 0 ? -1 : head.indexOf('(', at + name.length());
    int close = open < 0 ? -1 : closing(head, open);
    if (close < 0) {
      return "";
    }
    String rest = head.substring(close + 1).strip();
    while (mark.equals(":") && rest.startsWith("(")) { // a second list of parameters
      int end = closing(rest, 0);
      rest = end < 0 ? "" : rest.substring(end + 1).strip();
    }
    if (rest.startsWith("throws") || rest.startsWith("async") || rest.startsWith("const")) {
      rest = rest.substring(rest.indexOf(mark) < 0 ? rest.length() : rest.indexOf(mark));
    }
    if (!rest.startsWith(mark)) {
      return "";
    }
    rest = rest.substring(mark.length()).strip();
    return mark.isEmpty() && rest.startsWith("(") ? rest.substring(1) : rest;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The dotted name of the type that a text begins with. */
  static String mainType(String text) {
    String rest = text.strip();
    String dotted = "";
    Matcher matcher = NAME.matcher(rest);
    int at = 0;
    while (at <= rest.length() && matcher.find(at)) {
      String gap = rest.substring(at, matcher.start());
      if (dotted.isEmpty() && gap.contains("<")) { // parameters of the function's own type
        at = afterAngles(rest, at + gap.indexOf('<'));
        continue;
      }
      if (gap.contains("[") || gap.contains("(") || gap.contains("{") || gap.contains("]")) {
        return "";
      }
      boolean joined = gap.equals(".") || gap.equals("::") || gap.equals("\\");
      if (!dotted.isEmpty() && !joined) {
        break;
      }
      String word = matcher.group();
      at = matcher.end();
      if (MODIFIERS.contains(word)) {
        continue;
      }
      dotted = dotted.isEmpty() ? word : dotted + "." + word;
      boolean opens = at < rest.length() && (rest.charAt(at) == '<' || rest.charAt(at) == '[');
      if (opens && WRAPPERS.contains(word)) {
        return mainType(rest.substring(at + 1));
      }
      if (at < rest.length() && rest.charAt(at) == '[') {
        return rest.startsWith("[]", at) ? dotted + "[]" : "";
      }
    }
    return dotted;
  }

  private static int afterAngles(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      if (text.charAt(i) == '<') {
        depth++;
      } else if (text.charAt(i) == '>' && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
