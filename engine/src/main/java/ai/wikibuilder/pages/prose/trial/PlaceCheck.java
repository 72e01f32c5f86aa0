package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.language.ContentWords;
import ai.wikibuilder.pages.prose.lookup.DocOwners;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every cited piece is about the sentence: it shares a name, a quotation, a proving line or at
 * least words with it, and no other piece of the evidence shares much more. Runs last.
 */
final class PlaceCheck implements ClaimCheck {
  /** Words another piece must share beyond the cited ones before the mark counts as wrong. */
  private static final int WORD_COUNT_LEAD_MIN = 3;

  private final Ground ground;
  private final CodeGraph graph;
  private final DocOwners owners;
  private final Map<String, Set<String>> stemsByMark = new HashMap<>();
  private final Map<Integer, Set<String>> stemsOfDocs = new HashMap<>();

  PlaceCheck(Ground ground) {
    this.ground = ground;
    this.graph = ground.names().graph();
    this.owners = new DocOwners(ground.names(), ground.text());
  }

  @Override
  public void check(Claim claim, Trial trial) {
    if (claim.pieces().isEmpty()) {
      return;
    }
    Set<String> words = words(claim);
    int most = 0;
    for (EvidencePiece piece : claim.pieces()) {
      int shared = ContentWords.shared(words, stems(piece));
      most = Math.max(most, shared);
      if (shared == 0 && !isNamed(piece, claim) && !isShown(piece, trial)) {
        foreign(piece, claim, words, trial);
      }
    }
    if (most > 0) {
      trial.confirm();
    }
    if (trial.findings().isEmpty() && !trial.isProven()) {
      better(claim, words, most, trial);
      saidOfAnother(claim, words, trial);
    }
  }

  private Set<String> words(Claim claim) {
    StringBuilder text = new StringBuilder(claim.masked());
    for (Inline word : claim.statement().words()) {
      switch (word) {
        case Inline.Code code -> text.append(' ').append(code.text());
        case Inline.Quote quote -> text.append(' ').append(quote.text());
        default -> {}
      }
    }
    for (Mention mention : claim.mentions()) {
      text.append(' ').append(mention.text());
    }
    return ContentWords.of(text.toString());
  }

  private Set<String> stems(EvidencePiece piece) {
    return stemsByMark.computeIfAbsent(
        piece.mark(), mark -> ContentWords.of(ground.text(piece) + " " + piece.path()));
  }

  private boolean isNamed(EvidencePiece piece, Claim claim) {
    String text = ground.text(piece);
    return claim.mentions().stream()
        .anyMatch(one ->
            ground.defines(List.of(piece), one.symbols())
                || (!ClaimReader.last(one).isEmpty() && text.contains(ClaimReader.last(one)))
                || one.files().stream().anyMatch(file -> graph.path(file).equals(piece.path())));
  }

  private static boolean isShown(EvidencePiece piece, Trial trial) {
    return trial.lines().stream().anyMatch(line -> Ground.covers(piece, line));
  }

  /** Words of another language than the code's may share nothing with it. */
  private void foreign(EvidencePiece piece, Claim claim, Set<String> words, Trial trial) {
    boolean names = claim.mentions().stream().anyMatch(Mention::isExplicit);
    boolean better =
        ground.pack().pieces().stream()
            .anyMatch(one -> ContentWords.shared(words, stems(one)) >= WORD_COUNT_LEAD_MIN);
    boolean others = claim.pieces().size() > 1 && !names;
    if ((names || better) && !others) {
      trial.fail(
          Finding.Kind.PLACE,
          "a piece about what the sentence says",
          "[" + piece.mark() + "] shares no name and no word with it");
    } else {
      trial.doubt("[" + piece.mark() + "] shares no word with it");
    }
  }

