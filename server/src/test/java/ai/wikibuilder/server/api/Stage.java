package ai.wikibuilder.server.api;

import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.ForeignIdentity;
import ai.wikibuilder.server.accounts.Identities;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.tokens.ApiTokens;
import ai.wikibuilder.server.accounts.tokens.Device;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.accounts.tokens.SigningKeys;
import ai.wikibuilder.server.accounts.tokens.TokenFamilies;
import ai.wikibuilder.server.answers.Answering;
import ai.wikibuilder.server.answers.ConversationId;
import ai.wikibuilder.server.answers.ResearchId;
import ai.wikibuilder.server.answers.Researches;
import ai.wikibuilder.server.answers.SharedConversations;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.api.Cast.Wiki;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Invitations;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Two organisations and everybody who might ask for something of theirs. */
final class Stage {
  private static final Device DEVICE = new Device("matrix", "127.0.0.1");

  private final Cast cast;
  private final GitHost git;
  private final Map<Which, Repository> repositories = new EnumMap<>(Which.class);
  private final Map<Which, Wiki> wikis = new EnumMap<>(Which.class);
  private final Organisation organisation;
  private final Organisation foreign;
  private final Person reader;
  private final Person member;
  private final Person victim;
  private final Person disabled;
  private final Person operator;

  Stage(Server server, GitHost git) {
    this.git = git;
    cast = new Cast(server);
    organisation = cast.organisation();
    foreign = cast.organisation();
    giveRoom(organisation);
    giveRoom(foreign);
    reader = cast.member(organisation, Role.READER);
    member = cast.member(organisation, Role.MEMBER);
    victim = cast.person();
    operator = cast.operator();
    disabled = cast.member(organisation, Role.OWNER);
    cast.part(People.class).setDisabled(disabled.id(), true);
  }

  /** Questions and researches of a whole matrix are more than the plan free allows. */
  private void giveRoom(Organisation asking) {
    cast.part(SystemTransactions.class)
        .run(rows ->
            rows.sql("UPDATE tenants SET plan = 'pro' WHERE id = :id")
                .param("id", asking.tenant().value())
                .update());
  }

  /** Who asks. */
  enum Asking {
    ANONYMOUS,
    READER,
    MEMBER,
    OWNER,
    FOREIGN_OWNER,
    /** Runs the installation and is in no tenant of it but the own one. */
    OPERATOR,
    DISABLED,
    EXPIRED;

    boolean isKnown() {
      return this != ANONYMOUS && this != DISABLED && this != EXPIRED;
    }

    /** The role in the organisation that is asked for. */
    Optional<Role> roleIn(Which which) {
      return switch (which) {
        case OWN -> this == FOREIGN_OWNER ? Optional.empty() : ownRole();
        case FOREIGN -> this == FOREIGN_OWNER ? Optional.of(Role.OWNER) : Optional.empty();
        case RANDOM -> Optional.empty();
      };
    }

    private Optional<Role> ownRole() {
      return switch (this) {
        case READER -> Optional.of(Role.READER);
        case MEMBER -> Optional.of(Role.MEMBER);
        case OWNER -> Optional.of(Role.OWNER);
        case ANONYMOUS, FOREIGN_OWNER, OPERATOR, DISABLED, EXPIRED -> Optional.empty();
      };
    }
  }

  /** Whose id is asked for. */
  enum Which {
    OWN,
    FOREIGN,
    RANDOM
  }

  private Person person(Asking asking) {
    return switch (asking) {
      case READER -> reader;
      case MEMBER -> member;
      case OWNER, ANONYMOUS, EXPIRED -> organisation.owner();
      case FOREIGN_OWNER -> foreign.owner();
      case OPERATOR -> operator;
      case DISABLED -> disabled;
    };
  }

