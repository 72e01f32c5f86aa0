package ai.wikibuilder.server.web;

import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.ForeignIdentity;
import ai.wikibuilder.server.accounts.Identities;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.browsers.BrowserSessions;
import ai.wikibuilder.server.accounts.tokens.ApiTokens;
import ai.wikibuilder.server.accounts.tokens.Device;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.answers.Answering;
import ai.wikibuilder.server.answers.ConversationId;
import ai.wikibuilder.server.answers.ResearchId;
import ai.wikibuilder.server.answers.Researches;
import ai.wikibuilder.server.answers.SharedConversations;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.hooks.HookHost;
import ai.wikibuilder.server.hooks.Webhooks;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.Invitations;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Two organisations, and browsers of everybody who might open a page about one of them. */
final class PageStage {
  private static final Device DEVICE = new Device("matrix", "127.0.0.1");

  private final Server server;
  private final GitHost git;
  private final Cast cast;
  private final Organisation organisation;
  private final Organisation foreign;
  private final Person victim;
  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, String> wikis = new HashMap<>();

  PageStage(Server server, GitHost git) {
    this.server = server;
    this.git = git;
    this.cast = new Cast(server);
    organisation = cast.organisation();
    foreign = cast.organisation();
    victim = cast.person();
    people.put("READER", cast.member(organisation, Role.READER));
    people.put("MEMBER", cast.member(organisation, Role.MEMBER));
    people.put("OWNER", organisation.owner());
    people.put("FOREIGN_OWNER", foreign.owner());
    people.put("OPERATOR", cast.operator());
    people.put("DISABLED", cast.member(organisation, Role.OWNER));
    people.put("ENDED", cast.member(organisation, Role.OWNER));
  }

  /** What a request says beside what its route needs, each encoded and joined by {@code &}. */
  record Extras(String query, String fields) {
    static final Extras NONE = new Extras("", "");
  }

  /** One request with a session of its own, since some requests end what they came with. */
  Reply ask(String route, String asking, String which) {
    return ask(route, asking, which, Extras.NONE);
  }

