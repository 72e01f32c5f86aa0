package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is refused by its name, wherever it stands. */
@ExtendWith(RunningServer.class)
class UnreadableInputTest {
  private URI server;
  private ApiClient api;
  private String token;

  @BeforeEach
  void somebody(Server running) {
    server = running.address();
    api = new ApiClient(server);
    token = new Cast(running).person().token();
  }

  /** A link whose bytes were no UTF-8 was answered with 500, "a fault of ours". */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /signin?next=%ff",
        "GET /register?link=%ff%fe",
        "GET /verify?link=%e0%80",
        "GET /signin?%ff=a",
        "GET /signin?next=%zz",
        "GET /signin?next=%",
        "GET /api/search?q=%ff",
        "GET /api/usage?tenant=%ff",
        "POST /signin email=%ff&password=%zz",
        "POST /api/auth/login email=%ff&password=%zz",
        "POST /hooks/github/x a=%ff"
      })
  void bytesThatAreNoTextAreRefused(String request) throws IOException {
    String[] parts = request.split(" ", 3);
    String body = parts.length == 3 ? parts[2] : "";

    String reply = raw(parts[0] + " " + parts[1], body);

    assertThat(reply).startsWith("HTTP/1.1 400 ").contains("\"kind\":\"invalid\"", "UTF-8");
  }

  /** A browser showed the JSON. */
  @ParameterizedTest
  @ValueSource(strings = {"/signin?next=%ff", "/wikis/%00"})
  void browsersAreToldInASentence(String path) {
    Reply reply =
        api.send(
            HttpRequest.newBuilder(server.resolve(path))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .build());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(reply.body()).contains("cannot be read: expected").doesNotContain("{");
  }

  @Test
  void parametersWithoutNumberAreRefused() throws IOException {
    assertThat(raw("GET /signin?" + "a&".repeat(3_000), "")).startsWith("HTTP/1.1 4");
  }

  /** Sixty megabytes in place of a password were read, kept and hashed for anybody. */
  @Test
  void aBodyThatIsTooLongIsRefusedWhetherItSaysSoOrNot() throws Exception {
    String body =
        "{\"email\":\"a@example.org\",\"password\":\"%s\"}"
            .formatted("a".repeat(BodyFilter.BYTE_COUNT_MAX));
    BodyPublisher told = BodyPublishers.ofString(body);
    BodyPublisher untold =
        BodyPublishers.ofInputStream(
            () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)));

    for (BodyPublisher sent : List.of(told, untold)) {
      Reply reply =
          api.send(
              HttpRequest.newBuilder(server.resolve("/api/auth/login"))
                  .header("Content-Type", "application/json")
                  .POST(sent)
                  .build());

      assertThat(reply.status()).as(reply.body()).isEqualTo(413);
      assertThat(reply.text("kind")).isEqualTo("too_long");
      assertThat(reply.text("detail")).contains("at most 2,097,152 bytes");
    }
  }

  private String raw(String line, String body) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket
          .getOutputStream()
          .write(
              """
              %s HTTP/1.1
              Host: %s
              Authorization: Bearer %s
              Connection: close
              Content-Type: application/x-www-form-urlencoded
              Content-Length: %d

              %s\
              """
                  .formatted(line, server.getAuthority(), token, body.length(), body)
                  .replace("\n", "\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name":"ci","scopes":["read"],"days":"x"} | days: expected a whole number
          {"name":"ci","scopes":"read","days":1} | scopes: expected a list
          {"name":42,"scopes":["read"],"days":1} | name: expected text
          {"name":true,"scopes":["read"],"days":1} | name: expected text
          {"name":"ci","scopes":["read"],"days":"30"} | days: expected a whole number
          {"name":["ci"],"scopes":["read"],"days":1} | name: expected text
          {"name":"ci\\ud800","scopes":["read"],"days":1} | name: expected text
          {"name":"ci","scopes":["\\udc00"],"days":1} | scopes: expected text
          {"tenant":"mine","name":"ci"} | tenant: expected an id, such as
          {"name":"ci","dayz":1} | dayz: there is no such field, expected one of days, name,
          {"name":"ci","no secret of mine":1} | The body: there is no such field, expected one of
          {"name":"ci",} | The body is no JSON at line 1, column
          [1] | expected JSON as in /openapi.json
          """)
  void theFieldAndWhatWasExpectedAreNamed(String body, String said) {
    Reply reply = api.post("/api/tokens", token, body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("kind")).isEqualTo("invalid");
    assertThat(reply.text("detail")).contains(said).doesNotContain("secret of mine");
  }

  @Test
  void anIdThatIsNoneIsNamed() {
    Reply reply = api.get("/api/tenants/mine/members", token);
    Reply page = api.call("DELETE", "/api/tokens/x", Optional.of(token), Optional.empty());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("detail")).startsWith("id: expected an id, such as 3f25");
    assertThat(page.text("detail")).startsWith("id: expected an id");
  }
}
