package ai.wikibuilder.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  @Test
  void aPriceOfAMillionTokensIsAWholeNumberForOne() {
    Money token = Money.ofDollars(new BigDecimal("0.005").movePointLeft(6));

    assertThat(token.nanos()).isEqualTo(5);
    assertThat(token.times(1_000_000).dollars()).isEqualByComparingTo("0.005");
  }

  @Test
  void whatIsSmallerThanCanBeWrittenIsRoundedUpSoThatNothingIsFree() {
    assertThat(Money.ofDollars(new BigDecimal("0.0000000001")).nanos()).isEqualTo(1);
  }

  @Test
  void moneyIsNeverNegative() {
    assertThat(new Money(3).minus(new Money(5))).isEqualTo(Money.ZERO);
    assertThatThrownBy(() -> new Money(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0,0.0000 USD", "123400,0.0001 USD", "2000000000,2.00 USD", "99000000,0.0990 USD"})
  void amountsAreShownAsFinelyAsTheyMatter(long nanos, String shown) {
    assertThat(new Money(nanos)).hasToString(shown);
  }

  @Test
  void aCostThatIsNotKnownMakesTheSumUnknown() {
    Usage known = new Usage(10, 4, 5, Optional.of(new Money(7)));
    Usage unknown = new Usage(1, 0, 1, Optional.empty());

    assertThat(known.plus(known)).isEqualTo(new Usage(20, 8, 10, Optional.of(new Money(14))));
    assertThat(known.plus(unknown).cost()).isEmpty();
    assertThat(known.tokens()).isEqualTo(15);
  }
}
