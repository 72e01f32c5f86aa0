package ai.wikibuilder.server.web;

import static ai.wikibuilder.server.web.PageClient.location;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.tenants.Role;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page and form, asked by everybody. A new one needs an entry here: routes are found in the
 * running server. What a foreign id answers is, but for the word of the form, what an unknown one
 * answers.
 */
@ExtendWith(RunningServer.class)
class PageMatrixTest {
  /** Whom a page is for. */
  enum For {
    /** Everybody. */
    ALL,
    /** Whoever is signed in. */
    PERSON,
    /** Readers, and whoever is not signed in is told of nothing: the wiki may be published. */
    READER_UNSAID,
    /** Whoever is in the organisation. */
    READER,
    MEMBER,
    OWNER,
    /** Whoever is in the organisation and began it. */
    OWN,
    OWN_MEMBER,
    /** Whoever runs the installation. */
    OPERATOR
  }

  private enum Asking {
    ANONYMOUS,
    ENDED,
    DISABLED,
    READER,
    MEMBER,
    OWNER,
    FOREIGN_OWNER,
    OPERATOR;

    boolean isSignedIn() {
      return this != ANONYMOUS && this != ENDED && this != DISABLED;
    }
  }

  private static final String PAGES = "ai.wikibuilder.server.web";

  /** Each route, and whom it is for; in a query or a form the organisation is named as well. */
  static Map<String, For> routes() {
    Map<String, For> routes = new LinkedHashMap<>();
    for (String open :
        new String[] {"signin", "register", "forgot", "verify", "email", "reset", "invitation"}) {
      routes.put("GET /" + open, For.ALL);
      routes.put("POST /" + open, For.ALL);
    }
    routes.put("GET /language", For.ALL);
    routes.put("POST /language", For.ALL);
    routes.put("GET /signout", For.ALL);
    routes.put("POST /signout", For.ALL);
    routes.put("GET /login/oauth2/{provider}", For.ALL);
    routes.put("POST /login/oauth2/{provider}", For.ALL);
    routes.put("GET /login/oauth2/{provider}/callback", For.ALL);
    routes.put("GET /settings/logins", For.PERSON);
    routes.put("POST /settings/logins/unlink", For.PERSON);
    for (String page : new String[] {"", "/profile", "/export", "/sessions", "/organisations"}) {
      routes.put("GET /settings" + page, For.PERSON);
    }
    for (String form :
        new String[] {
          "/email", "/password", "/delete", "/sessions/{id}/end", "/sessions/end", "/organisations"
        }) {
      routes.put("POST /settings" + form, For.PERSON);
    }
    tenantRoutes(routes);
    libraryRoutes(routes);
    for (String page : new String[] {"", "/tenants", "/people", "/plans", "/spend", "/audit"}) {
      routes.put("GET /operator" + page, For.OPERATOR);
    }
    for (String form :
        new String[] {
          "/tenants/{id}/plan",
          "/tenants/{id}/disable",
          "/tenants/{id}/enable",
          "/people/{id}/disable",
          "/people/{id}/enable",
          "/people/{id}/sessions/end",
          "/plans",
          "/plans/{name}"
        }) {
      routes.put("POST /operator" + form, For.OPERATOR);
    }
    return routes;
  }

  private static void tenantRoutes(Map<String, For> routes) {
    routes.put("GET /settings/tokens", For.READER);
    routes.put("POST /settings/tokens", For.READER);
    routes.put("POST /settings/tokens/{id}/revoke", For.READER);
    routes.put("GET /settings/usage", For.READER);
    routes.put("GET /settings/model", For.MEMBER);
    routes.put("POST /settings/model", For.MEMBER);
    routes.put("POST /settings/model/remove", For.MEMBER);
    routes.put("GET /settings/git", For.MEMBER);
    routes.put("POST /settings/git", For.MEMBER);
    routes.put("POST /settings/git/remove", For.MEMBER);
    routes.put("GET /settings/git/repositories", For.MEMBER);
    routes.put("GET /settings/audit", For.OWNER);
    String one = " /settings/organisations/{id}";
    routes.put("GET" + one, For.READER);
    routes.put("POST" + one + "/leave", For.READER);
    routes.put("POST" + one + "/delete", For.OWNER);
    routes.put("POST" + one + "/members/{user}/role", For.OWNER);
    routes.put("POST" + one + "/members/{user}/remove", For.OWNER);
    routes.put("POST" + one + "/invitations", For.OWNER);
    routes.put("POST" + one + "/invitations/{invitation}/withdraw", For.OWNER);
  }

