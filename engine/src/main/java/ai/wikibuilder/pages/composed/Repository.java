package ai.wikibuilder.pages.composed;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.documents.DocumentReader;
import ai.wikibuilder.pages.words.Quotation;
import ai.wikibuilder.pages.words.Quotations;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the page writers ask about the repository: symbols with their own words, lines as evidence,
 * pages of modules. Evidence made here always lies inside its file.
 */
final class Repository {
  /** Longest signature shown; a longer one is cut at a blank. */
  private static final int SIGNATURE_LENGTH_MAX = 200;

  /** Everything names the exceptions; they are not where one begins to read. */
  private static final double FAILURE_WEIGHT = 0.2;

  private final Composition composition;

  Repository(Composition composition) {
    this.composition = composition;
  }

  /** The repository's own words and where they stand. */
  record Quoted(String text, Evidence evidence) {}

  CodeGraph graph() {
    return composition.graph();
  }

  WikiPlan plan() {
    return composition.plan();
  }

  Composition composition() {
    return composition;
  }

  String name() {
    return composition.snapshot().name();
  }

  /** The lines of a file, drawn into its bounds; empty for a file without lines. */
  Optional<Evidence> lines(String path, int first, int last) {
    int file = graph().file(path);
    int count = file < 0 ? 0 : graph().lineCount(file);
    if (count == 0) {
      return Optional.empty();
    }
    int start = Math.clamp(first, 1, count);
    return Optional.of(new Evidence(path, start, Math.clamp(last, start, count)));
  }

  Optional<Evidence> line(int file, int line) {
    return lines(graph().path(file), line, line);
  }

  Optional<Evidence> whole(int file) {
    return lines(graph().path(file), 1, graph().lineCount(file));
  }

  /** The definition: whole when short, its head otherwise. */
  Evidence definition(GraphSymbol symbol) {
    return lines(symbol.path(), symbol.startLine(), symbol.endLine())
        .orElseGet(() -> new Evidence(symbol.path(), 1, 1));
  }

  /** The line that names it, for sentences about the name alone. */
  Evidence head(GraphSymbol symbol) {
    return lines(symbol.path(), symbol.nameLine(), symbol.nameLine())
        .orElseGet(() -> definition(symbol));
  }

  Optional<SourceText> text(String path) {
    return composition.reader().text(path);
  }

  Optional<Document> document(String path) {
    return text(path).map(text -> DocumentReader.read(path, text));
  }

  /** The first sentence of a symbol's doc comment, when it says more than the name. */
  Optional<Quoted> doc(GraphSymbol symbol) {
    Optional<SourceText> text = symbol.hasDoc() ? text(symbol.path()) : Optional.empty();
    if (text.isEmpty() || symbol.docEnd() > text.get().byteCount()) {
      return Optional.empty();
    }
    String raw = text.get().slice(symbol.docStart(), symbol.docEnd());
    int line = text.get().lineOf(symbol.docStart());
    return Quotations.ofComment(raw).flatMap(quotation -> quoted(symbol.path(), line, quotation));
  }

  /** A quotation with its lines; {@code line} is where the raw text began. */
  Optional<Quoted> quoted(String path, int line, Quotation quotation) {
    return lines(path, line + quotation.firstLine(), line + quotation.lastLine())
        .map(evidence -> new Quoted(quotation.text(), evidence));
  }

  /** The symbol's head on one line, without the annotations before it. */
  String signature(GraphSymbol symbol) {
    Optional<SourceText> text = text(symbol.path());
    if (text.isEmpty() || symbol.signatureEnd() > text.get().byteCount()) {
      return symbol.name();
    }
    String raw = text.get().slice(symbol.signatureStart(), symbol.signatureEnd());
    String line = withoutMarks(raw).replaceAll("\\s+", " ").strip();
    line =
        line.replace("( ", "(")
            .replace(" )", ")")
            .replaceAll("\\s*(?:=\\s*[\\[({]?|[{:])$", "")
            .strip();
    if (line.length() <= SIGNATURE_LENGTH_MAX) {
      return line.isEmpty() ? symbol.name() : line;
    }
    int cut = line.lastIndexOf(' ', SIGNATURE_LENGTH_MAX);
    return line.substring(0, cut < 1 ? SIGNATURE_LENGTH_MAX : cut) + " …";
  }

  private static String withoutMarks(String raw) {
    StringBuilder kept = new StringBuilder();
    for (String line : raw.split("\n", -1)) {
      String words = line.strip();
      boolean mark = words.startsWith("@") && !words.startsWith("@interface");
      boolean alone = mark && !words.contains(" class ") && !words.contains(" def ");
      if (!(alone && kept.isEmpty()) && !words.startsWith("//") && !words.startsWith("#")) {
        kept.append(line.replaceFirst("\\s+(?:#|//) .*$", "")).append('\n');
      }
    }
    return kept.isEmpty() ? raw : kept.toString();
  }

  String pageTitle(int module) {
    return plan().pageOf(module).map(PlannedPage::title).orElse(title(module));
  }

  String title(int module) {
    CodeModule found = graph().modules().get(module);
    return found.title().isEmpty() ? "Top-level files" : found.title();
  }

  /** The most important definitions of some files, those other code may use before the rest. */
  List<GraphSymbol> keySymbols(List<Integer> files, int countMax) {
    List<GraphSymbol> found = new ArrayList<>();
    for (int file : files) {
      for (int id = graph().firstSymbol(file); id < graph().endSymbol(file); id++) {
        GraphSymbol symbol = graph().symbol(id);
        if (isTopLevel(symbol) && isKey(symbol)) {
          found.add(symbol);
        }
      }
    }
    found.sort(
        Comparator.comparing(Repository::isHidden)
            .thenComparingDouble(symbol -> -weight(symbol))
            .thenComparingInt(GraphSymbol::id));
    return found.subList(0, Math.min(countMax, found.size()));
  }

  private static boolean isHidden(GraphSymbol symbol) {
    return symbol.visibility() == Visibility.PRIVATE || symbol.name().startsWith("_");
  }

  /** Importance, more for what is long or documented: a marker explains nothing to a newcomer. */
  private static double weight(GraphSymbol symbol) {
    double size = Math.min(200, symbol.endLine() - symbol.startLine()) / 200.0;
    double doc = symbol.hasDoc() ? 0.3 : 0;
    boolean failure = symbol.name().endsWith("Exception") || symbol.name().endsWith("Error");
    return symbol.importance() * (0.3 + size + doc) * (failure ? FAILURE_WEIGHT : 1);
  }

  private boolean isTopLevel(GraphSymbol symbol) {
    return symbol.parent() < 0 || graph().symbol(symbol.parent()).kind() == SymbolKind.NAMESPACE;
  }

  private static boolean isKey(GraphSymbol symbol) {
    return switch (symbol.kind()) {
      case CLASS, INTERFACE, ENUM, RECORD, TRAIT, STRUCT, ANNOTATION, TYPE_ALIAS -> true;
      case FUNCTION, METHOD -> !symbol.name().equals("main");
      case CONSTANT, VARIABLE -> symbol.endLine() - symbol.startLine() >= 4;
      case NAMESPACE, CONSTRUCTOR, FIELD, ENUM_MEMBER -> false;
    };
  }

  /** Whether the graph knows the definitions of a file. */
  boolean isParsed(int file) {
    return switch (graph().outcome(file)) {
      case PARSED, PARSED_WITH_ERRORS -> true;
      case TEXT, TOO_LARGE, TIMED_OUT, CRASHED -> false;
    };
  }

  boolean isMain(int file) {
    return graph().role(file) == FileRole.MAIN;
  }
}
