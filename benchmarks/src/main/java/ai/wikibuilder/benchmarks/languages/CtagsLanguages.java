package ai.wikibuilder.benchmarks.languages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The table {@code ctags.txt}: the name ctags has for a language, and its kinds that are no
 * definitions, each with the reason. Immutable.
 */
final class CtagsLanguages {
  /**
   * One line of the table.
   *
   * @param name what ctags calls the language
   * @param leftOut reasons by kind
   */
  record Entry(String name, Map<String, String> leftOut) {
    /** Whether a tag is a definition. */
    boolean counts(String kind, String name, String line) {
      return leftOut.keySet().stream().noneMatch(rule -> isLeftOut(rule, kind, name, line));
    }

    private static boolean isLeftOut(String rule, String kind, String name, String line) {
      if (rule.equals(kind)) {
        return true;
      }
      if (!rule.startsWith(kind + " ")) {
        return false;
      }
      String[] words = rule.substring(kind.length() + 1).split(" ", 2);
      return switch (words[0]) {
        case "indented" -> line.startsWith(" ") || line.startsWith("\t");
        case "named" -> name.equals(words[1]);
        case "without" -> !line.contains(words[1]);
        case "with" -> line.contains(words[1]);
        case "unless" ->
            !Pattern.compile(
                    "\\b%s\\s[^(=:]*?(?<!\\w)%s(?!\\w)".formatted(words[1], Pattern.quote(name)))
                .matcher(line)
                .find();
        default -> throw new IllegalStateException("unknown rule in ctags.txt: " + rule);
      };
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  CtagsLanguages(String table) {
    table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
  }

  static CtagsLanguages load() {
    try (InputStream in = CtagsLanguages.class.getResourceAsStream("ctags.txt")) {
      if (in == null) {
        throw new IllegalStateException("the resource ctags.txt is missing");
      }
      return new CtagsLanguages(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty when ctags does not know the language. */
  Optional<Entry> of(String language) {
    return Optional.ofNullable(entries.get(language));
  }

  /** All lines by language, in their order. */
  Map<String, Entry> all() {
    return Map.copyOf(entries);
  }

  private void add(String line) {
    String[] columns = line.split("\\|", -1);
    if (columns.length != 3) {
      throw new IllegalStateException("expected 3 columns in the line: " + line);
    }
    Map<String, String> leftOut = new LinkedHashMap<>();
    for (String pair : columns[2].split(";", -1)) {
      int colon = pair.indexOf(':');
      if (colon < 0 && !pair.isBlank()) {
        throw new IllegalStateException("expected a reason after a colon in the line: " + line);
      }
      if (colon > 0) {
        leftOut.put(pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
      }
    }
    entries.put(columns[0].strip(), new Entry(columns[1].strip(), leftOut));
  }
}
