package ai.wikibuilder.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.letters.LetterSender;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.tenants.Invitations;
import ai.wikibuilder.server.tenants.Role;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** Whoever cannot read the mail of an address gets no account of it, however early they come. */
@ExtendWith(RunningServer.class)
class ProvenAddressTest {
  private static final String OTHER_PASSWORD = "lamp river seven coat";
  private static final Pattern LINK = Pattern.compile("lnk_[\\w-]+");

  private final String email = "victim-" + UUID.randomUUID() + "@example.org";
  private final Logger log = (Logger) LoggerFactory.getLogger(LetterSender.ToLog.class);
  private final ListAppender<ILoggingEvent> sent = new ListAppender<>();
  private ApiClient api;
  private Cast cast;

  @BeforeEach
  void listen(Server server) {
    api = new ApiClient(server.address());
    cast = new Cast(server);
    sent.start();
    log.addAppender(sent);
  }

  @AfterEach
  void listenNoMore() {
    log.detachAppender(sent);
  }

  /** The links that letters took to an address, the oldest first. */
  private List<String> linksTo(String address) {
    return sent.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(letter -> letter.contains("letter to " + address + ":"))
        .map(LINK::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .toList();
  }

  private Reply post(String path, String fields, String... values) {
    return api.postOpenly(path, "{" + fields.replace('\'', '"').formatted((Object[]) values) + "}");
  }

  private Reply register(String password) {
    return post("/api/auth/register", "'email':'%s','password':'%s'", email, password);
  }

  private Reply login(String password) {
    return post("/api/auth/login", "'email':'%s','password':'%s'", email, password);
  }

  private Reply verify(String link, String password) {
    return post("/api/auth/verify", "'link':'%s','password':'%s'", link, password);
  }

  /** Whoever registered an address again had their password verified by its owner's click. */
  @Test
  void aLinkVerifiesNoPasswordButItsReadersOwn() {
    register(Cast.PASSWORD);
    register(OTHER_PASSWORD);
    String link = linksTo(email).getLast();

    Reply owners = verify(link, Cast.PASSWORD);

    assertThat(owners.status()).as(owners.body()).isEqualTo(401);
    assertThat(owners.text("detail")).contains("Register once more");
    assertThat(login(OTHER_PASSWORD).status()).isEqualTo(403);

    register(Cast.PASSWORD);
    assertThat(verify(link, Cast.PASSWORD).status()).isEqualTo(400);
    assertThat(verify(linksTo(email).getLast(), Cast.PASSWORD).status()).isEqualTo(204);
    assertThat(login(Cast.PASSWORD).status()).isEqualTo(200);
    assertThat(login(OTHER_PASSWORD).status()).isEqualTo(401);
  }

  /** They count as one address here, and are two mailboxes elsewhere. */
  @Test
  void lettersGoToTheAddressOfTheAccountAndNotToOneThatLooksAlike() {
    String alike = email.replace("victim", "\u2175ctim");
    register(Cast.PASSWORD);
    post("/api/auth/register", "'email':'%s','password':'%s'", alike, OTHER_PASSWORD);
    register(Cast.PASSWORD);
    verify(linksTo(email).getLast(), Cast.PASSWORD);
    sent.list.clear();

    Reply forgot = post("/api/auth/forget", "'email':'%s'", alike);

    assertThat(forgot.status()).isEqualTo(202);
    assertThat(linksTo(alike)).isEmpty();
    assertThat(linksTo(email)).hasSize(1);
  }

  /** Thirty a minute from each address of whoever asks; and the last link stays good. */
  @Test
  void aMailboxIsNotFilledByWhoAsksAgainAndAgain() {
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      answers.add(register(Cast.PASSWORD).status());
    }

    assertThat(answers).startsWith(202, 202).endsWith(429, 429);
    assertThat(linksTo(email)).hasSize(10);
    assertThat(verify(linksTo(email).getLast(), Cast.PASSWORD).status()).isEqualTo(204);
  }

  @Test
  void whoIsInvitedIsNotKeptOutByAnAccountThatNobodyVerified() {
    register(OTHER_PASSWORD);
    Organisation organisation = cast.organisation();
    String invitation =
        cast.part(Invitations.class)
            .invite(organisation.tenant(), email, Role.MEMBER, organisation.owner().id())
            .secret()
            .text();

    Reply made =
        post(
            "/api/auth/register",
            "'email':'%s','password':'%s','invitation':'%s'",
            email,
            Cast.PASSWORD,
            invitation);

    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(login(Cast.PASSWORD).status()).isEqualTo(200);
    assertThat(login(OTHER_PASSWORD).status()).isEqualTo(401);
  }
}
