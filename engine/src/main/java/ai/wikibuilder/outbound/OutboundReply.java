package ai.wikibuilder.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** What came back: status and headers at once, the body as it arrives. For one thread. */
public final class OutboundReply implements AutoCloseable {
  private final ClassicHttpResponse response;
  private final Map<String, List<String>> headers;

  OutboundReply(ClassicHttpResponse response) {
    this.response = response;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : response.getHeaders()) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
  }

  public int status() {
    return response.getCode();
  }

  /** Headers by name, whatever the case it is asked in. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The first header of a name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(List::getFirst);
  }

  /** The body as sent, still compressed if it was; empty when there is none. */
  public InputStream body() throws IOException {
    HttpEntity entity = response.getEntity();
    return entity == null ? InputStream.nullInputStream() : entity.getContent();
  }

  /** Ends the exchange; an unread rest of the body is not waited for. */
  @Override
  public void close() {
    try {
      response.close();
    } catch (IOException e) {
      // The reply was complete or given up already; nothing is lost.
      return;
    }
  }
}
