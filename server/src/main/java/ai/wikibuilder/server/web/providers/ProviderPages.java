package ai.wikibuilder.server.web.providers;

import ai.wikibuilder.server.accounts.AccountException;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.ForeignIdentity;
import ai.wikibuilder.server.accounts.Identities;
import ai.wikibuilder.server.accounts.Identities.Outcome;
import ai.wikibuilder.server.accounts.Proofs;
import ai.wikibuilder.server.accounts.browsers.BrowserEntrance;
import ai.wikibuilder.server.accounts.browsers.HostCookie;
import ai.wikibuilder.server.providers.ProviderException;
import ai.wikibuilder.server.providers.ProviderLogins;
import ai.wikibuilder.server.providers.ProviderLogins.Departure;
import ai.wikibuilder.server.providers.ProviderLogins.Purpose;
import ai.wikibuilder.server.providers.ProviderLogins.Return;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.UserId;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Pages.Saying;
import ai.wikibuilder.server.web.Section;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends people to providers and receives them when they come back. */
@Controller
final class ProviderPages {
  /** Proves on the way back that it is the browser that was sent away. */
  private static final HostCookie VISIT = new HostCookie("__Host-aiwiki-visit");

  /** As long as a visit may take. */
  private static final Duration VISIT_LIFE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(ProviderPages.class);
  private static final LocalPath SIGN_IN = new LocalPath("/signin");

  private final Pages pages;
  private final ProviderLogins logins;
  private final Identities identities;
  private final BrowserEntrance entrance;
  private final GitGrants grants;
  private final Proofs proofs;

  ProviderPages(
      Pages pages,
      ProviderLogins logins,
      Identities identities,
      BrowserEntrance entrance,
      GitGrants grants,
      Proofs proofs) {
    this.pages = pages;
    this.logins = logins;
    this.identities = identities;
    this.entrance = entrance;
    this.grants = grants;
    this.proofs = proofs;
  }

  /** To a provider to be let in, with nothing at hand: a link does. */
  @GetMapping("/login/oauth2/{provider}")
  ResponseEntity<String> enter(
      Frame frame,
      @PathVariable String provider,
      @RequestParam(defaultValue = "") String next,
      HttpServletResponse response) {
    return attempt(
        frame,
        provider,
        () -> {
          Departure departure =
              logins.begin(provider, Purpose.ENTER, Optional.empty(), Luggage.next(next).text());
          VISIT.give(response, departure.browser(), Optional.of(VISIT_LIFE));
          return ResponseEntity.status(HttpStatus.SEE_OTHER).location(departure.to()).build();
        });
  }

  /**
   * To a provider with something at hand, or for somebody who is signed in. The answer is a page
   * that leads on by itself: a redirect would be refused as the target of a form.
   */
  @PostMapping("/login/oauth2/{provider}")
  ResponseEntity<String> leave(
      Frame frame, Form form, @PathVariable String provider, HttpServletResponse response) {
    Purpose purpose =
        switch (form.value("purpose")) {
          case "link" -> Purpose.LINK;
          case "repositories" -> Purpose.REPOSITORIES;
          default -> Purpose.ENTER;
        };
    Optional<UserId> user =
        purpose == Purpose.ENTER
            ? Optional.empty()
            : frame.visit().map(visit -> visit.caller().user());
    if (purpose != Purpose.ENTER && user.isEmpty()) {
      return Pages.go(SIGN_IN);
    }
    return attempt(
        frame,
        provider,
        () -> {
          if (purpose == Purpose.LINK) {
            proofs.requireLately(frame.caller(), () -> form.value("proof"));
          }
          Departure departure = logins.begin(provider, purpose, user, Luggage.of(form).text());
          VISIT.give(response, departure.browser(), Optional.of(VISIT_LIFE));
          String to = departure.to().toString();
          ResponseEntity<String> page =
              pages.show(
                  "providers/leaving.jte",
                  frame.titled(frame.say("leaving.title"), Section.NONE),
                  to);
          return ResponseEntity.status(page.getStatusCode())
              .headers(page.getHeaders())
              .header("Refresh", "0;url=" + to)
              .body(page.getBody());
        });
  }

