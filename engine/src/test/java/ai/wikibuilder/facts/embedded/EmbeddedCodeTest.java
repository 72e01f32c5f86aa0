package ai.wikibuilder.facts.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.source.SourceText;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedCodeTest {
  private static final String[] PIECES = {
    "<script>",
    "</script>",
    "<script lang='ts'",
    ">",
    "<!--",
    "-->",
    "\"",
    "\\",
    "\n",
    "é",
    "x=1;",
    "{\"cells\":[{\"cell_type\":\"code\",\"source\":[",
    "\"a\\n\",",
    "\"\\\"\\u00e9\"",
    "]}]}",
    "%"
  };

  @Test
  void whatIsNoCodeBecomesSpacesOfTheSameLength() {
    String code = code("html", "<p>é</p>\n<script>\nlet a = 'é';\n</script>\n<i>");

    assertThat(code)
        .isEqualTo(
            " ".repeat(9) + "\n" + " ".repeat(8) + "\nlet a = 'é';\n" + " ".repeat(9) + "\n   ");
  }

  @ParameterizedTest
  @CsvSource({
    "'<script>a()</script>', javascript",
    "'<script type=text/javascript>a()</script>', javascript",
    "'<script lang=\"ts\">a()</script>', typescript",
    "'<script>a()</script><script setup lang=ts>b()</script>', typescript",
    "'<script lang=\"tsx\">a()</script><script lang=\"ts\">b()</script>', tsx",
    "'<script data-x=\"1 > 0\" lang=\"ts\">a()</script>', typescript"
  })
  void theLanguageIsWhatTheBlocksSay(String page, String language) {
    assertThat(EmbeddedCode.in("vue", SourceText.of(page)).orElseThrow().language())
        .isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<p>no script</p>",
        "<script src='x.js'></script>",
        "<script type='application/json'>{}</script>",
        "<!-- <script>a()</script> -->",
        "<!-- <script>a()</script>",
        "<script>never closed",
        "<scripted>a()</script>",
        "<script"
      })
  void aPageWithoutCodeHoldsNone(String page) {
    assertThat(EmbeddedCode.in("html", SourceText.of(page))).isEmpty();
  }

  @Test
  void aNotebooksLinesStayOnTheirLines() {
    String notebook =
        "{\"cells\": [{\"source\": [\n\"a = \\\"b\\\"\\n\",\n\"!ls\\n\",\n\"c\"], \"cell_type\": \"code\"}]}";

    assertThat(code("notebook", notebook).lines().map(String::strip))
        .containsExactly("", "a = \" b\"", "", "c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"cells\": 1}",
        "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"a\"",
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"a\"]}]}",
        "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"%%bash\\n\", \"ls\"]}]}",
        "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"a\"}], \"metadata\": {\"kernelspec\": {\"language\": \"R\"}}}"
      })
  void aNotebookWithoutPythonHoldsNoCode(String notebook) {
    assertThat(EmbeddedCode.in("notebook", SourceText.of(notebook))).isEmpty();
  }

  @Test
  void otherFilesHoldNone() {
    assertThat(EmbeddedCode.in("java", SourceText.of("<script>a()</script>"))).isEmpty();
  }

  @Test
  void lengthAndLinesAreTheSameForWhateverStandsInTheFile() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      StringBuilder file = new StringBuilder();
      for (int i = random.nextInt(20); i >= 0; i--) {
        file.append(PIECES[random.nextInt(PIECES.length)]);
      }
      SourceText text = SourceText.of(file.toString());
      for (String language : new String[] {"html", "notebook"}) {
        Optional<EmbeddedCode> code = EmbeddedCode.in(language, text);
        code.ifPresent(found -> {
          assertThat(found.text().byteCount()).as("seed %d", seed).isEqualTo(text.byteCount());
          assertThat(found.text().lineCount()).as("seed %d", seed).isEqualTo(text.lineCount());
        });
      }
    }
  }

  private static String code(String language, String file) {
    SourceText text = SourceText.of(file);
    return new String(EmbeddedCode.in(language, text).orElseThrow().text().utf8(), UTF_8);
  }
}
