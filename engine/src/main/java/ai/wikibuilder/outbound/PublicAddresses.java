package ai.wikibuilder.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others.
 *
 * <p>Sources: the IANA registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890 and its
 * successors), and two addresses at which clouds serve credentials. IPv6 is turned around: only
 * 2000::/3 is handed out as global unicast, so everything else is refused without naming it, which
 * covers loopback, unique local, link-local, multicast, IPv4-mapped, IPv4-compatible and NAT64.
 */
final class PublicAddresses {
  private static final List<Prefix> IPV4_SPECIAL =
      prefixes(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared behind a carrier's NAT; one cloud's metadata
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // one cloud's host agent, although the address is public
          "169.254.0.0/16", // link-local; most clouds' metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments; one cloud's metadata
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // former 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  private static final Prefix IPV6_GLOBAL = prefix("2000::/3");

  private static final List<Prefix> IPV6_SPECIAL =
      prefixes(
          "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4, which wraps any IPv4 address
          "3fff::/20"); // documentation

  private static final class Prefix {
    private final byte[] bits;
    private final int length;

    Prefix(byte[] bits, int length) {
      this.bits = bits;
      this.length = length;
    }

    boolean covers(byte[] address) {
      if (address.length != bits.length) {
        return false;
      }
      for (int bit = 0; bit < length; bit++) {
        int mask = 0x80 >> (bit & 7);
        if (((address[bit >> 3] ^ bits[bit >> 3]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    byte[] bits = address.getAddress();
    if (bits.length == 4) {
      return IPV4_SPECIAL.stream().noneMatch(prefix -> prefix.covers(bits));
    }
    boolean scoped = address instanceof Inet6Address six && six.getScopeId() != 0;
    return !scoped
        && IPV6_GLOBAL.covers(bits)
        && IPV6_SPECIAL.stream().noneMatch(prefix -> prefix.covers(bits));
  }

  private static List<Prefix> prefixes(String... texts) {
    return Arrays.stream(texts).map(PublicAddresses::prefix).toList();
  }

  private static Prefix prefix(String text) {
    int slash = text.indexOf('/');
    try {
      // Literal addresses are parsed, never looked up.
      byte[] bits = InetAddress.getByName(text.substring(0, slash)).getAddress();
      return new Prefix(bits, Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(text, e);
    }
  }
}
