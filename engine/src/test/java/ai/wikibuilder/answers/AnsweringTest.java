package ai.wikibuilder.answers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnsweringTest {
  private final OpenWiki wiki =
      TestWiki.of(
          new TestRepository()
              .file(
                  "warehouse/Defaults.java",
                  """
                  package warehouse;

                  /** What is set where nobody set anything. */
                  public class Defaults {
                    private Integer truckCount = 12;
                    private Integer retryDelay = 500;
                  }
                  """)
              .file(
                  "warehouse/Loader.java",
                  """
                  package warehouse;

                  /** Loads trucks, and waits for a delay before it does so again. */
                  public class Loader {
                    private Defaults defaults;

                    /** Supports a second retry after the delay. */
                    public void again() {
                      defaults.check();
                    }
                  }
                  """));

  @Test
  void aConstantWhoseNameIsAskedForIsToldWithItsValue() {
    assertThat(sentences("what is the default retry delay"))
        .anySatisfy(sentence -> assertThat(sentence).contains("retryDelay", "field"))
        .anySatisfy(sentence -> assertThat(sentence).contains("private Integer retryDelay = 500;"));
  }

  /** How a session is stored began with a method that says nothing of itself. */
  @Test
  void aMethodWithoutACommentIsToldWithThatOfItsTypeOrOfWhatItOverrides() {
    TestRepository repository =
        new TestRepository()
            .file(
                "app/sessions.py",
                """
                class SessionInterface:
                    def save_session(self, app):
                        \"""Called at the end of each request.\"""

                class CookieSessions(SessionInterface):
                    \"""Stores sessions in signed cookies.\"""

                    def save_session(self, app):
                        cookie = dump(app.session)
                        store(cookie)

                class PlainSessions(SessionInterface):
                    def save_session(self, plain):
                        plain.session = plain.keep
                """);

    assertThat(sentences(answer(TestWiki.of(repository), "how is a session stored")))
        .anySatisfy(sentence ->
            assertThat(sentence)
                .contains("CookieSessions describes itself: “Stores sessions in signed cookies.”"))
        .anySatisfy(sentence ->
            assertThat(sentence)
                .contains(
                    "It goes back to SessionInterface.save_session, which describes itself:"
                        + " “Called at the end of each request.”"));
  }

  /** A class was said to describe itself as its constructor does, since both have one name. */
  @Test
  void aTypeIsNotToldByTheCommentOfItsConstructor() {
    TestRepository repository =
        new TestRepository()
            .file(
                "app/Sweeper.java",
                """
                package app;

                /** Sweeps rooms that nobody is in. */
                public class Sweeper {
                  private int roomCount;

                  /** Creates a sweeper. */
                  public Sweeper() {
                    roomCount = 0;
                  }
                }
                """);

    List<String> sentences = sentences(answer(TestWiki.of(repository), "who sweeps rooms"));

    assertThat(sentences.getFirst()).contains("Sweeper is a");
    assertThat(sentences.get(1)).contains("“Sweeps rooms that nobody is in.”");
    assertThat(sentences).noneMatch(sentence -> sentence.contains("Creates a sweeper"));
  }

  /** Whether podman is supported was answered by lines of a change log that were not shown. */
  @Test
  void linesOfNoDefinitionAreToldByTheOneThatSaysMost() {
    TestRepository repository =
        new TestRepository()
            .file(
                "CHANGELOG.md",
                "# Changes\n\nFaster transfers.\n\nRuns with podman now.\n\nSmaller.\n")
            .file("app/run.py", "def run_container():\n    pass\n");

    Answer answer = answer(repository, "does it support podman", hit("CHANGELOG.md", 7, "", ""));

    Sentence first = answer.paragraphs().getFirst().getFirst();
    assertThat(text(first)).isEqualTo("CHANGELOG.md has the line Runs with podman now..");
    assertThat(first.evidence()).containsExactly(new Evidence("CHANGELOG.md", 4, 6));
  }

  /** How passwords are hashed began with the constant above the function that does it. */
  @Test
  void aConstantAboveAFunctionDoesNotStandForIt() {
    TestRepository repository =
        new TestRepository()
            .file(
                "app/password.py",
                """
                ROUNDS = 10


                def hash_password(password):
                    return scramble(password, ROUNDS)
                """);

    SearchHit hit = hit("app/password.py", 5, "ROUNDS", "variable");

    assertThat(sentences(answer(repository, "how are passwords hashed", hit)).getFirst())
        .startsWith("hash_password is a function");
  }

  @Test
  void aFirstWordThatCodeCallsOtherwiseIsKnown() {
    TestRepository repository =
        new TestRepository().file("app/a.py", "def send_smtp(text):\n    send(text)\n");

    SearchHit hit = hit("app/a.py", 2, "send_smtp", "function");

    assertThat(answer(repository, "how are e-mails sent", hit).found()).isTrue();
    assertThat(answer(repository, "how are pigeons sent", hit).found()).isFalse();
  }

  @Test
  void aConstantThatIsOnlyTouchedComesAfterWhatRuns() {
    List<String> sentences = sentences("what waits before a retry");

    assertThat(sentences.getFirst()).contains("Loader");
  }

  @Test
  void theNameOfTheRepositoryAndWordsOfAnyQuestionAreNoAnswer() {
    Answer answer = answer("does warehouse support graphql");

    assertThat(answer.found()).isFalse();
    assertThat(answer.missing()).containsExactly("graphql");
    assertThat(answer.searched()).contains("graphql", "warehouse");
  }

  /** How OAuth tokens are refreshed was answered by whatever else had tokens. */
  @Test
  void aNameThatStandsNowhereIsNotAnsweredByTheWordsBesideIt() {
    assertThat(answer("how does a truck delay its retry").found()).isTrue();
    assertThat(answer("how does a truck of Zeppelin delay its retry").found()).isFalse();
    assertThat(answer("how does the delay of a Truck retry").found()).isTrue();
  }

  @Test
  void aQuestionOfNothingElseIsAnsweredWithWhatThereIs() {
    assertThat(answer("what does warehouse support").found()).isTrue();
  }

  /** A developer asked how a task is retried and was shown the tasks of the test suite. */
  @Test
  void whatOnlyTestsUseComesAfterTheProgram() {
    TestRepository repository =
        new TestRepository()
            .file("t/tasks.py", "def retry_task():\n    \"\"\"Retry a task.\"\"\"\n")
            .file("app/again.py", "def once_more(task):\n    # retry the task\n    pass\n");
    for (int i = 0; i < 4; i++) {
      repository.file(
          "t/test_%d.py".formatted(i),
          "from t.tasks import retry_task\n\ndef test(): retry_task()\n");
    }

    List<String> sentences = sentences(answer(TestWiki.of(repository), "how is a task retried"));

    assertThat(sentences.getFirst()).contains("app/again.py");
  }

  /** Who asked how a session is stored was shown a test alone, since it alone said "stored". */
  @Test
  void aWordThatOnlyOnePlaceHasDoesNotPushOutWhatAllSpeakOf() {
    TestRepository repository =
        new TestRepository().file("tests/test_last.py", "def test_session_stored():\n    pass\n");
    List<SearchHit> hits = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String path = "app/part%d.py".formatted(i);
      repository.file(path, "def session_%d():\n    pass\n".formatted(i));
      hits.add(new SearchHit(i + 1, path, 1, 2, "session_" + i, "function", 2, List.of()));
    }
    hits.add(
        new SearchHit(
            7, "tests/test_last.py", 1, 2, "test_session_stored", "function", 1, List.of()));

    Answer answer =
        new Answering(TestWiki.of(repository))
            .answer(Question.of("how is a session stored"), Wish.PLACES, hits);

    assertThat(sentences(answer).getFirst()).contains("app/part0.py");
  }

  /** Who asked how entries are filtered was shown the forms that have fields for it. */
  @Test
  void whoAsksHowIsToldOfWhatRunsBeforeWhatHoldsValues() {
    OpenWiki feeds =
        TestWiki.of(
            new TestRepository()
                .file(
                    "app/form.py",
                    "class RuleForm:\n    block_rules = 1\n    keep_rules = 2\n    url = 3\n")
                .file("app/entries.py", "def blocked(entry, rules):\n    return entry in rules\n"));
    List<SearchHit> hits =
        List.of(
            new SearchHit(1, "app/form.py", 1, 4, "RuleForm", "class", 1.2, List.of()),
            new SearchHit(2, "app/entries.py", 1, 2, "blocked", "function", 1, List.of()));

    assertThat(first(feeds, "how do block rules work on entries", hits)).contains("blocked");
    assertThat(first(feeds, "which block rules are there", hits)).contains("RuleForm");
  }

  private static final OpenWiki SHOP =
      TestWiki.of(
          new TestRepository()
              .file("web/src/Upload.jsx", "export function upload() {\n  return 1\n}\n")
              .file("web/src/upload.js", "export function uploadFile() {\n  return 2\n}\n")
              .file("web/src/List.jsx", "export function list() {\n  return 3\n}\n")
              .file("web/src/Home.jsx", "export function home() {\n  return 4\n}\n")
              .file("server/files.py", "def store_upload():\n    pass\n"));

  private static final List<SearchHit> UPLOADS =
      List.of(
          new SearchHit(1, "web/src/upload.js", 1, 3, "uploadFile", "function", 1.2, List.of()),
          new SearchHit(2, "server/files.py", 1, 2, "store_upload", "function", 1, List.of()));

  /** Forms have the words of what the server behind them does. */
  @Test
  void whatRunsInABrowserComesAfterTheProgramBehindIt() {
    assertThat(first(SHOP, "where is an upload kept", UPLOADS)).contains("store_upload");
    assertThat(first(SHOP, "which button begins an upload of a file", UPLOADS))
        .contains("uploadFile");
  }

  @Test
  void whereNothingStandsBehindItTheFrontendIsTheProgram() {
    TestRepository alone = new TestRepository().file("tool.py", "def upload():\n    pass\n");
    List<SearchHit> hits = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String path = "src/part%d.js".formatted(i);
      alone.file(path, "export function upload%d() {\n  return 1\n}\n".formatted(i));
      alone.file("src/Part%d.jsx".formatted(i), "export const x = 1\n");
      hits.add(new SearchHit(i + 1, path, 1, 3, "upload" + i, "function", 1.2, List.of()));
    }
    hits.add(new SearchHit(7, "tool.py", 1, 2, "upload", "function", 1, List.of()));

    assertThat(first(TestWiki.of(alone), "how does an upload return", hits)).contains("upload0");
  }

  @Test
  void whoAsksForASettingIsToldOfWhereItIsRead() {
    OpenWiki mail =
        TestWiki.of(
            new TestRepository()
                .file("app/mail.py", "def limit_of_mail(size):\n    return size\n")
                .file("app/conf.py", "import os\n\nLIMIT = os.environ[\"MAIL_LIMIT\"]\n"));
    List<SearchHit> hits =
        List.of(
            new SearchHit(1, "app/mail.py", 1, 2, "limit_of_mail", "function", 1.1, List.of()),
            new SearchHit(2, "app/conf.py", 3, 3, "LIMIT", "constant", 1, List.of()));

    assertThat(first(mail, "which setting limits the size of mail", hits)).contains("conf.py");
    assertThat(first(mail, "how is the size of mail limited", hits)).contains("limit_of_mail");
  }

  /** Nine copies of an example were all that was told of how such a file is read. */
  @Test
  void copiesOfADocumentAreToldAfterWhatElseFits() {
    TestRepository repository =
        new TestRepository().file("app/users.py", "def users_of_ini(text):\n    return text\n");
    List<SearchHit> hits = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String path = "conf%d/app.ini".formatted(i);
      repository.file(path, "[users]\nanna = 1\n");
      hits.add(new SearchHit(i + 1, path, 1, 2, "", "", 2, List.of()));
    }
    hits.add(new SearchHit(4, "app/users.py", 1, 2, "users_of_ini", "function", 1.1, List.of()));

    Answer answer =
        new Answering(TestWiki.of(repository))
            .answer(Question.of("how are users of app.ini read"), Wish.DOING, hits);

    assertThat(sentences(answer).subList(0, 2)).anyMatch(one -> one.contains("app/users.py"));
  }

  @Test
  void aFileThatIsCalledWhatOnlyTheQuestionSaysIsMeant() {
    TestRepository repository = new TestRepository();
    List<SearchHit> hits = new ArrayList<>();
    for (String name : List.of("base", "etcd", "redis", "mongo")) {
      String path = "app/%s.py".formatted(name);
      repository.file(path, "def keep_message(message):\n    return message\n");
      hits.add(
          new SearchHit(hits.size() + 1, path, 1, 2, "keep_message", "function", 1, List.of()));
    }

    assertThat(first(TestWiki.of(repository), "where is a message kept in redis", hits))
        .contains("app/redis.py");
  }

  /** What the hotness of a story is was answered with how its column once came to be. */
  @Test
  void stepsOfADatabaseComeAfterTheProgramUnlessTheyAreAskedFor() {
    String step = "db/migrate/20120703184957_story_hotness.rb";
    OpenWiki news =
        TestWiki.of(
            new TestRepository()
                .file("app/story.rb", "class Story\n  def hotness\n    1\n  end\nend\n")
                .file(step, "class StoryHotness\n  def up\n    add :hotness\n  end\nend\n"));
    List<SearchHit> hits =
        List.of(
            new SearchHit(1, step, 1, 5, "StoryHotness", "class", 1.2, List.of()),
            new SearchHit(2, "app/story.rb", 2, 4, "Story.hotness", "method", 1, List.of()));

    assertThat(first(news, "how is the hotness of a story found", hits)).contains("app/story.rb");
    assertThat(first(news, "which migration adds hotness to a story", hits)).contains(step);
  }

  /** Where a pane is split was answered with the line of a header that says only its name. */
  @Test
  void whatAHeaderAnnouncesIsToldWhereItIsWritten(@TempDir Path natives) {
    TestRepository repository =
        new TestRepository()
            .file("pane.h", "int split_pane(int n);\nint close_pane(int n);\n")
            .file(
                "layout.c",
                """
                #include "pane.h"

                /* Halves a pane. */
                int split_pane(int n)
                {
                  return n / 2;
                }
                """);
    OpenWiki panes = TestWiki.of(repository, repository.parsed(natives));

    assertThat(
            first(
                panes,
                "how is a pane split",
                List.of(new SearchHit(1, "pane.h", 1, 1, "split_pane", "function", 1, List.of()))))
        .contains("layout.c");
    assertThat(
            first(
                panes,
                "how is a pane closed",
                List.of(new SearchHit(1, "pane.h", 2, 2, "close_pane", "function", 1, List.of()))))
        .contains("pane.h");
  }

  private static String first(OpenWiki wiki, String question, List<SearchHit> hits) {
    Answer answer = new Answering(wiki).answer(Question.of(question), Wish.of(question), hits);
    return sentences(answer).getFirst();
  }

  @Test
  void whoCallsAFunctionIsToldOfThatFunctionAlone() {
    OpenWiki calls =
        TestWiki.of(
            new TestRepository()
                .file("app/ship.py", "def ship():\n    pass\n\ndef ship_all():\n    ship()\n")
                .file("app/late.py", "from app.ship import ship\n\ndef late():\n    ship()\n"));

    List<String> sentences = sentences(answer(calls, "who calls ship"));

    assertThat(sentences).hasSize(2);
    assertThat(sentences.getLast()).contains("late", "ship_all");
  }

  /** Who asked who calls a handler was told of a function that is called "calls", too. */
  @Test
  void theWordThatAsksForCallersIsANameOnlyWhereNoOtherIs() {
    OpenWiki calls =
        TestWiki.of(
            new TestRepository()
                .file("app/ship.py", "def ship():\n    pass\n\ndef calls():\n    pass\n")
                .file("app/late.py", "from app.ship import calls\n\ndef late():\n    calls()\n"));

    assertThat(sentences(answer(calls, "who calls ship"))).noneMatch(one -> one.contains("late"));
    assertThat(sentences(answer(calls, "who uses calls"))).anyMatch(one -> one.contains("late"));
  }

  @Test
  void allVariablesOfTheEnvironmentAreToldWithTheLinesThatReadThem() {
    OpenWiki reading =
        TestWiki.of(
            new TestRepository()
                .file("app/port.py", "import os\n\nPORT = os.environ.get(\"SHOP_PORT\", 80)\n")
                .file("app/home.py", "import os\n\nHOME = os.environ[\"SHOP_HOME\"]\n"));

    Answer english = answer(reading, "which environment variables are read");
    Answer turkish = answer(reading, "hangi ortam değişkenleri okunuyor");

    assertThat(sentences(english).getFirst()).contains("SHOP_HOME", "SHOP_PORT");
    assertThat(english.paragraphs().getFirst().getFirst().evidence())
        .extracting(Evidence::shown)
        .containsExactly("app/home.py:3", "app/port.py:3");
    assertThat(sentences(turkish).getFirst()).contains("SHOP_HOME", "SHOP_PORT");
  }

  /** That documents speak of something does not mean that the program has it. */
  @Test
  void whatOnlyDocumentsSpeakOfIsSaidToBeNowhereInTheProgram() {
    OpenWiki shop =
        TestWiki.of(
            new TestRepository()
                .file("docs/login.md", "# Login\n\nThe paid edition has LDAP login.\n")
                .file("app/login.py", "def login(user):\n    \"\"\"Login of a user.\"\"\"\n"));

    String question = "does it support LDAP login";
    Answer answer =
        new Answering(shop)
            .answer(
                Question.of(question),
                Wish.of(question),
                List.of(
                    new SearchHit(1, "docs/login.md", 1, 3, "", "", 2, List.of()),
                    new SearchHit(2, "app/login.py", 1, 2, "login", "function", 1, List.of())));

    assertThat(sentences(answer)).first().asString().contains("docs/login.md");
    assertThat(sentences(answer)).noneMatch(one -> one.contains("app/login.py"));
    assertThat(answer.remark()).contains("Only documents");
  }

  private Answer answer(String question) {
    return answer(wiki, question);
  }

  private static Answer answer(OpenWiki asked, String question) {
    Question read = Question.of(question);
    return new Answering(asked)
        .answer(read, Wish.of(question), asked.search().words(String.join(" ", read.words()), 20));
  }

  private static Answer answer(TestRepository repository, String question, SearchHit hit) {
    return new Answering(TestWiki.of(repository))
        .answer(Question.of(question), Wish.of(question), List.of(hit));
  }

  private static SearchHit hit(String path, int lineCount, String symbol, String kind) {
    return new SearchHit(1, path, 1, lineCount, symbol, kind, 1, List.of());
  }

  private List<String> sentences(String question) {
    return sentences(answer(question));
  }

  private static List<String> sentences(Answer answer) {
    return answer.paragraphs().stream().flatMap(List::stream).map(AnsweringTest::text).toList();
  }

  private static String text(Sentence sentence) {
    StringBuilder text = new StringBuilder();
    for (Inline word : sentence.words()) {
      switch (word) {
        case Inline.Plain(String plain) -> text.append(plain);
        case Inline.Code(String code) -> text.append(code);
        case Inline.Quote(String quote) -> text.append('“').append(quote).append('”');
        default -> text.append(word);
      }
    }
    return text.toString();
  }
}
