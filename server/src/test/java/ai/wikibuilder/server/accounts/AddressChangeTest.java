package ai.wikibuilder.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.letters.LetterSender.Letter;
import ai.wikibuilder.server.accounts.letters.Letters;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.Invitations;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.Tenants;
import ai.wikibuilder.server.web.PageClient;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Letters that move an account to another address, and those that invite, as they are read. */
@ExtendWith(RunningServer.class)
class AddressChangeTest {
  private static final Pattern LINK = Pattern.compile("https://wiki\\.example\\.org/\\S+=(\\S+)");

  private final List<Letter> letters = new ArrayList<>();
  private Server server;
  private ApiClient api;
  private Cast cast;
  private AddressChange change;
  private Letters writing;

  @BeforeEach
  void letters(Server running) {
    server = running;
    api = new ApiClient(running.address());
    cast = new Cast(running);
    writing =
        new Letters(
            letters::add,
            new AccountSettings(
                RegistrationMode.OPEN,
                Optional.of(URI.create("https://wiki.example.org")),
                running::address,
                Optional.of(
                    new MailSettings(
                        "localhost",
                        25,
                        Optional.empty(),
                        MailSettings.Sender.of(new EmailAddress("wiki@example.org")),
                        MailSettings.Tls.NONE))));
    change =
        new AddressChange(
            cast.part(SystemTransactions.class),
            cast.part(NewAccounts.class),
            cast.part(OneTimeLinks.class),
            writing,
            Clock.systemUTC());
  }

  private static EmailAddress fresh() {
    return new EmailAddress("new-" + UUID.randomUUID() + "@example.org");
  }

  private static String link(Letter letter) {
    Matcher found = LINK.matcher(letter.text());
    assertThat(found.find()).as(letter.text()).isTrue();
    return found.group(1);
  }

  private Reply confirm(String link) {
    return api.postOpenly("/api/auth/email", "{\"link\":\"" + link + "\"}");
  }

