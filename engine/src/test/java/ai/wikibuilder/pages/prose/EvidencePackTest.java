package ai.wikibuilder.pages.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.prose.EvidencePiece.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidencePackTest {
  private final EvidencePiece code = new EvidencePiece(1, Kind.CODE, "a/Sail.java", 3, 9, "class");
  private final EvidencePiece fact = new EvidencePiece(1, Kind.FACT, "", 0, 0, "8 states");

  @Test
  void piecesAreFoundByTheMarkTheyAreCitedWith() {
    EvidencePack pack = new EvidencePack(List.of(fact, code));

    assertThat(pack.piece("1")).contains(code);
    assertThat(pack.piece("F1")).contains(fact);
    assertThat(pack.piece("2")).isEmpty();
    assertThat(pack.pieces()).containsExactly(fact, code);
    assertThat(pack.facts()).containsExactly(fact);
  }

  @Test
  void aPieceOfAFileHasItsPlaceAndACountOverManyHasNone() {
    assertThat(code.place()).contains(new Evidence("a/Sail.java", 3, 9));
    assertThat(fact.place()).isEmpty();
  }

  @Test
  void twoPiecesWithOneMarkAreRefused() {
    assertThatThrownBy(() -> new EvidencePack(List.of(code, code)))
        .hasMessage("two pieces are marked [1]");
  }

  @Test
  void codeWithoutLinesIsRefused() {
    assertThatThrownBy(() -> new EvidencePiece(1, Kind.CODE, "", 0, 0, "x"))
        .hasMessageContaining("expected the lines of a file");
    assertThatThrownBy(() -> new EvidencePiece(0, Kind.FACT, "", 0, 0, "x"))
        .hasMessageContaining("numbered from 1");
  }
}
