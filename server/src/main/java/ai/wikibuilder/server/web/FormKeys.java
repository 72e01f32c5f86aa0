package ai.wikibuilder.server.web;

import ai.wikibuilder.server.accounts.browsers.BrowserEntrance;
import ai.wikibuilder.server.accounts.browsers.HostCookie;
import ai.wikibuilder.server.secrets.RandomSecret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The word that proves that a form is ours: HMAC-SHA256 under the secret the browser has, that of
 * the session or, before there is one, of a cookie for forms. Nothing is kept, another site knows
 * no secret of the browser, and the end of a session is the end of its forms. Threads may share it.
 */
final class FormKeys implements CsrfTokenRepository {
  /** Tells this use of the secret from every other. */
  private static final byte[] USE = "aiwiki-form-1".getBytes(StandardCharsets.UTF_8);

  /** The secret of this request's answer, made because the browser has none. */
  private static final String MADE = FormKeys.class.getName() + ".made";

  private final BrowserEntrance entrance;
  private final SecureRandom random;

  FormKeys(BrowserEntrance entrance, SecureRandom random) {
    this.entrance = entrance;
    this.random = random;
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return secret(request).map(FormKeys::key).orElse(null);
  }

  private Optional<RandomSecret> secret(HttpServletRequest request) {
    return entrance.shown(request).or(() -> HostCookie.FORMS.in(request));
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    RandomSecret made = RandomSecret.made(random, "frm_");
    request.setAttribute(MADE, made);
    return key(made);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(MADE) instanceof RandomSecret made) {
      HostCookie.FORMS.give(response, made, Optional.empty());
    }
  }

  private static CsrfToken key(RandomSecret secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.hash(), "HmacSHA256"));
      String word = Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(USE));
      return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", word);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
