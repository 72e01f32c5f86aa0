package ai.wikibuilder.pages.material;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.documents.DocumentReader;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.pages.words.Quotation;
import ai.wikibuilder.pages.words.Quotations;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the page writers ask about the repository: symbols with their own words, lines as evidence,
 * pages of modules. Evidence made here always lies inside its file. For one thread.
 */
public final class Repository {
  /** {@code static ssize_t}: a type above the name that has it. */
  private static final Pattern RESULT_TYPE = Pattern.compile("\\s*\\w[\\w\\s*&:<>,]*");

  /** Longest signature shown; a longer one is cut at a blank. */
  private static final int SIGNATURE_LENGTH_MAX = 200;

  /** A head of more lines is cited by its first. */
  private static final int HEAD_LINE_COUNT_MAX = 12;

  /** Words of a comment, its signs among them, up to which it may be a heading. */
  private static final int GROUP_WORD_COUNT_MAX = 6;

  /** Words that any definition may call itself by. */
  private static final Set<String> KIND_WORDS =
      Set.of(
          "a",
          "an",
          "the",
          "this",
          "is",
          "for",
          "of",
          "and",
          "class",
          "interface",
          "trait",
          "enum",
          "struct",
          "type",
          "object",
          "function",
          "method",
          "base",
          "abstract",
          "implementation");

  /** Texts kept: a page asks for the same few again and again. */
  private static final int TEXT_COUNT_MAX = 48;

