package ai.wikibuilder.pages.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class CatalogueTest {
  static final List<String> LANGUAGES = Catalogue.LANGUAGES;

  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)[|}]");

  private final Catalogue english = new Catalogue("en");

  private static Properties shapes(String language) throws IOException {
    Properties shapes = new Properties();
    try (InputStream in =
        Objects.requireNonNull(
            Catalogue.class.getResourceAsStream("composed_" + language + ".properties"))) {
      shapes.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return shapes;
  }

  private static Set<String> slots(String shape) {
    Set<String> slots = new TreeSet<>();
    Matcher matcher = SLOT.matcher(shape);
    while (matcher.find()) {
      slots.add(matcher.group(1));
    }
    return slots;
  }

  private static String plain(Sentence sentence) {
    StringBuilder text = new StringBuilder();
    for (Inline inline : sentence.words()) {
      text.append(
          switch (inline) {
            case Inline.Plain plain -> plain.text();
            case Inline.Code code -> "`" + code.text() + "`";
            case Inline.Strong strong -> "**" + strong.text() + "**";
            case Inline.Quote quote -> "“" + quote.text() + "”";
            case Inline.PageLink link -> link.text();
            case Inline.ExternalLink link -> link.text();
          });
    }
    return text.toString();
  }

  @Test
  void oneAndManyAreFormsOfTheirOwn() {
    Phrase one = english.say("module.size").count("files", 1).count("lines", 1246);
    Phrase many = english.say("module.size").count("files", 14).count("lines", 12);

    assertThat(plain(one.end())).isEqualTo("The module has one file with 1,246 lines.");
    assertThat(plain(many.end())).isEqualTo("The module has 14 files with twelve lines.");
  }

  @ParameterizedTest
  @CsvSource({"0, no", "1, one", "12, twelve", "13, 13", "12345, '12,345'", "1234567, '1,234,567'"})
  void numbersAreWordsUpToTwelve(long number, String expected) {
    assertThat(english.number(number)).isEqualTo(expected);
  }

  @Test
  void aPartInBracketsIsLeftOutWithoutItsWords() {
    Phrase with = english.say("module.size").count("files", 2).count("lines", 3);

    assertThat(plain(with.code("folder", "src").end()))
        .isEqualTo("The module has two files with three lines in `src`.");
  }

  @Test
  void aNumberAtTheFrontHasACapital() {
    assertThat(plain(english.say("files.rest").count("files", 1).end()))
        .startsWith("One smaller or less used file has");
  }

  @Test
  void aListNamesTheFirstAndCountsTheRest() {
    Phrase five = english.say("cell").codes("words", List.of("a", "b", "c", "d", "e"), 3);
    Phrase four = english.say("cell").codes("words", List.of("a", "b", "c", "d"), 3);

    assertThat(plain(five.end())).isEqualTo("`a`, `b`, `c` and two more");
    assertThat(plain(four.end())).isEqualTo("`a`, `b`, `c` and `d`");
  }

  @Test
  void thereIsNoSentenceWithAPlaceLeftEmpty() {
    assertThatThrownBy(() -> english.say("users.inherit").end())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("{names}");
  }

  @Test
  void theVariantDependsOnTheSubjectAlone() {
    Sentence first = english.say("purpose.derived", "tracking").codes("names", List.of("A")).end();
    Sentence again = english.say("purpose.derived", "tracking").codes("names", List.of("A")).end();

    assertThat(again).isEqualTo(first);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyLanguageHasTheSameSentencesWithTheSamePlaces(String language) throws IOException {
    Properties expected = shapes("en");
    Properties found = shapes(language);

    assertThat(found.stringPropertyNames()).isEqualTo(expected.stringPropertyNames());
    for (String key : expected.stringPropertyNames()) {
      assertThat(slots(found.getProperty(key)))
          .as("places of %s in %s", key, language)
          .isEqualTo(slots(expected.getProperty(key)));
      Shape.of(key, found.getProperty(key));
    }
  }
}
