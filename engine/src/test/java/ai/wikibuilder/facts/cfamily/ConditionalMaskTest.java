package ai.wikibuilder.facts.cfamily;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConditionalMaskTest {
  @Test
  void conditionalLinesAroundAnAttributeAreBlanked() {
    assertThat(mask("#if A\r\n[Serializable]\r\n  #endif // A\r\nclass B { }"))
        .isEqualTo("     \r\n[Serializable]\r\n             \r\nclass B { }");
  }

  @Test
  void aSectionWithAnAlternativeStays() {
    String text = "#if A\nint x;\n#else\nlong x;\n#endif\n";

    assertThat(mask(text)).isEqualTo(text);
  }

  @Test
  void theInnerSectionIsJudgedByItself() {
    assertThat(mask("#if A\n#if B\n1\n#endif\n#else\n2\n#endif"))
        .isEqualTo("#if A\n     \n1\n      \n#else\n2\n#endif");
  }

  @Test
  void linesWithoutAPartnerStay() {
    assertThat(mask("#endif\n#if A\n")).isEqualTo("#endif\n#if A\n");
  }

  private static String mask(String text) {
    return new String(ConditionalMask.mask(text.getBytes(UTF_8)), UTF_8);
  }
}
