package ai.wikibuilder.graph.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static List<String> cut(Lexis lexis, String text) {
    Tokens tokens = Tokens.of(SourceText.of(text), lexis);
    List<String> result = new ArrayList<>();
    for (int i = 0; i < tokens.count(); i++) {
      String shown = tokens.text(i);
      result.add(tokens.isString(i) ? "<" + shown + ">" : shown);
    }
    return result;
  }

  @Test
  void commentsAreLeftOutAndStringsAreWhole() {
    assertThat(cut(Lexis.CURLY, "a /* b \n\" */ c // d\n\"e // f\" 'x' '\\n' g"))
        .containsExactly("a", "c", "<e // f>", "'x'", "'\\n'", "g");
    assertThat(cut(Lexis.PYTHON, "a # b\nf'c' \"\"\"d\n'e\"\"\" g"))
        .containsExactly("a", "<c>", "<d\n'e>", "g");
    assertThat(cut(Lexis.SQL, "a -- b\n'it''s' \"c\" `d`"))
        .containsExactly("a", "<it>", "<s>", "<c>", "<d>");
    assertThat(cut(Lexis.HASKELL, "a {- b -} c' -- d")).containsExactly("a", "c", "'");
  }

  @Test
  void lifetimesAndPatternsAreNoStrings() {
    assertThat(cut(Lexis.CURLY, "fn f<'a>(x: &'a str) r#\"b\"c\"# {"))
        .containsExactly(
            "fn", "f", "<", "'", "a", ">", "(", "x", ":", "&", "'", "a", "str", ")", "<b\"c>", "{");
    assertThat(cut(Lexis.SCRIPT, "x = /['\"`]/g; y = a / b / c"))
        .containsExactly("x", "=", "/['\"`]/", "g", ";", "y", "=", "a", "/", "b", "/", "c");
  }

  @Test
  void aStringWithoutEndLosesItsLineAndNoMore() {
    assertThat(cut(Lexis.CURLY, "a \"b c\nd")).containsExactly("a", "\"", "b", "c", "d");
  }

  @Test
  void bracketsFindTheirPartners() {
    Tokens tokens = Tokens.of(SourceText.of("a(b[c]{d})e)"), Lexis.CURLY);

    assertThat(tokens.text(tokens.close(1))).isEqualTo(")");
    assertThat(tokens.close(1)).isEqualTo(9);
    assertThat(tokens.close(3)).isEqualTo(5);
    assertThat(tokens.close(0)).isEqualTo(tokens.count());
    assertThat(tokens.close(-1)).isEqualTo(tokens.count());
  }

  @Test
  void linesAreThoseOfTheText() {
    Tokens tokens = Tokens.of(SourceText.of("a\n`b\nc` d\n/*\n*/ e"), Lexis.SCRIPT);

    assertThat(List.of(tokens.line(0), tokens.line(1), tokens.line(2), tokens.line(3)))
        .containsExactly(1, 2, 3, 5);
    assertThat(tokens.line(99)).isZero();
  }

  @Test
  void everyTokenStandsWhereItsLineSays() {
    long seed = 20_261_124L;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String signs = "ab1 \n\t\"'`/*#-{}()[]\\r$@=é";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder made = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        made.append(signs.charAt(random.nextInt(signs.length())));
      }
      SourceText text = SourceText.of(made.toString());
      for (Lexis lexis : Lexis.values()) {
        Tokens tokens = Tokens.of(text, lexis);
        for (int i = 0; i < tokens.count(); i++) {
          String first = tokens.text(i).lines().findFirst().orElse("");
          assertThat(text.lines(tokens.line(i), text.lineCount())).contains(first);
          assertThat(tokens.line(i)).isGreaterThanOrEqualTo(tokens.line(i - 1));
        }
      }
    }
  }

  @Test
  void yamlKeysAreJoinedByTheirIndentation() {
    String text =
        """
        a:
          b: "x: y" # z
          list:
          - one
          - name: n
            run: |
              not: a key
            last: 1
        c: 2
        """;

    assertThat(YamlLines.read(SourceText.of(text)))
        .containsExactly(
            new YamlLines.Entry("a", "", false, 1),
            new YamlLines.Entry("a.b", "x: y", false, 2),
            new YamlLines.Entry("a.list", "", false, 3),
            new YamlLines.Entry("a.list", "one", true, 4),
            new YamlLines.Entry("a.list.name", "n", true, 5),
            new YamlLines.Entry("a.list.run", "", false, 6),
            new YamlLines.Entry("a.list.last", "1", false, 8),
            new YamlLines.Entry("c", "2", false, 9));
  }
}
