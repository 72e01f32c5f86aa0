package ai.wikibuilder.server.providers;

import ai.wikibuilder.outbound.Credential;
import ai.wikibuilder.outbound.OutboundException;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundLimits;
import ai.wikibuilder.outbound.OutboundReply;
import ai.wikibuilder.outbound.OutboundRequest;
import ai.wikibuilder.outbound.OutboundSession;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Speaks to providers through the guard: whatever the library sends, and the few questions of our
 * own. No redirect is followed, since none of these answers is one. Threads may share it.
 */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {
  /** A person waits meanwhile, and a row may be locked. */
  private static final OutboundLimits LIMITS =
      new OutboundLimits(Duration.ofSeconds(10), Duration.ofSeconds(5));

  /** Keys, lists of addresses and of a hundred repositories are smaller. */
  private static final int BYTE_COUNT_MAX = 4 * 1024 * 1024;

  private static final String AUTHORIZATION = "Authorization";

  private final OutboundGuard guard;

  ProviderHttp(OutboundGuard guard) {
    this.guard = guard;
  }

  /** Answers a request of the library. */
  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    Credential credential = Credential.none();
    for (Map.Entry<String, List<String>> header : request.getHeaderMap().entrySet()) {
      if (header.getKey().equalsIgnoreCase(AUTHORIZATION)) {
        credential = Credential.authorization(header.getValue().getFirst());
      } else {
        headers.put(header.getKey(), header.getValue());
      }
    }
    String body = request instanceof HTTPRequest whole ? whole.getBody() : null;
    return exchange(
        new OutboundRequest(
            request.getMethod().name(),
            request.getURI().toString(),
            headers,
            Optional.ofNullable(body).map(text -> text.getBytes(StandardCharsets.UTF_8))),
        credential);
  }

  /** The keys of a provider. */
  @Override
  public Resource retrieveResource(URL address) throws IOException {
    HTTPResponse response =
        exchange(
            new OutboundRequest("GET", address.toString(), json(), Optional.empty()),
            Credential.none());
    if (response.getStatusCode() != HTTPResponse.SC_OK) {
      throw new IOException("status " + response.getStatusCode());
    }
    return new Resource(response.getBody(), "application/json");
  }

  /** Asks a question of our own, with a token. */
  HTTPResponse get(URI address, String token) {
    try {
      return exchange(
          new OutboundRequest("GET", address.toString(), json(), Optional.empty()),
          Credential.authorization("Bearer " + token));
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static Map<String, List<String>> json() {
    return Map.of("Accept", List.of("application/json"), "User-Agent", List.of("aiwiki"));
  }

  private HTTPResponse exchange(OutboundRequest request, Credential credential) throws IOException {
    try (OutboundSession session = guard.open(guard.check(request.address()), credential, LIMITS);
        OutboundReply reply = session.send(request);
        InputStream body = reply.body()) {
      byte[] bytes = body.readNBytes(BYTE_COUNT_MAX + 1);
      if (bytes.length > BYTE_COUNT_MAX) {
        throw new IOException("the answer is longer than answers are");
      }
      HTTPResponse response = new HTTPResponse(reply.status());
      for (String name : List.of("Content-Type", "Link", "X-Next-Page", "WWW-Authenticate")) {
        reply.header(name).ifPresent(value -> response.setHeader(name, value));
      }
      response.setBody(new String(bytes, StandardCharsets.UTF_8));
      return response;
    } catch (OutboundException e) {
      throw new IOException(e);
    }
  }

  /** What is said of an answer that is none. */
  static ProviderException unavailable(Exception cause) {
    return new ProviderException(
        ProviderException.Kind.UNAVAILABLE,
        cause instanceof ParseException
            ? "The provider does not answer as it should; try again later."
            : "The provider does not answer; try again later.",
        cause);
  }
}
