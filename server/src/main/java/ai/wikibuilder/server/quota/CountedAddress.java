package ai.wikibuilder.server.quota;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Whom a request counts for by its address. Of IPv6 it is the first half: whoever has one address
 * there has eighteen quintillion, all with that half.
 */
public final class CountedAddress {
  private static final int NETWORK_BYTES = 8;

  private CountedAddress() {}

  public static String of(HttpServletRequest request) {
    return of(request.getRemoteAddr());
  }

  static String of(String text) {
    try {
      return InetAddress.ofLiteral(text) instanceof Inet6Address address
          ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
          : text;
    } catch (IllegalArgumentException e) {
      return text; // whatever a proxy has said
    }
  }
}
