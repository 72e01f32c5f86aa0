package ai.wikibuilder.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Listeners on loopback that nobody should ever reach. */
public final class Canaries implements AutoCloseable {
  private final List<ServerSocket> listeners = new ArrayList<>();
  private final AtomicInteger connects = new AtomicInteger();

  public Canaries(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      ServerSocket listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
      listeners.add(listener);
      Thread.ofVirtual().start(() -> listen(listener));
    }
  }

  private void listen(ServerSocket listener) {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connects.incrementAndGet();
        socket.close();
      } catch (IOException e) {
        return;
      }
    }
  }

  public List<Integer> ports() {
    return listeners.stream().map(ServerSocket::getLocalPort).toList();
  }

  public int connectCount() {
    return connects.get();
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket listener : listeners) {
      listener.close();
    }
  }
}
