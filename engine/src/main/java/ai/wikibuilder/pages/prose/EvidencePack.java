package ai.wikibuilder.pages.prose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All pieces one page or answer is written from, in the order they are shown. Immutable. */
public final class EvidencePack {
  private final Map<String, EvidencePiece> byMark;

  /**
   * @throws IllegalArgumentException when two pieces have the same mark
   */
  public EvidencePack(List<EvidencePiece> pieces) {
    byMark = new LinkedHashMap<>();
    for (EvidencePiece piece : pieces) {
      if (byMark.put(piece.mark(), piece) != null) {
        throw new IllegalArgumentException("two pieces are marked [" + piece.mark() + "]");
      }
    }
  }

  /** In the order they are shown. */
  public List<EvidencePiece> pieces() {
    return List.copyOf(byMark.values());
  }

  /** The piece a writer means by {@code 3} or {@code F3}; empty when there is none. */
  public Optional<EvidencePiece> piece(String mark) {
    return Optional.ofNullable(byMark.get(mark));
  }

  /** What was counted. */
  public List<EvidencePiece> facts() {
    return pieces().stream().filter(piece -> piece.kind() == EvidencePiece.Kind.FACT).toList();
  }
}
