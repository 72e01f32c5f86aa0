package ai.wikibuilder.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionTest {
  @Test
  void wordsThatOnlyAskAreLeftOut() {
    assertThat(Question.of("Where is a session stored?").words())
        .containsExactly("session", "stored");
    assertThat(Question.of("how does it work?").words()).isEmpty();
  }

  @Test
  void namesOfCodeStayAsTheyAre() {
    assertThat(Question.of("who calls ParcelTracker.apply in src/tracking/?").words())
        .containsExactly("calls", "ParcelTracker.apply", "src/tracking");
  }

  @Test
  void whoseSomethingIsAndParticlesOfVerbsAreNoWords() {
    assertThat(Question.of("where is the visitor's country found out").words())
        .containsExactly("visitor", "country", "found");
    assertThat(Question.of("how are old files cleaned up").words())
        .containsExactly("old", "files", "cleanup");
  }

  /** How a password is asked for was not found, since the glossary did not know the verb. */
  @Test
  void aTurkishVerbThatIsNotKnownSaysNothingOfWhatIsAsked() {
    Question question = Question.of("robots.txt dosyasına nasıl uyuluyor");

    assertThat(question.words()).containsExactly("robots.txt", "file", "uyuluyor");
    assertThat(question.telling("any")).containsExactly("robots.txt", "file");
    assertThat(Question.of("parola nasıl soruluyor").words())
        .containsExactly("password", "ask", "prompt");
  }

  @Test
  void turkishWordsArePutIntoThoseOfCodeWhateverTheirEndings() {
    Question question = Question.of("Oturumlar nerede siliniyor ve SessionStore nasıl kapatılır?");

    assertThat(question.words()).containsExactly("session", "delete", "SessionStore", "close");
    assertThat(question.translated()).isTrue();
    assertThat(question.language()).isEqualTo("tr");
  }

  @Test
  void anEnglishWordThatBeginsAsATurkishOneStaysEnglish() {
    Question question = Question.of("when are logs rotated during the test");

    assertThat(question.words()).contains("rotated", "test");
    assertThat(question.translated()).isFalse();
    assertThat(question.language()).isEqualTo("en");
    assertThat(Question.of("oturum dosya").words()).containsExactly("session", "file");
  }

  @Test
  void anEnglishQuestionIsNotTranslated() {
    assertThat(Question.of("how are routes registered").translated()).isFalse();
    assertThat(Question.of("how are routes registered").language()).isEqualTo("en");
    assertThat(Question.of("ParcelTracker nerede?").language()).isEqualTo("tr");
  }

  @Test
  void twoTurkishWordsThatMeanOneThingAreReadTogether() {
    assertThat(Question.of("ara yazılım nasıl çalıştırılır").words())
        .containsExactly("middleware", "run");
    assertThat(Question.of("hız sınırlama nerede yapılıyor").words())
        .containsExactly("rate", "limit");
  }

  @Test
  void whoWantsToDoItIsNotLookedFor() {
    assertThat(Question.plain("How do I write my own plugin?")).isEqualTo("plugin?");
    assertThat(Question.of("How do I write my own plugin?").words()).containsExactly("plugin");
    assertThat(Question.plain("how is a file written")).isEqualTo("how is a file written");
    assertThat(Question.plain("how to make")).isEqualTo("how to make");
  }

  /** "Zaman" was looked for as a time, and "sunucuya kaydı" not at all. */
  @Test
  void whatOnlyAsksWhenIsNoTimeAndASoftenedStemIsKnown() {
    assertThat(Question.of("eski kayıtlar ne zaman siliniyor").words())
        .containsExactly("old", "record", "delete");
    assertThat(Question.of("belirteci kitaplığı nasıl yüklüyor").words())
        .containsExactly("token", "library", "load");
  }

  @Test
  void whatWasTranslatedIsSearchedForAsAQuestion() {
    Question question = Question.of("oturum nasıl kapatılır");

    assertThat(question.searched("oturum nasıl kapatılır")).isEqualTo("logout?");
    assertThat(Question.of("x").searched("how does one log in")).isEqualTo("how does one login");
  }
}
