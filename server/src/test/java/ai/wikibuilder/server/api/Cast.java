package ai.wikibuilder.server.api;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.Account;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.Registration;
import ai.wikibuilder.server.accounts.tokens.Device;
import ai.wikibuilder.server.accounts.tokens.TokenFamilies;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildId;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.Invitations;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.Tenant;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import ai.wikibuilder.server.tenants.UserId;
import java.util.Optional;
import java.util.UUID;

/** Makes people and tenants for a test, each with names of its own. */
public final class Cast {
  public static final String PASSWORD = "four words that rhyme never";

  private final Server server;

  public Cast(Server server) {
    this.server = server;
  }

  /** Somebody with an organisation and an access token. */
  public record Person(Account account, String email, String token) {
    public UserId id() {
      return account.id();
    }
  }

  /** An organisation and its owner. */
  public record Organisation(TenantId tenant, Person owner) {}

  /** An organisation that somebody founded just now. */
  public Organisation organisation() {
    String email = email("owner");
    Person founder = person(email);
    Tenant tenant = part(Tenants.class).foundOrganisation(founder.id(), "org " + email);
    return new Organisation(tenant.id(), founder);
  }

  /** Somebody who is in no tenant but the own one. */
  public Person person() {
    return person(email("person"));
  }

  private Person person(String email) {
    part(Registration.class).registerOpenly(new EmailAddress(email), PASSWORD);
    UserId user = verified(email);
    return person(part(People.class).find(user).orElseThrow(), email);
  }

  /** Somebody who runs the installation. */
  public Person operator() {
    Person person = person(email("operator"));
    part(SystemTransactions.class)
        .run(rows ->
            rows.sql("UPDATE users SET operator = true WHERE id = :id")
                .param("id", person.id().value())
                .update());
    return new Person(
        part(People.class).find(person.id()).orElseThrow(), person.email(), person.token());
  }

  /**
   * The secret of a link as a letter has it.
   *
   * @param purpose {@code verification}, {@code reset} or {@code address}
   */
  public String link(Person person, String purpose) {
    String secret = "lnk_" + UUID.randomUUID();
    part(SystemTransactions.class)
        .run(rows ->
            rows.sql(
                    """
                    INSERT INTO one_time_links (id, purpose, user_id, email, hashed_secret,
                      created_at, expires_at)
                    VALUES (gen_random_uuid(), :purpose, :user,
                      CASE WHEN :purpose = 'address' THEN 'new@example.org' END, :hash, now(),
                      now() + interval '1 hour')
                    """)
                .param("purpose", purpose)
                .param("user", person.id().value())
                .param("hash", new RandomSecret(secret).hash())
                .update());
    return secret;
  }

  /** What the link in the letter would do. */
  private UserId verified(String email) {
    return part(SystemTransactions.class)
        .run(rows ->
            rows.sql("UPDATE users SET verified_at = now() WHERE email_key = :email RETURNING id")
                .param("email", email)
                .query((row, _) -> new UserId(row.getObject(1, UUID.class)))
                .single());
  }

  /** Somebody who came by invitation. */
  public Person member(Organisation organisation, Role role) {
    String email = email(role.word());
    RandomSecret secret =
        part(Invitations.class)
            .invite(organisation.tenant(), email, role, organisation.owner().id())
            .secret();
    Account account =
        part(Registration.class).registerInvited(new EmailAddress(email), PASSWORD, secret);
    return person(account, email);
  }

  /** The same person after another login. */
  public Person again(Person person) {
    return person(person.account(), person.email());
  }

  /** Makes all logins of the person old ones. */
  public void loggedInAnHourAgo(Person person) {
    part(SystemTransactions.class)
        .run(rows -> {
          rows.sql(
                  "UPDATE browser_sessions SET created_at = now() - interval '1 hour' WHERE user_id = :id")
              .param("id", person.id().value())
              .update();
          return rows.sql(
                  "UPDATE refresh_tokens SET family_created_at = now() - interval '1 hour' WHERE user_id = :id")
              .param("id", person.id().value())
              .update();
        });
  }

  private Person person(Account account, String email) {
    TokenFamilies.Pair pair =
        part(TokenFamilies.class).begin(account.id(), new Device("test", "127.0.0.1"));
    return new Person(account, email, pair.accessToken());
  }

  /** A repository of an organisation with its wiki. */
  public record Wiki(Organisation organisation, Repository of, BuildId build) {
    public RepositoryId repository() {
      return of.id();
    }
  }

  /** A wiki of a small repository, composed. */
  public Wiki wiki(Organisation organisation, GitHost git) {
    return wiki(organisation, git.repository());
  }

  /** A wiki of a repository, composed. */
  public Wiki wiki(Organisation organisation, GitHost.Served served) {
    Repository repository =
        part(Repositories.class)
            .add(organisation.tenant(), organisation.owner().id(), served.address())
            .repository();
    Builds builds = part(Builds.class);
    Build accepted =
        builds
            .accept(
                new Builds.Asking(organisation.tenant(), organisation.owner().id()),
                repository.id(),
                BuildWish.composed(),
                Optional.empty())
            .build();
    Waiting.until(
        () -> builds.find(organisation.tenant(), accepted.id()), now -> now.state().isFinal());
    return new Wiki(organisation, repository, accepted.id());
  }

  public <T> T part(Class<T> type) {
    return RunningServer.part(server, type);
  }

  private static String email(String word) {
    return word + "-" + UUID.randomUUID() + "@example.org";
  }
}
