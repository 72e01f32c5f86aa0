package ai.wikibuilder.pages.overview;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.languages.CodeFiles;
import ai.wikibuilder.graph.manifests.Fact;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.walks.Surroundings;
import ai.wikibuilder.pages.walks.WaysIn;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.pages.words.Quotation;
import ai.wikibuilder.pages.words.Quotations;
import ai.wikibuilder.plan.KeyDocument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the repository is, for whom, what it is not, what it is made of. For one thread. */
final class Introduction {
  /** A language below this share of all lines is not what the repository is written in. */
  private static final double LANGUAGE_SHARE_MIN = 0.15;

  /** Paragraphs of a document looked at for what it says of readers and limits. */
  private static final int PARAGRAPH_COUNT_MAX = 80;

  /** Jobs or commands named one by one on the first page. */
  private static final int FEW_COUNT_MAX = 3;

  /** Definitions among which one of the product is looked for. */
  private static final int KEY_LOOK_COUNT = 40;

  /** Fewer words in a build file describe nothing. */
  private static final int DESCRIPTION_WORD_COUNT_MIN = 3;

  /** What people say of themselves and ask of others is said of no reader. */
  private static final Pattern OWN_HABIT =
      Pattern.compile(
          "(?i)(?:we|our|i|my|if|please|note|warning|this (?:directory|folder|command|step|option|page|section|document|file)|you (?:can|may|should|must|need))\\b");

  private static final String OTHER = "other"; // files whose language has no name here
  private final Material material;
  private final Repository repository;
  private final Map<String, Long> linesByLanguage;
  private final WaysIn waysIn;
  private Optional<Sentence> lead = Optional.empty();

  Introduction(Material material, Map<String, Long> linesByLanguage) {
    this.material = material;
    this.repository = material.repository();
    this.linesByLanguage = linesByLanguage;
    this.waysIn = new WaysIn(repository);
  }

  /** The first paragraph and the one about readers and limits; the second may be empty. */
  List<List<Sentence>> paragraphs() {
    List<Sentence> first = new ArrayList<>(List.of(lead()));
    inManifest(false).filter(this::saysMore).ifPresent(first::add);
    List<Sentence> second = new ArrayList<>();
    said("intro.audience", Audience.WORDS).ifPresent(second::add);
    said("intro.limits", Limits.WORDS).ifPresent(second::add);
    List<Sentence> third = new ArrayList<>();
    written().ifPresent(third::add);
    Technology technology = new Technology(repository);
    technology.sentence().ifPresent(third::add);
    technology.needs().ifPresent(third::add);
    entered().ifPresent(third::add);
    started().ifPresent(third::add);
    third.addAll(named());
    List<List<Sentence>> result = new ArrayList<>(List.of(first, second, third));
    result.removeIf(List::isEmpty);
    return result;
  }

  /** The repository in its own words where it has some. */
  Sentence lead() {
    lead = lead.or(() -> Optional.of(said()));
    return lead.orElseThrow();
  }

  /** Its README's definition, else its build file's description, else other words of its README. */
  private Sentence said() {
    SelfDescription self = new SelfDescription(material);
    List<String> readmes =
        repository.plan().documents().stream()
            .filter(document -> document.kind() == KeyDocument.Kind.README)
            .map(KeyDocument::path)
            .filter(path -> path.indexOf('/') < 0 || path.matches("\\.github/[^/]+"))
            .toList();
    return readmes.stream()
        .flatMap(path -> self.defined(path).stream())
        .findFirst()
        .map(this::quote)
        .or(() -> inManifest(true))
        .or(() -> new CatalogueCard(repository).sentence())
        .or(() ->
            readmes.stream()
                .flatMap(path -> self.described(path).stream())
                .findFirst()
                .map(this::quote))
        .or(() -> inManifest(false))
        .orElseGet(this::derived);
  }

  private Sentence quote(Repository.Quoted words) {
    return repository.say("says").quote("quote", words.text()).by(words.evidence()).end();
  }

  private Optional<Sentence> inManifest(boolean atRoot) {
    return repository.graph().manifests().stream()
        .filter(manifest -> manifest.folder().isEmpty() || !atRoot) // a README tells more
        .filter(manifest -> repository.isMain(repository.graph().file(manifest.path())))
        .filter(new Describing(repository)::describesTheWhole)
        .findFirst()
        .map(manifest -> {
          Fact fact = manifest.description().orElseThrow();
          return repository
              .say("intro.manifest")
              .code("manifest", manifest.path())
              .quote("quote", fact.value())
              .by(new Describing(repository).lines(manifest.path(), fact))
              .end();
        });
  }