  /** The same with more fields, before and behind those it needs. */
  Reply ask(String route, String asking, String which, Extras extras) {
    stayInside();
    Optional<Person> person = Optional.ofNullable(people.get(asking));
    PageClient browser = new PageClient(server.address());
    person.ifPresent(found -> browser.cookies().put("__Host-aiwiki", session(asking, found)));
    String path = path(route, person, which);
    if (route.startsWith("GET ")) {
      return browser.open(path + (path.contains("?") ? "&" : "?") + extras.query());
    }
    browser.open(person.isPresent() ? "/settings/profile" : "/signin");
    if (browser.key().isEmpty()) {
      browser.open("/signin"); // the session has ended, so there is no profile
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("tenant", tenant(which));
    fields.put("role", "reader");
    fields.put("plan", "free");
    fields.put("id", identity(person.orElse(victim)));
    return browser.submit(path.replaceFirst("\\?.*", ""), fields, extras.fields());
  }

  private String session(String asking, Person person) {
    People accounts = cast.part(People.class);
    if (asking.equals("DISABLED")) {
      accounts.setDisabled(person.id(), false);
    }
    RandomSecret secret = cast.part(BrowserSessions.class).begin(person.id(), DEVICE);
    if (asking.equals("DISABLED")) {
      accounts.setDisabled(person.id(), true);
    }
    if (asking.equals("ENDED")) {
      cast.part(BrowserSessions.class).end(secret);
    }
    return secret.text();
  }

  /** Whoever has left or was taken out by the request before. */
  private void stayInside() {
    Tenants tenants = cast.part(Tenants.class);
    cast.part(SystemTransactions.class)
        .run(rows -> {
          tenants.join(rows, organisation.tenant(), person("READER"), Role.READER);
          tenants.join(rows, organisation.tenant(), person("MEMBER"), Role.MEMBER);
          tenants.join(rows, organisation.tenant(), victim.id(), Role.READER);
          tenants.join(rows, foreign.tenant(), victim.id(), Role.READER);
          tenants.join(rows, organisation.tenant(), organisation.owner().id(), Role.OWNER);
          tenants.join(rows, foreign.tenant(), foreign.owner().id(), Role.OWNER);
          return rows;
        });
  }

  private ai.wikibuilder.server.tenants.UserId person(String asking) {
    return java.util.Objects.requireNonNull(people.get(asking)).id();
  }

  private String tenant(String which) {
    return switch (which) {
      case "OWN" -> organisation.tenant().toString();
      case "FOREIGN" -> foreign.tenant().toString();
      default -> UUID.randomUUID().toString();
    };
  }

  /** A repository of the organisation with a wiki; a new one when somebody deleted it. */
  private String wiki(String which) {
    String known = wikis.get(which);
    Organisation owning = which.equals("OWN") ? organisation : foreign;
    if (known != null
        && cast.part(Repositories.class).list(owning.tenant(), Optional.empty(), 100).stream()
            .anyMatch(one -> one.id().toString().equals(known))) {
      return known;
    }
    String made = cast.wiki(owning, git).repository().toString();
    wikis.put(which, made);
    return made;
  }

  private String path(String route, Optional<Person> person, String which) {
    String path = route.replaceFirst("\\w+ ", "");
    Person asked = person.orElse(victim);
    if (path.matches("/(?:repositories|wikis)/.*")) {
      return aboutWiki(path, asked, which);
    }
    if (path.startsWith("/shared/")) {
      return path.replace("{id}", shared(which));
    }
    if (path.startsWith("/research/")) {
      return path.replace("{id}", research(asked, which));
    }
    if (path.startsWith("/builds/")) {
      return path.replace(
          "{id}",
          which.equals("RANDOM")
              ? UUID.randomUUID().toString()
              : cast.part(Builds.class)
                  .of(
                      new TenantId(UUID.fromString(tenant(which))),
                      new RepositoryId(UUID.fromString(wiki(which))),
                      1)
                  .getFirst()
                  .id()
                  .toString());
    }
    if (path.contains("/organisations/{id}")) {
      path = path.replace("{id}", tenant(which)).replace("{user}", victim.id().toString());
      return path.contains("{invitation}")
          ? path.replace("{invitation}", invitation(which).toString())
          : path;
    }
    if (path.startsWith("/settings/sessions/")) {
      return path.replace("{id}", latestSession(asked));
    }
    if (path.startsWith("/settings/tokens/")) {
      return path.replace("{id}", token(asked, which));
    }
    String id =
        path.startsWith("/operator/tenants")
            ? victim.account().personalTenant().toString()
            : victim.id().toString();
    return path.replace("{id}", id).replace("{name}", "pro").replace("{provider}", "github")
        + "?tenant="
        + tenant(which);
  }

  private String aboutWiki(String path, Person asked, String which) {
    boolean unknown = which.equals("RANDOM");
    String wiki = unknown ? UUID.randomUUID().toString() : wiki(which);
    String filled = path.replace("{id}", wiki).replace("{*path}", "");
    if (filled.contains("{from}")) {
      String generation = unknown ? UUID.randomUUID().toString() : generation(which, wiki);
      filled = filled.replace("{from}", generation).replace("{to}", generation);
    }
    if (filled.contains("{conversation}")) {
      filled = filled.replace("{conversation}", conversation(asked, which, wiki));
    }
    if (filled.contains("{webhook}")) {
      filled = filled.replace("{webhook}", webhook(which, wiki));
    }
    return filled.replace("{correction}", UUID.randomUUID().toString()) + "?path=README.md";
  }

  /** A hook of the owner; somebody removes it. */
  private String webhook(String which, String wiki) {
    if (which.equals("RANDOM")) {
      return UUID.randomUUID().toString();
    }
    Organisation owning = owning(which);
    RepositoryId repository = new RepositoryId(UUID.fromString(wiki));
    Webhooks hooks = cast.part(Webhooks.class);
    return hooks.of(owning.tenant(), repository).stream()
        .findFirst()
        .orElseGet(() ->
            hooks
                .make(
                    owning.tenant(),
                    owning.owner().id(),
                    new Webhooks.Wish(repository, HookHost.GITEA, Optional.empty()))
                .hook())
        .id()
        .toString();
  }

  private Organisation owning(String which) {
    return which.equals("OWN") ? organisation : foreign;
  }

  private String generation(String which, String wiki) {
    return cast.part(Repositories.class)
        .find(owning(which).tenant(), new RepositoryId(UUID.fromString(wiki)))
        .generation()
        .orElseThrow()
        .toString();
  }

  /** One that the person has, whoever may see it. */
  private String conversation(Person asked, String which, String wiki) {
    if (which.equals("RANDOM")) {
      return UUID.randomUUID().toString();
    }
    Answering.Wish wish =
        new Answering.Wish(
            owning(which).tenant(),
            Optional.of(asked.id()),
            new RepositoryId(UUID.fromString(wiki)),
            "when is the next high water",
            false,
            Optional.empty(),
            true);
    return cast.part(Answering.class)
        .ask(wish, AskListener.silent())
        .conversation()
        .orElseThrow()
        .toString();
  }

  /** What a conversation of the owner is read by. */
  private String shared(String which) {
    if (which.equals("RANDOM")) {
      return UUID.randomUUID().toString();
    }
    Organisation owning = owning(which);
    String id = conversation(owning.owner(), which, wiki(which));
    return cast.part(SharedConversations.class)
        .share(owning.tenant(), owning.owner().id(), new ConversationId(UUID.fromString(id)))
        .toString();
  }

  /** One that the person began, whoever may see it; over, for nobody has to look into it. */
  private String research(Person asked, String which) {
    if (which.equals("RANDOM")) {
      return UUID.randomUUID().toString();
    }
    Researches researches = cast.part(Researches.class);
    RepositoryId repository = new RepositoryId(UUID.fromString(wiki(which)));
    TenantId tenant = owning(which).tenant();
    ResearchId id = researches.begin(tenant, asked.id(), repository, "how are tides told").id();
    researches.cancel(tenant, asked.id(), id);
    return id.toString();
  }

  /** A login at another provider that can be unlinked. */
  private String identity(Person person) {
    Identities identities = cast.part(Identities.class);
    identities.of(person.id()).forEach(old -> identities.unlink(person.id(), old.id()));
    identities.link(
        person.id(), new ForeignIdentity("https://x.org", person.email(), Optional.empty(), "x"));
    return identities.of(person.id()).getFirst().id().toString();
  }

  private UUID invitation(String which) {
    Organisation inviting = which.equals("FOREIGN") ? foreign : organisation;
    return cast.part(Invitations.class)
        .invite(inviting.tenant(), "x@example.org", Role.READER, inviting.owner().id())
        .invitation()
        .id();
  }

  private String latestSession(Person person) {
    return cast.part(Sessions.class).of(person.id()).stream()
        .findFirst()
        .map(session -> session.id().toString())
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  private String token(Person person, String which) {
    TenantId tenant = which.equals("FOREIGN") ? foreign.tenant() : organisation.tenant();
    ApiTokens tokens = cast.part(ApiTokens.class);
    tokens.of(tenant, person.id()).forEach(token -> tokens.delete(tenant, person.id(), token.id()));
    return tokens
        .make(tenant, person.id(), new ApiTokens.Wish("x", Set.of(Scope.READ), Duration.ofDays(1)))
        .token()
        .id()
        .toString();
  }
}
