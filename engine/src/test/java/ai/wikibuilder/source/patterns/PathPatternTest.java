package ai.wikibuilder.source.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
  @ParameterizedTest
  @CsvSource({
    "*.java, A.java, true",
    "*.java, a/b/A.java, true",
    "/*.java, a/A.java, false",
    "src/*.java, src/A.java, true",
    "src/*.java, src/a/A.java, false",
    "src/**, src/a/A.java, true",
    "src/**, src, false",
    "**/test, test, true",
    "**/test, a/b/test, true",
    "a/**/b, a/b, true",
    "a/**/b, a/x/y/b, true",
    "a/**/b, a/x/y/c, false",
    "file?.txt, file1.txt, true",
    "file?.txt, file.txt, false",
    "[a-c]x, bx, true",
    "[!a-c]x, bx, false",
    "[a-c]x, dx, false",
    "a[]]b, a]b, true",
    "a[b, a[b, true",
    "\\*.txt, *.txt, true",
    "\\*.txt, a.txt, false",
    "*a*b*, xxaxxbxx, true",
    "*a*b*, xxbxxaxx, false",
    "doc, a/doc, true",
    "doc, docs, false"
  })
  void aPatternMatchesAsInGit(String pattern, String path, boolean expected) {
    assertThat(PathPattern.of(pattern).matches(path, false)).isEqualTo(expected);
  }

  @Test
  void aPatternOfAFolderCoversWhatIsInIt() {
    assertThat(PathPattern.of("docs").covers("a/docs/x/y.md")).isTrue();
    assertThat(PathPattern.of("docs/").covers("docs/y.md")).isTrue();
    assertThat(PathPattern.of("docs/").covers("docs")).isFalse();
    assertThat(PathPattern.of(PathPattern.quote("a[1]/*")).covers("a[1]/*/x")).isTrue();
  }

  @Test
  void aCostlyPatternCostsLittle() {
    PathPattern costly = PathPattern.of("*a".repeat(200) + "b");
    PathPattern deep = PathPattern.of("**/a/".repeat(100) + "b");

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(costly.matches("a".repeat(4_000), false)).isFalse();
          assertThat(deep.matches("a/".repeat(500) + "c", false)).isFalse();
        });
  }

  @Test
  void theLastIgnoreRuleThatMatchesDecides() {
    IgnoreRules rules = IgnoreRules.parse("# all logs\n*.log\n!keep.log\nbuild/\n/only-here\n");

    assertThat(rules.ignores("a/x.log", false)).isEqualTo(Optional.of(true));
    assertThat(rules.ignores("a/keep.log", false)).isEqualTo(Optional.of(false));
    assertThat(rules.ignores("a/build", true)).isEqualTo(Optional.of(true));
    assertThat(rules.ignores("a/build", false)).isEmpty();
    assertThat(rules.ignores("a/only-here", false)).isEmpty();
    assertThat(rules.ignores("only-here", false)).isEqualTo(Optional.of(true));
  }

  @Test
  void attributesAreOnOffOrUnsaid() {
    AttributeRules rules =
        AttributeRules.parse(
            "*.js linguist-generated=true\nown.js -linguist-generated\nlib/** text linguist-vendored\n\"a b\" linguist-vendored=false\n",
            List.of("linguist-generated", "linguist-vendored"));

    assertThat(rules.value("x/a.js", "linguist-generated")).isEqualTo(Optional.of(true));
    assertThat(rules.value("x/own.js", "linguist-generated")).isEqualTo(Optional.of(false));
    assertThat(rules.value("lib/a/b.c", "linguist-vendored")).isEqualTo(Optional.of(true));
    assertThat(rules.value("a b", "linguist-vendored")).isEqualTo(Optional.of(false));
    assertThat(rules.value("other.c", "linguist-vendored")).isEmpty();
  }
}
