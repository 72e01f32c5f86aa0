package ai.wikibuilder.pages.prose.packing;

import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * Gathers what a model needs to know to write one page: real text of the repository, numbered, as
 * much as a budget of tokens allows. For one thread.
 *
 * <p>Idea: the composed page already cites the lines that matter, so its evidence is the core of
 * the pack: documents first, then the definitions it is about, whole or cut at their members, then
 * who calls them, then tests, and its statements as facts. A page about a module adds the module's
 * most important definitions. Each kind has a share of the budget; what one leaves unused the next
 * may take.
 */
public final class EvidencePacker {
  /** Definitions shown of a module, the most important first. */
  private static final int DEFINITION_COUNT_MAX = 16;

  /** A definition takes at most so much of the tokens for code, or one class would fill them. */
  private static final double DEFINITION_SHARE_MAX = 0.22;

  /** Lines shown around a cited place that lies in no short definition. */
  private static final int CONTEXT_LINE_COUNT = 6;

  /** Longest definition that is shown whole because a line of it is cited. */
  private static final int ENCLOSING_LINE_COUNT_MAX = 60;

  /** Callers and callees named on a card. */
  private static final int NEIGHBOUR_COUNT_MAX = 6;

  /** Statements of the composed page given as facts. */
  private static final int FACT_COUNT_MAX = 60;

  /** Shorter sentences are names. */
  private static final int FACT_LENGTH_MIN = 30;