  @GetMapping("/login/oauth2/{provider}/callback")
  ResponseEntity<String> comeBack(
      Frame frame,
      @PathVariable String provider,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<RandomSecret> browser = VISIT.in(request);
    VISIT.give(response, new RandomSecret(""), Optional.of(Duration.ZERO)); // it works once
    return attempt(
        frame,
        provider,
        () -> {
          Return back = logins.finish(provider, parameters(request), browser);
          return switch (back.purpose()) {
            case ENTER -> entered(frame, back, request, response);
            case LINK -> {
              requireSame(frame, back);
              identities.link(frame.caller().user(), identity(back));
              yield Pages.go("/settings/logins", Done.LOGIN_LINKED);
            }
            case REPOSITORIES -> {
              requireSame(frame, back);
              yield Pages.go(grants.keep(frame.caller(), back));
            }
          };
        });
  }

  private static Map<String, List<String>> parameters(HttpServletRequest request) {
    Map<String, List<String>> parameters = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
    return parameters;
  }

  private ResponseEntity<String> entered(
      Frame frame, Return back, HttpServletRequest request, HttpServletResponse response) {
    Luggage luggage = new Luggage(back.entry());
    return switch (identities.enter(identity(back), luggage.entry())) {
      case Outcome.Entered(var account, boolean _) -> {
        entrance.enter(account.id(), request, response);
        yield Pages.go(luggage.next());
      }
      case Outcome.LinkFirst(EmailAddress email) ->
          pages.say(
              HttpStatus.CONFLICT,
              frame,
              new Saying(
                  frame.say("logins.known"),
                  frame.say("logins.known.text", email.text()),
                  SIGN_IN,
                  frame.say("signin")));
    };
  }

  private static ForeignIdentity identity(Return back) {
    return new ForeignIdentity(
        back.authority(),
        back.subject(),
        back.verifiedEmail().flatMap(ProviderPages::address),
        back.shownAs());
  }

  private static Optional<EmailAddress> address(String text) {
    try {
      return Optional.of(EmailAddress.parse(text));
    } catch (AccountException e) {
      return Optional.empty(); // an address that no account could have is none
    }
  }

  /** Whoever began it must still be the one who is signed in. */
  private static void requireSame(Frame frame, Return back) {
    if (!frame.visit().map(visit -> visit.caller().user()).equals(back.user())) {
      throw new AccountException(
          AccountException.Kind.LINK,
          "Somebody else is signed in now than when this was begun; begin it again.");
    }
  }

  private ResponseEntity<String> attempt(Frame frame, String provider, Attempt attempt) {
    try {
      return attempt.made();
    } catch (ProviderException e) {
      if (e.kind() == ProviderException.Kind.REFUSED
          || e.kind() == ProviderException.Kind.UNAVAILABLE) { // the others are no fault
        LOG.warn("login at provider failed provider={} because={}", provider, e.detail());
      }
      HttpStatus status =
          switch (e.kind()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case REFUSED, DENIED -> HttpStatus.FORBIDDEN;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
          };
      return refused(frame, status, String.valueOf(e.getMessage()));
    } catch (AccountException e) {
      return refused(frame, HttpStatus.FORBIDDEN, String.valueOf(e.getMessage()));
    }
  }

  private ResponseEntity<String> refused(Frame frame, HttpStatus status, String message) {
    boolean isThere = frame.visit().isPresent();
    return pages.say(
        status,
        frame,
        new Saying(
            frame.say("logins.refused"),
            frame.words().retell(message),
            isThere ? new LocalPath("/settings/logins") : SIGN_IN,
            frame.say(isThere ? "settings.logins" : "signin")));
  }

  private interface Attempt {
    ResponseEntity<String> made();
  }
}