  /** Another piece that says clearly more of what the sentence says is the one that was meant. */
  private void better(Claim claim, Set<String> words, int most, Trial trial) {
    Set<String> rare = rare(words);
    int own = 0;
    for (EvidencePiece piece : claim.pieces()) {
      own += ContentWords.shared(rare, stems(piece));
    }
    for (EvidencePiece piece : ground.pack().pieces()) {
      int other = ContentWords.shared(rare, stems(piece));
      boolean named = claim.mentions().stream().anyMatch(Mention::isExplicit);
      boolean heads =
          named
              && heads(piece, claim)
              && !claim.pieces().stream().anyMatch(cited -> heads(cited, claim));
      int leadMin = WORD_COUNT_LEAD_MIN + (heads ? -1 : named ? 1 : 0);
      boolean lead = other >= own + leadMin && other > 2 * own;
      if (lead && !claim.pieces().contains(piece)) {
        trial.fail(
            Finding.Kind.PLACE,
            "a mark of [" + piece.mark() + "], which has these words",
            "another mark");
        return;
      }
    }
    if (most < 2 && claim.mentions().isEmpty() && claim.quotes().isEmpty()) {
      trial.doubt("the cited lines share hardly a word with it");
    }
  }

  /** Whether a piece shows the line that names something the claim names. */
  private boolean heads(EvidencePiece piece, Claim claim) {
    return claim.mentions().stream()
        .flatMap(one -> one.symbols().stream())
        .anyMatch(symbol -> Ground.covers(piece, ground.head(symbol)));
  }

  /** Words that not half of the pieces have. */
  private Set<String> rare(Set<String> words) {
    List<EvidencePiece> pieces = ground.pack().pieces();
    Set<String> result = new HashSet<>();
    for (String word : words) {
      long having = pieces.stream().filter(piece -> stems(piece).contains(word)).count();
      if (having * 2 <= Math.max(2, pieces.size())) {
        result.add(word);
      }
    }
    return result;
  }

  /** What a doc comment says of one symbol is not true of its neighbour. */
  private void saidOfAnother(Claim claim, Set<String> words, Trial trial) {
    Optional<Mention> subject =
        claim.mentions().stream()
            .filter(one -> one.kind() == Mention.Kind.NAME && !one.symbols().isEmpty())
            .findFirst();
    boolean open =
        trial.findings().isEmpty() && claim.quotes().isEmpty() && claim.mentions().size() <= 2;
    if (!open || subject.isEmpty()) {
      return;
    }
    SymbolKind kind = graph.symbol(subject.get().symbols().getFirst()).kind();
    if (!kind.isCallable() && !kind.isType()) {
      return;
    }
    Set<String> said = new HashSet<>(words);
    claim.mentions().forEach(one -> said.removeAll(ContentWords.of(one.text())));
    int own = 0;
    for (int symbol : subject.get().symbols()) {
      own = Math.max(own, ContentWords.shared(said, body(graph.symbol(symbol))));
    }
    for (EvidencePiece piece : claim.pieces()) {
      Optional<GraphSymbol> other = better(piece, subject.get(), said, own);
      if (other.isPresent()) {
        trial.fail(
            Finding.Kind.PLACE,
            "these words said of " + graph.qualifiedName(other.get().id()),
            "said of " + subject.get().text());
        return;
      }
    }
  }

  private Set<String> body(GraphSymbol symbol) {
    return ContentWords.of(
        owners.doc(symbol)
            + " "
            + symbol.name()
            + " "
            + ground.text().lines(ground.span(symbol.id())).orElse(""));
  }

  private Optional<GraphSymbol> better(
      EvidencePiece piece, Mention subject, Set<String> said, int own) {
    int file = piece.path().isEmpty() ? -1 : graph.file(piece.path());
    for (int id = file < 0 ? 0 : graph.firstSymbol(file);
        file >= 0 && id < graph.endSymbol(file);
        id++) {
      GraphSymbol symbol = graph.symbol(id);
      if (symbol.hasDoc()
          && Ground.touches(piece, ground.span(id))
          && !owners.isOf(symbol, subject.symbols())) {
        Set<String> doc =
            stemsOfDocs.computeIfAbsent(id, key -> ContentWords.of(owners.doc(symbol)));
        int other = ContentWords.shared(said, doc);
        boolean lead = other >= WORD_COUNT_LEAD_MIN && other >= 2 * own + 1;
        boolean all = other >= WORD_COUNT_LEAD_MIN - 1 && own == 0;
        if ((lead || all) && other * 5 >= said.size() * 3) {
          return Optional.of(symbol);
        }
      }
    }
    return Optional.empty();
  }
}
