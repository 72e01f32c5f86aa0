package ai.wikibuilder.pages.modules;

import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.FilePairs;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.UnparsedWords;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names the files of a module, the most used first, with what each says or defines. Of a module
 * with more files than rows, those told above the table leave their rows to others, and what is
 * left is told by the words its names share.
 */
final class FileTable {
  /** Files named in the table of a small module, and of a large one. */
  private static final int FILE_COUNT_MIN = 24;

  private static final int FILE_COUNT_MAX = 32;

  /** One file in so many is named of a module between the two. */
  private static final int FILES_PER_ROW = 2;

  /** Definitions named of one file. */
  private static final int NAME_COUNT_MAX = 3;

  /** Families of files told, and names of one of them: as many as a sentence has marks. */
  private static final int FAMILY_COUNT_MAX = 8;

  private static final int MEMBER_COUNT_MAX = 4;

  /** Definitions of files without a row that belong to no family, by fours. */
  private static final int SINGLE_COUNT_MAX = 32;

  /** Said one after the other, so that no two neighbours begin alike. */
  private static final List<String> OTHERS =
      List.of("files.among", "files.then", "files.further", "files.next");

  private final Material material;
  private final Repository repository;
  private final UnparsedWords unparsed;
  private final FilePairs pairs;

  /** Sources that have no row of their own. */
  private final Set<Integer> bodies = new HashSet<>();

  FileTable(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.pairs = material.calls().pairs();
    this.unparsed = new UnparsedWords(repository);
  }

  Page.Section section(CodeModule module, List<GraphSymbol> told) {
    return section(module.files(), module.directory(), told);
  }

  /**
   * A table of any files; paths are shown from a folder on where they are below it.
   *
   * @param told what stands above the table
   */
  Page.Section section(List<Integer> all, String folder, List<GraphSymbol> told) {
    List<Integer> files = withoutSources(all);
    int rowCount = Math.clamp(files.size() / FILES_PER_ROW, FILE_COUNT_MIN, FILE_COUNT_MAX);
    files.sort(
        Comparator.comparingDouble((Integer file) -> -importance(file))
            .thenComparingInt(file -> repository.isParsed(file) ? 0 : -lineCount(file))
            .thenComparingInt(file -> file));
    Set<Integer> above = new HashSet<>();
    if (files.size() > rowCount) {
      told.forEach(symbol ->
          mainOf(symbol.file())
              .filter(told::contains)
              .ifPresent(main -> above.add(row(main.file(), files))));
      files.removeIf(above::contains);
    }
    List<List<Sentence>> rows = new ArrayList<>();
    for (int file : files.subList(0, Math.min(rowCount, files.size()))) {
      Optional<Evidence> whole = repository.whole(file);
      if (whole.isPresent()) {
        rows.add(row(folder, file, whole.get(), told));
      }
    }
    List<Block> blocks = new ArrayList<>();
    if (!above.isEmpty()) {
      Sentence left = repository.say("files.above").count("files", count(above)).end();
      blocks.add(new Block.Paragraph(List.of(left)));
    }
    blocks.add(
        new Block.Table(
            List.of(
                repository.words().text("column.file"),
                repository.words().text("column.lines"),
                repository.words().text("column.defines")),
            rows));
    rest(files.subList(Math.min(rowCount, files.size()), files.size()), blocks);
    return new Page.Section(repository.words().text("heading.files"), blocks);
  }

  /** A header stands for its source too where both are there. */
  private List<Integer> withoutSources(List<Integer> all) {
    Set<Integer> here = new HashSet<>(all);
    Set<Integer> sources = new HashSet<>();
    for (int file : all) {
      int source = pairs.source(file);
      if (here.contains(source)) {
        sources.add(source);
      }
    }
    List<Integer> result = new ArrayList<>(all);
    result.removeIf(sources::contains);
    bodies.addAll(sources);
    return result;
  }

  /** The file whose row tells of a file. */
  private int row(int file, List<Integer> files) {
    int header = pairs.header(file);
    return header >= 0 && bodies.contains(file) && files.contains(header) ? header : file;
  }

  /** The source that the row of a header tells of too, -1 for none. */
  private int source(int file) {
    int source = pairs.source(file);
    return bodies.contains(source) ? source : -1;
  }

  private int count(Collection<Integer> files) {
    return files.stream().mapToInt(file -> source(file) < 0 ? 1 : 2).sum();
  }

  private double importance(int file) {
    int source = source(file);
    return material.symbols().importance(file)
        + (source < 0 ? 0 : material.symbols().importance(source));
  }

  private int lineCount(int file) {
    int source = source(file);
    return repository.graph().lineCount(file)
        + (source < 0 ? 0 : repository.graph().lineCount(source));
  }

  /** The files without a row: families by the words of their names, then the others. */
  private void rest(List<Integer> files, List<Block> blocks) {
    if (files.isEmpty()) {
      return;
    }
    FileFamilies families = FileFamilies.of(repository.graph(), files, FAMILY_COUNT_MAX);
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(repository.say("files.rest").count("files", count(files)).end());
    List<List<Sentence>> items = new ArrayList<>();
    for (FileFamilies.Family family : families.families()) {
      List<GraphSymbol> members = mains(family.files());
      if (members.size() >= 2) {
        Phrase phrase =
            repository
                .say("files.family")
                .count("files", count(family.files()))
                .strong("word", family.word());
        items.add(List.of(named(phrase, members, members.size())));
      }
    }
    List<GraphSymbol> singles = mains(families.others());
    int shown = Math.min(SINGLE_COUNT_MAX, singles.size());
    for (int i = 0; i < shown; i += MEMBER_COUNT_MAX) {
      List<GraphSymbol> four = singles.subList(i, Math.min(i + MEMBER_COUNT_MAX, shown));
      String key = OTHERS.get(i / MEMBER_COUNT_MAX % OTHERS.size());
      sentences.add(named(repository.say(key), four, four.size()));
    }
    blocks.add(new Block.Paragraph(sentences));
    if (!items.isEmpty()) {
      blocks.add(new Block.Items(false, items));
    }
  }

