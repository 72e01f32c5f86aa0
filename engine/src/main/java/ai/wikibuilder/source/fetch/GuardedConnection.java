package ai.wikibuilder.source.fetch;

import ai.wikibuilder.outbound.OutboundReply;
import ai.wikibuilder.outbound.OutboundRequest;
import ai.wikibuilder.outbound.OutboundSession;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/** One exchange of git's http protocol over a guarded session. For one thread. */
final class GuardedConnection implements HttpConnection {
  /** Larger than any line of git's protocol, so small reads cost no system call. */
  private static final int BUFFER_BYTES = 64 << 10;

  /** Type of the answer of a host that speaks git's present protocol. */
  private static final String ADVERTISEMENT = "application/x-git-upload-pack-advertisement";

  private final OutboundSession session;
  private final HttpTrail trail;
  private final URL url;
  private final Map<String, List<String>> requestHeaders = new LinkedHashMap<>();
  private final ByteArrayOutputStream requestBody = new ByteArrayOutputStream();
  private String method = "GET";
  private @Nullable OutboundReply reply;

  GuardedConnection(OutboundSession session, HttpTrail trail, URL url) {
    this.session = session;
    this.trail = trail;
    this.url = url;
  }

  private OutboundReply reply() throws IOException {
    OutboundReply known = reply;
    if (known != null) {
      return known;
    }
    Optional<byte[]> body =
        method.equals("POST") ? Optional.of(requestBody.toByteArray()) : Optional.empty();
    OutboundReply arrived =
        session.send(new OutboundRequest(method, url.toString(), requestHeaders, body));
    reply = arrived;
    trail.arrived(arrived);
    if (method.equals("GET") && arrived.status() == HTTP_OK && !isAdvertisement(arrived)) {
      // Without this, git would go on with its oldest protocol, file by file.
      throw new FetchException(
          FetchException.Kind.NOT_FOUND,
          "%s answers, but there is no git repository. Check the address."
              .formatted(HttpTrail.shown(url)));
    }
    return arrived;
  }

  private static boolean isAdvertisement(OutboundReply reply) {
    return reply.header("Content-Type").filter(ADVERTISEMENT::equals).isPresent();
  }

  @Override
  public int getResponseCode() throws IOException {
    return reply().status();
  }

  @Override
  public URL getURL() {
    return url;
  }

  @Override
  public String getResponseMessage() throws IOException {
    // What a host writes here is shown to people by git's library; the number says enough.
    return "status " + reply().status();
  }

  @Override
  public Map<String, List<String>> getHeaderFields() {
    OutboundReply known = reply;
    return known == null ? Map.of() : known.headers();
  }

  @Override
  public List<String> getHeaderFields(String name) {
    return getHeaderFields().getOrDefault(name, List.of());
  }

  @Override
  public @Nullable String getHeaderField(String name) {
    List<String> values = getHeaderFields(name);
    // The body is unpacked here, so that its bytes are counted unpacked.
    return values.isEmpty() || name.equalsIgnoreCase("Content-Encoding") ? null : values.getFirst();
  }

  @Override
  public @Nullable String getContentType() {
    return getHeaderField("Content-Type");
  }

  @Override
  public int getContentLength() {
    return -1;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    OutboundReply arrived = reply();
    InputStream body = new BufferedInputStream(arrived.body(), BUFFER_BYTES);
    boolean packed =
        arrived.header("Content-Encoding").filter("gzip"::equalsIgnoreCase).isPresent();
    return trail
        .received()
        .counting(
            packed
                ? new BufferedInputStream(new GZIPInputStream(body, BUFFER_BYTES), BUFFER_BYTES)
                : body);
  }

  @Override
  public void setRequestProperty(String name, String value) {
    requestHeaders.put(name, new ArrayList<>(List.of(value)));
  }

  @Override
  public void setRequestMethod(String name) {
    method = name;
  }

  @Override
  public String getRequestMethod() {
    return method;
  }

  @Override
  public OutputStream getOutputStream() {
    return requestBody;
  }

  @Override
  public void connect() throws IOException {
    reply();
  }

  @Override
  public boolean usingProxy() {
    return false;
  }

  @Override
  public void configure(
      KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random)
      throws KeyManagementException {
    throw new KeyManagementException("trust is a matter of the guard");
  }

  @Override
  public void setHostnameVerifier(HostnameVerifier verifier) throws KeyManagementException {
    throw new KeyManagementException("trust is a matter of the guard");
  }

  @Override
  public void setUseCaches(boolean use) {
    // There is no cache.
  }

  @Override
  public void setConnectTimeout(int millis) {
    // Times are set for the whole session.
  }

  @Override
  public void setReadTimeout(int millis) {
    // Times are set for the whole session.
  }

  @Override
  public void setInstanceFollowRedirects(boolean follow) {
    // Nothing is followed here; git's library sends again, and the guard checks again.
  }

  @Override
  public void setDoOutput(boolean output) {
    // A body is sent whenever one was written.
  }

  @Override
  public void setFixedLengthStreamingMode(int length) {
    // The body is complete before it is sent.
  }

  @Override
  public void setChunkedStreamingMode(int length) {
    // The body is complete before it is sent.
  }
}
