package ai.wikibuilder.pages.material;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.plan.KeyDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the example a README gives in code, and which definitions it uses. */
public final class Examples {
  /** A longer example is a program. */
  private static final int LINE_COUNT_MAX = 30;

  private static final int LINE_COUNT_MIN = 2;

  /** Definitions whose names are looked for. */
  private static final int SYMBOL_COUNT_MAX = 600;

  /** What stands in a terminal shows no definition, though words may be alike. */
  private static final Pattern TYPED =
      Pattern.compile("(?m)^\\s*(?:(?:\\$|\\(gdb\\)) \\S|[\\w./-]+\\.\\w+:\\d+:)");

  private static final Set<String> OF_SHELL =
      Set.of("sh", "bash", "zsh", "fish", "shell", "console", "powershell", "terminal");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]{2,}");

  /** A name that the example itself defines. */
  private static final Pattern DEFINED =
      Pattern.compile("\\b(?:class|def|func|function|fun|fn|module|struct|interface)\\s+(\\w+)");

  /** A variable of the example, or the name of an argument that it gives. */
  private static final Pattern ASSIGNED = Pattern.compile("(?<![\\w.$])(\\w++)\\s*+:?=(?![=>~])");

  /** Names of the languages themselves, also where the repository adds to what they name. */
  private static final Set<String> EVERYDAY =
      Set.of(
          "String",
          "Object",
          "Integer",
          "Long",
          "Boolean",
          "Double",
          "List",
          "Array",
          "Date",
          "Exception",
          "Error",
          "File",
          "Hash",
          "Promise",
          "Result",
          "Option",
          "Optional");

  private final Material material;
  private final Repository repository;

  /**
   * Code of a document.
   *
   * @param names definitions of the repository it uses, in its order
   * @param text the lines of the evidence as they are
   */
  public record Example(Evidence evidence, String language, String text, List<String> names) {
    public Example {
      names = List.copyOf(names);
    }
  }

  public Examples(Material material) {
    this.material = material;
    this.repository = material.repository();
  }

  /** The first code of the README that uses a definition of the repository. */
  public Optional<Example> first() {
    Map<String, GraphSymbol> known = new HashMap<>();
    for (GraphSymbol symbol : material.keySymbols(SYMBOL_COUNT_MAX)) {
      known.putIfAbsent(symbol.name(), symbol);
    }
    for (KeyDocument document : repository.plan().documents()) {
      if (document.kind() == KeyDocument.Kind.README && document.path().indexOf('/') < 0) {
        Document read = repository.document(document.path()).orElse(new Document("", List.of()));
        for (Document.Part part : read.parts()) {
          Optional<Example> found = example(document.path(), part, known);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Example> example(
      String path, Document.Part part, Map<String, GraphSymbol> known) {
    if (!mayBeExample(part)) {
      return Optional.empty();
    }
    Map<String, GraphSymbol> named = isImported(part.text()) ? wider(known) : known;
    Set<String> names = new LinkedHashSet<>();
    Set<String> own = new HashSet<>();
    for (Pattern pattern : List.of(DEFINED, ASSIGNED)) {
      pattern.matcher(part.text()).results().forEach(found -> own.add(found.group(1)));
    }
    Matcher matcher = NAME.matcher(part.text());
    while (matcher.find()) {
      GraphSymbol symbol = named.get(matcher.group());
      boolean free = known.containsKey(matcher.group()) || (symbol != null && symbol.parent() < 0);
      boolean called = matcher.start() > 0 && part.text().charAt(matcher.start() - 1) == '.';
      boolean everyday = own.contains(matcher.group()) || EVERYDAY.contains(matcher.group());
      if (symbol != null && !everyday && matcher.group().length() >= 4 && (free || called)) {
        names.add(matcher.group());
      }
    }
    // one everyday word is in many texts
    boolean chance =
        names.size() == 1
            && names.iterator().next().matches("[a-z]{1,8}")
            && !isImported(part.text());
    if (names.isEmpty() || chance) {
      return Optional.empty();
    }
    GraphSymbol first = named.get(names.iterator().next());
    String language = first == null ? "" : repository.graph().language(first.file());
    if (OF_SHELL.contains(part.language()) && !language.equals("bash")) {
      return Optional.empty(); // a script shows no code of another language, whatever it says
    }
    return repository
        .lines(path, part.startLine(), part.endLine())
        .flatMap(evidence -> inner(evidence, language, new ArrayList<>(names)));
  }

  private static boolean mayBeExample(Document.Part part) {
    int lines = part.text().strip().split("\n", -1).length;
    return part.kind() == Document.Kind.CODE
        && lines >= LINE_COUNT_MIN
        && lines <= LINE_COUNT_MAX
        && !TYPED.matcher(part.text()).find();
  }

  /** Code that loads the repository by its name is an example whatever it uses of it. */
  private boolean isImported(String code) {
    return repository.names().stream()
        .filter(name -> name.length() >= 2)
        .anyMatch(name ->
            Pattern.compile(
                    "(?m)^.*\\b(?:from|import|require|use|using|include)\\b.*(?<![\\w-])"
                        + Pattern.quote(name)
                        + "(?![\\w-])")
                .matcher(code)
                .find());
  }

  /**
   * With what is defined in a line, as an object that is ready for use, and with methods: an object
   * that the example got is often no word in it.
   */
  private Map<String, GraphSymbol> wider(Map<String, GraphSymbol> known) {
    Map<String, GraphSymbol> result = new HashMap<>(known);
    for (int file = 0; file < repository.graph().fileCount(); file++) {
      int end = repository.isMain(file) ? repository.graph().endSymbol(file) : 0;
      for (int id = repository.graph().firstSymbol(file); id < end; id++) {
        GraphSymbol symbol = repository.graph().symbol(id);
        if ((symbol.parent() < 0 || isOffered(symbol)) && !KeySymbols.isHidden(symbol)) {
          result.putIfAbsent(symbol.name(), symbol);
        }
      }
    }
    return result;
  }

  /** Whether other code may call it on an object that it got of the repository. */
  private boolean isOffered(GraphSymbol symbol) {
    return symbol.kind() == SymbolKind.METHOD
        && symbol.visibility() == Visibility.PUBLIC
        && repository.graph().symbol(symbol.parent()).kind().isType();
  }

  /** Without the fences around it. */
  private Optional<Example> inner(Evidence evidence, String language, List<String> names) {
    return repository
        .text(evidence.path())
        .map(text -> {
          int first = evidence.startLine();
          int last = evidence.endLine();
          first += text.lines(first, first).strip().startsWith("```") ? 1 : 0;
          last -= last > first && text.lines(last, last).strip().startsWith("```") ? 1 : 0;
          Evidence inside = new Evidence(evidence.path(), first, Math.max(first, last));
          String shown = text.lines(inside.startLine(), inside.endLine()).stripTrailing();
          return new Example(inside, language, shown, names);
        });
  }
}
