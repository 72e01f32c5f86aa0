package ai.wikibuilder.index.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.index.queries.QueryException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  private static final Deadline NEVER = new Deadline(() -> 0, Duration.ofHours(1));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "where is the parcel stored",
        "fix: parse C:\\temp and http://host/a?b=c",
        "std::vector at io.javalin:javalin:7.0",
        "/usr/lib/jvm and /users/{id}/orders",
        "a / b",
        "// a comment",
        "/* another */",
        "matches what is written between /^ and $/ as in file:x",
        "says that the name stands in \"quotes but never ends",
        "it's 6\" wide",
        "path: nowhere"
      })
  void whatOnlyLooksLikeSyntaxIsWords(String text) {
    assertThat(Query.parse(text)).isEqualTo(Query.plain(text));
  }

  @Test
  void filtersAreTakenOutOfTheWords() {
    Query query =
        Query.parse("lang:TS retry -path:\"my tests\" kind:enum-member symbol:A::b_c now");

    assertThat(query.words()).isEqualTo("retry now");
    assertThat(query.filters())
        .containsExactly(
            new QueryFilter(QueryFilter.Field.LANG, false, "typescript"),
            new QueryFilter(QueryFilter.Field.PATH, true, "my tests"),
            new QueryFilter(QueryFilter.Field.KIND, false, "enum member"),
            new QueryFilter(QueryFilter.Field.SYMBOL, false, "a.bc"));
  }

  @Test
  void aPhraseIsACondition() {
    Query query = Query.parse("lang:java \"new  HashMap\"");

    assertThat(query.conditions()).hasSize(1);
    assertThat(query.conditions().getFirst().matches(List.of("x = new HashMap<>()"), NEVER))
        .containsExactly(0);
    assertThat(query.conditions().getFirst().matches(List.of("// new", "HashMap"), NEVER))
        .containsExactly(0, 1);
    assertThat(query.conditions().getFirst().matches(List.of("new TreeMap HashMap"), NEVER))
        .isEmpty();
  }

  /** A commit message with a quoted word found nothing but the change log. */
  @Test
  void aSentenceThatQuotesSomethingIsStillASentence() {
    Query query = Query.parse("show the \"not found\" page in colour");

    assertThat(query.conditions()).isEmpty();
    assertThat(query.preferences()).hasSize(1);
    assertThat(query.words()).isEqualTo("show the \"not found\" page in colour");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/get\\w+\\(/ | return getName() | true",
        "/GET/i | return getName() | true",
        "/GET/ | return getName() | false",
        "/new (Hash)?\\w+Map/ | a = new BigTreeMap() | true",
        "/a\\/b/ | x/a/b/c | true",
        "/^end$/ | end | true",
        "/двери/ | у двери | true"
      })
  void anExpressionLooksAtLines(String text, String line, boolean found) {
    assertThat(Query.parse(text).conditions().getFirst().matches(List.of(line), NEVER).isEmpty())
        .isEqualTo(!found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file:x.java | UNKNOWN_FILTER | 1",
        "retry lang:klingon | UNKNOWN_VALUE | 12",
        "kind:thing | UNKNOWN_VALUE | 6",
        "retry \"never closed | UNCLOSED_QUOTE | 7",
        "a /b(c.* | UNCLOSED_SLASH | 3",
        "ab /c(d/ | BAD_EXPRESSION | 5",
        "/(?<=a)b/ | BAD_EXPRESSION | 2",
        "/(a)\\1/ | BAD_EXPRESSION | 5",
        "/((a{100}){100}){100}/ | BAD_EXPRESSION | 2"
      })
  void aBadQueryIsNamedWithItsColumn(String text, Kind kind, int column) {
    assertThatThrownBy(() -> Query.parse(text))
        .isInstanceOfSatisfying(
            QueryException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.column()).isEqualTo(column);
              assertThat(e).hasMessageContaining("expected");
            });
  }

  @Test
  void anExpressionEndsAtTheDeadlineWithinALine() {
    AtomicLong clock = new AtomicLong();
    Deadline deadline = new Deadline(() -> clock.addAndGet(1_000_000), Duration.ofMillis(5));
    CodeCondition slow = Query.parse("/(x+x+)+y/").conditions().getFirst();

    assertThatThrownBy(() -> slow.matches(List.of("x".repeat(20_000)), deadline))
        .isInstanceOf(Deadline.Passed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "src/ | a/src/b.java | true",
        "/src | src/b.java | true",
        "/src | a/src2/b.java | true",
        "*.java | a/b.java | true",
        "*.java | a/b.kt | false",
        "src/*.java | src/a/b.java | false",
        "src/**/*.java | src/a/b.java | true",
        "src/**/*.java | src/b.java | true",
        "/b?.java | a/b1.java | false",
        "B.JAVA | a/b.java | true"
      })
  void aPathFilterIsAPartOrAPattern(String value, String path, boolean passes) {
    assertThat(new QueryFilter(QueryFilter.Field.PATH, false, value).pathTest().test(path))
        .isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parseOptions | NAME",
        "Gson.fromJson() | NAME",
        "src/main/app.py | PATH",
        "app.py | PATH",
        "TypeError: x is not a function | ERROR_MESSAGE",
        "Missing required component [a] of the pipeline | ERROR_MESSAGE",
        "Fix a crash when the file does not exist | WORDS",
        "why is the file not found | WORDS",
        "how does the build work | ARCHITECTURE",
        "overview of the main modules | ARCHITECTURE",
        "where are cookies parsed | WORDS"
      })
  void theKindOfAQuestionShowsInItsShape(String words, QueryShape shape) {
    assertThat(QueryShape.of(words)).isEqualTo(shape);
  }
}
