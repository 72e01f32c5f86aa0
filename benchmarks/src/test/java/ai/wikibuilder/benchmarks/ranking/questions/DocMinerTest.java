package ai.wikibuilder.benchmarks.ranking.questions;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.source.SourceSpan;
import ai.wikibuilder.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocMinerTest {
  private static final String SENTENCE = "Gives back what was once taken away";

  @Test
  void theFirstSentenceIsFoundInTheCommentsOfEveryLanguage() {
    for (String comment :
        List.of(
            "/**\n   * Gives back what was once\n   * taken away. Or not.\n   *\n   * @return it\n   */",
            "/** Gives back <b>what</b> was {@code once} taken away. */",
            "/** Gives back {@link Some#thing what} was once taken away */",
            "// Gives back what was once\n// taken away.",
            "/// Gives back what was once taken away\n///\n/// More of it.",
            "/// <summary>\n/// Gives back what was once taken away.\n/// </summary>",
            "\"\"\"Gives back what was once taken away.\n\n    More of it.\n    \"\"\"",
            "\"\"\"\n    Gives back what was once taken away\n    :param x: what\n    \"\"\"",
            "# Gives back what was once taken away.\n# @param x what",
            "-- | Gives back what was once\n-- taken away.",
            "{-| Gives back what was once taken away. -}",
            "--- Gives back what was once taken away.\n-- @param x what")) {
      assertThat(DocMiner.sentence(comment)).as(comment).contains(SENTENCE);
    }
  }

  @Test
  void shortSentencesAndLicencesAreNoQuestions() {
    assertThat(DocMiner.sentence("/** Gives it back at once. */")).isEmpty();
    assertThat(DocMiner.sentence("/* Copyright of the people who wrote all this. */")).isEmpty();
    assertThat(DocMiner.sentence("/** @return what was once taken away from us */")).isEmpty();
    assertThat(DocMiner.sentence("/** */")).isEmpty();
  }

  @Test
  void aSentenceOfSeveralSymbolsAsksForNone() {
    SourceText text = SourceText.of("// " + SENTENCE + "\nf\n");
    DocMiner once = new DocMiner();
    once.add("a", text, facts(text, 0, SENTENCE.length() + 3));
    DocMiner twice = new DocMiner();
    twice.add("a", text, facts(text, 0, SENTENCE.length() + 3));
    twice.add("b", text, facts(text, 0, SENTENCE.length() + 3));

    assertThat(once.questions()).containsExactly(new Question.About(SENTENCE, "a", 2));
    assertThat(twice.questions()).isEmpty();
  }

  @Test
  void cuttingAwayCommentsKeepsEveryLineWhereItWas() {
    String source = "// Gives a ü back\n// at once\nint f();\n";
    SourceText text = SourceText.of(source);

    String cut =
        cut(text, 0, source.getBytes(StandardCharsets.UTF_8).length - "\nint f();\n".length());

    assertThat(cut.lines().map(String::strip)).containsExactly("", "", "int f();");
    assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSize(text.byteCount());
  }

  @Test
  void docStringsKeepTheirQuotes() {
    String source = "def f():\n    \"\"\"Gives it\n    back.\"\"\"\n";
    SourceText text = SourceText.of(source);

    String cut = cut(text, source.indexOf('"'), source.length() - 1);

    assertThat(cut).isEqualTo("def f():\n    \"\"\"        \n         \"\"\"\n");
  }

  private static String cut(SourceText text, int start, int end) {
    return new String(DocMiner.withoutDocs(text, facts(text, start, end)), StandardCharsets.UTF_8);
  }

  /** One symbol on the line after its comment, which stands between two offsets. */
  private static FileFacts facts(SourceText text, int start, int end) {
    int line = text.lineOf(end) + 1;
    SourceSpan doc = new SourceSpan(start, end, text.lineOf(start), text.lineOf(end - 1));
    SourceSpan span = new SourceSpan(end, text.byteCount(), line, line);
    Symbol symbol =
        new Symbol(
            SymbolKind.FUNCTION,
            "f",
            -1,
            "",
            span,
            span,
            line,
            Optional.of(doc),
            Visibility.PUBLIC);
    return new FileFacts(
        "java", FileFacts.Outcome.PARSED, "", List.of(symbol), List.of(), List.of());
  }
}
