package ai.wikibuilder.index.queries;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Leaves out what a question is not about. Immutable.
 *
 * @param negated whether it names what is left out instead of what stays
 * @param value as the index knows it: a language id, a path or pattern, a label of a kind, a name
 */
public record QueryFilter(Field field, boolean negated, String value) {
  /** What is looked at. */
  public enum Field {
    LANG,
    PATH,
    KIND,
    SYMBOL
  }

  /** Whether the value has places for any text. */
  public boolean isPattern() {
    return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
  }

  /** Whether the value names a symbol by its last name, or by that and its container. */
  public boolean isName(String qualified) {
    String plain = QueryReading.plainName(qualified);
    int last = plain.lastIndexOf('.');
    String pair = plain.substring(plain.lastIndexOf('.', last - 1) + 1);
    String name = plain.substring(last + 1);
    if (!isPattern()) {
      return name.equals(value) || pair.equals(value);
    }
    Pattern pattern =
        Pattern.compile(Pattern.quote(value).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    return pattern.matcher(name).matches() || pattern.matcher(pair).matches();
  }

  /**
   * A test for paths, whatever their case: the value is a part of them or, with {@code *}, {@code
   * **} or {@code ?}, a pattern for all of them. A pattern that begins with none of {@code /} and
   * {@code *} may begin at any folder; {@code *} stops at a slash and {@code **} does not.
   */
  public java.util.function.Predicate<String> pathTest() {
    String lower = value.toLowerCase(Locale.ROOT);
    if (!isPattern()) {
      String part = lower;
      return path -> ("/" + path.toLowerCase(Locale.ROOT)).contains(part);
    }
    Pattern pattern = Pattern.compile(expression(lower));
    return path -> pattern.matcher("/" + path.toLowerCase(Locale.ROOT)).matches();
  }

  private static String expression(String glob) {
    StringBuilder expression = new StringBuilder(glob.startsWith("/") ? "" : "(?:.*/)?");
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '*') {
        boolean deep = i + 1 < glob.length() && glob.charAt(i + 1) == '*';
        boolean folders = deep && i + 2 < glob.length() && glob.charAt(i + 2) == '/';
        expression.append(folders ? "(?:.*/)?" : deep ? ".*" : "[^/]*");
        i += folders ? 2 : deep ? 1 : 0;
      } else {
        expression.append(c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
      }
    }
    return expression.toString();
  }
}
