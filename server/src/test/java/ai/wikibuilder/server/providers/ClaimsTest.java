package ai.wikibuilder.server.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a provider names, and what is written down where it is not believed. */
class ClaimsTest {
  /** Any two halves of characters were kept as the same sign, and let in as one person. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000b", "\ud800x", "x\udc00", "a\nb"})
  void whatIsNoTextNamesNobody(String subject) {
    assertThatThrownBy(() -> new Claims(subject, Optional.empty(), "mia"))
        .isInstanceOf(ProviderException.class)
        .extracting(failure -> ((ProviderException) failure).detail())
        .isEqualTo("it names nobody");
  }

  @Test
  void aNameIsShownWithoutWhatIsNoText() {
    assertThat(new Claims("7", Optional.empty(), "mi\u0000a\ud83d\ude00\ud83d").shownAs())
        .isEqualTo("mia\ud83d\ude00");
  }

  @Test
  void theLogHasTheCauseInOneLineAndThePersonIsToldWhereItIs() {
    ProviderException failure =
        ProviderException.refused(
            "its answer has no token", new IOException("no JSON:\n" + "x".repeat(1_000)));

    assertThat(failure).hasMessageContaining("finds the cause in the log");
    assertThat(failure.detail())
        .startsWith("its answer has no token, no JSON: xxx")
        .hasSize(300)
        .doesNotContain("\n");
  }
}
