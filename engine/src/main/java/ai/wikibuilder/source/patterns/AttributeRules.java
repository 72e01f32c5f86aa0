package ai.wikibuilder.source.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One {@code .gitattributes}, read for attributes that are on or off. Immutable. */
public final class AttributeRules {
  private record Rule(PathPattern pattern, String attribute, boolean on) {}

  private final List<Rule> rules;

  private AttributeRules(List<Rule> rules) {
    this.rules = rules;
  }

  /** Reads the text of a {@code .gitattributes}, keeping the attributes named here. */
  public static AttributeRules parse(String text, List<String> attributes) {
    List<Rule> rules = new ArrayList<>();
    for (String line : PatternLines.of(text)) {
      int end = endOfPattern(line);
      String written = line.substring(0, end).replace("\"", "");
      PathPattern pattern = PathPattern.of(written);
      for (String word : line.substring(end).strip().split("\\s+", -1)) {
        boolean off = word.startsWith("-") || word.startsWith("!") || word.endsWith("=false");
        String name = (off && !word.endsWith("=false")) ? word.substring(1) : word;
        int value = name.indexOf('=');
        String attribute = value < 0 ? name : name.substring(0, value);
        if (attributes.contains(attribute)) {
          rules.add(new Rule(pattern, attribute, !off));
        }
      }
    }
    return new AttributeRules(rules);
  }

  private static int endOfPattern(String line) {
    int from = line.startsWith("\"") ? Math.max(0, line.indexOf('"', 1)) : 0;
    for (int i = from; i < line.length(); i++) {
      if (Character.isWhitespace(line.charAt(i))) {
        return i;
      }
    }
    return line.length();
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /**
   * Whether the last rule that matches sets the attribute, empty when none matches.
   *
   * @param path of a file, relative to the folder that holds the {@code .gitattributes}
   */
  public Optional<Boolean> value(String path, String attribute) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      Rule rule = rules.get(i);
      if (rule.attribute().equals(attribute) && rule.pattern().matches(path, false)) {
        return Optional.of(rule.on());
      }
    }
    return Optional.empty();
  }
}
