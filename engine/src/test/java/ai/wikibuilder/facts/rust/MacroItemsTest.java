package ai.wikibuilder.facts.rust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MacroItemsTest {
  private static String mask(String text) {
    return new String(MacroItems.mask(text.getBytes(UTF_8)), UTF_8);
  }

  @Test
  void theMacroAroundItemsIsBlankedAndEveryOtherByteStays() {
    String text =
        "if_net! {\n    /// é\n    #[x]\n    pub struct Port {\n        a: u8,\n    }\n}\n";

    String masked = mask(text);

    assertThat(masked.getBytes(UTF_8)).hasSameSizeAs(text.getBytes(UTF_8));
    assertThat(masked)
        .isEqualTo(
            "         \n    /// é\n    #[x]\n    pub struct Port {\n        a: u8,\n    }\n \n");
  }

  @Test
  void aMacroInsideAnotherIsBlankedToo() {
    assertThat(mask("a! {\n    mod m;\n    b! {\n        use c::D;\n    }\n}\n"))
        .isEqualTo("    \n    mod m;\n        \n        use c::D;\n     \n \n");
  }

  @Test
  void whatIsNoItemStaysInItsMacro() {
    String text = "fn f() {\n    select! {\n        _ = x => {}\n    }\n}\n";

    assertThat(mask(text)).isEqualTo(text);
  }

  @Test
  void aMacroWithASyntaxOfItsOwnStays() {
    String text = "bitflags! {\n    pub struct F: u8 {\n        const A = 1;\n    }\n}\n";

    assertThat(mask(text)).isEqualTo(text);
  }
}
