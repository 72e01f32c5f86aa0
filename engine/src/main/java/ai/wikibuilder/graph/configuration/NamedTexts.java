package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.tokens.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The constants of one file that are a text, as {@code static final String HOME = "APP_HOME"}: code
 * reads variables of the environment by their names. Immutable.
 *
 * <p>A name counts when it is written in capitals or declared as a constant where no function can
 * shadow it, and when the file gives it one text only.
 */
final class NamedTexts {
  /** Words before a name that declare it as a constant, at the start of a line. */
  private static final Set<String> DECLARING =
      Set.of("const", "export", "final", "val", "let", "private", "internal", "pub");

  /** Tokens looked at before a name: {@code public static final java.lang.String}. */
  private static final int DECLARATION_TOKEN_COUNT = 9;

  private final Map<String, Integer> places = new HashMap<>();
  private final Tokens tokens;

  private NamedTexts(Tokens tokens) {
    this.tokens = tokens;
  }

  static NamedTexts of(Tokens tokens) {
    NamedTexts named = new NamedTexts(tokens);
    Set<String> several = new HashSet<>();
    int endOfGroup = 0;
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, "const") && tokens.is(i + 1, '(') && tokens.column(i) == 0) {
        endOfGroup = tokens.close(i + 1);
      }
      int name = tokens.isString(i) ? named.name(i) : -1;
      if (name >= 0 && (i < endOfGroup || named.isConstant(name))) {
        Integer before = named.places.putIfAbsent(tokens.text(name), i);
        if (before != null && !tokens.text(before).equals(tokens.text(i))) {
          several.add(tokens.text(name));
        }
      }
    }
    named.places.keySet().removeAll(several);
    return named;
  }

  /** The name that is given the text at a token, and nothing more than that; -1 for none. */
  private int name(int at) {
    boolean more = tokens.is(at + 1, '+') || tokens.is(at + 1, '.') || tokens.is(at + 1, '%');
    if (tokens.sequence(at - 2, "define") && tokens.isWord(at - 1)) {
      return at - 1; // of C
    }
    if (more || !tokens.is(at - 1, '=')) {
      return -1;
    }
    int type = Math.max(colon(at - 2), tokens.is(at - 2, "string") ? at - 2 : -1);
    int name = type > 0 ? type - 1 : at - 2;
    return tokens.isWord(name) ? name : -1;
  }

  /** The colon before a type, as in {@code NAME: &'static str}; -1 when none is near. */
  private int colon(int last) {
    for (int at = last; at > last - 5; at--) {
      if (tokens.is(at, ':')) {
        return at;
      }
      if (!tokens.isWord(at) && !tokens.is(at, '&') && !tokens.is(at, '\'')) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isConstant(int name) {
    if (isInCapitals(tokens.text(name))) {
      return true;
    }
    for (int at = name - 1; at >= name - DECLARATION_TOKEN_COUNT; at--) {
      boolean atStart = tokens.column(at) == 0 && DECLARING.contains(tokens.text(at));
      if (tokens.is(at, "static") || atStart) {
        return true;
      }
      if (!tokens.isWord(at) && !tokens.is(at, '.')) {
        return false;
      }
    }
    return false;
  }

  static boolean isInCapitals(String name) {
    return name.chars().noneMatch(Character::isLowerCase)
        && name.chars().anyMatch(Character::isUpperCase);
  }

  Set<String> names() {
    return places.keySet();
  }

  /** The token with the text of a constant; -1 when there is none of that name. */
  int place(String name) {
    return places.getOrDefault(name, -1);
  }
}