  private static void libraryRoutes(Map<String, For> routes) {
    routes.put("GET /", For.READER);
    routes.put("POST /repositories", For.MEMBER);
    routes.put("GET /repositories/{id}", For.READER);
    routes.put("GET /search", For.READER);
    routes.put("GET /repositories/{id}/export", For.READER);
    routes.put("POST /repositories/{id}/build", For.MEMBER);
    routes.put("POST /repositories/{id}/part", For.MEMBER);
    routes.put("POST /repositories/{id}/visibility", For.OWNER);
    routes.put("POST /repositories/{id}/delete", For.MEMBER);
    routes.put("GET /repositories/{id}/ask", For.READER);
    routes.put("POST /repositories/{id}/ask", For.READER);
    routes.put("GET /repositories/{id}/ask/{conversation}/markdown", For.READER);
    routes.put("POST /repositories/{id}/ask/{conversation}/delete", For.READER);
    routes.put("POST /repositories/{id}/ask/{conversation}/share", For.READER);
    routes.put("POST /repositories/{id}/ask/{conversation}/withdraw", For.READER);
    routes.put("GET /shared/{id}", For.READER);
    routes.put("GET /repositories/{id}/map", For.READER);
    routes.put("GET /repositories/{id}/source", For.READER);
    routes.put("GET /repositories/{id}/compare", For.READER);
    routes.put("GET /repositories/{id}/compare/{from}..{to}", For.READER);
    routes.put("GET /repositories/{id}/corrections", For.READER);
    routes.put("POST /repositories/{id}/corrections", For.MEMBER);
    routes.put("POST /repositories/{id}/corrections/{correction}/delete", For.MEMBER);
    routes.put("GET /repositories/{id}/writer", For.MEMBER);
    routes.put("POST /repositories/{id}/writer", For.MEMBER);
    routes.put("POST /repositories/{id}/writer/quote", For.MEMBER);
    routes.put("POST /repositories/{id}/writer/page", For.MEMBER);
    routes.put("GET /repositories/{id}/updates", For.MEMBER);
    routes.put("POST /repositories/{id}/updates/schedule", For.MEMBER);
    routes.put("POST /repositories/{id}/updates/webhooks", For.MEMBER);
    routes.put("POST /repositories/{id}/updates/webhooks/{webhook}/delete", For.MEMBER);
    routes.put("GET /repositories/{id}/research", For.READER);
    routes.put("POST /repositories/{id}/research", For.READER);
    routes.put("GET /research/{id}", For.OWN);
    routes.put("GET /research/{id}/events", For.OWN);
    routes.put("POST /research/{id}/cancel", For.OWN);
    routes.put("POST /research/{id}/page", For.OWN_MEMBER);
    routes.put("GET /builds/{id}/events", For.READER);
    routes.put("GET /builds/{id}", For.READER);
    routes.put("POST /builds/{id}/fewer-pages", For.MEMBER);
    routes.put("POST /builds/{id}/cancel", For.MEMBER);
    routes.put("GET /wikis/{id}", For.ALL); // leads to the folder below
    routes.put("GET /wikis/{id}/{*path}", For.READER_UNSAID);
  }

  @Test
  void everyPageAndFormHasAnEntry(Server server) {
    RequestMappingHandlerMapping mapping =
        RunningServer.part(server, RequestMappingHandlerMapping.class);
    TreeSet<String> found = new TreeSet<>();
    mapping
        .getHandlerMethods()
        .forEach((route, method) -> {
          boolean isPage = method.getBeanType().getPackageName().startsWith(PAGES);
          for (String path : isPage ? route.getPatternValues() : Set.<String>of()) {
            route.getMethodsCondition().getMethods().forEach(verb -> found.add(verb + " " + path));
          }
        });

    assertThat(new TreeSet<>(routes().keySet())).isEqualTo(found);
  }

