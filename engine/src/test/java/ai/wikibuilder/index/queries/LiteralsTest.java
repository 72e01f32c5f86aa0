package ai.wikibuilder.index.queries;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {
  private static final long SEED = 20261124;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "hello world | hello world",
        "get\\w+\\(\\) \\{ | () {",
        "colou?r | colo",
        "(abc)+defg | defg",
        "abc[xyz]defgh | defgh",
        "ab{3}cdef | cdef",
        "\\bword\\b | word",
        "[]abc]+xyz | xyz"
      })
  void theLongestSureTextIsFound(String expression, String literal) {
    assertThat(Literals.of(expression).longest()).isEqualTo(literal);
  }

  @Test
  void anAlternativeOrAFlagLeavesNothingSure() {
    assertThat(Literals.of("first|second").longest()).isEmpty();
    assertThat(Literals.of("(?i)first").longest()).isEmpty();
  }

  @Test
  void onlyWordsWithBothEndsAreWhole() {
    assertThat(Literals.of("return new Thing").wholeWords()).containsExactly("new");
    assertThat(Literals.of("thing").wholeWords()).isEmpty();
  }

  /** What would break: a match that is never tried, because its line was left out before. */
  @Test
  void everyMatchHoldsEveryRun() {
    Random random = new Random(SEED);
    List<String> parts =
        List.of("a", "b", "ab", "ba", ".", "a?", "b*", "[ab]", "(a|b)", "\\.", "a{2}", "\\w", "b+");
    for (int round = 0; round < 20_000; round++) {
      StringBuilder expression = new StringBuilder();
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        expression.append(parts.get(random.nextInt(parts.size())));
      }
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(10); i > 0; i--) {
        text.append("ab.".charAt(random.nextInt(3)));
      }
      if (Pattern.compile(expression.toString()).matcher(text).find()) {
        assertThat(Literals.of(expression.toString()).runs())
            .as("%s in %s, seed %d", expression, text, SEED)
            .allMatch(run -> text.indexOf(run) >= 0);
      }
    }
  }
}
