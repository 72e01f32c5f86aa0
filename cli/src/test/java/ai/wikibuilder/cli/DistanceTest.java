package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistanceTest {
  @Test
  void lettersInsertedDeletedAndReplacedCountOneEach() {
    assertThat(Distance.between("token", "token")).isZero();
    assertThat(Distance.between("tokn", "token")).isEqualTo(1);
    assertThat(Distance.between("tokenn", "token")).isEqualTo(1);
    assertThat(Distance.between("taken", "token")).isEqualTo(1);
    assertThat(Distance.between("", "token")).isEqualTo(5);
    assertThat(Distance.between("kitten", "sitting")).isEqualTo(3);
  }

  @Test
  void theOrderDoesNotMatter() {
    assertThat(Distance.between("limits.objects", "limits.silence"))
        .isEqualTo(Distance.between("limits.silence", "limits.objects"));
  }
}
