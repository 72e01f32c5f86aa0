package ai.wikibuilder.pages.prose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | how is a session stored",
        "EN | Session.open_session",
        "EN | what happens when a request has no route",
        "TR | Oturum nasıl saklanıyor ve kim siliyor?",
        "TR | bağlantı havuzu nerede kuruluyor",
        "DE | Wo wird die Sitzung gespeichert?",
        "DE | wie werden Anfragen verteilt",
        "FR | Où est stockée la session ?",
        "FR | comment les requêtes sont-elles distribuées",
        "ES | ¿Dónde se guarda la sesión?",
        "PT | Onde a sessão é guardada?",
        "RU | Где хранится сессия?",
        "ZH | 会话存储在哪里？",
        "JA | セッションはどこに保存されますか",
        "KO | 세션은 어디에 저장됩니까?"
      })
  void theLanguageOfAQuestionIsGuessed(PageLanguage language, String question) {
    assertThat(PageLanguage.guess(question)).isEqualTo(language);
  }
}
