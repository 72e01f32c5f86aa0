package ai.wikibuilder.graph.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables known so far. Those of different folders are different databases until one is named. */
final class Tables {
  /** Tables kept of one repository. */
  private static final int TABLE_COUNT_MAX = 3_000;

  private final Map<String, Draft> byKey = new LinkedHashMap<>();

  /** Classes that are no tables but give tables their columns, by name; the first one holds. */
  private final Map<String, Draft> abstracts = new LinkedHashMap<>();

  private static String key(String path, String name) {
    String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    return folder + "|" + name.toLowerCase(Locale.ROOT);
  }

  /** Adds a table unless its folder has one of that name: the first statement holds. */
  void create(Draft draft) {
    if (byKey.size() < TABLE_COUNT_MAX && !draft.name.isBlank()) {
      byKey.putIfAbsent(key(draft.path, draft.name), draft);
    }
  }

  /** Keeps a class that others build their tables on. */
  void base(Draft draft) {
    if (abstracts.size() < TABLE_COUNT_MAX) {
      abstracts.putIfAbsent(draft.name, draft);
    }
  }

  /** Adds the columns of all abstract classes above a table. */
  private void inherit(Draft table) {
    Deque<String> open = new ArrayDeque<>(table.bases);
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String name = open.poll();
      Draft base = seen.add(name) ? abstracts.get(name) : null;
      if (base != null) {
        table.inherit(base);
        open.addAll(base.bases);
      }
    }
  }

  void drop(String path, String name) {
    byKey.remove(key(path, name));
  }

  void rename(String path, String old, String renamed) {
    Draft draft = byKey.remove(key(path, old));
    if (draft != null) {
      draft.name = renamed;
      byKey.put(key(path, renamed), draft);
      byKey.values().forEach(other -> other.pointToTables(Map.of(old, renamed)));
    }
  }

  /** The table a statement in a file speaks of: of its folder, else the only one of that name. */
  Optional<Draft> find(String path, String name) {
    Draft here = byKey.get(key(path, name));
    if (here != null) {
      return Optional.of(here);
    }
    List<Draft> others = new ArrayList<>();
    for (Draft draft : byKey.values()) {
      if (draft.name.equalsIgnoreCase(name)) {
        others.add(draft);
      }
    }
    return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
  }

  List<Table> tables() {
    byKey.values().forEach(this::inherit);
    Map<String, String> byClass = new HashMap<>();
    for (Draft draft : byKey.values()) {
      if (!draft.className.isEmpty()) {
        byClass.putIfAbsent(draft.className, draft.name);
      }
    }
    Set<String> names = new HashSet<>();
    byKey.values().forEach(draft -> names.add(draft.name));
    byKey.values().forEach(draft -> draft.pointToTables(byClass));
    byKey.values().forEach(draft -> draft.settle(names));
    return byKey.values().stream().filter(Draft::hasColumns).map(Draft::table).toList();
  }
}
