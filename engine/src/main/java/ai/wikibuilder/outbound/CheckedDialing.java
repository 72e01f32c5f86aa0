package ai.wikibuilder.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host at the moment of connecting and hands out exactly the addresses that were
 * checked. The connection asks nobody else, so a name that changes its mind between check and
 * connect gains nothing.
 */
final class CheckedDialing implements DnsResolver {
  private final OutboundSettings settings;
  private final HostResolver resolver;

  CheckedDialing(OutboundSettings settings, HostResolver resolver) {
    this.settings = settings;
    this.resolver = resolver;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    List<InetAddress> addresses = resolver.resolve(host);
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    // The client writes IPv6 addresses with brackets.
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    boolean free = settings.allowedHosts().contains(name, port) || isProxy(name, port);
    List<InetSocketAddress> checked = new ArrayList<>();
    for (InetAddress address : addresses) {
      if (!free && !PublicAddresses.contains(address)) {
        // The address itself is not shown: it would tell an outsider about the network inside.
        throw OutboundException.refused(
            "The host %s is refused: it leads to an address that is not public. If it is one of yours, allow it as %s:%d."
                .formatted(host, host, port));
      }
      checked.add(new InetSocketAddress(address, port));
    }
    return checked;
  }

  /** What a proxy would dial, as far as this machine can tell. */
  void checkForProxy(String host, int port) {
    try {
      resolve(host, port);
    } catch (UnknownHostException e) {
      // Behind a proxy, outside names often do not resolve; then its own rules are the only ones.
      return;
    }
  }

  private boolean isProxy(String host, int port) {
    return settings
        .proxy()
        .filter(proxy -> proxy.host().equalsIgnoreCase(host) && proxy.port() == port)
        .isPresent();
  }

  @Override
  public InetAddress[] resolve(String host) {
    throw new UnsupportedOperationException("a host is resolved together with its port");
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
