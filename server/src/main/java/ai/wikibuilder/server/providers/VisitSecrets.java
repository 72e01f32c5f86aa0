package ai.wikibuilder.server.providers;

import ai.wikibuilder.server.secrets.RandomSecret;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of one visit. The proof of the code and the nonce are made from the browser's cookie,
 * so that they are kept nowhere, and whoever has another cookie has others.
 */
record VisitSecrets(RandomSecret state, RandomSecret browser) {
  /** What proves that the code is redeemed by whoever asked for it (PKCE). */
  CodeVerifier verifier() {
    return new CodeVerifier(derived("verifier"));
  }

  /** What the id token must repeat. */
  Nonce nonce() {
    return new Nonce(derived("nonce"));
  }

  private String derived(String what) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(browser.text().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] bytes = mac.doFinal((what + " " + state.text()).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
