package ai.wikibuilder.models.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.00usd|2.00|",
        "2 USD|2|",
        "$0.5|0.5|",
        "0usd|0|",
        "500k-tokens||500000",
        "1.5m tokens||1500000",
        "20000-tokens||20000",
        "2usd,500k-tokens|2|500000",
        "500k-tokens , 2usd|2|500000"
      })
  void amountsAreReadAsPeopleWriteThem(String text, BigDecimal dollars, Long tokens) {
    Budget budget = Budget.parse(text).orElseThrow();

    assertThat(budget.money()).isEqualTo(Optional.ofNullable(dollars).map(Money::ofDollars));
    assertThat(budget.tokens()).isEqualTo(Optional.ofNullable(tokens));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2",
        "usd",
        "-1usd",
        "2eur",
        "1e9usd",
        "5 k",
        "2usd,3usd",
        "2usd;1k-tokens",
        "∞usd"
      })
  void whatIsNoAmountIsNoBudget(String text) {
    assertThat(Budget.parse(text)).isEmpty();
  }

  @Test
  void aBudgetIsShownAsItIsMeant() {
    assertThat(Budget.parse("2usd,500k-tokens").orElseThrow())
        .hasToString("2.00 USD and 500,000 tokens");
    assertThat(Budget.unlimited()).hasToString("no limit");
  }
}
