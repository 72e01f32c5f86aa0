package ai.wikibuilder.source.fetch;

import ai.wikibuilder.outbound.OutboundReply;
import ai.wikibuilder.outbound.OutboundSession;
import java.net.Proxy;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Makes the connections of one fetch and remembers how they went. For one thread. */
final class HttpTrail implements HttpConnectionFactory, AutoCloseable {
  private final OutboundSession session;
  private final ReceivedBytes received;
  private final List<OutboundReply> replies = new ArrayList<>();
  private int lastStatus;

  HttpTrail(OutboundSession session, ReceivedBytes received) {
    this.session = session;
    this.received = received;
  }

  @Override
  public HttpConnection create(URL url) {
    return new GuardedConnection(session, this, url);
  }

  @Override
  public HttpConnection create(URL url, @Nullable Proxy proxy) {
    // Proxies are the guard's business.
    return create(url);
  }

  void arrived(OutboundReply reply) {
    lastStatus = reply.status();
    replies.add(reply);
  }

  ReceivedBytes received() {
    return received;
  }

  /** Status of the last answer, 0 when there was none. */
  int lastStatus() {
    return lastStatus;
  }

  boolean timedOut() {
    return session.timedOut();
  }

  /** An address of git's protocol as people know it. */
  static String shown(URL url) {
    return url.toString().replaceFirst("/(info/refs|git-upload-pack)(\\?.*)?$", "");
  }

  @Override
  public void close() {
    session.close();
    replies.forEach(OutboundReply::close);
  }
}
