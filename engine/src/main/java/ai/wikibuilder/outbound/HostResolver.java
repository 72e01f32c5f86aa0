package ai.wikibuilder.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns a host name into addresses. Called by the guard alone, once for each connect. */
@FunctionalInterface
public interface HostResolver {
  /**
   * Every address of a host, in the order in which they are to be tried.
   *
   * @throws UnknownHostException when there is none
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** The resolver of this machine. */
  static HostResolver ofThisMachine() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
