package ai.wikibuilder.pages.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
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

  private static final Map<PageLanguage, String> SENTENCES =
      Map.of(
          PageLanguage.EN,
          "The session is stored in a file, and each of the entries is read by the store. ",
          PageLanguage.TR,
          "Oturum bir dosyada saklanır ve her kayıt depo için bir kez okunur. ",
          PageLanguage.DE,
          "Die Sitzung wird in der Datei gespeichert, und das Lager liest sie mit einer Sperre. ",
          PageLanguage.FR,
          "La session est dans une archive, et les registres sont lus par la classe pour le client. ",
          PageLanguage.ES,
          "La sesión se guarda en el archivo, y los registros que llegan se leen con una llave. ",
          PageLanguage.PT,
          "A sessão é guardada em um arquivo, e os registros que chegam são lidos com uma chave. ",
          PageLanguage.RU,
          "Сессия хранится в файле, и каждая запись читается один раз. ",
          PageLanguage.ZH,
          "会话存储在文件中，每条记录由存储模块读取一次。",
          PageLanguage.JA,
          "セッションはファイルに保存され、各記録は保管庫によって一度だけ読み込まれます。",
          PageLanguage.KO,
          "세션은 파일에 저장되며 각 기록은 저장소가 한 번 읽습니다. ");

  /** What a user saw: pages in Portuguese for Spanish, and in Chinese for Japanese. */
  @Test
  void aPageInAnotherLanguageIsSeenWhicheverTwoTheyAre() {
    for (PageLanguage asked : PageLanguage.values()) {
      for (PageLanguage written : PageLanguage.values()) {
        assertThat(asked.isNotOf(SENTENCES.getOrDefault(written, "").repeat(16)))
            .as("asked for %s, written in %s", asked, written)
            .isEqualTo(asked != written);
      }
    }
  }
}
