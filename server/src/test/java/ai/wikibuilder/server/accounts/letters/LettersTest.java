package ai.wikibuilder.server.accounts.letters;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.AccountSettings;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.MailSettings;
import ai.wikibuilder.server.accounts.RegistrationMode;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.web.PageClient;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;

/** What letters say, and in which language. */
@ExtendWith(RunningServer.class)
class LettersTest {
  private static final String SECRET = "lnk_secret";

  /** One that is called like a place. */
  private static final String ORGANISATION = "Tide {0} $1";

  private final Logger log = (Logger) LoggerFactory.getLogger(LetterSender.ToLog.class);
  private final ListAppender<ILoggingEvent> sent = new ListAppender<>();

  /** Once the server stands: its start sets up logging anew. */
  @BeforeEach
  void listen(Server server) {
    assertThat(server.address()).isNotNull();
    sent.start();
    log.addAppender(sent);
  }

  @AfterEach
  void listenNoMore() {
    log.detachAppender(sent);
    LocaleContextHolder.resetLocaleContext();
  }

  /** The letter that the server, which has no mail, wrote to the log. */
  private String letterTo(String email) {
    return sent.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(message -> message.contains("to " + email))
        .findFirst()
        .orElseThrow();
  }

  private static String fresh() {
    return "reader-" + UUID.randomUUID() + "@example.org";
  }

  @Test
  void whoChoseALanguageOnThePagesIsWrittenToInIt(Server server) {
    String email = fresh();
    PageClient browser = new PageClient(server.address());
    browser.open("/register");
    browser.submit("/language", Map.of("language", "tr", "next", "/register"));
    browser.open("/register");

    browser.submit("/register", Map.of("email", email, "password", Cast.PASSWORD));

    assertThat(letterTo(email)).contains("bu bağlantıyı bir gün içinde açın", "/verify?link=lnk_");
  }

  @Test
  void aProgramIsHeardByItsHeaderAndEnglishIsWrittenWithoutOne(Server server) {
    Person person = new Cast(server).person();
    ApiClient api = new ApiClient(server.address());
    HttpRequest.Builder forgot =
        HttpRequest.newBuilder(server.address().resolve("/api/auth/forget"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"email\":\"%s\"}".formatted(person.email())));
    sent.list.clear();

    api.send(forgot.build());
    String plain = letterTo(person.email());
    sent.list.clear();
    api.send(forgot.header("Accept-Language", "de, tr-TR;q=0.8, en;q=0.5").build());

    assertThat(plain).contains("asked for a new password");
    assertThat(letterTo(person.email())).contains("yeni bir parola istedi");
  }

  @Test
  void everyLetterIsWholeInEveryLanguage() {
    LetterWords words = new LetterWords();
    assertThat(words.languages()).contains("en", "tr");
    List<List<String>> subjects = new ArrayList<>();

    for (String language : words.languages()) {
      LocaleContextHolder.setLocale(Locale.of(language));
      List<LetterSender.Letter> letters = all();

      assertThat(letters).hasSize(7);
      for (LetterSender.Letter letter : letters) {
        String text = letter.text().replace(ORGANISATION, "");
        assertThat(text).as(language).contains("https://wiki.example.org").endsWith("\n");
        assertThat(text).as(language).doesNotContain("{").doesNotContain("\\");
        assertThat(text.lines()).as(language).allMatch(line -> line.length() < 120);
      }
      assertThat(letters.stream().filter(letter -> letter.text().contains(SECRET))).hasSize(4);
      assertThat(letters.get(3).text()).contains("mia@example.org", '"' + ORGANISATION + '"');
      subjects.add(letters.stream().map(LetterSender.Letter::subject).toList());
    }

    assertThat(subjects.get(0)).doesNotContainAnyElementsOf(subjects.get(1));
  }

  private static List<LetterSender.Letter> all() {
    List<LetterSender.Letter> letters = new ArrayList<>();
    EmailAddress to = new EmailAddress("max@example.org");
    EmailAddress other = new EmailAddress("mia@example.org");
    RandomSecret secret = new RandomSecret(SECRET);
    Letters writing =
        new Letters(
            letters::add,
            new AccountSettings(
                RegistrationMode.OPEN,
                Optional.of(URI.create("https://wiki.example.org")),
                () -> URI.create("http://127.0.0.1"),
                Optional.of(
                    new MailSettings(
                        "localhost",
                        25,
                        Optional.empty(),
                        MailSettings.Sender.of(other),
                        MailSettings.Tls.NONE))));
    writing.verification(to, secret);
    writing.accountExists(to);
    writing.reset(to, secret);
    writing.invitation(to, secret, new Letters.Inviting(other, ORGANISATION, Role.MEMBER));
    writing.newAddress(to, secret);
    writing.addressWanted(to, other);
    writing.addressChanged(to, other);
    return letters;
  }
}
