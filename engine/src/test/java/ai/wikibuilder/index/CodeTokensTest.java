package ai.wikibuilder.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTokensTest {
  @ParameterizedTest
  @CsvSource({
    "loadUser,        loaduser load user",
    "load_user,       loaduser load user",
    "HTTPServer,      httpserver http server",
    "utf8Reader,      utf8reader utf reader",
    "my-component,    my component",
    "a.b.Parcel,      parcel",
    "__init__,        init",
    "x,               ''",
  })
  void aNameGivesItselfAndItsParts(String name, String terms) {
    assertThat(String.join(" ", terms(name))).isEqualTo(terms);
  }

  @ParameterizedTest
  @CsvSource({
    "validates validated validation validate",
    "retries retry retried",
    "caches caching cached cache",
    "sessions session",
    "connections connection connects connected connecting",
    "stopping stopped stop stops",
    "serializes serialized serialization serialize",
  })
  void formsOfAWordAreOneTerm(String forms) {
    assertThat(terms(forms)).containsOnly(terms(forms).getFirst());
  }

  @Test
  void wordsOfOtherScriptsAreTerms() {
    assertThat(terms("Größe naïve имя")).containsExactly("größe", "naïve", "имя");
    assertThat(terms("缓存管理")).containsExactly("缓存", "存管", "管理");
  }

  @Test
  void anyBytesAtAllAreCutWithoutFailing() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      CodeTokens tokens = new CodeTokens();
      tokens.reset(bytes, 0, bytes.length);
      while (tokens.next()) {
        assertThat(tokens.length()).as("seed 7, round %d", round).isBetween(1, 384);
      }
    }
  }

  @Test
  void aVeryLongWordIsLeftOut() {
    assertThat(terms("short " + "a".repeat(5_000) + " end")).containsExactly("short", "end");
  }

  private static List<String> terms(String text) {
    CodeTokens tokens = new CodeTokens();
    byte[] utf8 = text.getBytes(UTF_8);
    tokens.reset(utf8, 0, utf8.length);
    List<String> terms = new ArrayList<>();
    while (tokens.next()) {
      terms.add(new String(tokens.bytes(), 0, tokens.length(), UTF_8));
    }
    return terms;
  }
}
