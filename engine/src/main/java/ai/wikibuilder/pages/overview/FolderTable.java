package ai.wikibuilder.pages.overview;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells what the folders of a repository hold that is more than code. For one thread. */
final class FolderTable {
  /** Folders told, the largest ones. */
  private static final int FOLDER_COUNT_MAX = 16;

  /** Files named of one folder. */
  private static final int NAME_COUNT_MAX = 4;

  /** With one line of code in so many, the parts of the code are not the repository's. */
  private static final int CODE_SHARE_MIN = 10;

  private final Material material;
  private final Repository repository;

  FolderTable(Material material) {
    this.material = material;
    this.repository = material.repository();
  }

  /** Whether code is a small share of what stands in folders: charts, rules, texts. */
  boolean isMostlyOther() {
    CodeGraph graph = repository.graph();
    long code = 0;
    long all = 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      boolean counts = repository.isMain(file) && graph.path(file).indexOf('/') > 0;
      all += counts ? graph.lineCount(file) : 0;
      code += counts && graph.moduleOf(file) >= 0 ? graph.lineCount(file) : 0;
    }
    return code * CODE_SHARE_MIN < all;
  }

  /** Empty when all files stand side by side. */
  Optional<Page.Section> section() {
    CodeGraph graph = repository.graph();
    Map<String, List<Integer>> folders = new TreeMap<>();
    for (int file = 0; file < graph.fileCount(); file++) {
      String path = graph.path(file);
      int slash = path.indexOf('/');
      if (slash > 0 && !path.startsWith(".")) {
        folders.computeIfAbsent(path.substring(0, slash), _ -> new ArrayList<>()).add(file);
      }
    }
    List<Map.Entry<String, List<Integer>>> largest = new ArrayList<>(folders.entrySet());
    largest.sort(
        Comparator.comparingInt(
                (Map.Entry<String, List<Integer>> entry) -> -lines(entry.getValue()))
            .thenComparing(Map.Entry.comparingByKey()));
    List<List<Sentence>> rows = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> entry :
        largest.subList(0, Math.min(FOLDER_COUNT_MAX, largest.size()))) {
      rows.add(row(entry.getKey(), entry.getValue()));
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Page.Section(
                repository.words().text("heading.folders"),
                List.of(
                    new Block.Table(
                        List.of(
                            repository.words().text("column.folder"),
                            repository.words().text("column.files"),
                            repository.words().text("column.holds")),
                        rows))));
  }

  private int lines(List<Integer> files) {
    return files.stream().mapToInt(repository.graph()::lineCount).sum();
  }

  private List<Sentence> row(String folder, List<Integer> files) {
    List<Integer> largest = new ArrayList<>(files);
    largest.sort(
        Comparator.comparingInt((Integer file) -> -repository.graph().lineCount(file))
            .thenComparingInt(file -> file));
    List<String> names =
        largest.stream()
            .map(file -> repository.graph().path(file).substring(folder.length() + 1))
            .toList();
    Optional<Repository.Quoted> own =
        largest.stream()
            .map(repository.graph()::path)
            .filter(path -> path.matches("(?i)[^/]+/readme(?:\\.\\w+)?"))
            .findFirst()
            .flatMap(path -> material.purposes().lead(path, 1));
    Phrase holds =
        repository
            .say(own.isPresent() ? "folders.own" : "cell")
            .codes(own.isPresent() ? "names" : "words", names, NAME_COUNT_MAX);
    own.ifPresent(words -> holds.quote("quote", words.text()).by(words.evidence()));
    largest.stream().limit(NAME_COUNT_MAX).forEach(file -> holds.by(repository.whole(file)));
    return List.of(
        repository.say("cell.code").code("words", folder).end(),
        repository.say("cell").digits("words", files.size()).end(),
        holds.end());
  }
}