  /** A token for one request, since some requests end what they came with. */
  Optional<String> token(Asking asking) {
    return switch (asking) {
      case ANONYMOUS -> Optional.empty();
      case DISABLED -> Optional.of(disabled.token());
      case EXPIRED -> Optional.of(begun(asking, Duration.ofMinutes(11)));
      case READER, MEMBER, OWNER, FOREIGN_OWNER, OPERATOR ->
          Optional.of(begun(asking, Duration.ZERO));
    };
  }

  private String begun(Asking asking, Duration before) {
    SystemTransactions system = cast.part(SystemTransactions.class);
    Clock clock = Clock.fixed(Instant.now().minus(before), ZoneOffset.UTC);
    return new TokenFamilies(system, cast.part(SigningKeys.class), new SecureRandom(), clock)
        .begin(person(asking).id(), DEVICE)
        .accessToken();
  }

  String tenant(Which which) {
    return switch (which) {
      case OWN -> organisation.tenant().toString();
      case FOREIGN -> foreign.tenant().toString();
      case RANDOM -> UUID.randomUUID().toString();
    };
  }

  /** Somebody who is in the organisation asked for, as a reader, and can be taken out of it. */
  String memberOf(Which which) {
    if (which == Which.RANDOM) {
      return UUID.randomUUID().toString();
    }
    TenantId tenant = which == Which.OWN ? organisation.tenant() : foreign.tenant();
    Tenants tenants = cast.part(Tenants.class);
    cast.part(SystemTransactions.class)
        .run(rows -> {
          tenants.join(rows, tenant, victim.id(), Role.READER);
          return tenant;
        });
    return victim.id().toString();
  }

  /** Somebody of that tenant whose account can be shut; the victim is nobody's own. */
  String personOf(Which which) {
    return which == Which.RANDOM ? UUID.randomUUID().toString() : victim.id().toString();
  }

  String invitationOf(Which which) {
    if (which == Which.RANDOM) {
      return UUID.randomUUID().toString();
    }
    Organisation inviting = which == Which.OWN ? organisation : foreign;
    return cast.part(Invitations.class)
        .invite(inviting.tenant(), "somebody@example.org", Role.READER, inviting.owner().id())
        .invitation()
        .id()
        .toString();
  }

  /** A personal token of the asking person for the organisation, or somebody else's. */
  String personalTokenOf(Asking asking, Which which) {
    ApiTokens.Wish wish = new ApiTokens.Wish("x", Set.of(Scope.READ), Duration.ofDays(1));
    ApiTokens tokens = cast.part(ApiTokens.class);
    return switch (which) {
      case OWN ->
          tokens.make(organisation.tenant(), person(asking).id(), wish).token().id().toString();
      case FOREIGN -> tokens.make(organisation.tenant(), victim.id(), wish).token().id().toString();
      case RANDOM -> UUID.randomUUID().toString();
    };
  }

  String sessionOf(Asking asking, Which which) {
    return switch (which) {
      case OWN -> session(person(asking));
      case FOREIGN -> session(victim);
      case RANDOM -> UUID.randomUUID().toString();
    };
  }

  private String session(Person person) {
    cast.part(TokenFamilies.class).begin(person.id(), DEVICE);
    return cast.part(Sessions.class).of(person.id()).getFirst().id().toString();
  }

  /** Address of a repository that the tests' git host has. */
  String repositoryAddress() {
    return repository(Which.OWN).address().url();
  }

  /** A repository of the organisation asked for; a new one when somebody deleted it. */
  String repositoryOf(Which which) {
    return which == Which.RANDOM ? UUID.randomUUID().toString() : repository(which).id().toString();
  }

  private Repository repository(Which which) {
    Repository known = repositories.get(which);
    Organisation owning = which == Which.OWN ? organisation : foreign;
    Repositories all = cast.part(Repositories.class);
    if (known != null && all.tenantOf(known.id()).equals(owning.tenant())) {
      return known;
    }
    Repository made =
        all.add(owning.tenant(), owning.owner().id(), git.repository().address()).repository();
    repositories.put(which, made);
    return made;
  }

