package ai.wikibuilder.server.accounts.browsers;

import ai.wikibuilder.server.secrets.RandomSecret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A cookie with a secret, for this host alone: the prefix makes browsers refuse one that was set by
 * a neighbouring host, without {@code Secure} or for a part of the paths. Scripts never see it, and
 * other sites' forms do not send it. Browsers take it over https and, for a machine of one's own,
 * on localhost and 127.0.0.1. Immutable.
 *
 * @param name what the browser knows it by
 */
public record HostCookie(String name) {
  private static final String PREFIX = "__Host-";

  /** The one that a session is known by. */
  static final HostCookie SESSION = new HostCookie(PREFIX + "aiwiki");

  /** The one that forms are bound to as long as nobody is signed in. */
  public static final HostCookie FORMS = new HostCookie(PREFIX + "aiwiki-forms");

  public HostCookie {
    if (!name.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a cookie for this host alone begins with " + PREFIX);
    }
  }

  /** The secret that the browser showed; none when it showed two, which no browser does. */
  public Optional<RandomSecret> in(HttpServletRequest request) {
    Cookie[] all = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    List<String> values =
        Arrays.stream(all)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .toList();
    return values.size() == 1 ? Optional.of(new RandomSecret(values.getFirst())) : Optional.empty();
  }

  /** Gives it to the browser, to be kept as long as it runs or for {@code life}. */
  public void give(HttpServletResponse response, RandomSecret secret, Optional<Duration> life) {
    response.addCookie(cookie(secret.text(), life.map(Duration::toSeconds).orElse(-1L)));
  }

  /** Lets the browser forget it. */
  void take(HttpServletResponse response) {
    response.addCookie(cookie("", 0));
  }

  private Cookie cookie(String value, long seconds) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(Math.toIntExact(seconds));
    return cookie;
  }
}
