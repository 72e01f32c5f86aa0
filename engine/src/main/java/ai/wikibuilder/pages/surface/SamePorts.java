package ai.wikibuilder.pages.surface;

import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds files that repeat the port of a setting and have to change together with it. */
final class SamePorts {
  /** Ports below are everybody's. */
  private static final int PORT_MIN = 1024;

  private static final int PORT_MAX = 65_535;

  /** Sentences at most. */
  private static final int SENTENCE_COUNT_MAX = 2;

  /** Files that repeat one port; more make it an everyday number. */
  private static final int FILE_COUNT_MAX = 4;

  /** Files that are looked through. */
  private static final int LOOK_COUNT_MAX = 400;

  private static final int BYTE_COUNT_MAX = 60_000;

  private static final Pattern CONFIGURATION =
      Pattern.compile(
          "(?i).*(?:\\.(?:ya?ml|toml|env|conf|ini|properties|service)|config\\.[cm]?[jt]s|dockerfile[\\w.-]*"
              + "|makefile)");

  private final Repository repository;

  SamePorts(Repository repository) {
    this.repository = repository;
  }

  List<Sentence> sentences(List<Setting> stated) {
    Map<String, Setting> ports = new LinkedHashMap<>();
    for (Setting setting : stated) {
      boolean named = setting.name().toLowerCase(java.util.Locale.ROOT).endsWith("port");
      setting
          .value()
          .filter(value -> named && isPort(value))
          .ifPresent(value -> ports.putIfAbsent(value, setting));
    }
    List<Sentence> result = new ArrayList<>();
    ports.forEach((port, setting) -> {
      if (result.size() < SENTENCE_COUNT_MAX) {
        repeated(port, setting).ifPresent(result::add);
      }
    });
    return result;
  }

  private static boolean isPort(String value) {
    if (!value.matches("\\d{4,5}")) {
      return false;
    }
    int port = Integer.parseInt(value);
    return port >= PORT_MIN && port <= PORT_MAX;
  }

  private Optional<Sentence> repeated(String port, Setting setting) {
    Pattern written = Pattern.compile("(?<![\\d.])" + port + "(?![\\d.])");
    Map<String, Evidence> places = new LinkedHashMap<>();
    int looked = 0;
    for (int file = 0; file < repository.graph().fileCount() && looked < LOOK_COUNT_MAX; file++) {
      String path = repository.graph().path(file);
      boolean counts =
          CONFIGURATION.matcher(Repository.fileName(path)).matches()
              && repository.graph().byteCount(file) < BYTE_COUNT_MAX
              && !path.equals(setting.path());
      if (counts) {
        looked++;
        line(path, written).ifPresent(line -> places.put(path, line));
      }
    }
    if (places.isEmpty() || places.size() > FILE_COUNT_MAX) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("settings.port")
            .code("port", port)
            .code("setting", setting.name())
            .codes("files", List.copyOf(places.keySet()))
            .count("count", places.size())
            .by(repository.lines(setting.path(), setting.line(), setting.line()));
    places.values().forEach(phrase::by);
    return Optional.of(phrase.end());
  }

  private Optional<Evidence> line(String path, Pattern written) {
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    for (int line = 1; line <= text.lineCount(); line++) {
      if (written.matcher(text.lines(line, line)).find()) {
        return repository.lines(path, line, line);
      }
    }
    return Optional.empty();
  }
}
