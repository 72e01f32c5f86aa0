package ai.wikibuilder.index.queries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelatedWordsTest {
  @Test
  void endingsDoNotMatter() {
    assertThat(RelatedWords.of("stored")).isNotEmpty().isEqualTo(RelatedWords.of("store"));
    assertThat(RelatedWords.of("stopping")).isNotEmpty().isEqualTo(RelatedWords.of("stop"));
    assertThat(RelatedWords.of("Notified")).isNotEmpty().isEqualTo(RelatedWords.of("notify"));
    assertThat(RelatedWords.of("validation")).isNotEmpty().isEqualTo(RelatedWords.of("validate"));
  }

  /** Who asked how a file is found was not shown the function that finds it. */
  @Test
  void aFormThatNoEndingMakesIsTheWordItselfBeforeWhatElseItIsCalled() {
    assertThat(RelatedWords.base("Found")).contains("find");
    assertThat(RelatedWords.base("find")).isEmpty();
    assertThat(RelatedWords.of("found"))
        .startsWith("find")
        .containsAll(RelatedWords.of("find"))
        .hasSizeGreaterThan(1);
    assertThat(RelatedWords.of("drawn")).containsExactly("draw");
  }

  @Test
  void aWordThatMayBeAnythingIsLeftAlone() {
    assertThat(RelatedWords.of("harbour")).isEmpty();
    assertThat(RelatedWords.of("as")).isEmpty();
    assertThat(RelatedWords.of("ing")).isEmpty();
  }

  @Test
  void twoWordsAreJoinedWhereCodeHasOne() {
    assertThat(RelatedWords.joined("how are users logged in or signed up"))
        .isEqualTo("how are users login or signup");
    assertThat(RelatedWords.joined("does it time out on e-mails"))
        .isEqualTo("does it timeout on emails");
    assertThat(RelatedWords.joined("the log of a sign")).isEqualTo("the log of a sign");
  }

  @Test
  void whatIsDoneIsDoneBySomething() {
    assertThat(RelatedWords.inCode("resolved")).contains("resolver").doesNotContain("resolve");
    assertThat(RelatedWords.inCode("generating")).contains("generator");
    assertThat(RelatedWords.inCode("parsed")).containsAll(RelatedWords.of("parse"));
    assertThat(RelatedWords.inCode("harbour")).isEmpty();
    assertThat(RelatedWords.doers("ed")).isEmpty();
  }
}