  /** A build of the organisation asked for, of a repository that nobody deletes. */
  String buildOf(Which which) {
    return which == Which.RANDOM
        ? UUID.randomUUID().toString()
        : wikis.computeIfAbsent(which, this::wiki).build().toString();
  }

  /** A repository of the organisation asked for that has a wiki and stays. */
  String wikiOf(Which which) {
    return which == Which.RANDOM
        ? UUID.randomUUID().toString()
        : wikis.computeIfAbsent(which, this::wiki).repository().toString();
  }

  /** What the wiki of that organisation shows. */
  String generationOf(Which which) {
    if (which == Which.RANDOM) {
      return UUID.randomUUID().toString();
    }
    Wiki wiki = wikis.computeIfAbsent(which, this::wiki);
    return cast.part(Repositories.class)
        .find(wiki.organisation().tenant(), wiki.repository())
        .generation()
        .orElseThrow()
        .toString();
  }

  /** A conversation of the asking person, or somebody else's. */
  String conversationOf(Asking asking, Which which) {
    boolean foreigner = asking == Asking.FOREIGN_OWNER;
    return switch (which) {
      case OWN -> conversation(person(asking), Which.OWN);
      case FOREIGN ->
          foreigner
              ? conversation(organisation.owner(), Which.OWN)
              : conversation(foreign.owner(), Which.FOREIGN);
      case RANDOM -> UUID.randomUUID().toString();
    };
  }

  /** What an owner's shared conversation is read by. */
  String sharedOf(Which which) {
    if (which == Which.RANDOM) {
      return UUID.randomUUID().toString();
    }
    Organisation owning = which == Which.OWN ? organisation : foreign;
    ConversationId id = new ConversationId(UUID.fromString(conversation(owning.owner(), which)));
    return cast.part(SharedConversations.class)
        .share(owning.tenant(), owning.owner().id(), id)
        .toString();
  }

  /** A login at another provider of the asking person, or somebody else's. */
  String identityOf(Asking asking, Which which) {
    return switch (which) {
      case OWN -> identity(person(asking));
      case FOREIGN -> identity(victim);
      case RANDOM -> UUID.randomUUID().toString();
    };
  }

  /** A research of the asking person, or somebody else's. */
  String researchOf(Asking asking, Which which) {
    boolean foreigner = asking == Asking.FOREIGN_OWNER;
    return switch (which) {
      case OWN -> research(person(asking), Which.OWN);
      case FOREIGN ->
          foreigner
              ? research(organisation.owner(), Which.OWN)
              : research(foreign.owner(), Which.FOREIGN);
      case RANDOM -> UUID.randomUUID().toString();
    };
  }

  private String research(Person person, Which which) {
    TenantId tenant = (which == Which.OWN ? organisation : foreign).tenant();
    Researches researches = cast.part(Researches.class);
    RepositoryId repository = new RepositoryId(UUID.fromString(wikiOf(which)));
    ResearchId id =
        researches.begin(tenant, person.id(), repository, "when is the next high water").id();
    researches.cancel(tenant, person.id(), id); // nobody has to look into it
    return id.toString();
  }

  private String conversation(Person person, Which which) {
    Answering.Wish wish =
        new Answering.Wish(
            (which == Which.OWN ? organisation : foreign).tenant(),
            Optional.of(person.id()),
            new RepositoryId(UUID.fromString(wikiOf(which))),
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

  private Wiki wiki(Which which) {
    return cast.wiki(which == Which.OWN ? organisation : foreign, git);
  }

  private String identity(Person person) {
    Identities identities = cast.part(Identities.class);
    identities.of(person.id()).forEach(old -> identities.unlink(person.id(), old.id()));
    String subject = UUID.randomUUID().toString();
    identities.link(
        person.id(), new ForeignIdentity("https://x.org", subject, Optional.empty(), "x"));
    return identities.of(person.id()).getFirst().id().toString();
  }
}
