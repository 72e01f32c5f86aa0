package ai.wikibuilder.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.io.DetachedSocketFactory;

/** Sockets that write down where they were to connect; only loopback is really dialled. */
final class Dials implements DetachedSocketFactory {
  private final List<InetSocketAddress> dialled = new ArrayList<>();

  @Override
  public Socket create(Proxy proxy) {
    return new Socket(Proxy.NO_PROXY) {
      @Override
      public void connect(SocketAddress endpoint, int timeout) throws IOException {
        InetSocketAddress address = (InetSocketAddress) endpoint;
        synchronized (dialled) {
          dialled.add(address);
        }
        if (!address.getAddress().isLoopbackAddress()) {
          throw new ConnectException("tests stay on this machine");
        }
        super.connect(endpoint, timeout);
      }
    };
  }

  List<InetAddress> addresses() {
    synchronized (dialled) {
      return dialled.stream().map(InetSocketAddress::getAddress).toList();
    }
  }
}
