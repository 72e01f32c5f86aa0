package ai.wikibuilder.server.providers;

import ai.wikibuilder.server.accounts.AccountSettings;
import ai.wikibuilder.server.git.GrantedToken;
import ai.wikibuilder.server.providers.ProviderVisits.Wish;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.UserId;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sends browsers to providers and believes what they bring back, or not. Threads may share it.
 *
 * <p>Each visit has a state that works once, belongs to the browser it began in by a cookie, and to
 * one provider by the path it comes back on; the issuer is compared where the provider names it.
 * The code is redeemed with a proof (PKCE, S256) and an id token repeats a nonce, both always.
 */
@Component
public final class ProviderLogins {
  private final Providers providers;
  private final ProviderVisits visits;
  private final Asking asking;
  private final AccountSettings settings;
  private final SecureRandom random;

  ProviderLogins(
      Providers providers,
      ProviderVisits visits,
      Asking asking,
      AccountSettings settings,
      SecureRandom random) {
    this.providers = providers;
    this.visits = visits;
    this.asking = asking;
    this.settings = settings;
    this.random = random;
  }

  /** What is asked of providers without the browser. */
  record Asking(Discovery discovery, TokenCalls calls) {}

  /** Why somebody is sent to a provider. */
  public enum Purpose {
    /** To be let in. */
    ENTER,
    /** To be let in this way from now on. */
    LINK,
    /** To let private repositories be read. */
    REPOSITORIES;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Purpose ofWord(String word) {
      return Arrays.stream(values())
          .filter(purpose -> purpose.word().equals(word))
          .findFirst()
          .orElseThrow(); // a constraint of the table allows no other
    }
  }

  /**
   * Somebody who is about to leave.
   *
   * @param to where the browser is sent
   * @param browser for the cookie that proves on the way back that it is the same browser
   */
  public record Departure(URI to, RandomSecret browser) {}

  /**
   * Somebody who came back, proven.
   *
   * @param user who began the visit; none when nobody was signed in
   * @param entry what was brought along at its beginning
   * @param granted for private repositories, when these were asked for
   */
  public record Return(
      ProviderSettings provider,
      Purpose purpose,
      Optional<UserId> user,
      String entry,
      Claims claims,
      Optional<GrantedToken> granted) {
    public String authority() {
      return provider.authority();
    }

    public String subject() {
      return claims.subject();
    }

    public Optional<String> verifiedEmail() {
      return claims.verifiedEmail();
    }

    public String shownAs() {
      return claims.shownAs();
    }
  }

  /**
   * Begins a visit.
   *
   * @param entry what has to be at hand when the person comes back; kept sealed
   * @throws ProviderException UNKNOWN, UNAVAILABLE
   */
  public Departure begin(String name, Purpose purpose, Optional<UserId> user, String entry) {
    ProviderSettings provider = providers.named(name);
    if (purpose == Purpose.REPOSITORIES && provider.gitHost().isEmpty()) {
      throw Providers.unknown();
    }
    Endpoints endpoints = asking.discovery().of(provider);
    VisitSecrets secrets =
        new VisitSecrets(RandomSecret.made(random, ""), RandomSecret.made(random, ""));
    visits.begin(new Wish(name, purpose, user, entry), secrets.state(), secrets.browser());
    AuthorizationRequest.Builder request =
        new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(provider.clientId()))
            .endpointURI(endpoints.authorization())
            .redirectionURI(comingBack(name))
            .scope(scope(provider, purpose))
            .state(new State(secrets.state().text()))
            .codeChallenge(secrets.verifier(), CodeChallengeMethod.S256);
    if (endpoints.openId().isPresent()) {
      request.customParameter("nonce", secrets.nonce().getValue());
    }
    return new Departure(request.build().toURI(), secrets.browser());
  }

  /** The one address the provider may send to: from the configuration, never from a request. */
  private URI comingBack(String name) {
    return settings.pages().resolve("/login/oauth2/%s/callback".formatted(name));
  }

  private static Scope scope(ProviderSettings provider, Purpose purpose) {
    boolean repositories = purpose == Purpose.REPOSITORIES;
    return switch (provider.kind()) {
      case GITHUB ->
          repositories
              ? new Scope("read:user", "user:email", "repo")
              : new Scope("read:user", "user:email");
      case GITLAB ->
          repositories
              ? new Scope("openid", "email", "read_api", "read_repository")
              : new Scope("openid", "email");
      case OIDC -> new Scope("openid", "email", "profile");
    };
  }

  /**
   * Ends a visit.
   *
   * @param parameters of the address the browser came back on
   * @param browser from its cookie
   * @throws ProviderException of each kind
   */
  public Return finish(
      String name, Map<String, List<String>> parameters, Optional<RandomSecret> browser) {
    ProviderSettings provider = providers.named(name);
    AuthorizationResponse response = answer(name, parameters);
    RandomSecret state =
        new RandomSecret(response.getState() == null ? "" : response.getState().getValue());
    if (browser.isEmpty()) {
      throw notBegunHere();
    }
    Wish wish = visits.end(name, state, browser.get()).orElseThrow(ProviderLogins::notBegunHere);
    Endpoints endpoints = asking.discovery().of(provider);
    requireIssuer(endpoints, response);
    if (!response.indicatesSuccess()) {
      throw new ProviderException(
          ProviderException.Kind.DENIED, "The provider did not let you in, or you said no.", null);
    }
    AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
    if (code == null) {
      throw ProviderException.refused("it sent no code", null);
    }
    TokenCalls.Redeemed redeemed =
        asking
            .calls()
            .redeem(
                provider,
                endpoints,
                code,
                new TokenCalls.Proof(comingBack(name), new VisitSecrets(state, browser.get())));
    Optional<GrantedToken> granted =
        wish.purpose() == Purpose.REPOSITORIES ? Optional.of(redeemed.granted()) : Optional.empty();
    return new Return(
        provider, wish.purpose(), wish.user(), wish.entry(), redeemed.claims(), granted);
  }

  private AuthorizationResponse answer(String name, Map<String, List<String>> parameters) {
    if (parameters.values().stream().anyMatch(values -> values.size() > 1)) {
      throw ProviderException.refused("it says something twice", null);
    }
    try {
      return AuthorizationResponse.parse(comingBack(name), parameters);
    } catch (ParseException e) {
      throw ProviderException.refused("what it sent cannot be read", e);
    }
  }

  private static ProviderException notBegunHere() {
    return new ProviderException(
        ProviderException.Kind.REFUSED,
        "This login was not begun in this browser, was used before or took too long; begin it"
            + " again.",
        null);
  }

  /** Otherwise one provider could hand over the code of another one's login (mix-up). */
  private static void requireIssuer(Endpoints endpoints, AuthorizationResponse response) {
    String named = response.getIssuer() == null ? "" : response.getIssuer().getValue();
    boolean good =
        endpoints
            .openId()
            .map(openId -> named.isEmpty() ? !openId.namesItself() : named.equals(openId.issuer()))
            .orElse(true);
    if (!good) {
      throw ProviderException.refused("it comes from another one", null);
    }
  }
}