  /** Beginnings of sentences that need the one before them. */
  private static final Pattern LEANING =
      Pattern.compile(
          "(?:It|They|Its|Beside that|To see|In a loop|Under a condition|First|Then|There"
              + "|Onu?|Bunu?|Ayrıca|Orada|Önce|Sonra|Döngüde)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final double DOCUMENT_SHARE = 0.2;
  private static final double FACT_SHARE = 0.15;
  private static final double CARD_SHARE = 0.12;
  private static final double TEST_SHARE = 0.08;

  private static final Set<String> DOCUMENT_ENDINGS = Set.of(".md", ".rst", ".adoc", ".txt");

  private final Material material;
  private final Repository repository;
  private final ToIntFunction<String> tokens;
  private final Excerpts excerpts;

  /**
   * @param tokens counts the tokens of a text
   */
  public EvidencePacker(Material material, ToIntFunction<String> tokens) {
    this.material = material;
    this.repository = material.repository();
    this.tokens = tokens;
    this.excerpts = new Excerpts(material.symbols());
  }

  /**
   * The evidence of a page.
   *
   * @param composed the page as it is without a model
   * @param tokensMax tokens all texts have together at most
   */
  public EvidencePack pack(PlannedPage planned, Page composed, int tokensMax) {
    PackDraft draft = new PackDraft(tokens, tokensMax);
    List<Sentence> statements = statements(composed);
    List<Evidence> cited = cited(composed, statements);
    List<GraphSymbol> definitions = definitions(planned);
    addDocuments(cited, draft);
    draft.allow(FACT_SHARE);
    addFacts(composed, draft);
    draft.allow(CARD_SHARE);
    addCards(definitions, draft);
    draft.allow(TEST_SHARE);
    for (Evidence place : cited) {
      if (role(place) == FileRole.TEST) {
        addPlace(EvidencePiece.Kind.TEST, place, draft);
      }
    }
    draft.allowRest();
    addDefinitions(definitions, draft);
    for (Evidence place : cited) {
      if (!isDocument(place.path()) && role(place) != FileRole.TEST) {
        addPlace(EvidencePiece.Kind.CODE, place, draft);
      }
    }
    return draft.pack();
  }

  /** Sentences with evidence that are more than a quotation, in the order of the page. */
  static List<Sentence> statements(Page page) {
    Set<Sentence> found = new LinkedHashSet<>();
    for (Page.Section section : page.sections()) {
      for (Block block : section.blocks()) {
        switch (block) {
          case Block.Paragraph paragraph -> found.addAll(paragraph.sentences());
          case Block.Items items -> items.items().forEach(found::addAll);
          case Block.Symbols symbols ->
              symbols
                  .cards()
                  .forEach(card -> {
                    card.purpose().ifPresent(found::add);
                    found.addAll(card.facts());
                  });
          case Block.Table table -> table.rows().forEach(found::addAll);
          case Block.Excerpt _, Block.CodeBlock _, Block.Figure _, Block.Image _ -> {}
        }
      }
    }
    return found.stream().filter(sentence -> !sentence.evidence().isEmpty()).toList();
  }

  private static List<Evidence> cited(Page page, List<Sentence> statements) {
    Set<Evidence> cited = new LinkedHashSet<>();
    statements.forEach(sentence -> cited.addAll(sentence.evidence()));
    for (Page.Section section : page.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Figure(var diagram)) {
          diagram.edges().forEach(edge -> cited.addAll(edge.evidence()));
        } else if (block instanceof Block.Excerpt(var place, _, _)) {
          cited.add(place);
        }
      }
    }
    return List.copyOf(cited);
  }

  private List<GraphSymbol> definitions(PlannedPage planned) {
    List<Integer> files = new ArrayList<>();
    if (planned.module() >= 0 && planned.kind() != PlannedPage.Kind.TOPIC) {
      files.addAll(module(planned.module()).files());
    }
    planned.folded().forEach(folded -> files.addAll(module(folded).files()));
    if (planned.kind() == PlannedPage.Kind.OVERVIEW) {
      return material.keySymbols(DEFINITION_COUNT_MAX / 2);
    }
    return material.symbols().of(files, DEFINITION_COUNT_MAX);
  }

  private CodeModule module(int number) {
    return repository.graph().modules().get(number);
  }

  private void addDocuments(List<Evidence> cited, PackDraft draft) {
    draft.allow(DOCUMENT_SHARE);
    for (Evidence place : cited) {
      if (isDocument(place.path())) {
        addPlace(EvidencePiece.Kind.DOC, place, draft);
      }
    }
  }

  private void addFacts(Page composed, PackDraft draft) {
    int count = 0;
    for (Sentence sentence : facts(composed)) {
      if (count < FACT_COUNT_MAX) {
        Evidence place = sentence.evidence().getFirst();
        count += draft.add(EvidencePiece.Kind.FACT, place, Texts.plain(sentence)) ? 1 : 0;
      }
    }
  }

  /** Sentences that can be understood alone and say something the text of the files does not. */
  public static List<Sentence> facts(Page page) {
    Set<Sentence> found = new LinkedHashSet<>();
    for (Page.Section section : page.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Paragraph(var sentences)) {
          found.addAll(sentences);
        } else if (block instanceof Block.Items(_, var items)) {
          items.stream().filter(item -> item.size() == 1).forEach(found::addAll);
        }
      }
    }
    return found.stream().filter(EvidencePacker::standsAlone).toList();
  }

  private static boolean standsAlone(Sentence sentence) {
    String text = Texts.plain(sentence);
    boolean quotes = sentence.words().stream().anyMatch(Inline.Quote.class::isInstance);
    return !quotes
        && !sentence.evidence().isEmpty()
        && text.length() >= FACT_LENGTH_MIN
        && !LEANING.matcher(text).lookingAt();
  }

  private void addCards(List<GraphSymbol> definitions, PackDraft draft) {
    for (GraphSymbol symbol : definitions) {
      List<String> lines = new ArrayList<>();
      List<String> callers = new ArrayList<>();
      material
          .calls()
          .usage(symbol)
          .places()
          .forEach((name, edge) -> {
            if (callers.size() < NEIGHBOUR_COUNT_MAX) {
              callers.add("%s (%s)".formatted(name, place(edge)));
            }
          });
      if (!callers.isEmpty()) {
        lines.add("named by: " + String.join(", ", callers));
      }
      List<String> callees = new ArrayList<>();
      for (GraphEdge edge : material.calls().calledBy(symbol)) {
        if (callees.size() < NEIGHBOUR_COUNT_MAX) {
          callees.add(repository.graph().qualifiedName(edge.target()));
        }
      }
      if (!callees.isEmpty()) {
        lines.add("calls: " + String.join(", ", callees));
      }
      Set<String> kinds = material.calls().builtOn(symbol).keySet();
      if (!kinds.isEmpty()) {
        lines.add(
            "extended or implemented by %d: %s"
                .formatted(
                    kinds.size(),
                    String.join(", ", kinds.stream().limit(NEIGHBOUR_COUNT_MAX).toList())));
      }
      if (!lines.isEmpty()) {
        String name = repository.graph().qualifiedName(symbol.id());
        String text = name + "\n" + String.join("\n", lines) + "\n";
        draft.add(EvidencePiece.Kind.CARD, repository.head(symbol), text);
      }
    }
  }

  private String place(GraphEdge edge) {
    return Repository.fileName(repository.graph().path(edge.sourceFile())) + ":" + edge.line();
  }

  private void addDefinitions(List<GraphSymbol> definitions, PackDraft draft) {
    int tokensMax = (int) (draft.room() * DEFINITION_SHARE_MAX);
    for (GraphSymbol symbol : definitions) {
      addDefinition(symbol, tokensMax, EvidencePiece.Kind.CODE, draft);
    }
  }

  private void addDefinition(
      GraphSymbol symbol, int tokensMax, EvidencePiece.Kind kind, PackDraft draft) {
    Optional<SourceText> text = repository.text(symbol.path());
    if (text.isEmpty()) {
      return;
    }
    int first =
        symbol.hasDoc()
            ? Math.min(symbol.startLine(), text.get().lineOf(symbol.docStart()))
            : symbol.startLine();
    repository
        .lines(symbol.path(), first, symbol.endLine())
        .filter(place -> draft.isNew(place))
        .ifPresent(place ->
            draft.add(
                kind,
                place,
                excerpts.definition(
                    text.get(), symbol, place.startLine(), Math.min(tokensMax, draft.room()))));
  }

  /** What a citation stands in: the definition around it when that is short, else lines around. */
  private void addPlace(EvidencePiece.Kind kind, Evidence cited, PackDraft draft) {
    if (!draft.isNew(cited) || draft.room() <= 0) {
      return;
    }
    Optional<GraphSymbol> around = enclosing(cited);
    if (around.isPresent()) {
      addDefinition(around.get(), draft.room(), kind, draft);
      return;
    }
    Optional<SourceText> text = repository.text(cited.path());
    Optional<Evidence> place =
        repository.lines(
            cited.path(),
            cited.startLine() - CONTEXT_LINE_COUNT,
            cited.endLine() + CONTEXT_LINE_COUNT);
    if (text.isPresent() && place.isPresent()) {
      Evidence range = place.get();
      draft.add(
          kind,
          range,
          excerpts.lines(text.get(), range.startLine(), range.endLine(), draft.room()));
    }
  }

  private Optional<GraphSymbol> enclosing(Evidence place) {
    int file = repository.graph().file(place.path());
    Optional<GraphSymbol> best = Optional.empty();
    if (file < 0) {
      return best;
    }
    for (int id = repository.graph().firstSymbol(file);
        id < repository.graph().endSymbol(file);
        id++) {
      GraphSymbol symbol = repository.graph().symbol(id);
      boolean around =
          symbol.startLine() <= place.startLine() && symbol.endLine() >= place.endLine();
      if (around && symbol.endLine() - symbol.startLine() < ENCLOSING_LINE_COUNT_MAX) {
        boolean longer =
            best.isEmpty()
                || symbol.endLine() - symbol.startLine()
                    > best.get().endLine() - best.get().startLine();
        best = longer ? Optional.of(symbol) : best;
      }
    }
    return best;
  }

  private FileRole role(Evidence place) {
    int file = repository.graph().file(place.path());
    return file < 0 ? FileRole.MAIN : repository.graph().role(file);
  }

  private static boolean isDocument(String path) {
    int dot = path.lastIndexOf('.');
    return dot >= 0 && DOCUMENT_ENDINGS.contains(path.substring(dot));
  }
}
