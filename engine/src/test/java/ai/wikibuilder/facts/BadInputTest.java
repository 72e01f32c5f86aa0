package ai.wikibuilder.facts;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FileFacts.Outcome;
import ai.wikibuilder.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that a parser does not like cost themselves and no other; what can be read of them is. */
@Timeout(300)
class BadInputTest {
  private static final int DEPTH = 200_000;

  private static final SourceText ORDINARY = SourceText.of("class Ordinary { void run() {} }\n");

  @TempDir Path natives;

  private FactsExtractor extractor() {
    return new FactsExtractor(
        new FactsSettings(natives, Optional.empty(), 2, FactsLimits.defaults()));
  }

  @Test
  void twoHundredThousandNestedBracketsCostOneFileInEachLanguage() {
    Map<String, String> texts =
        Map.of(
            "A.java", "class A { int x = " + "(".repeat(DEPTH) + ")".repeat(DEPTH) + "; }",
            "a.js", "const x = " + "[".repeat(DEPTH) + "]".repeat(DEPTH) + ";",
            "a.py", "x = " + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "\n",
            "a.c", "int f(void) { " + "{".repeat(DEPTH) + "}".repeat(DEPTH) + " }",
            "a.rs", "fn f() { " + "{".repeat(DEPTH) + "}".repeat(DEPTH) + " }");
    try (FactsExtractor extractor = extractor()) {
      List<CompletableFuture<byte[]>> ordinary = new ArrayList<>();
      List<CompletableFuture<byte[]>> nested = new ArrayList<>();
      texts.forEach((path, text) -> {
        nested.add(extractor.submit(path, SourceText.of(text)));
        ordinary.add(extractor.submit("Ordinary.java", ORDINARY));
      });

      for (CompletableFuture<byte[]> answer : nested) {
        assertThat(FactsCodec.decode(answer.join()).outcome()).isNotEqualTo(Outcome.TEXT);
      }
      for (CompletableFuture<byte[]> answer : ordinary) {
        assertThat(FactsCodec.decode(answer.join()).symbols())
            .extracting(Symbol::name)
            .containsExactly("Ordinary", "run");
      }
    }
  }

  @Test
  void aLineOfFiveMegabytesIsLeftToTheSearch() {
    try (FactsExtractor extractor = extractor()) {
      String line = "var a=[" + "1,".repeat(2_500_000) + "1];";

      assertThat(extractor.extract("a.js", SourceText.of(line)).outcome())
          .isEqualTo(Outcome.TOO_LARGE);
    }
  }

  @Test
  void aLineThatIsLongButNotTooLargeIsParsed() {
    try (FactsExtractor extractor = extractor()) {
      String line = "function last(){} ".repeat(20_000) + "function end(){}";

      FileFacts facts = extractor.extract("a.js", SourceText.of(line));

      assertThat(facts.outcome()).isEqualTo(Outcome.PARSED);
      assertThat(facts.symbols()).hasSize(20_001);
      assertThat(facts.symbols().getLast().name()).isEqualTo("end");
    }
  }

  @Test
  void sixtyThousandLinesOfGeneratedCodeGiveAllTheirFacts() {
    StringBuilder text = new StringBuilder("class Table {\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("  int m").append(i).append("() {\n    return 1;\n  }\n");
    }
    try (FactsExtractor extractor = extractor()) {
      FileFacts facts =
          extractor.extract("Table.java", SourceText.of(text.append("}\n").toString()));

      assertThat(facts.outcome()).isEqualTo(Outcome.PARSED);
      assertThat(facts.symbols()).hasSize(20_001);
      assertThat(facts.symbols().getLast().nameLine()).isEqualTo(59_999);
    }
  }

  @Test
  void aFileWithTheWrongEndingIsReadWithErrorsAndTheNextOneIsRight() {
    try (FactsExtractor extractor = extractor()) {
      SourceText python =
          SourceText.of("def run(self):\n    return [x for x in y if z]\n".repeat(50));

      assertThat(extractor.extract("wrong.java", python).outcome())
          .isEqualTo(Outcome.PARSED_WITH_ERRORS);
      assertThat(extractor.extract("wrong.rb", ORDINARY).outcome()).isNotEqualTo(Outcome.TEXT);
      assertThat(extractor.extract("Ordinary.java", ORDINARY).symbols()).hasSize(2);
    }
  }

  @Test
  void inPhpBetweenHtmlOnlyThePhpIsCode() {
    String page =
        """
        <html><?php function first() { return 1; } ?>
        <p>function none() {} class None {}</p>
        <script>function script() {}</script>
        <?php class Last { } ?>
        </html>
        """;
    try (FactsExtractor extractor = extractor()) {
      assertThat(extractor.extract("page.php", SourceText.of(page)).symbols())
          .extracting(symbol -> symbol.name() + " " + symbol.nameLine())
          .containsExactly("first 1", "Last 4");
    }
  }
}