  /** Whose organisation is named. */
  private enum Which {
    OWN,
    FOREIGN,
    RANDOM
  }

  @Test
  void everyCellIsAnsweredAsItsEntrySays(Server server, GitHost git) {
    PageStage stage = new PageStage(server, git);
    SoftAssertions cells = new SoftAssertions();
    for (Map.Entry<String, For> route : routes().entrySet()) {
      for (Asking asking : Asking.values()) {
        Map<Which, Reply> replies = new EnumMap<>(Which.class);
        for (Which which : Which.values()) {
          Reply reply = stage.ask(route.getKey(), asking.name(), which.name());
          replies.put(which, reply);
          cells
              .assertThat(outcome(reply))
              .as("%s by %s for %s: %s", route.getKey(), asking, which, reply.status())
              .isEqualTo(expected(route.getValue(), asking, which));
        }
        cells
            .assertThat(unkeyed(Objects.requireNonNull(replies.get(Which.FOREIGN))))
            .as("%s by %s, foreign and unknown", route.getKey(), asking)
            .isEqualTo(
                asking == Asking.FOREIGN_OWNER
                    ? unkeyed(Objects.requireNonNull(replies.get(Which.FOREIGN)))
                    : unkeyed(Objects.requireNonNull(replies.get(Which.RANDOM))));
      }
    }
    cells.assertAll();
  }

  private enum Outcome {
    ADMITTED,
    TO_SIGN_IN,
    FORBIDDEN,
    NOT_THERE
  }

  private static Outcome outcome(Reply reply) {
    if (location(reply).matches("/signin(\\?next=.*)?")) {
      return Outcome.TO_SIGN_IN;
    }
    if (reply.status() == 404) {
      return Outcome.NOT_THERE;
    }
    return reply.body().contains("This is not yours to do") ? Outcome.FORBIDDEN : Outcome.ADMITTED;
  }

  private static Outcome expected(For whom, Asking asking, Which which) {
    if (whom == For.ALL) {
      return Outcome.ADMITTED;
    }
    if (whom == For.READER_UNSAID) {
      return role(asking, which).isPresent() ? Outcome.ADMITTED : Outcome.NOT_THERE;
    }
    if (!asking.isSignedIn()) {
      return Outcome.TO_SIGN_IN;
    }
    return switch (whom) {
      case ALL, READER_UNSAID, PERSON -> Outcome.ADMITTED;
      case OPERATOR -> asking == Asking.OPERATOR ? Outcome.ADMITTED : Outcome.FORBIDDEN;
      case READER, MEMBER, OWNER -> inTenant(Role.valueOf(whom.name()), asking, which);
      case OWN -> inTenant(Role.READER, asking, which);
      case OWN_MEMBER -> inTenant(Role.MEMBER, asking, which);
    };
  }

  private static Outcome inTenant(Role least, Asking asking, Which which) {
    Optional<Role> role = role(asking, which);
    return role.isEmpty()
        ? Outcome.NOT_THERE
        : role.get().mayAsMuchAs(least) ? Outcome.ADMITTED : Outcome.FORBIDDEN;
  }

  private static Optional<Role> role(Asking asking, Which which) {
    return switch (asking) {
      case READER, MEMBER, OWNER ->
          which == Which.OWN ? Optional.of(Role.valueOf(asking.name())) : Optional.empty();
      case FOREIGN_OWNER -> which == Which.FOREIGN ? Optional.of(Role.OWNER) : Optional.empty();
      case OPERATOR, ANONYMOUS, ENDED, DISABLED -> Optional.empty();
    };
  }

  /** Without what belongs to the one answer: the word of forms, ids that were asked for. */
  private static String unkeyed(Reply reply) {
    boolean refused = outcome(reply) == Outcome.NOT_THERE;
    return refused
        ? reply.status() + reply.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
        : outcome(reply).toString();
  }
}
