package ai.wikibuilder.answers;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.wording.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers questions for everything of a kind, which the code graph has counted: a search would give
 * a few of them. Stateless but for what it reads.
 */
final class Inventory {
  /** Names that are told; the pages have all of them. */
  private static final int NAME_COUNT_MAX = 12;

  private final CodeGraph graph;
  private final Sidelines sidelines;
  private final Catalogue catalogue;

  Inventory(CodeGraph graph, Sidelines sidelines, Catalogue catalogue) {
    this.graph = graph;
    this.sidelines = sidelines;
    this.catalogue = catalogue;
  }

  /** What there is of the kind that is wished for; empty when there is none, or no kind is. */
  List<Sentence> of(Wish wish) {
    return switch (wish) {
      case ENVIRONMENT -> told("ask.environment", variables());
      case ROUTES -> told("ask.routes", entries(EntryPoint.Kind.ROUTE));
      case COMMANDS -> told("ask.commands", entries(EntryPoint.Kind.COMMAND));
      case PLACES, DOING, CALLERS, SUPPORT, SETTING -> List.of();
    };
  }

  private List<Sentence> told(String key, Map<String, Evidence> named) {
    if (named.isEmpty()) {
      return List.of();
    }
    List<String> names = List.copyOf(named.keySet());
    return List.of(
        new Sentence(
            catalogue
                .say(key)
                .count("count", names.size())
                .codes("names", names, NAME_COUNT_MAX)
                .end()
                .words(),
            named.values().stream().limit(NAME_COUNT_MAX).distinct().toList()));
  }

  /** Variables of the environment with the first line of the program that reads each. */
  private Map<String, Evidence> variables() {
    Map<String, Evidence> read = new LinkedHashMap<>();
    for (Setting setting : graph.settings()) {
      boolean counts =
          setting.kind() == Setting.Kind.ENVIRONMENT && setting.use() == Setting.Use.READ;
      if (counts && isOfProgram(setting.path())) {
        read.putIfAbsent(
            setting.name(), new Evidence(setting.path(), setting.line(), setting.line()));
      }
    }
    return read;
  }

  private Map<String, Evidence> entries(EntryPoint.Kind kind) {
    Map<String, Evidence> entries = new LinkedHashMap<>();
    for (EntryPoint entry : graph.entryPoints()) {
      if (entry.kind() == kind && isOfProgram(entry.path())) {
        entries.putIfAbsent(entry.name(), new Evidence(entry.path(), entry.line(), entry.line()));
      }
    }
    return entries;
  }

  private boolean isOfProgram(String path) {
    int file = graph.file(path);
    return file >= 0 && !sidelines.isBeside(file);
  }
}
