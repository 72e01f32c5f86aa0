package ai.wikibuilder.server.providers;

import ai.wikibuilder.server.providers.Endpoints.OpenId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/** Checks id tokens. */
final class IdTokens {
  /** What the library allows clocks to differ. */
  private static final Duration SKEW = Duration.ofSeconds(IDTokenValidator.DEFAULT_MAX_CLOCK_SKEW);

  private final ProviderHttp http;
  private final Clock clock;

  IdTokens(ProviderHttp http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  /**
   * What a good id token says: signed by the issuer with one of its keys, for us, now, and for this
   * visit.
   *
   * @throws ProviderException REFUSED for any other
   */
  Claims checked(ProviderSettings provider, OpenId openId, OIDCTokens tokens, Nonce nonce) {
    if (tokens.getIDToken() == null) {
      throw ProviderException.refused("there is no id token", null);
    }
    ClientID client = new ClientID(provider.clientId());
    IDTokenValidator validator =
        new IDTokenValidator(
            new Issuer(openId.issuer()),
            client,
            new JWSVerificationKeySelector<>(openId.algorithms(), openId.keys()),
            null);
    try {
      IDTokenClaimsSet claims = validator.validate(tokens.getIDToken(), nonce);
      requireBegun(claims);
      if (claims.getAudience().size() != 1 && !client.getValue().equals(azp(claims))) {
        throw ProviderException.refused("the id token is for several", null);
      }
      if (claims.getAccessTokenHash() != null) {
        AccessTokenValidator.validate(
            tokens.getAccessToken(),
            (com.nimbusds.jose.JWSAlgorithm) tokens.getIDToken().getHeader().getAlgorithm(),
            claims.getAccessTokenHash());
      }
      return claims(claims, openId, tokens.getAccessToken().getValue());
    } catch (BadJOSEException | JOSEException | InvalidHashException | IllegalArgumentException e) {
      // The last one is the library's for a claim that is empty.
      throw ProviderException.refused("its id token is not good", e);
    }
  }

  /** The library looks at the times that OpenID Connect names; this one is of every token. */
  private void requireBegun(IDTokenClaimsSet claims) {
    Date from = claims.getDateClaim("nbf");
    if (from != null && from.toInstant().isAfter(clock.instant().plus(SKEW))) {
      throw ProviderException.refused("its id token is not good yet", null);
    }
  }

  private static String azp(IDTokenClaimsSet claims) {
    return claims.getAuthorizedParty() == null ? "" : claims.getAuthorizedParty().getValue();
  }

  private Claims claims(IDTokenClaimsSet token, OpenId openId, String access) {
    String subject = token.getSubject().getValue();
    Map<String, Object> said = token.toJSONObject();
    if (!(said.get("email") instanceof String) && openId.userInfo().isPresent()) {
      said = userInfo(openId, access, subject);
    }
    // Some providers write the truth as text.
    boolean verified = "true".equals(String.valueOf(said.get("email_verified")));
    Optional<String> email =
        verified && said.get("email") instanceof String address
            ? Optional.of(address)
            : Optional.empty();
    return new Claims(subject, email, email.orElse(name(said, subject)));
  }

  private static String name(Map<String, Object> said, String subject) {
    return said.get("preferred_username") instanceof String name ? name : subject;
  }

  private Map<String, Object> userInfo(OpenId openId, String access, String subject) {
    try {
      HTTPResponse response = http.get(openId.userInfo().orElseThrow(), access);
      response.ensureStatusCode(HTTPResponse.SC_OK);
      Map<String, Object> said = response.getBodyAsJSONObject();
      if (!subject.equals(said.get("sub"))) {
        throw ProviderException.refused("it speaks of two people", null);
      }
      return said;
    } catch (ParseException e) {
      throw ProviderHttp.unavailable(e);
    }
  }
}