  private Reply login(EmailAddress email) {
    return api.postOpenly(
        "/api/auth/login",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Cast.PASSWORD));
  }

  @Test
  void theLinkOfTheLetterMovesTheAccountAndEndsNothingElse() {
    Person person = cast.person();
    EmailAddress before = person.account().email();
    EmailAddress wanted = fresh();
    PageClient browser = PageClient.of(server.address(), person.email());

    change.ask(person.account(), wanted);
    Reply exported = api.get("/api/account/export", person.token());
    assertThat(login(before).status()).isEqualTo(200);
    assertThat(login(wanted).status()).isEqualTo(401);
    Reply confirmed = confirm(link(letters.getFirst()));
    Reply again = confirm(link(letters.getFirst()));

    assertThat(letters).extracting(Letter::to).containsExactly(wanted, before);
    assertThat(letters.get(1).text()).contains(wanted.text()).doesNotContain("link=");
    assertThat(exported.text("wantedEmail")).isEqualTo(wanted.text());
    assertThat(confirmed.status()).isEqualTo(204);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.text("kind")).isEqualTo("link");
    assertThat(login(wanted).status()).isEqualTo(200);
    assertThat(login(before).status()).isEqualTo(401);
    assertThat(api.get("/api/tenants", person.token()).body()).contains(wanted.text());
    assertThat(browser.open("/settings/profile").body()).contains(wanted.text());
  }

  @Test
  void aLinkToANewPasswordThatWentToTheOldAddressWorksNoMore() {
    Person person = cast.person();
    RandomSecret reset =
        cast.part(SystemTransactions.class)
            .run(rows ->
                cast.part(OneTimeLinks.class)
                    .make(rows, OneTimeLinks.Purpose.RESET, Optional.of(person.id())));
    change.ask(person.account(), fresh());

    confirm(link(letters.getFirst()));

    assertThatThrownBy(() -> cast.part(Logins.class).reset(reset, "lamp river seven coat"))
        .isInstanceOf(AccountException.class);
  }

  @Test
  void onlyTheLatestLinkWorks() {
    Person person = cast.person();
    EmailAddress later = fresh();
    change.ask(person.account(), fresh());
    change.ask(person.account(), later);

    Reply first = confirm(link(letters.getFirst()));
    Reply second = confirm(link(letters.get(2)));

    assertThat(first.status()).isEqualTo(400);
    assertThat(second.status()).isEqualTo(204);
    assertThat(login(later).status()).isEqualTo(200);
  }

  /** Else anybody could ask which addresses have an account. */
  @Test
  void anAddressThatHasAnAccountIsToldAndTheAskerIsNot() {
    Person person = cast.person();
    Person other = cast.person();

    change.ask(person.account(), other.account().email());

    assertThat(letters.getFirst().to()).isEqualTo(other.account().email());
    assertThat(letters.getFirst().text()).contains("You have one already").doesNotContain("link=");
  }

  @Test
  void whoTookTheAddressMeanwhileKeepsIt() {
    Person person = cast.person();
    EmailAddress wanted = fresh();
    change.ask(person.account(), wanted);
    cast.part(SystemTransactions.class)
        .run(rows ->
            cast.part(NewAccounts.class)
                .add(
                    rows, new NewAccounts.NewUser(wanted, Optional.of("not a hash"), false, true)));

    Reply reply = confirm(link(letters.getFirst()));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("detail")).contains("There is an account of this address by now");
    assertThat(login(person.account().email()).status()).isEqualTo(200);
  }

  @Test
  void itTakesThePasswordAndAnotherAddress() {
    Person person = cast.person();
    PageClient browser = PageClient.of(server.address(), person.email());
    String form = "{\"email\":\"%s\",\"password\":\"%s\"}";

    Reply wrong =
        api.post("/api/account/email", person.token(), form.formatted(fresh(), "not the password"));
    Reply same =
        api.post(
            "/api/account/email",
            person.token(),
            form.formatted(person.email().toUpperCase(java.util.Locale.ROOT), Cast.PASSWORD));
    Reply asked =
        api.post("/api/account/email", person.token(), form.formatted(fresh(), Cast.PASSWORD));
    Reply page =
        browser.submit(
            "/settings/email",
            Map.of("email", fresh().text(), "address-proof", "not the password"));
    Reply done =
        browser.submit(
            "/settings/email", Map.of("email", fresh().text(), "address-proof", Cast.PASSWORD));

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(same.status()).isEqualTo(400);
    assertThat(asked.status()).isEqualTo(202);
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body()).contains("role=\"alert\"");
    assertThat(done.headers().firstValue("Location"))
        .contains("/settings/profile?done=email-asked");
    assertThat(browser.open("/settings/profile").body()).contains("Wanted instead");
  }

  @Test
  void theLinkIsTakenByAPageThatDoesNothingUntilItsFormIsSent() {
    Person person = cast.person();
    EmailAddress wanted = fresh();
    change.ask(person.account(), wanted);
    PageClient browser = new PageClient(server.address());

    Reply opened = browser.open("/email?link=" + link(letters.getFirst()));
    assertThat(login(wanted).status()).isEqualTo(401);
    Reply taken = browser.submit("/email", Map.of("link", link(letters.getFirst())));

    assertThat(opened.body()).contains("Take this address");
    assertThat(taken.body()).contains("Your account has another address");
    assertThat(login(wanted).status()).isEqualTo(200);
  }

  @Test
  void anInvitationGoesOutByLetterAndItsLinkIsTheInvitersToo() {
    Cast.Organisation organisation = cast.organisation();
    EmailAddress invited = fresh();
    Registration registration =
        new Registration(
            cast.part(SystemTransactions.class),
            cast.part(NewAccounts.class),
            cast.part(Invitations.class),
            cast.part(Registration.Credentials.class),
            new OneTimeLinks(new SecureRandom(), Clock.systemUTC()),
            writing,
            cast.part(AccountSettings.class),
            Clock.systemUTC());

    Invitations.Sent sent =
        registration.invite(organisation.tenant(), invited, Role.MEMBER, organisation.owner().id());

    assertThat(letters).extracting(Letter::to).containsExactly(invited);
    assertThat(letters.getFirst().text())
        .contains(organisation.owner().email())
        .contains(cast.part(Tenants.class).find(organisation.tenant()).orElseThrow().name())
        .contains("as member");
    assertThat(link(letters.getFirst())).isEqualTo(sent.secret().text());
    assertThat(cast.part(Registration.class).sendsLetters()).isFalse();
  }
}
