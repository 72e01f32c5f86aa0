package ai.wikibuilder.server.accounts.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {
  private final PasswordRules rules = new PasswordRules(CommonPasswords.read());

  @ParameterizedTest
  @CsvSource({
    "mia@example.org, mia@example.org",
    "mia@example.org, MIA@example.org1",
    "marian@example.org, the marian of tides",
  })
  void theAddressIsNoPartOfThePasswordHoweverShortItsNameIs(String email, String password) {
    assertThat(rules.problem(password, email)).hasValue("password: it must not hold your address");
  }

  @ParameterizedTest
  @CsvSource({"mia@example.org, lamp mia river coat", "jo@example.org, four jolly lamps"})
  void aShortNameIsInTooManyWordsToBeRefused(String email, String password) {
    assertThat(rules.problem(password, email)).isEmpty();
  }
}