  /** Whether most of its longer words are not in the lead. */
  private boolean saysMore(Sentence description) {
    String said = Texts.plain(lead()).toLowerCase(Locale.ROOT);
    String quote = "";
    for (Inline word : description.words()) {
      quote = word instanceof Inline.Quote(String text) ? text : quote;
    }
    List<String> words =
        List.of(quote.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)).stream()
            .filter(word -> word.length() > 3)
            .toList();
    long fresh = words.stream().filter(word -> !said.contains(word)).count();
    return words.size() >= DESCRIPTION_WORD_COUNT_MIN && fresh * 2 > words.size();
  }

  private Sentence derived() {
    List<GraphSymbol> key = material.keySymbols(3);
    if (key.isEmpty()) {
      boolean documents = !repository.plan().documents().isEmpty();
      return repository.words().plain(documents ? "intro.documents" : "intro.nothing");
    }
    Phrase phrase =
        repository
            .say("intro.derived")
            .codes("names", key.stream().map(GraphSymbol::name).distinct().toList());
    key.forEach(symbol -> phrase.by(repository.head(symbol)));
    return phrase.end();
  }

  /** The first sentence of the README, then of the guides, that says such a thing. */
  private Optional<Sentence> said(String key, Pattern pattern) {
    for (KeyDocument document : repository.plan().documents()) {
      boolean counts =
          document.kind() == KeyDocument.Kind.README && document.path().indexOf('/') < 0;
      Optional<Sentence> found = counts ? said(key, pattern, document.path()) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Sentence> said(String key, Pattern pattern, String path) {
    Document document = repository.document(path).orElse(new Document("", List.of()));
    String lead = Texts.plain(lead());
    int looked = 0;
    for (Document.Part part : document.parts()) {
      if (part.kind() != Document.Kind.PARAGRAPH || looked++ > PARAGRAPH_COUNT_MAX) {
        continue;
      }
      String words = part.text().replace('\n', ' ');
      Matcher matcher = pattern.matcher(words);
      if (matcher.find()) {
        int start = sentenceStart(words, matcher.start());
        int skipped = (int) part.text().substring(0, start).chars().filter(c -> c == '\n').count();
        Optional<Quotation> quotation = Quotations.ofProse(part.text().substring(start), 1);
        Optional<Repository.Quoted> quoted =
            quotation
                .filter(found ->
                    pattern.matcher(found.text()).find()
                        && found.text().matches("[\\p{Lu}\"“].*[.!]")
                        && !OWN_HABIT.matcher(found.text()).lookingAt())
                .filter(found -> isOfProduct(found.text(), pattern, part, document))
                .filter(found -> !lead.contains(found.text()))
                .flatMap(found -> repository.quoted(path, part.startLine() + skipped, found));
        if (quoted.isPresent()) {
          return Optional.of(
              repository
                  .say(key)
                  .code("document", path)
                  .quote("quote", quoted.get().text())
                  .by(quoted.get().evidence())
                  .end());
        }
      }
    }
    return Optional.empty();
  }

  private boolean isOfProduct(
      String sentence, Pattern pattern, Document.Part part, Document document) {
    Set<String> names = repository.names();
    if (pattern.equals(Audience.WORDS)) {
      return Audience.isOfProduct(sentence, names);
    }
    return Limits.isOfProduct(sentence, names)
        && (part.heading().equals(document.title()) || Limits.mayStandBelow(part.heading()));
  }

  private static int sentenceStart(String words, int at) {
    for (int i = at - 1; i > 0; i--) {
      boolean ends = ".!?".indexOf(words.charAt(i - 1)) >= 0 && words.charAt(i) == ' ';
      if (ends) {
        return i + 1;
      }
    }
    return 0;
  }

  private Optional<Sentence> written() {
    CodeGraph graph = repository.graph();
    Set<String> programming = new HashSet<>();
    for (int file = 0; file < graph.fileCount(); file++) {
      if (graph.moduleOf(file) >= 0 && repository.isMain(file)) {
        programming.add(CodeFiles.displayName(graph.path(file), graph.language(file)));
        programming.remove(OTHER);
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
    Phrase phrase =
        repository.say("intro.written").text("languages", repository.words().list(main));
    main.forEach(language -> phrase.by(longest(language)));
    new Licences(repository).add(phrase);
    return Optional.of(phrase.end());
  }

  private Optional<Evidence> longest(String language) {
    CodeGraph graph = repository.graph();
    int longest = -1;
    for (int file = 0; file < graph.fileCount(); file++) {
      boolean counts =
          graph.moduleOf(file) >= 0
              && CodeFiles.displayName(graph.path(file), graph.language(file)).equals(language);
      if (counts && (longest < 0 || graph.lineCount(file) > graph.lineCount(longest))) {
        longest = file;
      }
    }
    return longest < 0 ? Optional.empty() : repository.whole(longest);
  }

  /** The function it starts in, and what that calls first. */
  private Optional<Sentence> started() {
    CodeGraph graph = repository.graph();
    List<EntryPoint> programs = new ArrayList<>();
    for (EntryPoint entry : waysIn.ofProduct()) {
      if (Programs.startsAlone(entry)) {
        programs.add(entry);
      }
    }
    if (programs.size() != 1 || programs.getFirst().symbol() < 0) {
      return Optional.empty();
    }
    EntryPoint entry = programs.getFirst();
    GraphSymbol start = graph.symbol(graph.firstSymbol(graph.file(entry.path())) + entry.symbol());
    Phrase phrase =
        repository
            .say("intro.started")
            .code("name", graph.qualifiedName(start.id()))
            .by(repository.definition(start));
    material.calls().calledBy(start).stream()
        .filter(edge -> repository.isMain(graph.symbol(edge.target()).file()))
        .filter(edge -> isAlways(start, edge))
        .findFirst()
        .ifPresent(edge ->
            phrase
                .code("callee", graph.qualifiedName(edge.target()))
                .by(repository.line(edge.sourceFile(), edge.line())));
    return Optional.of(phrase.end());
  }

  /**
   * Whether a line is reached whenever a function runs: the first call is often one for failures.
   */
  private boolean isAlways(GraphSymbol function, GraphEdge edge) {
    return repository
        .text(function.path())
        .map(text -> Surroundings.of(text, edge.line(), function.nameLine()))
        .filter(Surroundings.Straight.class::isInstance)
        .isPresent();
  }

  /** Jobs and commands by name, when they are few. */
  private List<Sentence> named() {
    Map<EntryPoint.Kind, Map<String, EntryPoint>> few = new EnumMap<>(EntryPoint.Kind.class);
    for (EntryPoint entry : waysIn.ofProduct()) {
      boolean counts =
          entry.kind() == EntryPoint.Kind.SCHEDULED || entry.kind() == EntryPoint.Kind.COMMAND;
      // a function's name where the command has another, which the build file states
      if (counts && !(entry.name().equals("main") && waysIn.isInstalled())) {
        few.computeIfAbsent(entry.kind(), _ -> new LinkedHashMap<>())
            .putIfAbsent(entry.name(), entry);
      }
    }
    List<Sentence> result = new ArrayList<>();
    few.forEach((kind, named) -> {
      if (named.size() <= FEW_COUNT_MAX) {
        Phrase phrase =
            repository
                .say("intro." + kind.name().toLowerCase(Locale.ROOT))
                .count("count", named.size())
                .codes("names", List.copyOf(named.keySet()));
        named
            .values()
            .forEach(one -> phrase.by(repository.lines(one.path(), one.line(), one.line())));
        result.add(phrase.end());
      }
    });
    return result;
  }

  /** By which ways work reaches it, or that it is a library. */
  private Optional<Sentence> entered() {
    List<EntryPoint> own = waysIn.ofProduct();
    boolean library =
        own.stream().allMatch(entry -> entry.kind() == EntryPoint.Kind.SCRIPT)
            && repository.graph().entryPoints().stream()
                .anyMatch(entry -> entry.kind() == EntryPoint.Kind.EXPORT);
    if (!own.isEmpty() && library && !waysIn.isInstalled()) {
      return Optional.of(ways(own, _ -> "intro.library.beside"));
    }
    if (!own.isEmpty()) {
      own.addAll(waysIn.exports());
      return Optional.of(ways(own, kinds -> kinds == 1 ? "intro.entered.one" : "intro.entered"));
    }
    boolean offers =
        material.keySymbols(KEY_LOOK_COUNT).stream()
            .anyMatch(symbol -> repository.isMain(symbol.file()));
    List<EntryPoint> beside = waysIn.beside();
    if (!offers) {
      return beside.isEmpty()
          ? Optional.empty()
          : Optional.of(ways(beside, _ -> "intro.entered.one"));
    }
    return Optional.of(
        beside.isEmpty()
            ? repository.words().plain("intro.library")
            : ways(beside, _ -> "intro.library.beside"));
  }

  /** Counts entry points by their kinds. */
  private Sentence ways(List<EntryPoint> entries, IntFunction<String> key) {
    Map<EntryPoint.Kind, List<EntryPoint>> kinds = new EnumMap<>(EntryPoint.Kind.class);
    entries.forEach(
        entry -> kinds.computeIfAbsent(entry.kind(), _ -> new ArrayList<>()).add(entry));
    List<Inline> ways = new ArrayList<>();
    Phrase phrase = repository.say(key.apply(kinds.size()));
    kinds.forEach((kind, found) -> {
      String counted = "api.count." + kind.name().toLowerCase(Locale.ROOT);
      ways.add(new Inline.Plain(repository.say(counted).count("count", found.size()).plainWords()));
      EntryPoint first = found.getFirst();
      phrase.by(repository.lines(first.path(), first.line(), first.line()));
    });
    return phrase.list("ways", ways).end();
  }
}
