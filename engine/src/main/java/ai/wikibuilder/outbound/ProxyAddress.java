package ai.wikibuilder.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Optional;

/**
 * A http proxy that the operator names. Immutable.
 *
 * @param user name for the proxy itself
 * @param password its password
 */
public record ProxyAddress(
    String host, int port, Optional<String> user, Optional<String> password) {
  /** Port of an address that names none, as curl has it. */
  private static final int USUAL_PORT = 1080;

  /**
   * Reads the usual form of {@code HTTPS_PROXY}: {@code http://[user:password@]host[:port]}, the
   * scheme may be missing.
   *
   * @throws OutboundException of kind {@code MISCONFIGURED}; the message shows no password
   */
  public static ProxyAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text.contains("://") ? text : "http://" + text);
    } catch (URISyntaxException e) {
      throw notAProxy();
    }
    if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
      throw notAProxy();
    }
    Optional<String[]> user =
        Optional.ofNullable(uri.getRawUserInfo()).map(raw -> raw.split(":", 2));
    return new ProxyAddress(
        uri.getHost(),
        uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
        user.map(parts -> decode(parts[0])),
        user.map(parts -> parts.length == 2 ? decode(parts[1]) : ""));
  }

  private static String decode(String part) {
    // In user information a plus is a plus, which the decoder of forms does not know.
    return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
  }

  private static OutboundException notAProxy() {
    return new OutboundException(
        OutboundException.Kind.MISCONFIGURED,
        "The proxy is not an address of the form http://host:port.");
  }

  @Override
  public String toString() {
    return "http://" + host + ":" + port;
  }
}
