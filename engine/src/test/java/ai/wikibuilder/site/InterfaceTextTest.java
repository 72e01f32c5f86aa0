package ai.wikibuilder.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class InterfaceTextTest {
  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    String name = "interface_" + language + ".properties";
    try (InputStream in = SiteWriter.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      if (in != null) {
        words.load(new InputStreamReader(in, UTF_8));
      }
    }
    return words;
  }

  @Test
  void bothLanguagesHaveTheSameKeysWithTheSamePlaces() throws IOException {
    Properties english = words("en");
    Properties turkish = words("tr");

    assertThat(turkish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      for (String place : new String[] {"{0}", "{1}", "{2}"}) {
        assertThat(turkish.getProperty(key).contains(place))
            .as(key + " " + place)
            .isEqualTo(english.getProperty(key).contains(place));
      }
    }
  }

  @Test
  void numbersAreSetApartAsTheLanguageDoes() {
    assertThat(new InterfaceText("en").number(13_577)).isEqualTo("13,577");
    assertThat(new InterfaceText("tr").number(1_234_567)).isEqualTo("1.234.567");
    assertThat(new InterfaceText("en").number(999)).isEqualTo("999");
    assertThat(new InterfaceText("en").number(-1_000)).isEqualTo("-1,000");
  }
}
