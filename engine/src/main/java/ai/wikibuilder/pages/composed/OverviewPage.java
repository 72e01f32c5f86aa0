package ai.wikibuilder.pages.composed;

import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.manifests.Fact;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.words.English;
import ai.wikibuilder.plan.KeyDocument;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.source.SkipReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the first page: what this is, how to run it, its parts, where to begin. */
final class OverviewPage {
  /** Entry points named on the first page. */
  private static final int ENTRY_COUNT_MAX = 8;

  /** Steps of the reading order. */
  private static final int READING_COUNT_MAX = 6;

  /** A language below this share of all lines is not what the repository is written in. */
  private static final double LANGUAGE_SHARE_MIN = 0.15;

  /** Parts listed; the tree of pages has all. */
  private static final int PART_COUNT_MAX = 16;

  private final Repository repository;
  private final Purposes purposes;
  private final ModulePage modules;

  OverviewPage(Repository repository) {
    this.repository = repository;
    this.purposes = new Purposes(repository);
    this.modules = new ModulePage(repository);
  }

  Page page(PlannedPage planned, Map<String, Long> linesByLanguage) {
    List<Page.Section> sections = new ArrayList<>();
    List<Sentence> lead = new ArrayList<>(List.of(lead()));
    written(linesByLanguage).ifPresent(lead::add);
    sections.add(new Page.Section("", List.of(new Block.Paragraph(lead))));
    new Commands(repository).section().ifPresent(sections::add);
    parts(sections);
    execution(sections);
    reading(sections);
    sections.add(numbers(linesByLanguage));
    return new Page(planned.slug(), planned.title(), planned.parent(), summary(), sections);
  }

  String summary() {
    return Texts.plain(lead());
  }

  private Sentence lead() {
    for (KeyDocument document : repository.plan().documents()) {
      if (document.kind() == KeyDocument.Kind.README) {
        Optional<Repository.Quoted> words = purposes.introduction(document.path());
        boolean aboutItself =
            words.isPresent() && words.get().text().toLowerCase(Locale.ROOT).contains("readme");
        if (words.isPresent() && !aboutItself) {
          return new Say().quote(words.get().text()).by(words.get().evidence()).end();
        }
      }
    }
    for (Manifest manifest : repository.graph().manifests()) {
      if (manifest.description().isPresent()) {
        Fact fact = manifest.description().get();
        return Say.text("The build file ")
            .code(manifest.path())
            .then(" describes it as ")
            .quote(fact.value())
            .by(repository.lines(manifest.path(), fact.line(), fact.line()))
            .end(".");
      }
    }
    return derived();
  }

  private Sentence derived() {
    List<GraphSymbol> key = starts(3);
    Say say = Say.derived().then("no document says what this is for");
    if (key.isEmpty()) {
      return say.end("; it holds no code that could be read.");
    }
    say.then("; most of its code leans on ").codes(key.stream().map(GraphSymbol::name).toList());
    key.forEach(symbol -> say.by(repository.head(symbol)));
    return say.end(".");
  }

