package ai.wikibuilder.server.accounts.tokens;

import ai.wikibuilder.server.tenants.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Signs and checks access tokens: JWT by ES256 and nothing else, of the type {@code at+jwt}, by
 * keys of our own and none that a header names. Threads may share it.
 */
final class AccessTokens {
  /** How long one is good for. */
  static final Duration LIFE = Duration.ofMinutes(10);

  /** Clocks of several servers may differ so much. */
  private static final Duration SKEW_MAX = Duration.ofSeconds(30);

  /** Longer ones are not looked at. */
  private static final int LENGTH_MAX = 2_048;

  /** The library passes over characters that stand in no token. */
  private static final Pattern FORM = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  private static final String ISSUER = "aiwiki";
  private static final String AUDIENCE = "aiwiki-api";
  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  /** A header that names anything else asks for a check that is not made here. */
  private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");

  private final SigningKeys keys;
  private final Clock clock;

  AccessTokens(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** What a good token says. */
  record Claims(UserId user, UUID family, int tokenVersion) {}

  String sign(Claims claims) {
    ECKey key = keys.signing();
    Instant now = clock.instant();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(claims.user().toString())
                .claim("sid", claims.family().toString())
                .claim("ver", claims.tokenVersion())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build());
    try {
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("a signing key does not sign", e);
    }
  }

  /** What the token says, if it is good at this moment. */
  Optional<Claims> check(String text) {
    if (text.length() > LENGTH_MAX || !FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      SignedJWT token = SignedJWT.parse(text);
      return isOurs(token.getHeader()) && isSigned(token)
          ? claims(token.getJWTClaimsSet())
          : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty(); // whatever it is, it is no token of ours
    }
  }

  private static boolean isOurs(JWSHeader header) {
    return JWSAlgorithm.ES256.equals(header.getAlgorithm())
        && TYPE.equals(header.getType())
        && HEADERS.containsAll(header.getIncludedParams());
  }

  private boolean isSigned(SignedJWT token) throws JOSEException {
    for (ECKey key : keys.keys()) {
      if (key.getKeyID().equals(token.getHeader().getKeyID())) {
        return token.verify(new ECDSAVerifier(key));
      }
    }
    return false;
  }

  private Optional<Claims> claims(JWTClaimsSet claims) throws ParseException {
    Instant now = clock.instant();
    Date expires = claims.getExpirationTime();
    Date issued = claims.getIssueTime();
    boolean good =
        ISSUER.equals(claims.getIssuer())
            && List.of(AUDIENCE).equals(claims.getAudience())
            && expires != null
            && issued != null
            && now.isBefore(expires.toInstant())
            && !issued.toInstant().isAfter(now.plus(SKEW_MAX))
            && Duration.between(issued.toInstant(), expires.toInstant()).compareTo(LIFE) <= 0
            && claims.getNotBeforeTime() == null;
    Integer version = claims.getIntegerClaim("ver");
    if (!good || version == null || claims.getSubject() == null) {
      return Optional.empty();
    }
    String family = claims.getStringClaim("sid");
    return family == null
        ? Optional.empty()
        : Optional.of(
            new Claims(
                new UserId(UUID.fromString(claims.getSubject())),
                UUID.fromString(family),
                version));
  }
}
