package ai.wikibuilder.server.providers;

import ai.wikibuilder.server.git.GrantRenewal;
import ai.wikibuilder.server.git.GrantedToken;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is asked of a provider without the browser. Threads may share it. */
final class TokenCalls implements GrantRenewal {
  /** Statuses from here on say that the provider is at fault. */
  private static final int SERVER_ERROR = 500;

  private final Providers providers;
  private final Discovery discovery;
  private final ProviderHttp http;
  private final Clock clock;

  TokenCalls(Providers providers, Discovery discovery, ProviderHttp http, Clock clock) {
    this.providers = providers;
    this.discovery = discovery;
    this.http = http;
    this.clock = clock;
  }

  /** What goes with a code. */
  record Proof(URI redirection, VisitSecrets secrets) {}

  /** What a code was worth. */
  record Redeemed(Claims claims, GrantedToken granted) {}

  /**
   * Redeems a code.
   *
   * @throws ProviderException REFUSED, UNAVAILABLE
   */
  Redeemed redeem(
      ProviderSettings provider, Endpoints endpoints, AuthorizationCode code, Proof proof) {
    Tokens tokens =
        tokens(
            provider,
            endpoints,
            new AuthorizationCodeGrant(code, proof.redirection(), proof.secrets().verifier()));
    Claims claims =
        endpoints
            .openId()
            .map(openId ->
                new IdTokens(http, clock)
                    .checked(provider, openId, oidc(tokens), proof.secrets().nonce()))
            .orElseGet(
                () -> new GitHubProfile(http).of(provider, tokens.getAccessToken().getValue()));
    return new Redeemed(claims, granted(provider, tokens));
  }

  private static OIDCTokens oidc(Tokens tokens) {
    if (tokens instanceof OIDCTokens openId) {
      return openId;
    }
    throw ProviderException.refused("there is no id token", null);
  }

  private Tokens tokens(ProviderSettings provider, Endpoints endpoints, AuthorizationGrant grant) {
    HTTPRequest request =
        new TokenRequest.Builder(endpoints.token(), client(provider), grant)
            .build()
            .toHTTPRequest();
    request.setAccept("application/json");
    try {
      HTTPResponse answer = request.send(http);
      if (answer.getStatusCode() >= SERVER_ERROR) {
        throw ProviderHttp.unavailable(new IOException("status " + answer.getStatusCode()));
      }
      TokenResponse response = OIDCTokenResponseParser.parse(answer);
      if (!response.indicatesSuccess()) {
        throw ProviderException.refused(
            "it answers %s, status %d"
                .formatted(
                    response.toErrorResponse().getErrorObject().getCode(), answer.getStatusCode()),
            null);
      }
      return response.toSuccessResponse().getTokens();
    } catch (IOException e) {
      throw ProviderHttp.unavailable(e);
    } catch (ParseException e) {
      throw ProviderException.refused("its answer has no token", e);
    }
  }

  /** As most providers have it; GitHub reads it from the form. */
  private static ClientAuthentication client(ProviderSettings provider) {
    ClientID id = new ClientID(provider.clientId());
    Secret secret = new Secret(provider.clientSecret());
    return provider.kind() == ProviderSettings.Kind.OIDC
        ? new ClientSecretBasic(id, secret)
        : new ClientSecretPost(id, secret);
  }

  private GrantedToken granted(ProviderSettings provider, Tokens tokens) {
    long seconds = tokens.getAccessToken().getLifetime();
    Optional<Instant> end =
        seconds > 0 ? Optional.of(clock.instant().plusSeconds(seconds)) : Optional.empty();
    return new GrantedToken(
        provider.name(),
        tokens.getAccessToken().getValue(),
        Optional.ofNullable(tokens.getRefreshToken()).map(RefreshToken::getValue),
        end);
  }

  @Override
  public Optional<GrantedToken> renew(String name, String refresh) {
    try {
      ProviderSettings provider = providers.named(name);
      Tokens tokens =
          tokens(
              provider, discovery.of(provider), new RefreshTokenGrant(new RefreshToken(refresh)));
      return Optional.of(granted(provider, tokens));
    } catch (ProviderException e) {
      return Optional.empty();
    }
  }

  /**
   * Takes a token back at the provider that gave it, as far as it has a place for that.
   *
   * @return whether the provider has taken it back
   */
  boolean revoke(GrantedToken granted) {
    try {
      ProviderSettings provider = providers.named(granted.provider());
      if (provider.kind() == ProviderSettings.Kind.GITHUB) {
        return revokeAtGitHub(provider, granted.token());
      }
      Optional<URI> place = discovery.of(provider).revocation();
      if (place.isEmpty()) {
        return false;
      }
      HTTPRequest request =
          new TokenRevocationRequest(
                  place.get(),
                  client(provider),
                  granted
                      .refresh()
                      .<com.nimbusds.oauth2.sdk.token.Token>map(RefreshToken::new)
                      .orElseGet(() -> new BearerAccessToken(granted.token())))
              .toHTTPRequest();
      return request.send(http).indicatesSuccess();
    } catch (ProviderException | IOException e) {
      return false;
    }
  }

  private boolean revokeAtGitHub(ProviderSettings provider, String token) throws IOException {
    URI place =
        URI.create("%s/applications/%s/grant".formatted(provider.api(), provider.clientId()));
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.DELETE, place);
    request.setAuthorization(
        new ClientSecretBasic(
                new ClientID(provider.clientId()), new Secret(provider.clientSecret()))
            .toHTTPAuthorizationHeader());
    request.setAccept("application/json");
    request.setBody(JSONObjectUtils.toJSONString(Map.of("access_token", token)));
    return request.send(http).indicatesSuccess();
  }
}