  private Optional<Sentence> written(Map<String, Long> linesByLanguage) {
    Set<String> programming = new HashSet<>();
    for (int file = 0; file < repository.graph().fileCount(); file++) {
      if (repository.graph().moduleOf(file) >= 0) {
        programming.add(Wording.language(repository.graph().path(file)));
      }
    }
    long sum =
        linesByLanguage.entrySet().stream()
            .filter(entry -> programming.contains(entry.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    List<String> main =
        linesByLanguage.entrySet().stream()
            .filter(entry -> programming.contains(entry.getKey()))
            .filter(entry -> entry.getValue() >= sum * LANGUAGE_SHARE_MIN)
            .map(Map.Entry::getKey)
            .toList();
    if (main.isEmpty()) {
      return Optional.empty();
    }
    Say say = Say.text("It is written in " + English.list(main));
    main.forEach(language -> say.by(longest(language)));
    return Optional.of(say.end("."));
  }

  private Optional<Evidence> longest(String language) {
    int longest = -1;
    for (int file = 0; file < repository.graph().fileCount(); file++) {
      boolean counts =
          repository.graph().moduleOf(file) >= 0
              && Wording.language(repository.graph().path(file)).equals(language);
      if (counts
          && (longest < 0
              || repository.graph().lineCount(file) > repository.graph().lineCount(longest))) {
        longest = file;
      }
    }
    return longest < 0 ? Optional.empty() : repository.whole(longest);
  }

  private void parts(List<Page.Section> sections) {
    PageGraph graph = PageGraph.outermost(repository);
    if (graph.pages().isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    new ModuleMap(repository, graph)
        .diagram(Diagram.Kind.MODULE_MAP, "The parts of " + repository.name())
        .ifPresent(diagram -> blocks.add(new Block.Figure(diagram)));
    List<List<Sentence>> items = new ArrayList<>();
    for (int place = 0; place < Math.min(PART_COUNT_MAX, graph.pages().size()); place++) {
      List<Sentence> item = new ArrayList<>(modules.item(graph.pages().get(place)));
      centre(graph, place).ifPresent(item::add);
      items.add(item);
    }
    blocks.add(new Block.Items(false, items));
    int rest = graph.pages().size() - items.size();
    if (rest > 0) {
      blocks.add(
          new Block.Paragraph(
              List.of(
                  Sentence.of(
                      English.countAtStart(rest, "further part has", "further parts have")
                          + " pages in the tree."))));
    }
    sections.add(new Page.Section("The parts at a glance", blocks));
  }

  /** The part the others lean on, when it is one of at least three and has 30 % of all lines. */
  private static Optional<Sentence> centre(PageGraph graph, int place) {
    int incoming = graph.incomingLineCount(place);
    int all = graph.lineCount();
    boolean most = incoming * 10 >= all * 3 && all >= 10 && graph.pages().size() >= 3;
    for (int other = 0; other < graph.pages().size(); other++) {
      most &= other == place || graph.incomingLineCount(other) < incoming;
    }
    if (!most) {
      return Optional.empty();
    }
    Say say = Say.text("The others refer to it more than to anything else: ");
    say.then(
        incoming == all
            ? "all " + English.number(all)
            : English.number(incoming) + " of the " + English.number(all));
    say.then(" lines between parts point here");
    graph.dependencies().stream()
        .filter(one -> one.to() == place)
        .limit(2)
        .forEach(one -> say.by(graph.evidence(one).stream().limit(1).toList()));
    return Optional.of(say.end("."));
  }

  private void execution(List<Page.Section> sections) {
    List<List<Sentence>> all = programs();
    List<EntryPoint> entries = new ArrayList<>(repository.graph().entryPoints());
    entries.sort(Comparator.comparing(EntryPoint::kind));
    entries.forEach(entry -> all.add(List.of(EntryPoints.sentence(repository, entry))));
    List<List<Sentence>> items = all.subList(0, Math.min(ENTRY_COUNT_MAX, all.size()));
    if (items.isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Items(false, items));
    int rest = all.size() - items.size();
    if (rest > 0) {
      blocks.add(
          new Block.Paragraph(
              List.of(
                  Sentence.of(
                      English.countAtStart(
                              rest, "further entry point stands", "further entry points stand")
                          + " on the pages of the parts."))));
    }
    sections.add(new Page.Section("Where execution starts", blocks));
  }

  private List<List<Sentence>> programs() {
    List<List<Sentence>> result = new ArrayList<>();
    for (Manifest manifest : repository.graph().manifests()) {
      int file = repository.graph().file(manifest.path());
      for (Fact program : manifest.programs()) {
        if (file >= 0 && repository.isMain(file)) {
          result.add(
              List.of(
                  Say.text("Installing it gives the command ")
                      .code(program.value())
                      .by(repository.lines(manifest.path(), program.line(), program.line()))
                      .end(".")));
        }
      }
    }
    return result;
  }

  private List<GraphSymbol> starts(int countMax) {
    List<Integer> files = new ArrayList<>();
    repository.graph().modules().forEach(module -> files.addAll(module.files()));
    return repository.keySymbols(files, countMax);
  }

  private void reading(List<Page.Section> sections) {
    List<List<Sentence>> items = new ArrayList<>();
    Set<Integer> files = new HashSet<>();
    for (GraphSymbol symbol : starts(READING_COUNT_MAX * 4)) {
      if (items.size() < READING_COUNT_MAX && files.add(symbol.file())) {
        items.add(step(symbol));
      }
    }
    if (!items.isEmpty()) {
      List<Block> blocks = new ArrayList<>();
      blocks.add(
          new Block.Paragraph(
              List.of(
                  Sentence.of(
                      "In the order of how much of the remaining code leans on them, one for each"
                          + " file:"))));
      blocks.add(new Block.Items(true, items));
      sections.add(new Page.Section("Where to start reading", blocks));
    }
  }

  private List<Sentence> step(GraphSymbol symbol) {
    List<Sentence> result = new ArrayList<>();
    int lines = symbol.endLine() - symbol.startLine() + 1;
    Say say = new Say().code(symbol.name());
    say.then(", " + Wording.article(symbol.kind().label()) + " of ");
    say.then(English.count(lines, "line", "lines")).by(repository.definition(symbol));
    int module = repository.graph().moduleOf(symbol.file());
    repository
        .plan()
        .pageOf(module)
        .ifPresent(page -> say.then(" in ").page(page.slug(), page.title()));
    result.add(say.end("."));
    repository
        .doc(symbol)
        .ifPresent(words -> result.add(new Say().quote(words.text()).by(words.evidence()).end()));
    return result;
  }

  private Page.Section numbers(Map<String, Long> linesByLanguage) {
    long lines = linesByLanguage.values().stream().mapToLong(count -> count).sum();
    int files = repository.graph().fileCount();
    List<String> shares = new ArrayList<>();
    linesByLanguage.forEach((language, count) -> {
      if (shares.size() < 4
          && ((!language.equals("other") && count * 50 >= lines) || shares.isEmpty())) {
        shares.add(English.percent(count, lines) + " " + language);
      }
    });
    List<Sentence> result = new ArrayList<>();
    result.add(
        Sentence.of(
            "This wiki was made from %s in %s: %s."
                .formatted(
                    English.count(lines, "line", "lines"),
                    English.count(files, "file", "files"),
                    English.list(shares))));
    result.add(
        Sentence.of(
            "%s and %s between them were found."
                .formatted(
                    English.countAtStart(
                        repository.graph().symbolCount(), "definition", "definitions"),
                    English.count(repository.graph().edgeCount(), "reference", "references"))));
    Unparsed.sentence(repository).ifPresent(result::add);
    leftOut().ifPresent(result::add);
    int masked = repository.composition().maskedSecretCount();
    if (masked > 0) {
      result.add(
          Sentence.of(
              English.countAtStart(masked, "value that looks", "values that look")
                  + " like a secret "
                  + (masked == 1 ? "is" : "are")
                  + " masked."));
    }
    return new Page.Section("In numbers", List.of(new Block.Paragraph(result)));
  }

  private Optional<Sentence> leftOut() {
    Map<SkipReason, Integer> skipped = repository.composition().skipped();
    int all = skipped.values().stream().mapToInt(count -> count).sum();
    if (all == 0) {
      return Optional.empty();
    }
    List<String> reasons =
        skipped.entrySet().stream()
            .sorted(
                Map.Entry.<SkipReason, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(entry -> English.number(entry.getValue()) + " " + Wording.reason(entry.getKey()))
            .toList();
    String counted = English.countAtStart(all, "file was", "files were");
    if (skipped.size() == 1) {
      String reason = Wording.reason(skipped.keySet().iterator().next());
      return Optional.of(
          Sentence.of(counted + " left out, " + (all == 1 ? "" : "all of them ") + reason + "."));
    }
    return Optional.of(Sentence.of(counted + " left out: " + English.list(reasons) + "."));
  }
}
