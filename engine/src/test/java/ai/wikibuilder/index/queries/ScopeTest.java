package ai.wikibuilder.index.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parser: keep blanks            | parser",
        "[Parser] keep blanks           | parser",
        "fix(parser): keep blanks       | parser",
        "core/line-parser: keep blanks  | core line parser",
        "[10.x] keep blanks             | ''",
        "Keep blanks in the parser      | ''",
        "parser: blanks                 | ''",
      })
  void aMessageBeginsWithThePartItIsAbout(String message, String words) {
    assertThat(String.join(" ", Scope.of(message.split(" ")).words())).isEqualTo(words);
  }

  @Test
  void aPathHasIt() {
    Scope scope = new Scope(List.of("ignore", "types"));

    assertThat(scope.share("crates/ignore/src/default_types.rs")).isEqualTo(1);
    assertThat(scope.share("crates/ignore/src/DefaultTypes.kt")).isEqualTo(1);
    assertThat(scope.share("crates/ignore/src/walk.rs")).isEqualTo(0.5);
    assertThat(scope.share("crates/printer/src/color.rs")).isZero();
    assertThat(new Scope(List.of("viewmenu")).share("ui/view_menu.js"))
        .isEqualTo(0.6, within(1e-9));
    assertThat(new Scope(List.of()).share("ui/view_menu.js")).isZero();
  }
}
