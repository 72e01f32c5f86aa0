package ai.wikibuilder.pages.prose.packing;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.EvidencePiece.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** A pack that grows, and what is left of its budget of tokens. For one thread. */
public final class PackDraft {
  /** Part of a place's lines with which it is worth no piece of its own. */
  private static final double MOST = 0.6;

  private final List<EvidencePiece> pieces = new ArrayList<>();
  private final ToIntFunction<String> tokens;
  private final int tokensMax;
  private int factCount;
  private int used;
  private int allowed;

  PackDraft(ToIntFunction<String> tokens, int tokensMax) {
    this.tokens = tokens;
    this.tokensMax = tokensMax;
  }

  /** Lets the next kind have its share, and what those before it left. */
  void allow(double share) {
    allowed = Math.min(tokensMax, allowed + (int) (tokensMax * share));
  }

  void allowRest() {
    allowed = tokensMax;
  }

  /** Tokens that may still be added. */
  int room() {
    return allowed - used;
  }

  /** Whether the texts of the pack do not show most of a place yet. */
  boolean isNew(Evidence place) {
    int lineCount = place.endLine() - place.startLine() + 1;
    int shown = 0;
    for (EvidencePiece piece : pieces) {
      boolean text = piece.kind() != Kind.FACT && piece.kind() != Kind.CARD;
      if (text && piece.path().equals(place.path())) {
        int first = Math.max(piece.startLine(), place.startLine());
        int last = Math.min(piece.endLine(), place.endLine());
        shown += Math.max(0, last - first + 1);
      }
    }
    return shown < lineCount * MOST;
  }

  /** Adds a piece when there is room for it. */
  boolean add(Kind kind, Evidence place, String text) {
    int number = kind == Kind.FACT ? factCount + 1 : pieces.size() - factCount + 1;
    EvidencePiece piece =
        new EvidencePiece(number, kind, place.path(), place.startLine(), place.endLine(), text);
    int cost = tokens.applyAsInt(piece.shown());
    if (cost > room()) {
      return false;
    }
    pieces.add(piece);
    used += cost;
    factCount += kind == Kind.FACT ? 1 : 0;
    return true;
  }

  /**
   * The pack, texts of a kind in the order of their files: what is important was chosen before, and
   * an order by importance would change with every commit.
   */
  EvidencePack pack() {
    List<EvidencePiece> sorted = new ArrayList<>(pieces);
    sorted.sort(
        Comparator.comparingInt(PackDraft::place)
            .thenComparing(piece -> piece.kind() == Kind.FACT ? "" : piece.path())
            .thenComparingInt(piece -> piece.kind() == Kind.FACT ? 0 : piece.startLine()));
    List<EvidencePiece> numbered = new ArrayList<>();
    int facts = 0;
    for (EvidencePiece piece : sorted) {
      boolean fact = piece.kind() == Kind.FACT;
      facts += fact ? 1 : 0;
      numbered.add(
          new EvidencePiece(
              fact ? facts : numbered.size() + 1 - facts,
              piece.kind(),
              piece.path(),
              piece.startLine(),
              piece.endLine(),
              piece.text()));
    }
    return new EvidencePack(numbered);
  }

  /** Facts first, then what people wrote, then cards, code and tests. */
  private static int place(EvidencePiece piece) {
    return switch (piece.kind()) {
      case FACT -> 0;
      case DOC -> 1;
      case CARD -> 2;
      case CODE -> 3;
      case TEST -> 4;
    };
  }
}
