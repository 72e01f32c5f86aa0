package ai.wikibuilder.answers.evidence;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.EvidencePiece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Evidence that grows while a question is looked into. A piece keeps its number for good, so that
 * what a model cited in an early step still leads to it. For one thread.
 */
public final class EvidenceTray {
  /** Part of a place's lines that must be shown already for the place to bring nothing new. */
  private static final double MOST = 0.7;

  private final ToIntFunction<String> tokens;
  private final int tokensMax;
  private final List<EvidencePiece> pieces = new ArrayList<>();
  private final List<Evidence> leftOut = new ArrayList<>();
  private int factCount;
  private int used;
  private int allowed;

  /**
   * @param tokens counts the tokens of a text
   * @param tokensMax tokens all pieces have together at most
   */
  public EvidenceTray(ToIntFunction<String> tokens, int tokensMax) {
    this.tokens = tokens;
    this.tokensMax = tokensMax;
    this.allowed = tokensMax;
  }

  /** A tray with pieces that were gathered before, under the numbers they had. */
  public static EvidenceTray holding(
      List<EvidencePiece> pieces, ToIntFunction<String> tokens, int tokensMax) {
    EvidenceTray tray = new EvidenceTray(tokens, tokensMax);
    for (EvidencePiece piece : pieces) {
      tray.pieces.add(piece);
      tray.used += tokens.applyAsInt(piece.shown());
      tray.factCount += piece.kind() == Kind.FACT ? 1 : 0;
    }
    return tray;
  }

  /** Lets only so many tokens more be added, until {@link #allowAll}. */
  public void allow(int more) {
    allowed = Math.min(tokensMax, used + more);
  }

  public void allowAll() {
    allowed = tokensMax;
  }

  /** Adds a piece; empty when there is no room for it, which is remembered. */
  public Optional<EvidencePiece> add(Kind kind, Evidence place, String text) {
    int number = kind == Kind.FACT ? factCount + 1 : pieces.size() - factCount + 1;
    EvidencePiece piece =
        new EvidencePiece(number, kind, place.path(), place.startLine(), place.endLine(), text);
    int cost = tokens.applyAsInt(piece.shown());
    if (used + cost > allowed) {
      if (used + cost > tokensMax) {
        leftOut.add(place);
      }
      return Optional.empty();
    }
    pieces.add(piece);
    used += cost;
    factCount += kind == Kind.FACT ? 1 : 0;
    return Optional.of(piece);
  }

  /** The piece whose text shows most of some lines already. */
  public Optional<EvidencePiece> showing(Evidence place) {
    int lineCount = place.endLine() - place.startLine() + 1;
    for (EvidencePiece piece : pieces) {
      boolean text = piece.kind() != Kind.FACT && piece.kind() != Kind.CARD;
      if (text && piece.path().equals(place.path())) {
        int first = Math.max(piece.startLine(), place.startLine());
        int last = Math.min(piece.endLine(), place.endLine());
        if (last - first + 1 >= lineCount * MOST) {
          return Optional.of(piece);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether some text is there already, as a fact or a card. */
  boolean has(String text) {
    return pieces.stream().anyMatch(piece -> piece.text().equals(text));
  }

  public boolean isEmpty() {
    return pieces.isEmpty();
  }

  /** Pieces so far. */
  public int size() {
    return pieces.size();
  }

  /** Pieces in the order they came, from a number of them on. */
  public List<EvidencePiece> since(int size) {
    return List.copyOf(pieces.subList(size, pieces.size()));
  }

  /** Tokens that may still be added. */
  public int room() {
    return allowed - used;
  }

  /** Places that were found and had no room. */
  public List<Evidence> leftOut() {
    return List.copyOf(leftOut);
  }

  /** All of it. */
  public EvidencePack pack() {
    return new EvidencePack(pieces);
  }
}
