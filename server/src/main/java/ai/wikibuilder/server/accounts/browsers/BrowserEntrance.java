package ai.wikibuilder.server.accounts.browsers;

import ai.wikibuilder.server.accounts.tokens.Device;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Lets people in and out with a browser: the session and its cookie together. Called by whatever
 * proves who somebody is, a form with a password or a login at another provider. Threads may share
 * it.
 */
public final class BrowserEntrance {
  private final BrowserSessions sessions;

  public BrowserEntrance(BrowserSessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Signs in somebody who has just proven to be the user. The session is always a new one: what the
   * browser showed before, which somebody may have put there, ends.
   */
  public void enter(UserId user, HttpServletRequest request, HttpServletResponse response) {
    HostCookie.SESSION.in(request).ifPresent(sessions::end);
    RandomSecret secret = sessions.begin(user, device(request));
    HostCookie.SESSION.give(response, secret, Optional.of(BrowserSessions.LIFE));
  }

  private static Device device(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    return new Device(BrowserName.of(agent == null ? "" : agent), request.getRemoteAddr());
  }

  /** Who the request comes from; none when nobody is signed in, or not any more. */
  public Optional<Visit> visit(HttpServletRequest request) {
    return HostCookie.SESSION.in(request).flatMap(sessions::find);
  }

  /** The secret of the request's session, to bind forms to; it may be one that has ended. */
  public Optional<RandomSecret> shown(HttpServletRequest request) {
    return HostCookie.SESSION.in(request);
  }

  /** Ends the session of the request, and the browser forgets it. */
  public void leave(HttpServletRequest request, HttpServletResponse response) {
    HostCookie.SESSION.in(request).ifPresent(sessions::end);
    forget(response);
  }

  /** Lets the browser forget a session that has ended some other way. */
  public void forget(HttpServletResponse response) {
    HostCookie.SESSION.take(response);
  }
}
