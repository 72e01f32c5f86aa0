package ai.wikibuilder.pages.building;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words by which commands are known, out of {@code command-words.txt}. Stateless. */
final class CommandWords {
  private static final Map<String, List<String>> SECTIONS = read();

  private CommandWords() {}

  /**
   * A regular expression, one group, for what any expression of a section matches.
   *
   * @throws IllegalArgumentException when there is no such section
   */
  static String any(String section) {
    List<String> expressions = SECTIONS.get(section);
    if (expressions == null) {
      throw new IllegalArgumentException("command-words.txt has no section " + section);
    }
    return "(?:" + String.join("|", expressions) + ")";
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> sections = new HashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : lines()) {
      if (line.matches("\\[[a-z]+]")) {
        section = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), section);
      } else {
        section.add(line);
      }
    }
    return sections;
  }

  private static List<String> lines() {
    try (InputStream stream = CommandWords.class.getResourceAsStream("command-words.txt")) {
      if (stream == null) {
        throw new IllegalStateException("command-words.txt is missing beside CommandWords.class");
      }
      return new String(stream.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
