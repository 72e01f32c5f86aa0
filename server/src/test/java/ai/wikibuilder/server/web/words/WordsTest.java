package ai.wikibuilder.server.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word of the pages is in every language; the templates hold none of their own. */
class WordsTest {
  private static final Path JAVA = Path.of("src/main/java/ai/wikibuilder/server");
  private static final Path TEMPLATES = Path.of("src/main/jte");

  /** What is the same in every language. */
  private static final Set<String> NAMES =
      Set.of("AI Wiki Builder", "· AI Wiki Builder", "Authorization: Bearer");

  private final Languages languages = new Languages();
  private final Words english = languages.of("en").orElseThrow();
  private final Words turkish = languages.of("tr").orElseThrow();

  private List<Words> others() {
    return languages.all().stream().filter(one -> one != english).toList();
  }

  @Test
  void everyLanguageHasTheSameKeysWithTheSamePlaces() {
    assertThat(others()).isNotEmpty();
    for (Words other : others()) {
      assertThat(other.keys()).as(other.language()).isEqualTo(english.keys());
      for (String key : english.keys()) {
        assertThat(places(other, key)).as(key).isEqualTo(places(english, key));
      }
    }
  }

  /** The later one holds then, and whoever mends the earlier one wonders. */
  @Test
  void noKeyStandsTwiceInAFile() {
    for (Path file : files(Path.of("src/main/resources/words"))) {
      List<String> keys =
          read(file)
              .lines()
              .filter(line -> line.contains("=") && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .toList();
      assertThat(keys).as(file.toString()).doesNotHaveDuplicates().isNotEmpty();
    }
  }

  private static Set<Integer> places(Words words, String key) {
    return words.pieces(key).stream()
        .filter(Words.Piece::isPlace)
        .map(Words.Piece::place)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyKeyThatIsNamedIsThereAndEveryKeyThatIsThereIsNamed() {
    Set<String> named = new TreeSet<>();
    StringBuilder sources = new StringBuilder();
    for (Path file : files(JAVA.resolve("web"), TEMPLATES)) {
      String text = read(file);
      sources.append(text);
      Pattern.compile("(?:say|counted)\\(\\s*\"([a-z.-]+)\"|key = \"([a-z.-]+)\"")
          .matcher(text)
          .results()
          .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
          .filter(key -> !key.endsWith("."))
          .forEach(named::add);
    }
    named.remove("research.found"); // counted
    String all = sources.toString();

    assertThat(english.keys()).containsAll(named);
    assertThat(english.keys().stream().filter(key -> !isUsed(all, key))).isEmpty();
  }

  /** Named as a whole, or made of a beginning that is named and a word. */
  private static boolean isUsed(String sources, String key) {
    int dot = key.lastIndexOf('.');
    return sources.contains('"' + key + '"')
        || Stream.of("told.", "noted.", "input.", "format.").anyMatch(key::startsWith)
        || sources.contains('"' + key.substring(0, dot + 1) + '"')
        || sources.contains("word(\"" + key.substring(0, Math.max(0, dot)) + '"')
        || sources.contains("counted(\"" + key.substring(0, Math.max(0, dot)) + '"')
        || key.endsWith(".lead")
        || key.endsWith(".act");
  }

  @Test
  void noTemplateHoldsWordsOfItsOwn() {
    List<String> raw = new ArrayList<>();
    for (Path file : files(TEMPLATES)) {
      for (String words : TemplateText.of(read(file))) {
        if (!NAMES.contains(words)) {
          raw.add(file.getFileName() + ": " + words);
        }
      }
    }

    assertThat(raw).isEmpty();
  }

  @Test
  void wordsInATemplateAreFound() {
    String template =
        """
        @param String view
        @if(view.isEmpty())<p title="Some hint">Not ${view}</p>@else<a href="/x" hx-get="/y">${view}</a>@endif
        <div class="soft">@template.parts.sentence(key = "k", zero = @`<b>inside</b>`)</div>
        """;

    assertThat(TemplateText.of(template)).containsExactlyInAnyOrder("Some hint", "Not", "inside");
  }

  @Test
  void everyWordOfRowsHasWords() {
    assertWords("audit", AuditAction.values(), AuditAction::name);
    assertWords("state", BuildState.values(), BuildState::name);
    assertWords("role", Role.values(), Role::name);
    assertWords("scope", Scope.values(), Scope::name);
  }

  private <T> void assertWords(String kind, T[] values, Function<T, String> name) {
    assertThat(english.keys())
        .containsAll(
            Arrays.stream(values)
                .map(value -> kind + "." + name.apply(value).toLowerCase(Locale.ROOT))
                .toList());
  }

  /** What refuses a form, or ends a build: texts that programs are told in English. */
  @Test
  void whatTheServerSaysInEnglishIsSaidAgainInEveryLanguage() {
    List<String> said = sentences();
    assertThat(said).hasSizeGreaterThan(60);

    for (Words other : others()) {
      assertThat(said.stream().filter(sentence -> other.retell(sentence).equals(sentence)))
          .as(other.language())
          .isEmpty();
    }
  }

  private static List<String> sentences() {
    Pattern thrown =
        Pattern.compile(
            "new (?:Account|Tenant|Quota|Build|Storage|Answer)Exception\\(|new InvalidInput\\("
                + "|Failed\\.(?:lasting|passing)\\(\\s*\"[a-z_]+\",");
    Pattern literal = Pattern.compile("\\G[^\";]*?\"((?:[^\"\\\\\\n]|\\\\.)*)\"(\\s*\\+)?");
    List<String> sentences = new ArrayList<>();
    for (Path file : files(JAVA)) {
      if (file.toString().contains("/api/") && !file.endsWith("Input.java")) {
        continue; // forms do not come by there
      }
      String text = read(file);
      thrown
          .matcher(text)
          .results()
          .map(MatchResult::end)
          .forEach(start -> {
            var found = literal.matcher(text);
            StringBuilder sentence = new StringBuilder();
            boolean goesOn = found.find(start);
            while (goesOn) {
              sentence.append(found.group(1));
              String between =
                  text.substring(found.end(), Math.min(text.length(), found.end() + 80));
              goesOn =
                  (found.group(2) != null
                          || between.matches("(?s)\\s*\\.formatted\\(\\w+\\)\\s*\\+.*"))
                      && found.find();
            }
            String whole = sentence.toString();
            if (whole.contains(" ")) {
              sentences.add(whole.replaceAll("%,?[ds]", "7").replace("\\\"", "\""));
            }
          });
    }
    return sentences;
  }

  @Test
  void aSentenceIsSaidAgainWithWhatWasToldInIt() {
    assertThat(turkish.retell("password: expected 10 to 256 characters, got 3"))
        .isEqualTo("Parola: 10 ile 256 karakter arası olmalı, gelen 3 karakter");
    assertThat(turkish.retell("cheapModel: expected text, got nothing"))
        .isEqualTo("Kısa sorular için model: bir metin beklendi, boş geldi");
    assertThat(
            turkish.retell(
                "the budget is used up: the next call costs up to $0.02, and $0.01 of $0.50 are"
                    + " left; give more, or write without a model"))
        .startsWith("bütçe tükendi")
        .contains("$0.02", "$0.01", "$0.50");
    assertThat(turkish.retell("A sentence that nobody knows."))
        .isEqualTo("A sentence that nobody knows.");
    assertThat(english.retell("Wrong address or password."))
        .isEqualTo("Wrong address or password.");
  }

  @Test
  void aNoteIsSaidAgainWhereItWasMade() {
    assertThat(turkish.noted("invited", "mia@example.org as member"))
        .isEqualTo("mia@example.org, rolü üye");
    assertThat(turkish.noted("logged_in", "browser, Firefox on Linux"))
        .isEqualTo("tarayıcı, Linux üzerinde Firefox");
    assertThat(turkish.noted("looked", "read src/a.c:1-20")).isEqualTo("src/a.c:1-20 okundu");
    assertThat(turkish.noted("token_made", "read as member")).isEqualTo("read as member");
    assertThat(english.noted("looked", "read src/a.c:1-20")).isEqualTo("read src/a.c:1-20");
  }

  /** What was looked at is said by the engine, in English; a trail stood so on Turkish pages. */
  @Test
  void whatTheEngineLooksAtIsSaidInEveryLanguage() {
    Path answers = Path.of("../engine/src/main/java/ai/wikibuilder/answers");
    Pattern looked = Pattern.compile("(?:shown|look|looked =|failed)\\(?\\s*\"([^\"]+)\"");
    List<String> said = new ArrayList<>();
    for (String file : List.of("exploration/Toolbox.java", "research/StepRunner.java")) {
      looked
          .matcher(read(answers.resolve(file)))
          .results()
          .forEach(found -> said.add(found.group(1).replaceAll("%[sd]", "7")));
    }

    assertThat(said).hasSizeGreaterThan(7);
    for (Words other : others()) {
      assertThat(said).noneMatch(note -> other.noted("looked", note).equals(note));
    }
    assertThat(turkish.noted("step", "searched “tide”: 3 new")).isEqualTo("“tide” arandı: 3 yeni");
  }

  @Test
  void whatIsToldIsNeverTakenForAPlace() {
    assertThat(english.say("build.usage", "{1}", "$2 \\1")).isEqualTo("{1} tokens, $2 \\1");
  }

  @Test
  void numbersMoneyAndTimesAreThoseOfTheLanguage() {
    Instant noon = Instant.parse("2026-11-05T12:00:00Z");

    assertThat(english.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(turkish.count(1_234_567)).isEqualTo("1.234.567");
    assertThat(english.dollars(1_234_500_000)).isEqualTo("$1,234.50");
    assertThat(turkish.dollars(1_234)).isEqualTo("$0,0012");
    assertThat(english.minute(noon)).isEqualTo("5 Nov 2026, 12:00 UTC");
    assertThat(turkish.day(noon)).isEqualTo("5 Kas 2026");
    assertThat(english.counted("research.found", 1)).isEqualTo("1 place that was new.");
    assertThat(english.counted("research.found", 1_200)).isEqualTo("1,200 places that were new.");
  }

  private static List<Path> files(Path... folders) {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(Files::isRegularFile).forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
