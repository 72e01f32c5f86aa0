package ai.wikibuilder.site.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeTextTest {
  private static final List<String> PIECES =
      List.of(
          "\"", "'", "`", "\"\"\"", "'''", "//", "/*", "*/", "#", "--", "\\", "\n", "\n\n", " ",
          "if", "class", "x", "42", "0x1f", "é", "<b>", "&", "\t", "$");

  private static String html(String code, String language) {
    CodeText text = CodeText.of(code, language);
    Html html = new Html();
    for (int line = 1; line <= text.lineCount(); line++) {
      text.writeLine(html, line, 10_000);
      html.line();
    }
    return html.finish();
  }

  @Test
  void whateverTheColoursTheCodeIsShownCharacterForCharacter() {
    long seed = 20_261_124L;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      StringBuilder code = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        code.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      code.append('\n');
      for (String language : List.of("java", "py", "yaml", "sql", "rs", "css", "unknown")) {
        String shown =
            html(code.toString(), language)
                .replaceAll("</?span[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        assertThat(shown).as(language).isEqualTo(code.toString());
      }
    }
  }

  @Test
  void commentsStringsNumbersAndReservedWordsAreTold() {
    assertThat(html("int a = 42; // \"no\" string\n", "src/A.java"))
        .isEqualTo(
            "<span class=\"tk\">int</span> a = <span class=\"tn\">42</span>; <span"
                + " class=\"tc\">// &quot;no&quot; string</span>\n");
    assertThat(html("s = 'it\\'s' # done\n", "tool.py"))
        .contains("<span class=\"ts\">&#39;it\\&#39;s&#39;</span>")
        .contains("<span class=\"tc\"># done</span>");
  }

  @Test
  void aCommentOverLinesColoursEachOfThem() {
    assertThat(html("/* one\ntwo */ if\n", "java"))
        .isEqualTo(
            "<span class=\"tc\">/* one</span>\n<span class=\"tc\">two */</span> <span"
                + " class=\"tk\">if</span>\n");
  }

  @Test
  void aLongLineIsCutWhereItIsAllowed() {
    Html html = new Html();
    CodeText.of("x".repeat(100) + "\n", "java").writeLine(html, 1, 10);

    assertThat(html.finish()).startsWith("x".repeat(10) + "<span").contains("…");
  }

  @Test
  void aMegabyteOfQuotesTakesNoSquare() {
    String hostile = "\"\\".repeat(250_000) + "'`\"".repeat(150_000);
    long start = System.nanoTime();

    CodeText.of(hostile, "java");

    // a square would be hours
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }
}
