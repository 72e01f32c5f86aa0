package ai.wikibuilder.benchmarks.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentifierTermsTest {
  @Test
  void identifiersCountAsAWholeAndInTheirParts() {
    assertThat(IdentifierTerms.of("new HTTPServer2().save_user(x)"))
        .containsExactly(
            "new", "httpserver2", "http", "server", "2", "save_user", "save", "user", "x");
  }
}
