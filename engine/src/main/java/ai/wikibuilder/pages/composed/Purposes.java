package ai.wikibuilder.pages.composed;

import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.words.Quotations;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what the repository says a module is for; where it says nothing, what its code suggests.
 */
final class Purposes {
  /** Fewer characters are a badge or a caption, not a description. */
  private static final int PROSE_LENGTH_MIN = 40;

  /** What a document is about stands below its first two headings, or nowhere. */
  private static final int LEAD_HEADING_COUNT_MAX = 2;

  /** Definitions looked at for three different names. */
  private static final int DERIVED_LOOK_COUNT = 30;

  /** The doc of a type stands for its module when the type holds this share of its importance. */
  private static final double CENTRAL_SHARE = 0.25;

  /** Beginnings of paragraphs about licences, people and other documents. */
  private static final Pattern BESIDE =
      Pattern.compile("(?:And|But|For|Our|We|You|If|Please|Note|See|Licen[cs]ed?|Copyright)\\b");

  private static final Pattern PACKAGE_DOC =
      Pattern.compile(
          "/\\*\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/(?=\\s*+(?:@[\\w.]++(?:\\([^)]*+\\))?+\\s*+)*+package\\s)");

  private static final Pattern LEADING_DOCSTRING =
      Pattern.compile("\\A(?:[^\\S\\n]*+(?:#[^\\n]*+)?+\\n)*+\\s*+[rRuU]?(\"\"\"|''')(?s:.*?)\\1");

  private static final Pattern README_NAMES =
      Pattern.compile("(?i)readme(?:\\.(?:md|rst|txt|adoc))?");

  private final Repository repository;

  Purposes(Repository repository) {
    this.repository = repository;
  }

  /** What a README says the repository is: its first prose that is not about something beside. */
  Optional<Repository.Quoted> introduction(String path) {
    return lead(path, 2, text -> !BESIDE.matcher(text.strip()).lookingAt());
  }

  /** The first paragraph of prose in a document. */
  Optional<Repository.Quoted> lead(String path, int sentenceCountMax) {
    return lead(path, sentenceCountMax, text -> true);
  }

