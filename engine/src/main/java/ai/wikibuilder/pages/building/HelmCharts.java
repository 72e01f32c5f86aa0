package ai.wikibuilder.pages.building;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what charts of Helm install: what each says of itself, what it builds on, the objects its
 * templates make and the settings of its values. For one thread.
 */
final class HelmCharts {
  static final String FILE = "Chart.yaml";

  /** Lines of one file that are read. */
  private static final int LINE_COUNT_MAX = 6000;

  /** Longer lines say nothing that is told. */
  private static final int LINE_LENGTH_MAX = 500;

  /** Names of one sentence: as many as it cites. */
  private static final int NAME_COUNT_MAX = 4;

  private static final Pattern TOP = Pattern.compile("([A-Za-z][\\w-]*+):(?:\\s++(\\S.*+))?");
  private static final Pattern ITEM_NAME = Pattern.compile("\\s++(?:-\\s++)?name:\\s++(\\S++).*+");
  private static final Pattern KIND = Pattern.compile("kind:\\s++(\\w++)\\s*+");

  private final Repository repository;

  /** A value with the line it stands on. */
  private record Said(String words, int line) {}

  HelmCharts(Repository repository) {
    this.repository = repository;
  }

  /** What a chart's own file and the files beside it say; empty when it does not name itself. */
  Optional<List<Sentence>> of(String path) {
    Map<String, Said> top = new HashMap<>();
    List<Said> parts = new ArrayList<>();
    String section = "";
    for (int line = 1; line <= lineCount(path); line++) {
      String words = line(path, line);
      Matcher key = TOP.matcher(words);
      Matcher name = ITEM_NAME.matcher(words);
      if (key.matches()) {
        section = key.group(1);
        String value = Optional.ofNullable(key.group(2)).orElse("");
        top.putIfAbsent(section, new Said(unquoted(value), line));
      } else if (section.equals("dependencies") && name.matches()) {
        parts.add(new Said(unquoted(name.group(1)), line));
      }
    }
    Said name = top.get("name");
    if (name == null || name.words().isEmpty()) {
      return Optional.empty();
    }
    String folder = path.substring(0, path.length() - FILE.length());
    List<Sentence> result = new ArrayList<>();
    result.add(itself(path, folder, name, top));
    builtOn(path, parts).ifPresent(result::add);
    objects(folder).ifPresent(result::add);
    values(folder).ifPresent(result::add);
    return Optional.of(result);
  }

  private Sentence itself(String path, String folder, Said name, Map<String, Said> top) {
    Phrase phrase =
        repository
            .say("chart")
            .code("folder", folder.isEmpty() ? FILE : folder.substring(0, folder.length() - 1))
            .code("name", name.words())
            .by(at(path, name));
    for (String key : List.of("version", "appVersion")) {
      Said said = top.get(key);
      if (said != null && !said.words().isEmpty()) {
        phrase.text(key, said.words()).by(at(path, said));
      }
    }
    Said description = top.get("description");
    if (description != null && description.words().indexOf(' ') > 0) {
      phrase.quote("quote", description.words()).by(at(path, description));
    }
    return phrase.end();
  }

  private Optional<Sentence> builtOn(String path, List<Said> parts) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("chart.parts")
            .codes(
                "names", parts.stream().map(Said::words).distinct().toList(), shown(parts.size()));
    parts.stream().limit(NAME_COUNT_MAX).forEach(part -> phrase.by(at(path, part)));
    return Optional.of(phrase.end());
  }

  /** The kinds of objects in its templates, the most frequent first. */
  private Optional<Sentence> objects(String folder) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, Optional<Evidence>> first = new HashMap<>();
    int files = 0;
    for (int file = 0; file < repository.graph().fileCount(); file++) {
      String path = repository.graph().path(file);
      if (!path.startsWith(folder + "templates/")) {
        continue;
      }
      files++;
      for (int line = 1; line <= lineCount(path); line++) {
        Matcher kind = KIND.matcher(line(path, line));
        if (kind.matches()) {
          counts.merge(kind.group(1), 1, Integer::sum);
          first.putIfAbsent(kind.group(1), repository.lines(path, line, line));
        }
      }
    }
    List<String> kinds = new ArrayList<>(counts.keySet());
    kinds.sort((one, other) -> counts.getOrDefault(other, 0) - counts.getOrDefault(one, 0));
    if (kinds.isEmpty()) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("chart.objects")
            .count("files", files)
            .codes("kinds", kinds, shown(kinds.size()));
    kinds.stream()
        .limit(NAME_COUNT_MAX)
        .forEach(kind -> phrase.by(first.getOrDefault(kind, Optional.empty())));
    return Optional.of(phrase.end());
  }

  private Optional<Sentence> values(String folder) {
    String path = folder + "values.yaml";
    List<Said> keys = new ArrayList<>();
    for (int line = 1; line <= lineCount(path); line++) {
      Matcher key = TOP.matcher(line(path, line));
      if (key.matches()) {
        keys.add(new Said(key.group(1), line));
      }
    }
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("chart.values")
            .code("file", path)
            .count("count", keys.size())
            .codes("names", keys.stream().map(Said::words).toList(), shown(keys.size()));
    keys.stream().limit(NAME_COUNT_MAX).forEach(key -> phrase.by(at(path, key)));
    return Optional.of(phrase.end());
  }

  /** A list names one more rather than to count it, and all it names is cited. */
  private static int shown(int count) {
    return count == NAME_COUNT_MAX + 1 ? NAME_COUNT_MAX - 1 : NAME_COUNT_MAX;
  }

  private Optional<Evidence> at(String path, Said said) {
    return repository.lines(path, said.line(), said.line());
  }

  private int lineCount(String path) {
    return Math.min(LINE_COUNT_MAX, repository.text(path).map(SourceText::lineCount).orElse(0));
  }

  private String line(String path, int line) {
    String words = repository.text(path).orElseThrow().lines(line, line).stripTrailing();
    return words.length() > LINE_LENGTH_MAX ? "" : words;
  }

  private static String unquoted(String value) {
    String plain = value.replaceFirst("(?<!\\s)\\s++#\\s.*+$", "").strip();
    boolean quoted = plain.length() > 1 && (plain.startsWith("\"") || plain.startsWith("'"));
    return quoted ? plain.substring(1, plain.length() - 1) : plain;
  }
}
