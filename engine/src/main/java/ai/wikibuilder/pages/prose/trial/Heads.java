package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.graph.GraphSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the functions whose heads are written out in prose: {@code boolean isOpen(Path file)}. One
 * thread.
 */
final class Heads {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  /** A type or another word before the name, the name, and its parameters. */
  private static final Pattern HEAD =
      Pattern.compile("[^()]*?[\\s*&](?<name>" + WORD + ")\\s*(?:<[^()]*>)?\\(.*");

  /** Functions of one name that are compared; overloads are fewer. */
  private static final int FUNCTION_COUNT_MAX = 64;

  private final Ground ground;

  Heads(Ground ground) {
    this.ground = ground;
  }

  /** A name and the functions of that name with such a head. */
  record Found(String name, List<Integer> functions) {}

  /**
   * Whose head the code is: all its words stand in theirs, in this order. No functions where it is
   * no head, or nobody's.
   */
  Found of(String code) {
    Matcher head = HEAD.matcher(code);
    if (!head.matches()) {
      return new Found("", List.of());
    }
    List<String> words = words(code);
    List<Integer> functions =
        ground.names().named(head.group("name")).stream()
            .limit(FUNCTION_COUNT_MAX)
            .filter(function -> isWithin(words, words(text(function))))
            .toList();
    return new Found(head.group("name"), functions);
  }

  private String text(int function) {
    GraphSymbol symbol = ground.names().graph().symbol(function);
    return symbol.kind().isCallable()
        ? ground
            .text()
            .file(symbol.path())
            .filter(file -> symbol.signatureEnd() <= file.byteCount())
            .map(file -> file.slice(symbol.signatureStart(), symbol.signatureEnd()))
            .orElse("")
        : "";
  }

  private static List<String> words(String code) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(code);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  private static boolean isWithin(List<String> words, List<String> head) {
    int at = 0;
    for (String word : head) {
      if (at < words.size() && word.equals(words.get(at))) {
        at++;
      }
    }
    return at == words.size();
  }
}