  private Optional<Repository.Quoted> lead(
      String path, int sentenceCountMax, Predicate<String> wanted) {
    Document document = repository.document(path).orElse(new Document("", List.of()));
    Set<String> headings = new HashSet<>();
    for (Document.Part part : document.parts()) {
      headings.add(part.heading());
      if (headings.size() > LEAD_HEADING_COUNT_MAX) {
        break;
      }
      if (part.kind() == Document.Kind.PARAGRAPH
          && isProse(part.text())
          && wanted.test(part.text())) {
        Optional<Repository.Quoted> quoted =
            Quotations.ofProse(part.text(), sentenceCountMax)
                .filter(quotation -> quotation.text().length() >= PROSE_LENGTH_MIN)
                .flatMap(quotation -> repository.quoted(path, part.startLine(), quotation));
        if (quoted.isPresent()) {
          return quoted;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isProse(String text) {
    String words = text.strip();
    boolean list =
        words.startsWith("See ")
            || words.startsWith("[!")
            || words.startsWith("|")
            || words.startsWith("- ");
    boolean sentence =
        words.contains(". ") || words.contains(".\n") || words.endsWith(".") || words.endsWith("!");
    return words.length() >= PROSE_LENGTH_MIN && !list && sentence;
  }

  /** What a module says of itself, in this order: package comment, README, central type. */
  Optional<Say> own(CodeModule module) {
    Optional<Repository.Quoted> said = packageWords(module);
    if (said.isPresent()) {
      Repository.Quoted words = said.get();
      return Optional.of(new Say().quote(words.text()).by(words.evidence()));
    }
    List<GraphSymbol> key = repository.keySymbols(module.files(), 1);
    if (key.isEmpty() || share(key.getFirst(), module) < CENTRAL_SHARE) {
      return Optional.empty();
    }
    GraphSymbol central = key.getFirst();
    return repository
        .doc(central)
        .map(words ->
            Say.text("Its central ")
                .then(central.kind().label() + " ")
                .code(central.name())
                .then(" describes itself: ")
                .quote(words.text())
                .by(words.evidence()));
  }

  /** One or two sentences about a module; never empty. */
  List<Sentence> sentences(CodeModule module) {
    Optional<Say> own = own(module);
    return own.isPresent() ? List.of(own.get().end()) : derived(module);
  }

  private double share(GraphSymbol symbol, CodeModule module) {
    double sum = 0;
    for (int file : module.files()) {
      for (int id = repository.graph().firstSymbol(file);
          id < repository.graph().endSymbol(file);
          id++) {
        sum += repository.graph().symbol(id).parent() < 0 ? repository.graph().importance(id) : 0;
      }
    }
    return sum == 0 ? 0 : symbol.importance() / sum;
  }

  private Optional<Repository.Quoted> packageWords(CodeModule module) {
    for (int file : module.files()) {
      String path = repository.graph().path(file);
      if (!path.startsWith(module.folder()) || path.lastIndexOf('/') > module.folder().length()) {
        continue;
      }
      String name = path.substring(path.lastIndexOf('/') + 1);
      Optional<Repository.Quoted> found =
          switch (name) {
            case "package-info.java" -> comment(path, PACKAGE_DOC);
            case "__init__.py" -> comment(path, LEADING_DOCSTRING);
            default -> Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return readme(module);
  }

  private Optional<Repository.Quoted> comment(String path, Pattern pattern) {
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    Matcher matcher = pattern.matcher(text.toString());
    if (!matcher.find()) {
      return Optional.empty();
    }
    String raw = matcher.group();
    String before = text.toString().substring(0, matcher.start());
    int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
    int blank = 0;
    while (blank < raw.length() && (raw.charAt(blank) == '\n' || raw.charAt(blank) == ' ')) {
      line += raw.charAt(blank++) == '\n' ? 1 : 0;
    }
    int start = line;
    return Quotations.ofComment(raw.substring(blank))
        .flatMap(quotation -> repository.quoted(path, start, quotation));
  }

  private Optional<Repository.Quoted> readme(CodeModule module) {
    List<String> folders = new ArrayList<>(List.of(module.folder(), module.key()));
    folders.removeIf(String::isEmpty);
    for (String folder : folders) {
      for (int file = 0; file < repository.graph().fileCount(); file++) {
        String path = repository.graph().path(file);
        if (path.startsWith(folder + "/")
            && path.indexOf('/', folder.length() + 1) < 0
            && README_NAMES.matcher(path.substring(folder.length() + 1)).matches()) {
          return lead(path, 1);
        }
      }
    }
    return Optional.empty();
  }

  private List<Sentence> derived(CodeModule module) {
    List<GraphSymbol> key = distinct(repository.keySymbols(module.files(), DERIVED_LOOK_COUNT));
    boolean parsed = module.files().stream().allMatch(repository::isParsed);
    if (key.isEmpty()) {
      boolean one = module.files().size() == 1;
      String files = one ? "its one file " : "its files ";
      String verb = one ? "is not parsed, so its" : "are not all parsed, so their";
      Say nothing = Say.derived();
      module.files().stream().limit(1).forEach(file -> nothing.by(repository.whole(file)));
      return List.of(
          nothing.end(
              parsed
                  ? files
                      + (one ? "has" : "have")
                      + " no definitions of "
                      + (one ? "its" : "their")
                      + " own."
                  : files + verb + " definitions are not known."));
    }
    Say say =
        Say.derived()
            .then(parsed ? "" : "among the files that could be parsed, ")
            .then(key.size() == 1 ? "its main definition is " : "its main definitions are ");
    say.codes(key.stream().map(GraphSymbol::name).toList());
    key.forEach(symbol -> say.by(repository.head(symbol)));
    List<Sentence> result = new ArrayList<>();
    result.add(say.end("; no comment says what the module is for."));
    GraphSymbol first = key.getFirst();
    repository
        .doc(first)
        .ifPresent(words ->
            result.add(
                new Say()
                    .code(first.name())
                    .then(": ")
                    .quote(words.text())
                    .by(words.evidence())
                    .end()));
    return result;
  }

  /** At most three, each name once: overloads and variants say the same. */
  private static List<GraphSymbol> distinct(List<GraphSymbol> symbols) {
    Map<String, GraphSymbol> byName = new LinkedHashMap<>();
    symbols.forEach(symbol -> byName.putIfAbsent(symbol.name(), symbol));
    return byName.values().stream().limit(3).toList();
  }
}
