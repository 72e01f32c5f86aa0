package ai.wikibuilder.benchmarks.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Tag EXPECTED = new Tag("a/B.java", "run", "method", 10);

  @Test
  void aDefinitionTwoLinesAwayIsTheSameWhateverItsKind() {
    Agreement agreement =
        Agreement.between(List.of(EXPECTED), List.of(new Tag("a/B.java", "run", "function", 12)));

    assertThat(agreement.found()).isEqualTo(1);
    assertThat(agreement.missed()).isEmpty();
  }

  @Test
  void anotherLineNameOrFileIsAnotherDefinition() {
    List<Tag> others =
        List.of(
            new Tag("a/B.java", "run", "method", 13),
            new Tag("a/B.java", "Run", "method", 10),
            new Tag("a/C.java", "run", "method", 10));

    Agreement agreement = Agreement.between(List.of(EXPECTED), others);

    assertThat(agreement.found()).isZero();
    assertThat(agreement.missed()).containsEntry("method", List.of(EXPECTED));
  }

  @Test
  void kindsThatAreNoDefinitionsAreLeftOutWithAReason() {
    CtagsLanguages table =
        new CtagsLanguages(
            "go | Go | package: a namespace; const indented: a local; func unless func: made up;"
                + " var named _: no name; var with use(: an import; alias without =: an import"
                + "\nlua | Lua |");

    CtagsLanguages.Entry go = table.of("go").orElseThrow();

    assertThat(go.counts("package", "a", "package a")).isFalse();
    assertThat(go.counts("const", "a", "  const a = 1")).isFalse();
    assertThat(go.counts("const", "a", "const a = 1")).isTrue();
    assertThat(go.counts("func", "run", "func (t T) run()")).isFalse();
    assertThat(go.counts("func", "run", "func <T> T.run()")).isTrue();
    assertThat(go.counts("func", "t", "func run(t T)")).isFalse();
    assertThat(go.counts("var", "_", "var _ = 1")).isFalse();
    assertThat(go.counts("var", "a", "var a = use(b)")).isFalse();
    assertThat(go.counts("var", "a", "var a = b")).isTrue();
    assertThat(go.counts("alias", "a", "import { type a }")).isFalse();
    assertThat(table.of("lua").orElseThrow().leftOut()).isEmpty();
    assertThat(table.of("swift")).isEmpty();
  }

  @Test
  void aKindWithoutAReasonIsRefused() {
    assertThatThrownBy(() -> new CtagsLanguages("go | Go | package"))
        .hasMessageContaining("expected a reason");
  }

  @Test
  void theTableThatShipsCanBeRead() {
    assertThat(CtagsLanguages.load().all()).containsKeys("java", "python", "go", "bash");
  }
}