  private final Composition composition;
  private final Catalogue words;
  private final Map<String, Optional<SourceText>> texts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<SourceText>> eldest) {
          return size() > TEXT_COUNT_MAX;
        }
      };

  public Repository(Composition composition) {
    this.composition = composition;
    this.words = new Catalogue(composition.plan().steering().language());
  }

  /** The repository's own words and where they stand. */
  public record Quoted(String text, Evidence evidence) {}

  /** The sentences of the wiki's language. */
  public Catalogue words() {
    return words;
  }

  /** The sentence of a key, to be filled in. */
  public Phrase say(String key) {
    return words.say(key);
  }

  public CodeGraph graph() {
    return composition.graph();
  }

  public WikiPlan plan() {
    return composition.plan();
  }

  public Composition composition() {
    return composition;
  }

  public String name() {
    return composition.snapshot().name();
  }

  /** What the repository is called, by its address and its build files. */
  public Set<String> names() {
    Set<String> names = new HashSet<>(Set.of(name()));
    for (Manifest manifest : graph().manifests()) {
      boolean near = manifest.folder().chars().filter(c -> c == '/').count() <= 1;
      if (near && isMain(graph().file(manifest.path()))) {
        manifest.name().ifPresent(name -> names.add(lastPart(name.value())));
      }
    }
    return names;
  }

  private static String lastPart(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
  }

  /** The lines of a file, drawn into its bounds; empty for a file without lines. */
  public Optional<Evidence> lines(String path, int first, int last) {
    int file = graph().file(path);
    int count = file < 0 ? 0 : graph().lineCount(file);
    if (count == 0) {
      return Optional.empty();
    }
    int start = Math.clamp(first, 1, count);
    return Optional.of(new Evidence(path, start, Math.clamp(last, start, count)));
  }

  public Optional<Evidence> line(int file, int line) {
    return lines(graph().path(file), line, line);
  }

  public Optional<Evidence> whole(int file) {
    return lines(graph().path(file), 1, graph().lineCount(file));
  }

  /** The definition: whole when short, its head otherwise. */
  public Evidence definition(GraphSymbol symbol) {
    return lines(symbol.path(), symbol.startLine(), symbol.endLine())
        .orElseGet(() -> new Evidence(symbol.path(), 1, 1));
  }

  /** The lines of its head from its name on, for sentences about no more than that. */
  public Evidence head(GraphSymbol symbol) {
    int last = symbol.nameLine();
    int first = last;
    Optional<SourceText> text = text(symbol.path());
    int above = symbol.startLine();
    boolean goesAbove =
        last - above == 1 && text.filter(one -> isTypePart(one.lines(above, above))).isPresent();
    first -= goesAbove ? 1 : 0;
    if (text.isPresent() && symbol.signatureEnd() <= text.get().byteCount()) {
      int end = text.get().lineOf(Math.max(0, symbol.signatureEnd() - 1));
      last = end > last && end - last < HEAD_LINE_COUNT_MAX ? end : last;
    }
    return lines(symbol.path(), first, last).orElseGet(() -> definition(symbol));
  }

  /** Whether a line holds type parameters, as C++ writes them, or a result's type and no more. */
  private static boolean isTypePart(String line) {
    return line.stripLeading().startsWith("template") || RESULT_TYPE.matcher(line).matches();
  }

  public Optional<SourceText> text(String path) {
    return texts.computeIfAbsent(path, composition.reader()::text);
  }

  public Optional<Document> document(String path) {
    return text(path).map(text -> DocumentReader.read(path, text));
  }

  /** The first sentence of a symbol's doc comment, when it says more than the name. */
  public Optional<Quoted> doc(GraphSymbol symbol) {
    return doc(symbol, 1);
  }

  /** The first sentences of a symbol's doc comment, when they say more than the name. */
  public Optional<Quoted> doc(GraphSymbol symbol, int sentenceCountMax) {
    Optional<SourceText> text = symbol.hasDoc() ? text(symbol.path()) : Optional.empty();
    if (text.isEmpty() || symbol.docEnd() > text.get().byteCount()) {
      return Optional.empty();
    }
    String raw = text.get().slice(symbol.docStart(), symbol.docEnd());
    int line = text.get().lineOf(symbol.docStart());
    if (isOfGroup(symbol, raw)) {
      return Optional.empty();
    }
    return Quotations.ofComment(raw, sentenceCountMax)
        .filter(quotation -> !isName(quotation.text(), symbol.name()))
        .flatMap(quotation -> quoted(symbol.path(), line, quotation));
  }

  /**
   * Whether a comment of a few words stands above several definitions of one line each: it is the
   * heading of them all, such as {@code Handle types.}, and no word about the first.
   */
  private boolean isOfGroup(GraphSymbol symbol, String comment) {
    int next = symbol.id() + 1;
    boolean brief =
        symbol.startLine() == symbol.endLine()
            && comment.indexOf('\n') < 0
            && comment.strip().split("\\s+", -1).length <= GROUP_WORD_COUNT_MAX;
    if (!brief || next + 1 >= graph().endSymbol(symbol.file())) {
      return false;
    }
    for (int i = 0; i < 2; i++) {
      GraphSymbol below = graph().symbol(next + i);
      boolean beside =
          below.parent() == symbol.parent()
              && below.kind() == symbol.kind()
              && !below.hasDoc()
              && below.startLine() == symbol.startLine() + 1 + i
              && below.endLine() == below.startLine();
      if (!beside) {
        return false;
      }
    }
    return true;
  }

  /** Whether words only repeat a name and its kind: “Translator class”, “Class UrlParser”. */
  private static boolean isName(String words, String name) {
    String spelled = name.replaceAll("[_.$]", "").toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      String stem =
          word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
      if (!stem.isEmpty() && !KIND_WORDS.contains(word) && !spelled.contains(stem)) {
        return false;
      }
    }
    return true;
  }

  /** A quotation with its lines; {@code line} is where the raw text began. */
  public Optional<Quoted> quoted(String path, int line, Quotation quotation) {
    return lines(path, line + quotation.firstLine(), line + quotation.lastLine())
        .map(evidence -> new Quoted(quotation.text(), evidence));
  }

  /** The symbol's head on one line, without the annotations before it. */
  public String signature(GraphSymbol symbol) {
    Optional<SourceText> text = text(symbol.path());
    if (text.isEmpty() || symbol.signatureEnd() > text.get().byteCount()) {
      return symbol.name();
    }
    String raw = text.get().slice(symbol.signatureStart(), symbol.signatureEnd());
    String line = withoutMarks(raw).replaceAll("\\s+", " ").strip();
    line =
        line.replace("( ", "(")
            .replace(" )", ")")
            .replace(",)", ")")
            .replaceAll("\\s*(?:=>?\\s*[\\[({]?|[{:\\\\])$", "")
            .strip();
    if (line.startsWith("typedef") && !line.contains(symbol.name())) {
      // a type of C without a name of its own is called by the words behind it
      return line + " { … } " + symbol.name();
    }
    if (line.length() <= SIGNATURE_LENGTH_MAX) {
      return line.isEmpty() ? symbol.name() : line;
    }
    int cut = line.lastIndexOf(' ', SIGNATURE_LENGTH_MAX);
    return line.substring(0, cut < 1 ? SIGNATURE_LENGTH_MAX : cut) + " …";
  }

  private static String withoutMarks(String raw) {
    StringBuilder kept = new StringBuilder();
    int open = 0; // brackets of a mark that goes on
    for (String line : raw.split("\n", -1)) {
      String words = line.strip();
      boolean mark = words.startsWith("@") && !words.startsWith("@interface");
      boolean alone = mark && !words.contains(" class ") && !words.contains(" def ");
      if (kept.isEmpty() && (alone || open > 0)) {
        open = Math.max(0, open + brackets(words));
      } else if (!words.startsWith("//") && !words.startsWith("#")) {
        kept.append(line.replaceFirst("\\s+(?:#|//) .*$", "")).append('\n');
      }
    }
    return kept.isEmpty() ? raw : kept.toString();
  }

  /** How many more brackets a line opens than it closes. */
  private static int brackets(String line) {
    return line.chars().map(c -> c == '(' ? 1 : c == ')' ? -1 : 0).sum();
  }

  /** The page that tells of a file's module, when there is one. */
  public Optional<PlannedPage> pageOfFile(int file) {
    int module = graph().moduleOf(file);
    return module < 0 ? Optional.empty() : plan().pageOf(module);
  }

  /** A module's name for people. */
  public String title(int module) {
    CodeModule found = graph().modules().get(module);
    if (!found.title().isEmpty()) {
      return found.title();
    }
    return found.folder().isEmpty() ? words.text("module.top") : fileName(found.folder());
  }

  /** Paths of the files right in a folder, in their order. */
  public List<String> filesIn(String folder) {
    List<String> result = new ArrayList<>();
    String prefix = folder.isEmpty() ? "" : folder + "/";
    int low = 0;
    int high = graph().fileCount();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (graph().path(middle).compareTo(prefix) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int file = low; file < graph().fileCount(); file++) {
      String path = graph().path(file);
      if (!path.startsWith(prefix)) {
        break;
      }
      if (path.indexOf('/', prefix.length()) < 0) {
        result.add(path);
      }
    }
    return result;
  }

  /** The last part of a path. */
  public static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether the graph knows the definitions of a file. */
  public boolean isParsed(int file) {
    return switch (graph().outcome(file)) {
      case PARSED, PARSED_WITH_ERRORS -> true;
      case TEXT, TOO_LARGE, TIMED_OUT, CRASHED -> false;
    };
  }

  public boolean isMain(int file) {
    return file >= 0 && graph().role(file) == FileRole.MAIN;
  }
}
