package ai.wikibuilder.pages.prose.packing;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.PageLanguage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackKeyTest {
  @Test
  void aLineThatMovesChangesNothing() {
    assertThat(key(card(12, "named by: Till.sell (Till.java:30), Store (src/Store.java:7)")))
        .isEqualTo(key(card(13, "named by: Till.sell (Till.java:31), Store (src/Store.java:9)")));
  }

  @Test
  void anotherCallerOrTextChangesIt() {
    String key = key(card(12, "named by: Till.sell (Till.java:30)"));

    assertThat(key).isNotEqualTo(key(card(12, "named by: Till.sell (Shop.java:30)")));
    assertThat(key).isNotEqualTo(key(card(12, "named by: Till.take (Till.java:30)")));
    EvidencePiece code = new EvidencePiece(1, EvidencePiece.Kind.CODE, "A.java", 1, 1, "f(a:1)");
    EvidencePiece other = new EvidencePiece(1, EvidencePiece.Kind.CODE, "A.java", 1, 1, "f(a:2)");
    assertThat(key(code)).isNotEqualTo(key(other));
  }

  private static EvidencePiece card(int line, String text) {
    return new EvidencePiece(1, EvidencePiece.Kind.CARD, "Shop.java", line, line, text);
  }

  private static String key(EvidencePiece piece) {
    return PackKey.of(new EvidencePack(List.of(piece)), PageLanguage.EN);
  }
}
