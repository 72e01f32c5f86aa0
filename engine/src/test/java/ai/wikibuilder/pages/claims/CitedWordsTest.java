package ai.wikibuilder.pages.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CitedWordsTest {
  /** In Korean an ending follows a linked word without a blank. */
  @Test
  void aQuotationStandsInLinesWhoseLinksHaveTargetsInsideItsWords() {
    String lines = "> 이 문서는 [중국어](./README_ZH.md)로도 번역되었습니다.";

    assertThat(CitedWords.isQuoted("이 문서는 중국어로도 번역되었습니다.", lines)).isTrue();
    assertThat(CitedWords.isQuoted("이 문서는 일본어로도 번역되었습니다.", lines)).isFalse();
  }

  /** The plural of a type with arguments is shown without them. */
  @Test
  void aQuotationStandsInLinesThatReferToATypeWithArguments() {
    String lines = "/// Methods for <see cref=\"CachePolicy{TResult}\"/>s.";

    assertThat(CitedWords.isQuoted("Methods for CachePolicys.", lines)).isTrue();
    assertThat(CitedWords.isQuoted("Methods for RetryPolicys.", lines)).isFalse();
  }
}
