package ai.wikibuilder.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPartsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          parcelTracker, parcel tracker
          HTTPServer2Go, httpserver2 go
          retries_after-429, retr after 429
          a.b(cd), cd
          ÖlçüKaydı, ölçü kaydı
          '', ''
          'x', ''
          '  ', ''
          𝒳y𐐀𐐨, 𝒳y 𐐨𐐨
          """)
  void aNameIsCutWhereACapitalFollowsASmallLetterOrADigit(String text, String parts) {
    String[] expected = parts.isEmpty() ? new String[0] : parts.split(" ", -1);
    assertThat(WordParts.of(text)).containsExactlyInAnyOrder(expected);
  }
}
