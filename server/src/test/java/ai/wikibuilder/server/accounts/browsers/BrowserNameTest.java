package ai.wikibuilder.server.accounts.browsers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowserNameTest {
  @Test
  void aBrowserIsNamedAsPeopleNameIt() {
    assertThat(
            BrowserName.of(
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"))
        .isEqualTo("Firefox on Linux");
    assertThat(
            BrowserName.of(
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0"))
        .isEqualTo("Edge on Windows");
    assertThat(
            BrowserName.of(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML,"
                    + " like Gecko) Version/19.0 Mobile/15E148 Safari/604.1"))
        .isEqualTo("Safari on iPhone");
  }

  @Test
  void whatIsNotKnownIsShownInOneLine() {
    assertThat(BrowserName.of("curl/8.1")).isEqualTo("curl/8.1");
    assertThat(BrowserName.of("a\nb\u202Ec")).isEqualTo("a b c");
    assertThat(BrowserName.of("  ")).isEqualTo("unknown");
  }
}
