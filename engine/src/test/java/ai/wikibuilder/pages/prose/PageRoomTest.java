package ai.wikibuilder.pages.prose;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.facts.ModelFacts;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.plan.PlannedPage;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageRoomTest {
  private static final TokenCounter COUNTER = new TokenCounter();

  @ParameterizedTest
  @EnumSource(PageLanguage.class)
  void theLeastContextHasRoomForAPageOfEveryKindAndNoLessHas(PageLanguage language) {
    for (double factor : new double[] {1, 1.3, 2}) {
      ModelFacts facts =
          new ModelFacts(1_000_000, 8_000, factor, 700, Optional.empty(), Optional.empty());
      int least = facts.contextTokensFor(PageRoom.smallest(language, COUNTER::count));

      PageRoom enough = room(facts.withContext(least), language);
      PageRoom less = room(facts.withContext(least - 40), language);

      assertThat(PlannedPage.Kind.values())
          .as("%s, %s tokens for one", language, factor)
          .allMatch(kind -> enough.evidenceTokensMax(kind, 0) >= PageRoom.EVIDENCE_TOKENS_MIN)
          .anyMatch(kind -> less.evidenceTokensMax(kind, 0) < PageRoom.EVIDENCE_TOKENS_MIN);
    }
  }

  private static PageRoom room(ModelFacts facts, PageLanguage language) {
    return new PageRoom(ScriptedAuthor.honest().knownAs(facts), language, COUNTER::count);
  }
}
