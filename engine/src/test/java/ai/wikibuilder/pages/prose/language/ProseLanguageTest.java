package ai.wikibuilder.pages.prose.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseLanguageTest {
  private static List<StatedRelation> relations(String language, String sentence) {
    return ProseLanguage.of(language).relations(sentence);
  }

  /** Whatever the language, the voice and the order of words: ⟦0⟧ calls ⟦1⟧. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | ⟦0⟧ calls ⟦1⟧ first.
          en | ⟦1⟧ is called by ⟦0⟧.
          en | ⟦1⟧ is called on five lines, first in ⟦0⟧.
          en | Inside ⟦0⟧, ⟦1⟧ is invoked.
          en | The only caller of ⟦1⟧ is ⟦0⟧.
          en | Among the callers of ⟦1⟧ is ⟦0⟧.
          en | ⟦0⟧ hands the rest of the work over to ⟦1⟧.
          en | ⟦0⟧, as its comment says, invokes ⟦1⟧.
          tr | ⟦0⟧ yöntemi ⟦1⟧ yöntemini çağırır.
          tr | ⟦1⟧ yöntemini ⟦0⟧ çağırır.
          tr | ⟦1⟧, ⟦0⟧ tarafından çağrılır.
          de | ⟦0⟧ ruft ⟦1⟧ auf.
          de | ⟦1⟧ wird von ⟦0⟧ aufgerufen.
          de | Das gilt, weil ⟦0⟧ ⟦1⟧ aufruft.
          fr | ⟦0⟧ appelle ⟦1⟧.
          fr | ⟦1⟧ est appelée par ⟦0⟧.
          es | ⟦0⟧ llama a ⟦1⟧.
          es | ⟦1⟧ es llamado por ⟦0⟧.
          pt | ⟦0⟧ chama ⟦1⟧.
          pt | ⟦1⟧ é chamado por ⟦0⟧.
          ru | ⟦0⟧ вызывает ⟦1⟧.
          ru | ⟦1⟧ вызывается из ⟦0⟧.
          zh | ⟦0⟧ 调用 ⟦1⟧。
          zh | ⟦1⟧ 被 ⟦0⟧ 调用。
          ja | ⟦0⟧ は ⟦1⟧ を呼び出します。
          ja | ⟦1⟧ は ⟦0⟧ によって呼び出されます。
          ko | ⟦0⟧는 ⟦1⟧를 호출합니다.
          ko | ⟦1⟧는 ⟦0⟧에 의해 호출됩니다.
          """)
  void callerAndCalleeAreToldApart(String language, String sentence) {
    assertThat(relations(language, sentence))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.kind()).isEqualTo(RelationKind.CALL);
          assertThat(one.from()).containsExactly(0);
          assertThat(one.to()).containsExactly(1);
          assertThat(one.negated()).isFalse();
        });
  }

  @Test
  void everyClauseHasItsOwnSubject() {
    List<StatedRelation> found =
        relations("en", "⟦0⟧ calls ⟦1⟧ and ⟦2⟧, which extends ⟦3⟧, and ⟦4⟧ uses ⟦5⟧.");

    assertThat(found).hasSize(3);
    assertThat(found.get(0).to()).containsExactly(1, 2);
    assertThat(found.get(1).from()).containsExactly(2);
    assertThat(found.get(2).from()).containsExactly(4);
    assertThat(found.get(2).to()).containsExactly(5);
  }

  @Test
  void aVerbWithoutSubjectGoesOnWithTheOneBefore() {
    List<StatedRelation> found = relations("en", "⟦0⟧ calls ⟦1⟧ and then uses ⟦2⟧.");

    assertThat(found.get(1).from()).containsExactly(0);
    assertThat(found.get(1).to()).containsExactly(2);
  }

  @Test
  void aPronounStandsForWhatWasSpokenOfBefore() {
    assertThat(relations("en", "It calls ⟦0⟧ at once."))
        .singleElement()
        .satisfies(one -> assertThat(one.from()).containsExactly(StatedRelation.CONTEXT));
  }

  @Test
  void deniedAndExclusiveRelationsAreMarkedAsSuch() {
    assertThat(relations("en", "⟦0⟧ never calls ⟦1⟧.").getFirst().negated()).isTrue();
    assertThat(relations("en", "⟦0⟧ does not extend ⟦1⟧.").getFirst().negated()).isTrue();
    assertThat(relations("de", "⟦0⟧ ruft ⟦1⟧ auf.").getFirst().negated()).isFalse();
    assertThat(relations("tr", "⟦0⟧ ⟦1⟧ yöntemini çağırmaz.").getFirst().negated()).isTrue();
    assertThat(relations("en", "⟦1⟧ is called only by ⟦0⟧.").getFirst().only()).isTrue();
    assertThat(relations("en", "Only ⟦0⟧ calls ⟦1⟧.").getFirst().only()).isTrue();
    assertThat(relations("en", "⟦0⟧ calls ⟦1⟧.").getFirst().only()).isFalse();
  }

  @Test
  void aPurposeOrAConditionIsNoRelation() {
    assertThat(relations("en", "⟦0⟧ exists to call it when ⟦1⟧ is set.")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en, It has fourteen methods, 14, METHOD",
    "en, It has 1204 lines, 1204, LINE",
    "en, twenty-one public fields, 21, FIELD",
    "tr, on dört yöntemi var, 14, METHOD",
    "de, Sie hat zwölf Methoden, 12, METHOD",
    "fr, Elle a trois sous-classes, 3, SUBTYPE",
    "es, tiene siete métodos, 7, METHOD",
    "pt, tem duas subclasses, 2, SUBTYPE",
    "ru, имеет пять методов, 5, METHOD",
    "zh, 它有三个方法, 3, METHOD",
    "ja, 5つのメソッドがあります, 5, METHOD",
    "ko, 메서드 5개가 있다, 5, METHOD"
  })
  void numbersAndWhatTheyCountAreRead(
      String code, String sentence, long value, Countable countable) {
    ProseLanguage language = ProseLanguage.of(code);
    List<StatedNumber> numbers = language.numbers(sentence);

    assertThat(numbers).extracting(StatedNumber::value).contains(value);
    StatedNumber number = numbers.stream().filter(one -> one.value() == value).findFirst().get();
    assertThat(language.count(sentence, number))
        .hasValueSatisfying(count -> assertThat(count.countable()).isEqualTo(countable));
  }

  @Test
  void versionsAndNamesHoldNoNumbers() {
    assertThat(
            ProseLanguage.of("en")
                .numbers("UTF-8 in HTTP/1.1 on x86-64 of v2.3 and SHA-256 is 32-bit"))
        .isEmpty();
  }

  @Test
  void lineNumbersOfAWriterAreNoticed() {
    ProseLanguage english = ProseLanguage.of("en");

    assertThat(english.namesALine("see line 40")).isTrue();
    assertThat(english.namesALine("lines 3-9 of it")).isTrue();
    assertThat(english.namesALine("at Crane.java:12")).isTrue();
    assertThat(english.namesALine("it has 12 lines")).isFalse();
    assertThat(ProseLanguage.of("de").namesALine("in Zeile 12")).isTrue();
    assertThat(ProseLanguage.of("tr").namesALine("12. satırda")).isTrue();
    assertThat(ProseLanguage.of("ja").namesALine("12行目")).isTrue();
  }
}
