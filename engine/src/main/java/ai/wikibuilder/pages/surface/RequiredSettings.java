package ai.wikibuilder.pages.surface;

import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables that have no default where they are read, and the files that set them all. Also
 * used by the first page.
 */
public final class RequiredSettings {
  /** Variables named in one sentence. */
  private static final int NAME_COUNT_MAX = 4;

  /** Files named that set them. */
  private static final int FILE_COUNT_MAX = 2;

  private final Repository repository;
  private final Map<String, Setting> required = new LinkedHashMap<>();
  private final Map<String, List<Setting>> statedByFile = new LinkedHashMap<>();

  public RequiredSettings(Repository repository) {
    this.repository = repository;
    Set<String> optional = new LinkedHashSet<>();
    for (Setting setting : repository.graph().settings()) {
      if (setting.kind() != Setting.Kind.ENVIRONMENT) {
        continue;
      }
      if (setting.use() == Setting.Use.STATED) {
        statedByFile.computeIfAbsent(setting.path(), _ -> new ArrayList<>()).add(setting);
      } else if (setting.value().isPresent()) {
        optional.add(setting.name());
      } else if (isConfiguration(setting)) {
        required.putIfAbsent(setting.name(), setting);
      }
    }
    optional.forEach(required::remove);
  }

  /** Only a configuration file says for sure that a variable has no default: code may check. */
  private boolean isConfiguration(Setting setting) {
    int file = repository.graph().file(setting.path());
    boolean compose = Repository.fileName(setting.path()).contains("compose");
    return file >= 0
        && repository.isMain(file)
        && !compose
        && setting.path().matches(".*\\.(?:ya?ml|properties|toml|conf)");
  }

  /** How many must be given, and where they are set for a first run; empty without any. */
  public Optional<Sentence> sentence(String key) {
    if (required.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Evidence> files = new LinkedHashMap<>();
    statedByFile.forEach((path, stated) -> {
      List<Setting> ours = stated.stream().filter(one -> required.containsKey(one.name())).toList();
      if (ours.stream().map(Setting::name).distinct().count() == required.size()) {
        int first = ours.stream().mapToInt(Setting::line).min().orElse(1);
        int last = ours.stream().mapToInt(Setting::line).max().orElse(1);
        repository.lines(path, first, last).ifPresent(lines -> files.put(path, lines));
      }
    });
    Phrase phrase =
        repository
            .say(files.isEmpty() ? key + ".open" : key)
            .count("count", required.size())
            .codes("names", List.copyOf(required.keySet()), NAME_COUNT_MAX);
    if (files.isEmpty()) {
      required.values().stream()
          .limit(NAME_COUNT_MAX)
          .forEach(one -> phrase.by(repository.lines(one.path(), one.line(), one.line())));
    } else {
      phrase.codes("files", files.keySet().stream().limit(FILE_COUNT_MAX).toList());
      files.values().stream().limit(FILE_COUNT_MAX).forEach(phrase::by);
    }
    return Optional.of(phrase.end());
  }
}
