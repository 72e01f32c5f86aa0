package ai.wikibuilder.server.providers;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where a provider is asked what. Immutable.
 *
 * @param revocation where a token is taken back, if the provider has such a place
 * @param openId for providers that speak OpenID Connect
 */
record Endpoints(URI authorization, URI token, Optional<URI> revocation, Optional<OpenId> openId) {
  /**
   * What an id token is checked against.
   *
   * @param issuer letter for letter
   * @param algorithms all with a key pair
   * @param namesItself whether answers must carry the issuer, so that no other provider's passes
   */
  record OpenId(
      String issuer,
      Set<JWSAlgorithm> algorithms,
      JWKSource<SecurityContext> keys,
      Optional<URI> userInfo,
      boolean namesItself) {}
}