  private Sentence named(Phrase phrase, List<GraphSymbol> symbols, int all) {
    phrase.codes("names", symbols.stream().map(GraphSymbol::name).toList(), MEMBER_COUNT_MAX);
    symbols.stream()
        .limit(all == MEMBER_COUNT_MAX + 1 ? all : MEMBER_COUNT_MAX)
        .forEach(symbol -> phrase.by(repository.head(symbol)));
    return phrase.end();
  }

  /** The main definition of each file, each name once. */
  private List<GraphSymbol> mains(List<Integer> files) {
    List<GraphSymbol> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int file : files) {
      mainOf(file).filter(symbol -> names.add(symbol.name())).ifPresent(found::add);
    }
    return found;
  }

  /** What a file is called after, else its most important definition. */
  private Optional<GraphSymbol> mainOf(int file) {
    return key(file).stream().findFirst();
  }

  /** The definitions of a file, the one it is called after first: {@code lexer.rs}, Lexer. */
  private List<GraphSymbol> key(int file) {
    String stem = plain(FileFamilies.stem(repository.graph().path(file)));
    List<Integer> files = source(file) < 0 ? List.of(file) : List.of(file, source(file));
    List<GraphSymbol> all = new ArrayList<>(material.symbols().of(files, Integer.MAX_VALUE));
    Optional<GraphSymbol> namesake =
        all.stream().filter(symbol -> plain(symbol.name()).equals(stem)).findFirst();
    namesake.ifPresent(symbol -> {
      all.remove(symbol);
      all.addFirst(symbol);
    });
    return all;
  }

  private static String plain(String name) {
    return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
  }

  private List<Sentence> row(String folder, int file, Evidence whole, List<GraphSymbol> told) {
    List<String> shown = new ArrayList<>(List.of(shown(folder, file)));
    Phrase names = repository.say("cell").by(whole);
    if (source(file) >= 0) {
      shown.add(shown(folder, source(file)));
      names.by(repository.whole(source(file)));
    }
    return List.of(
        names.codes("words", shown).end(),
        repository.say("cell").digits("words", lineCount(file)).end(),
        defines(file, told));
  }

  private String shown(String folder, int file) {
    String path = repository.graph().path(file);
    boolean below = !folder.isEmpty() && path.startsWith(folder + "/");
    return below ? path.substring(folder.length() + 1) : path;
  }

  /** The file's own words with its names, else those of its main definition, else the names. */
  private Sentence defines(int file, List<GraphSymbol> told) {
    List<GraphSymbol> key = key(file);
    List<String> names = key.stream().map(GraphSymbol::name).distinct().toList();
    if (names.isEmpty()) {
      return repository.isParsed(file) ? repository.words().plain("files.empty") : unparsed(file);
    }
    Optional<Repository.Quoted> own = material.purposes().ofFile(repository.graph().path(file));
    Optional<Repository.Quoted> doc =
        own.isPresent() || told.contains(key.getFirst())
            ? Optional.empty()
            : repository.doc(key.getFirst());
    if (doc.isPresent()) {
      return documented(key, doc.get());
    }
    Phrase phrase =
        repository
            .say(own.isPresent() ? "files.own" : "cell")
            .codes("words", names, NAME_COUNT_MAX);
    own.ifPresent(words -> phrase.quote("quote", words.text()).by(words.evidence()));
    key.stream().limit(NAME_COUNT_MAX).forEach(symbol -> phrase.by(repository.head(symbol)));
    return phrase.end();
  }

  /** What a file that no grammar reads says at its top and declares line by line. */
  private Sentence unparsed(int file) {
    String path = repository.graph().path(file);
    Map<String, Evidence> declared = unparsed.declared(path);
    Optional<Repository.Quoted> own = unparsed.own(path);
    if (declared.isEmpty() && own.isEmpty()) {
      return repository.words().plain("files.unparsed");
    }
    Phrase phrase =
        repository
            .say(own.isEmpty() ? "cell" : declared.isEmpty() ? "says" : "files.own")
            .codes("words", List.copyOf(declared.keySet()), NAME_COUNT_MAX);
    own.ifPresent(words -> phrase.quote("quote", words.text()).by(words.evidence()));
    declared.values().stream().limit(NAME_COUNT_MAX).forEach(phrase::by);
    return phrase.end();
  }

  private Sentence documented(List<GraphSymbol> key, Repository.Quoted doc) {
    GraphSymbol main = key.getFirst();
    List<GraphSymbol> others =
        key.stream().filter(symbol -> !symbol.name().equals(main.name())).toList();
    Phrase phrase =
        repository
            .say("files.doc")
            .code("name", main.name())
            .quote("quote", doc.text())
            .codes("words", others.stream().map(GraphSymbol::name).distinct().toList(), 2)
            .by(repository.head(main))
            .by(doc.evidence());
    others.stream().limit(2).forEach(symbol -> phrase.by(repository.head(symbol)));
    return phrase.end();
  }
}
