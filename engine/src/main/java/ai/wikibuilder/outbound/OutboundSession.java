package ai.wikibuilder.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * A conversation that begins at one checked address and may be led on by redirects.
 *
 * <p>Follows nothing by itself: the caller reads {@code Location} and sends again, and every
 * request passes the guard anew. The credential goes to the origin it was given for and to no
 * other. When the time is over, all connections break, whatever thread is reading. For one thread,
 * but {@link #close} may come from any.
 */
public final class OutboundSession implements AutoCloseable {
  /** Redirects in one conversation; hosts need one or two. */
  private static final int REDIRECT_COUNT_MAX = 3;

  private final AddressRules rules;
  private final CheckedDialing dialing;
  private final Route route;
  private final CloseableHttpClient client;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean timedOut;
  private int redirectCount;

  /**
   * Where a session begins and what it carries.
   *
   * @param credential for the origin of {@code start} alone
   * @param proxied whether a proxy dials what is not allowed by name
   */
  record Route(OutboundAddress start, Credential credential, boolean proxied) {
    @Override
    public String toString() {
      return start.toString();
    }
  }

  OutboundSession(
      AddressRules rules, CheckedDialing dialing, Route route, CloseableHttpClient client) {
    this.rules = rules;
    this.dialing = dialing;
    this.route = route;
    this.client = client;
  }

  /** Breaks everything off when the session outlives its time. */
  void endAfter(OutboundLimits limits) {
    Thread.ofVirtual()
        .name("outbound-deadline")
        .start(() -> {
          try {
            if (!ended.await(limits.timeMax().toMillis(), TimeUnit.MILLISECONDS)) {
              timedOut = true;
              client.close(CloseMode.IMMEDIATE);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /**
   * Sends a request and waits for status and headers.
   *
   * @throws OutboundException of kind {@code REFUSED} when the guard refuses the address or a
   *     redirect went one too far, of kind {@code UNREACHABLE} when there is no connection
   * @throws IOException when there is no answer, or it breaks off
   */
  public OutboundReply send(OutboundRequest request) throws IOException {
    OutboundAddress address = rules.check(request.address());
    if (route.start().scheme().equals("https") && !address.scheme().equals("https")) {
      throw OutboundException.refused(
          "%s leads to a host without https, which is refused.".formatted(route.start().origin()));
    }
    if (route.proxied()) {
      dialing.checkForProxy(address.host(), address.port());
    }
    HttpUriRequestBase outgoing =
        new HttpUriRequestBase(request.method(), URI.create(address.toString()));
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      header.getValue().forEach(value -> outgoing.addHeader(header.getKey(), value));
    }
    if (address.origin().equals(route.start().origin())) {
      route.credential().headers().forEach(outgoing::setHeader);
    }
    // The type of the body is among the headers already.
    request
        .body()
        .ifPresent(body -> outgoing.setEntity(new ByteArrayEntity(body, (ContentType) null)));
    OutboundReply reply = exchange(outgoing, address);
    checkRedirect(reply, outgoing);
    return reply;
  }

  private OutboundReply exchange(HttpUriRequestBase outgoing, OutboundAddress address)
      throws IOException {
    try {
      return new OutboundReply(client.executeOpen(null, outgoing, null));
    } catch (UnknownHostException e) {
      throw unreachable(address, "no such host is known", e);
    } catch (ConnectException | ConnectTimeoutException | NoRouteToHostException e) {
      throw unreachable(address, "there is no connection", e);
    } catch (SSLException e) {
      throw unreachable(
          address, "its certificate is not trusted, or it does not speak TLS as it should", e);
    }
  }

  private static OutboundException unreachable(
      OutboundAddress address, String reason, Exception cause) {
    return new OutboundException(
        OutboundException.Kind.UNREACHABLE,
        "%s cannot be reached: %s.".formatted(address.origin(), reason),
        cause);
  }

  private void checkRedirect(OutboundReply reply, HttpUriRequestBase asked) {
    Optional<String> location = reply.header(HttpHeaders.LOCATION);
    if (reply.status() / 100 != 3 || location.isEmpty()) {
      return;
    }
    try {
      rules.check(asked.getUri().resolve(location.get()).toString());
      if (++redirectCount > REDIRECT_COUNT_MAX) {
        throw OutboundException.refused(
            "%s leads on more than %d times, which is refused."
                .formatted(route.start().origin(), REDIRECT_COUNT_MAX));
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      reply.close();
      throw OutboundException.refused(
          "%s leads on to something that is no address.".formatted(route.start().origin()));
    } catch (OutboundException e) {
      reply.close();
      throw e;
    }
  }

  /** Whether the session was broken off because its time was over. */
  public boolean timedOut() {
    return timedOut;
  }

  @Override
  public void close() {
    ended.countDown();
    client.close(CloseMode.IMMEDIATE);
  }

  @Override
  public String toString() {
    return route.toString();
  }
}
