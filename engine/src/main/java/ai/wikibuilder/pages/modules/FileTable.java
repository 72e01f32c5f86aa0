package ai.wikibuilder.pages.modules;

import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names the files of a module, the most used first, with what each says or defines. */
final class FileTable {
  /** Files named in the table of a small module, and of a large one. */
  private static final int FILE_COUNT_MIN = 24;

  private static final int FILE_COUNT_MAX = 32;

  /** Namesakes told of files that have no row. */
  private static final int NAMESAKE_COUNT_MAX = 24;

  /** One file in so many is named of a module between the two. */
  private static final int FILES_PER_ROW = 2;

  /** Definitions named of one file. */
  private static final int NAME_COUNT_MAX = 3;

  private final Material material;
  private final Repository repository;

  FileTable(Material material) {
    this.material = material;
    this.repository = material.repository();
  }

  Page.Section section(CodeModule module) {
    return section(module.files(), module.folder());
  }

  /** A table of any files; paths are shown from a folder on where they are below it. */
  Page.Section section(List<Integer> all, String folder) {
    List<Integer> files = new ArrayList<>(all);
    int rowCount = Math.clamp(files.size() / FILES_PER_ROW, FILE_COUNT_MIN, FILE_COUNT_MAX);
    files.sort(
        Comparator.comparingDouble((Integer file) -> -material.symbols().importance(file))
            .thenComparingInt(file -> file));
    List<List<Sentence>> rows = new ArrayList<>();
    for (int file : files.subList(0, Math.min(rowCount, files.size()))) {
      Optional<Evidence> whole = repository.whole(file);
      if (whole.isPresent()) {
        rows.add(row(folder, file, whole.get()));
      }
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Table(
            List.of(
                repository.words().text("column.file"),
                repository.words().text("column.lines"),
                repository.words().text("column.defines")),
            rows));
    int rest = files.size() - rows.size();
    if (rest > 0) {
      List<Sentence> unlisted = new ArrayList<>();
      unlisted.add(repository.say("files.rest").count("files", rest).end());
      namesakes(files.subList(rows.size(), files.size())).ifPresent(unlisted::add);
      blocks.add(new Block.Paragraph(unlisted));
    }
    return new Page.Section(repository.words().text("heading.files"), blocks);
  }

  /** What is defined in a file of its name, the files without a row alone. */
  private Optional<Sentence> namesakes(List<Integer> files) {
    List<GraphSymbol> found = new ArrayList<>();
    for (int file : files) {
      namesake(file).filter(_ -> found.size() < NAMESAKE_COUNT_MAX).ifPresent(found::add);
    }
    if (found.size() < 2) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("files.namesakes")
            .codes(
                "names", found.stream().map(GraphSymbol::name).distinct().toList(), found.size());
    found.forEach(symbol -> phrase.by(repository.head(symbol)));
    return Optional.of(phrase.end());
  }

  /** The definition a file is called after: {@code load_dotenv.rs} has {@code load_dotenv}. */
  private Optional<GraphSymbol> namesake(int file) {
    String stem =
        plain(Repository.fileName(repository.graph().path(file)).replaceFirst("\\..*$", ""));
    return material.symbols().of(List.of(file), Integer.MAX_VALUE).stream()
        .filter(symbol -> plain(symbol.name()).equals(stem))
        .findFirst();
  }

  private static String plain(String name) {
    return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
  }

  private List<Sentence> row(String folder, int file, Evidence whole) {
    String path = repository.graph().path(file);
    boolean below = !folder.isEmpty() && path.startsWith(folder + "/");
    String shown = below ? path.substring(folder.length() + 1) : path;
    return List.of(
        repository.say("cell.code").code("words", shown).by(whole).end(),
        repository.say("cell").digits("words", repository.graph().lineCount(file)).end(),
        defines(file));
  }

  private Sentence defines(int file) {
    List<GraphSymbol> key = new ArrayList<>();
    namesake(file).ifPresent(key::add);
    material.symbols().of(List.of(file), Integer.MAX_VALUE).stream()
        .filter(symbol -> key.isEmpty() || symbol.id() != key.getFirst().id())
        .forEach(key::add);
    List<String> names = key.stream().map(GraphSymbol::name).distinct().toList();
    if (names.isEmpty()) {
      return repository.words().plain(repository.isParsed(file) ? "files.empty" : "files.unparsed");
    }
    Optional<Repository.Quoted> own = material.purposes().ofFile(repository.graph().path(file));
    Phrase phrase =
        repository
            .say(own.isPresent() ? "files.own" : "cell")
            .codes("words", names, NAME_COUNT_MAX);
    own.ifPresent(words -> phrase.quote("quote", words.text()).by(words.evidence()));
    key.stream().limit(NAME_COUNT_MAX).forEach(symbol -> phrase.by(repository.head(symbol)));
    return phrase.end();
  }
}
