package ai.wikibuilder.pages.tests;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestCasesTest {
  private static List<String> names(String path, String text) {
    return TestCases.of(path, SourceText.of(text)).stream()
        .map(one -> (one.isGroup() ? "+" : "") + one.subject() + "/" + one.name())
        .toList();
  }

  @Test
  void casesOfScriptsStandUnderTheirOutermostGroup() {
    String text =
        """
        import { test } from 'vitest'
        describe('gate', () => {
          describe('when locked', () => {
            it('stays shut', () => {})
          })
          it.each([
            [1, 2],
          ])('opens %i', () => {})
        })
        test(
          'alone',
          () => {})
        latest('x', 1)
        """;

    assertThat(names("gate.test.ts", text))
        .containsExactly("+gate/gate", "+gate/when locked", "gate/stays shut", "gate/", "/alone");
    assertThat(TestCases.of("gate.test.ts", SourceText.of(text)))
        .extracting(TestCases.Case::line)
        .as("where the names stand")
        .containsExactly(2, 3, 4, 6, 11);
  }

  @Test
  void casesOfElixirDartLuaAndCppAreFound() {
    assertThat(names("gate_test.exs", "describe \"open/1\" do\n  test \"opens\" do\n  end\nend\n"))
        .containsExactly("+open/1/open/1", "open/1/opens");
    assertThat(names("gate_test.dart", "group('gate', () {\n  test(\"opens\", () {});\n});\n"))
        .containsExactly("+gate/gate", "gate/opens");
    assertThat(names("gate_spec.lua", "describe(\"gate\", function()\n  it(\"opens\", f)\nend)\n"))
        .containsExactly("+gate/gate", "gate/opens");
    assertThat(
            names("gate.cpp", "TEST_CASE( \"gate opens\", \"[gate]\" ) {\nTEST_F(Gate, Opens) {\n"))
        .containsExactly("/gate opens", "Gate/Opens");
  }

  @Test
  void aMacroOfRustThatIsCalledAfterTestsMakesOne() {
    assertThat(names("gate.rs", "rgtest!(opens, |dir: Dir| {\n});\nassert_eq!(opens, 3);\n"))
        .containsExactly("/opens");
  }

  @Test
  void aLineOfAnyLengthIsReadOnceAndALanguageWithoutCasesHasNone() {
    assertThat(names("gate.ts", "it('" + "a".repeat(500_000))).isEmpty();
    assertThat(names("gate.py", "it('opens', f)")).isEmpty();
  }
}
