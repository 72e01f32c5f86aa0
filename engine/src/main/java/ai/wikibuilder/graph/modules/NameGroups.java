package ai.wikibuilder.graph.modules;

import ai.wikibuilder.graph.modules.ModuleCutter.PlacedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Finds parts among the many files of one folder by the words their names begin with: {@code
 * cmd-bind.c} and {@code cmd-kill.c} are of {@code cmd-*}. Only for files that are included by
 * name, as in C: where a folder is a package, its files belong together whatever they are called,
 * and the first word of a name tells what a type does (get, abstract, use), not where it belongs.
 *
 * <p>A word that more than half of the files begin with tells nothing, nor does the name of the
 * folder; those files go by the next word.
 */
final class NameGroups {
  /** A folder of fewer files is small enough for one page. */
  private static final int FILE_COUNT_MANY = 30;

  /** Fewer names are no part of their own: a header and its source are one. */
  private static final int NAME_COUNT_MIN = 3;

  /** Nor are fewer files, ... */
  private static final int FILE_COUNT_MIN = 5;

  /** ... unless there are so many lines in them. */
  private static final int LINE_COUNT_MIN = 2_000;

  /** A file's name, and where the words end that it is grouped by. */
  private record Named(PlacedFile file, String name, int end) {
    static Named of(PlacedFile file) {
      String path = file.path();
      String name = path.substring(path.lastIndexOf('/') + 1);
      int dot = name.indexOf('.', 1);
      return new Named(file, dot < 0 ? name : name.substring(0, dot), 0).withNext();
    }

    /** With one word more; the same where there is none. */
    Named withNext() {
      int last = end;
      while (last < name.length() && isSeparator(name.charAt(last))) {
        last++;
      }
      while (last < name.length() && !isSeparator(name.charAt(last))) {
        last++;
      }
      return new Named(file, name, last);
    }

    String words() {
      return name.substring(0, end);
    }

    private static boolean isSeparator(char letter) {
      return letter == '-' || letter == '_';
    }
  }

  private NameGroups() {}

  /** The groups among the files of one module, by the pattern of their names; often none. */
  static Map<String, List<PlacedFile>> of(List<PlacedFile> files) {
    Map<String, List<PlacedFile>> byFolder = new TreeMap<>();
    for (PlacedFile file : files) {
      if (file.included()) {
        byFolder
            .computeIfAbsent(SourceFolders.folder(file.path()), _ -> new ArrayList<>())
            .add(file);
      }
    }
    Map<String, List<PlacedFile>> groups = new TreeMap<>();
    for (List<PlacedFile> folder : byFolder.values()) {
      if (folder.size() >= FILE_COUNT_MANY) {
        for (List<Named> group : byWords(folder).values()) {
          if (isPart(group)) {
            List<PlacedFile> part = groups.computeIfAbsent(pattern(group), _ -> new ArrayList<>());
            group.forEach(named -> part.add(named.file()));
          }
        }
      }
    }
    return groups;
  }

  private static Map<String, List<Named>> byWords(List<PlacedFile> files) {
    Map<String, List<Named>> groups = new HashMap<>();
    files.forEach(file -> add(groups, Named.of(file)));
    String folder = SourceFolders.folder(files.getFirst().path());
    lengthen(groups, folder.substring(folder.lastIndexOf('/') + 1));
    for (List<Named> most = most(groups); 2 * most.size() > files.size(); most = most(groups)) {
      lengthen(groups, most.getFirst().words());
    }
    return groups;
  }

  private static void lengthen(Map<String, List<Named>> groups, String words) {
    for (Named named : Objects.requireNonNullElse(groups.remove(words), List.<Named>of())) {
      Named longer = named.withNext();
      if (longer.end() > named.end()) {
        add(groups, longer);
      }
    }
  }

  private static void add(Map<String, List<Named>> groups, Named named) {
    groups.computeIfAbsent(named.words(), _ -> new ArrayList<>()).add(named);
  }

  private static List<Named> most(Map<String, List<Named>> groups) {
    List<Named> most = List.of();
    for (List<Named> group : groups.values()) {
      most = group.size() > most.size() ? group : most;
    }
    return most;
  }

  private static boolean isPart(List<Named> group) {
    long names = group.stream().map(Named::name).distinct().count();
    int lines = group.stream().mapToInt(named -> named.file().lineCount()).sum();
    return names >= NAME_COUNT_MIN
        && (group.size() >= FILE_COUNT_MIN || lines >= LINE_COUNT_MIN)
        && Character.isLetter(group.getFirst().name().charAt(0));
  }

  /** The words, with what stands behind them in the first name that goes on. */
  private static String pattern(List<Named> group) {
    String behind =
        group.stream()
            .filter(named -> named.end() < named.name().length())
            .map(named -> named.name().substring(named.end(), named.end() + 1))
            .findFirst()
            .orElse("");
    return group.getFirst().words() + behind + ModuleCutter.ANY;
  }
}
