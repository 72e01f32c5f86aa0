package ai.wikibuilder.outbound;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hosts that the operator names: for them http, any port and private addresses are fine. Immutable.
 */
public final class AllowedHosts {
  private static final Pattern ENTRY =
      Pattern.compile(
          "(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:(\\d{1,5}))?");

  /** Port of an entry that names none. */
  private static final int USUAL_PORT = 443;

  private final Set<String> hostPorts;

  private AllowedHosts(Set<String> hostPorts) {
    this.hostPorts = hostPorts;
  }

  public static AllowedHosts none() {
    return new AllowedHosts(Set.of());
  }

  /**
   * Hosts by name or address, each {@code HOST:PORT}, or {@code HOST} for port 443; IPv6 addresses
   * in brackets.
   *
   * @throws OutboundException of kind {@code MISCONFIGURED} naming every entry that is none
   */
  public static AllowedHosts of(List<String> entries) {
    Set<String> hostPorts = new HashSet<>();
    List<String> wrong = entries.stream().filter(entry -> !isEntry(entry)).toList();
    if (!wrong.isEmpty()) {
      throw new OutboundException(
          OutboundException.Kind.MISCONFIGURED,
          "Allowed hosts are written HOST:PORT, such as git.example.com:8443; not understood: "
              + String.join(", ", wrong));
    }
    for (String entry : entries) {
      Matcher parts = ENTRY.matcher(entry);
      if (parts.matches()) {
        String port = parts.group(4);
        hostPorts.add(
            key(bare(parts.group(1)), port == null ? USUAL_PORT : Integer.parseInt(port)));
      }
    }
    return new AllowedHosts(Set.copyOf(hostPorts));
  }

  /** Whether the operator named this host with this port. */
  boolean contains(String host, int port) {
    return hostPorts.contains(key(host, port));
  }

  private static boolean isEntry(String entry) {
    Matcher parts = ENTRY.matcher(entry);
    return parts.matches() && (parts.group(4) == null || isPort(Integer.parseInt(parts.group(4))));
  }

  private static boolean isPort(int port) {
    return port > 0 && port <= 65_535;
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static String key(String host, int port) {
    return host.toLowerCase(Locale.ROOT) + " " + port;
  }
}
