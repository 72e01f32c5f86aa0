package ai.wikibuilder.source.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditDistanceTest {
  @Test
  void lettersInsertedDeletedAndReplacedCountOneEach() {
    assertThat(EditDistance.between("token", "token")).isZero();
    assertThat(EditDistance.between("tokn", "token")).isEqualTo(1);
    assertThat(EditDistance.between("tokenn", "token")).isEqualTo(1);
    assertThat(EditDistance.between("taken", "token")).isEqualTo(1);
    assertThat(EditDistance.between("", "token")).isEqualTo(5);
    assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
  }

  @Test
  void theOrderDoesNotMatter() {
    assertThat(EditDistance.between("limits.objects", "limits.silence"))
        .isEqualTo(EditDistance.between("limits.silence", "limits.objects"));
  }

  @Test
  void theNearestNamesComeFirst() {
    assertThat(EditDistance.nearest(java.util.List.of("release-1", "main", "mainline"), "mian", 2))
        .containsExactly("main", "mainline");
    assertThat(EditDistance.nearest(java.util.List.of("develop", "v1.0.0"), "1.0.0", 1))
        .containsExactly("v1.0.0");
  }
}
