package ai.wikibuilder.server.providers;

import ai.wikibuilder.server.providers.Endpoints.OpenId;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds out where a provider is asked what: GitHub's places are known, the others publish theirs.
 * What was read is used for an hour. Threads may share it.
 */
final class Discovery {
  private static final Duration READ_AGAIN_AFTER = Duration.ofHours(1);

  private final ProviderHttp http;
  private final Clock clock;
  private final Map<String, Read> known = new ConcurrentHashMap<>();

  Discovery(ProviderHttp http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  private record Read(Endpoints endpoints, Instant at) {}

  /**
   * The places of the provider.
   *
   * @throws ProviderException UNAVAILABLE when it does not say, or says it is somebody else
   */
  Endpoints of(ProviderSettings provider) {
    if (provider.kind() == ProviderSettings.Kind.GITHUB) {
      return new Endpoints(
          provider.at("/login/oauth/authorize"),
          provider.at("/login/oauth/access_token"),
          Optional.empty(),
          Optional.empty());
    }
    Read read = known.get(provider.name());
    if (read != null && clock.instant().isBefore(read.at().plus(READ_AGAIN_AFTER))) {
      return read.endpoints();
    }
    Endpoints endpoints = published(provider);
    known.put(provider.name(), new Read(endpoints, clock.instant()));
    return endpoints;
  }

  private Endpoints published(ProviderSettings provider) {
    try {
      Issuer issuer = new Issuer(provider.authority());
      String text = http.retrieveResource(OIDCProviderMetadata.resolveURL(issuer)).getContent();
      OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(text);
      if (!metadata.getIssuer().equals(issuer)) {
        throw new ParseException("the issuer is another one");
      }
      OpenId openId =
          new OpenId(
              issuer.getValue(),
              algorithms(metadata),
              JWKSourceBuilder.<SecurityContext>create(
                      required(metadata.getJWKSetURI()).toURL(), http)
                  .refreshAheadCache(false)
                  .build(),
              Optional.ofNullable(metadata.getUserInfoEndpointURI()),
              metadata.supportsAuthorizationResponseIssuerParam());
      return new Endpoints(
          required(metadata.getAuthorizationEndpointURI()),
          required(metadata.getTokenEndpointURI()),
          Optional.ofNullable(metadata.getRevocationEndpointURI()),
          Optional.of(openId));
    } catch (GeneralException | IOException e) {
      throw ProviderHttp.unavailable(e);
    }
  }

  private static URI required(@org.jspecify.annotations.Nullable URI place)
      throws MalformedURLException {
    if (place == null) {
      throw new MalformedURLException("a place is missing");
    }
    return place;
  }

  /** Those with a key pair alone: with a shared secret, whoever knows the client's could sign. */
  private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
    List<JWSAlgorithm> named =
        metadata.getIDTokenJWSAlgs() == null
            ? List.of(JWSAlgorithm.RS256)
            : metadata.getIDTokenJWSAlgs();
    Set<JWSAlgorithm> usable = new HashSet<>(JWSAlgorithm.Family.SIGNATURE);
    usable.retainAll(named);
    return usable.isEmpty() ? Set.of(JWSAlgorithm.RS256) : Set.copyOf(usable);
  }
}
