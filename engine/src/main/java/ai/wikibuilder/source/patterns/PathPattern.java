package ai.wikibuilder.source.patterns;

import java.util.ArrayList;
import java.util.List;

/**
 * A git wildcard pattern over paths with {@code /} between their parts. Immutable.
 *
 * <p>{@code *} and {@code ?} stay inside one part, {@code **} as a part of its own spans any number
 * of parts, {@code [a-z]} and {@code [!a-z]} are sets, a backslash takes the next character as it
 * is. A pattern without a slash (a trailing one aside) matches a name at any depth; with one it is
 * bound to the folder it was written for. A trailing slash means folders only.
 */
public final class PathPattern {
  /** Characters of one pattern; longer ones match nothing. No real pattern comes near. */
  static final int LENGTH_MAX = 1_000;

  private final List<String> parts;
  private final boolean nameOnly;
  private final boolean folderOnly;

  private PathPattern(List<String> parts, boolean nameOnly, boolean folderOnly) {
    this.parts = parts;
    this.nameOnly = nameOnly;
    this.folderOnly = folderOnly;
  }

  /** Reads a pattern. Every text is one; an empty or overlong text matches nothing. */
  public static PathPattern of(String pattern) {
    if (pattern.isEmpty() || pattern.length() > LENGTH_MAX) {
      return new PathPattern(List.of(), false, false);
    }
    boolean folderOnly = pattern.endsWith("/") && pattern.length() > 1;
    String text = folderOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
    boolean nameOnly = text.indexOf('/') < 0;
    return new PathPattern(
        split(text.startsWith("/") ? text.substring(1) : text), nameOnly, folderOnly);
  }

  /** The text as a pattern that matches exactly this path, bound to the root. */
  public static String quote(String path) {
    StringBuilder pattern = new StringBuilder("/");
    for (int i = 0; i < path.length(); i++) {
      char character = path.charAt(i);
      if ("*?[]\\".indexOf(character) >= 0) {
        pattern.append('\\');
      }
      pattern.append(character);
    }
    return pattern.toString();
  }

  /** Whether the pattern matches this very path. */
  public boolean matches(String path, boolean folder) {
    if (parts.isEmpty() || (folderOnly && !folder)) {
      return false;
    }
    if (nameOnly) {
      int start = path.lastIndexOf('/') + 1;
      return parts.getFirst().equals("**") || matchesPart(parts.getFirst(), path.substring(start));
    }
    return matchesParts(split(path));
  }

  /** Whether the pattern matches a file or one of the folders that hold it. */
  public boolean covers(String path) {
    if (matches(path, false)) {
      return true;
    }
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      if (matches(path.substring(0, end), true)) {
        return true;
      }
    }
    return false;
  }

  /** Goes back only to the last {@code **}, which is enough because it takes any parts. */
  private boolean matchesParts(List<String> path) {
    int at = 0;
    int pattern = 0;
    int retryPattern = -1;
    int retryAt = -1;
    while (at < path.size()) {
      if (pattern < parts.size() && parts.get(pattern).equals("**")) {
        retryPattern = ++pattern;
        retryAt = at;
      } else if (pattern < parts.size() && matchesPart(parts.get(pattern), path.get(at))) {
        pattern++;
        at++;
      } else if (retryPattern >= 0) {
        pattern = retryPattern;
        at = ++retryAt;
      } else {
        return false;
      }
    }
    // "a/**" means what is inside, not the folder itself.
    return pattern == parts.size();
  }

  /** The same walk inside one part, with {@code *} for {@code **}. */
  private static boolean matchesPart(String pattern, String name) {
    int at = 0;
    int next = 0;
    int retryNext = -1;
    int retryAt = -1;
    while (at < name.length()) {
      int width = next < pattern.length() ? widthIfMatching(pattern, next, name.charAt(at)) : 0;
      if (next < pattern.length() && pattern.charAt(next) == '*') {
        retryNext = ++next;
        retryAt = at;
      } else if (width > 0) {
        next += width;
        at++;
      } else if (retryNext >= 0) {
        next = retryNext;
        at = ++retryAt;
      } else {
        return false;
      }
    }
    while (next < pattern.length() && pattern.charAt(next) == '*') {
      next++;
    }
    return next == pattern.length();
  }

  /** Characters of the pattern that one character of the name uses up, 0 when it does not fit. */
  private static int widthIfMatching(String pattern, int at, char character) {
    return switch (pattern.charAt(at)) {
      case '?' -> 1;
      case '\\' -> at + 1 < pattern.length() && pattern.charAt(at + 1) == character ? 2 : 0;
      case '[' -> widthOfSetIfMatching(pattern, at, character);
      default -> pattern.charAt(at) == character ? 1 : 0;
    };
  }

  private static int widthOfSetIfMatching(String pattern, int at, char character) {
    int end = endOfSet(pattern, at);
    if (end < 0) {
      return character == '[' ? 1 : 0;
    }
    return isInSet(pattern, at + 1, end, character) ? end + 1 - at : 0;
  }

  /**
   * Index of the closing bracket, -1 when there is none; a bracket right after the start is data.
   */
  private static int endOfSet(String pattern, int start) {
    int first = start + 1;
    if (first < pattern.length()
        && (pattern.charAt(first) == '!' || pattern.charAt(first) == '^')) {
      first++;
    }
    return pattern.indexOf(']', first + 1);
  }

  private static boolean isInSet(String pattern, int start, int end, char character) {
    boolean negated = pattern.charAt(start) == '!' || pattern.charAt(start) == '^';
    boolean found = false;
    int at = negated ? start + 1 : start;
    while (at < end) {
      char low = pattern.charAt(at);
      boolean range = at + 2 < end && pattern.charAt(at + 1) == '-';
      char high = range ? pattern.charAt(at + 2) : low;
      found |= character >= low && character <= high;
      at += range ? 3 : 1;
    }
    return found != negated;
  }

  private static List<String> split(String path) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', start)) {
      parts.add(path.substring(start, end));
      start = end + 1;
    }
    parts.add(path.substring(start));
    return parts;
  }
}
