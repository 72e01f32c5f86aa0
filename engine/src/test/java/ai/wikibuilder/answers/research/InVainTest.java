package ai.wikibuilder.answers.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A report said three times, in other words, that there is no retry policy. */
class InVainTest {
  private final InVain inVain = new InVain();

  @Test
  void theSameInOtherWordsIsToldOnce() {
    inVain.add("a retry policy");
    inVain.add("The retry policy.");
    inVain.add("policies of retries");
    inVain.add("where rows are deleted");

    assertThat(inVain.left()).containsExactly("a retry policy", "where rows are deleted");
  }

  @Test
  void theWiderOfTwoIsKept() {
    inVain.add("a retry policy");
    inVain.add("a retry policy for connections");

    assertThat(inVain.left()).containsExactly("a retry policy for connections");
  }

  @Test
  void whatALaterStepLearnedIsNotMissing() {
    inVain.add("the retry policy");
    inVain.add("an audit log");

    inVain.learned(List.of("`RetryPolicy` waits before each retry. [3]"));

    assertThat(inVain.left()).containsExactly("an audit log");
  }
}
