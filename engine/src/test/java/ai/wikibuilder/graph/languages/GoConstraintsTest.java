package ai.wikibuilder.graph.languages;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoConstraintsTest {
  @ParameterizedTest
  @CsvSource({
    "linux, true",
    "windows, false",
    "!windows, true",
    "!slow && !small, true",
    "slow, false",
    "(linux || darwin) && amd64, true",
    "linux && (arm64 || !go1.18), false",
    "!(darwin || windows), true",
  })
  void aConstraintIsHeldAgainstLinuxWithoutTags(String constraint, boolean expected) {
    SourceText text = SourceText.of("// words\n\n//go:build " + constraint + "\n\npackage post\n");

    assertThat(GoConstraints.hold("post/route.go", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "post/route.go, true",
    "post/route_linux.go, true",
    "post/route_windows.go, false",
    "post/route_darwin_arm64_test.go, false",
    "post/windows.go, true",
  })
  void theNameOfAFileMaySayForWhichSystemItIs(String path, boolean expected) {
    assertThat(GoConstraints.hold(path, SourceText.of("package post\n"))).isEqualTo(expected);
  }

  @Test
  void aConstraintWithoutEndIsRead() {
    assertThat(GoConstraints.hold("a.go", SourceText.of("//go:build (linux &&\n"))).isFalse();
  }
}
