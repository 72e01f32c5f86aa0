package ai.wikibuilder.index.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QueryReadingTest {
  @Test
  void aNameInASentenceIsLookedUpAsOne() {
    QueryReading reading = read("why does reserve_berth throw");

    assertThat(reading.symbols()).containsEntry("reserveberth", QueryReading.SURE_NAME);
  }

  @Test
  void containerAndNameTogetherAreSurer() {
    assertThat(read("BerthBook.cancel").symbols())
        .containsEntry("berthbook.cancel", 1.0)
        .hasEntrySatisfying("cancel", sure -> assertThat(sure).isLessThan(1));
  }

  @Test
  void wordsAtTheEndOfALongTextCountLess() {
    QueryReading reading =
        read(
            "harbour berth ship radio queue tariff fee flat metre board row name late word after "
                + "so many others that nobody reads them all to their very end");

    assertThat(reading.terms().getOrDefault("harbour", 0.0)).isEqualTo(1);
    assertThat(reading.terms().getOrDefault("end", 0.0)).isLessThan(0.9).isPositive();
  }

  @Test
  void whatIsSaidTwiceCountsMoreThanOnce() {
    QueryReading reading = read("berth of a ship beside another berth");

    assertThat(reading.terms().getOrDefault("berth", 0.0))
        .isGreaterThan(reading.terms().getOrDefault("ship", 0.0));
  }

  @Test
  void theScopeOfAMessageCountsMoreAndItsUsualWordsLess() {
    QueryReading reading = read("radio: fix a crash while parsing");

    assertThat(reading.terms().getOrDefault("radio", 0.0)).isGreaterThan(1);
    assertThat(reading.terms().getOrDefault("fix", 1.0)).isLessThan(0.5);
    assertThat(reading.terms().getOrDefault("crash", 0.0)).isEqualTo(1);
  }

  @Test
  void theFullNameOfATypeIsAlsoAPath() {
    assertThat(read("org.harbour.berths.BerthBook").paths())
        .contains("org/harbour/berths/berthbook");
    assertThat(read("Harbour\\Berths\\BerthBook").paths()).contains("harbour/berths/berthbook");
    assertThat(read("BerthBook.cancel").paths()).doesNotContain("berthbook/cancel");
  }

  @Test
  void wordsAboutTheWholeCountLessThanWhatItIs() {
    QueryReading reading = read("architecture of the radio layer");

    assertThat(reading.terms().getOrDefault("layer", 1.0)).isLessThan(0.5);
    assertThat(reading.terms().getOrDefault("radio", 0.0)).isEqualTo(1);
    assertThat(read("layer of paint on a berth").terms().getOrDefault("paint", 0.0)).isEqualTo(1);
  }

  @Test
  void aQuestionOfStopWordsIsStillAsked() {
    assertThat(read("to be or not to be").terms()).isNotEmpty();
    assertThat(read("... ?!").terms()).isEmpty();
  }

  @Test
  void aQuestionSaysWhetherItWantsTestsOrDocuments() {
    assertThat(read("test of the fee").wantsTests()).isTrue();
    assertThat(read("latest fee").wantsTests()).isFalse();
    assertThat(read("documentation of fees").wantsDocuments()).isTrue();
  }

  /** Who asked what happens when a storage is overloaded was shown all storages there are. */
  @Test
  void aQuestionIsAlsoLookedForInTheWordsOfCode() {
    QueryReading question = read("what happens when the harbour is overloaded");

    assertThat(question.related().getOrDefault("overloaded", List.of())).contains("throttle");
    assertThat(question.terms()).doesNotContainKey("throttle");
    assertThat(read("how is it deleted and removed").related().getOrDefault("deleted", List.of()))
        .contains("purge");
    assertThat(read("overloaded harbour").related()).isEmpty();
  }

  @Test
  void wordsThatAreOneInCodeAreReadAsOne() {
    assertThat(read("how does a captain log in").terms()).containsKey("login");
    assertThat(read("how does a captain log in").terms()).doesNotContainKey("log");
    assertThat(read("log in harbour").terms()).containsKey("log");
  }

  private static QueryReading read(String query) {
    return QueryReading.of(
        query,
        (word, terms) -> {
          String letters = word.replaceAll("[^\\p{L}\\p{N}_]", "").toLowerCase(Locale.ROOT);
          if (!letters.isEmpty()) {
            terms.accept(letters, false);
          }
        });
  }
}
