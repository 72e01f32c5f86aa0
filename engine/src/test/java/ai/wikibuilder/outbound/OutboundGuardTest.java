package ai.wikibuilder.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundGuardTest {
  private static final OutboundLimits QUICK =
      new OutboundLimits(Duration.ofSeconds(20), Duration.ofSeconds(5));

  private final Dials dials = new Dials();

  @Test
  void noMisspeltAddressIsDialled() throws IOException {
    try (Canaries canaries = new Canaries(6)) {
      OutboundGuard guard = guard(host -> List.of(InetAddress.getLoopbackAddress()));
      List<String> addresses = HostileAddresses.misspelt(canaries.ports());

      assertThat(addresses).hasSizeGreaterThan(200);
      for (String address : addresses) {
        assertThat(refusal(guard, address).kind())
            .as(address)
            .isEqualTo(OutboundException.Kind.REFUSED);
      }
      assertThat(dials.addresses()).isEmpty();
      assertThat(canaries.connectCount()).isZero();
    }
  }

  @Test
  void noNameThatLeadsInsideIsDialledEvenWhenItAlsoLeadsOutside() throws IOException {
    Map<String, List<InetAddress>> names = HostileAddresses.misleading();
    OutboundGuard guard = guard(host -> names.getOrDefault(host, List.of()));

    assertThat(names).hasSizeGreaterThan(140);
    for (String name : names.keySet()) {
      assertThat(refusal(guard, "https://" + name + "/r.git").kind())
          .as(name + " " + names.get(name))
          .isEqualTo(OutboundException.Kind.REFUSED);
    }
    assertThat(dials.addresses()).isEmpty();
  }

  @Test
  void aNameThatChangesItsMindIsNeverDialledInside() throws IOException {
    InetAddress open = InetAddress.getByName("93.184.216.34");
    InetAddress inside = InetAddress.getLoopbackAddress();
    AtomicInteger lookups = new AtomicInteger();
    OutboundGuard guard =
        guard(host -> List.of(lookups.getAndIncrement() % 2 == 0 ? open : inside));

    for (int attempt = 0; attempt < 4; attempt++) {
      refusal(guard, "https://rebinding.example.com/r.git");
    }

    // One look-up for each connect, and the address of that look-up is the one dialled.
    assertThat(lookups).hasValue(4);
    assertThat(dials.addresses()).containsExactly(open, open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://github.com/pallets/flask|https://github.com/pallets/flask",
        "https://github.com/pallets/flask.git|https://github.com/pallets/flask.git",
        "https://github.com/pallets/flask/|https://github.com/pallets/flask/",
        "HTTPS://GitHub.COM/Pallets/Flask|https://github.com/Pallets/Flask",
        "https://github.com:443/a/b|https://github.com/a/b",
        "https://gitlab.com/group/sub/deeper/repo.git|https://gitlab.com/group/sub/deeper/repo.git",
        "https://bitbucket.org/team/repo|https://bitbucket.org/team/repo",
        "https://codeberg.org/forgejo/forgejo|https://codeberg.org/forgejo/forgejo",
        "https://dev.azure.com/org/My%20Project/_git/repo|https://dev.azure.com/org/My%20Project/_git/repo",
        "https://org.visualstudio.com/p/_git/r|https://org.visualstudio.com/p/_git/r",
        "https://git.kernel.org/pub/scm/git/git.git|https://git.kernel.org/pub/scm/git/git.git",
        "https://git.savannah.gnu.org/git/emacs.git|https://git.savannah.gnu.org/git/emacs.git",
        "https://go.googlesource.com/go|https://go.googlesource.com/go",
        "https://git.sr.ht/~user/repo|https://git.sr.ht/~user/repo",
        "https://salsa.debian.org/a/b.git|https://salsa.debian.org/a/b.git",
        "https://a.b.c.d.example.co.uk/r|https://a.b.c.d.example.co.uk/r",
        "https://xn--bcher-kva.example/r.git|https://xn--bcher-kva.example/r.git",
        "https://bücher.example/r.git|https://xn--bcher-kva.example/r.git",
        "https://пример.рф/r.git|https://xn--e1afmkfd.xn--p1ai/r.git",
        "https://example.com/bücher.git|https://example.com/b%C3%BCcher.git",
        "https://example.com/a.b-c_d~e.git|https://example.com/a.b-c_d~e.git",
        "https://example.com/a+b.git|https://example.com/a+b.git",
        "https://example.com/a%2Bb.git|https://example.com/a%2Bb.git",
        "https://example.com/a%20b.git|https://example.com/a%20b.git",
        "https://example.com/a..b/r.git|https://example.com/a..b/r.git",
        "https://example.com/...|https://example.com/...",
        "https://example.com/.config/r.git|https://example.com/.config/r.git",
        "https://example.com/@scope/r.git|https://example.com/@scope/r.git",
        "https://example.com/a:b/r.git|https://example.com/a:b/r.git",
        "https://1password.com/r.git|https://1password.com/r.git",
        "https://9.example.com/r.git|https://9.example.com/r.git",
        "https://3com.example.com/r.git|https://3com.example.com/r.git",
        "https://example.com|https://example.com/",
        "https://example.com/r?service=git-upload-pack|https://example.com/r?service=git-upload-pack",
        "https://example.com/r.git//|https://example.com/r.git//",
        "https://example.com/{a}.git|https://example.com/%7Ba%7D.git",
      })
  void ordinaryAddressesPassAndAreWrittenOneWay(String address, String written)
      throws UnknownHostException {
    InetAddress open = InetAddress.getByName("93.184.216.34");
    OutboundGuard guard = guard(host -> List.of(open));

    assertThat(guard.check(address)).hasToString(written);
    assertThat(refusal(guard, address).kind()).isEqualTo(OutboundException.Kind.UNREACHABLE);
    assertThat(dials.addresses()).containsExactly(open);
  }

  @Test
  void anAllowedHostMayBeInsideAndSpeakHttpOnAnyPort() throws IOException {
    HttpServer server = server();
    String hostPort = "localhost:" + server.getAddress().getPort();
    OutboundGuard guard = guard(AllowedHosts.of(List.of(hostPort)), HostResolver.ofThisMachine());

    assertThat(get(guard, "http://" + hostPort + "/x", Optional.empty())).isEqualTo(200);
    assertThat(refusal(guard, "http://127.0.0.1:" + server.getAddress().getPort() + "/x").kind())
        .isEqualTo(OutboundException.Kind.REFUSED);
    server.stop(0);
  }

  @Test
  void anAllowedAddressOfVersionSixIsDialled() {
    OutboundGuard guard = guard(AllowedHosts.of(List.of("[::1]:9")), HostResolver.ofThisMachine());

    assertThat(refusal(guard, "http://[::1]:9/x").kind())
        .isEqualTo(OutboundException.Kind.UNREACHABLE);
    assertThat(dials.addresses()).hasSize(1);
  }

  @Test
  void anAllowedHostLiftsNothingForItsOtherPorts() {
    OutboundGuard guard =
        guard(
            AllowedHosts.of(List.of("git.example.com:8443")),
            host -> List.of(InetAddress.getLoopbackAddress()));

    assertThat(guard.check("http://git.example.com:8443/r").port()).isEqualTo(8443);
    assertThat(refusal(guard, "https://git.example.com/r").kind())
        .isEqualTo(OutboundException.Kind.REFUSED);
    assertThat(dials.addresses()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"git@example.com:team/r.git", "ssh://git@example.com/team/r.git"})
  void whoPastesTheAddressOfSshIsToldThatOfHttps(String address) {
    assertThat(refusal(guard(host -> List.of()), address))
        .hasMessageContaining("SSH is not spoken; try https://example.com/team/r.git");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:hunter2@example.com/r",
        "https://hunter2@example.com/r",
        "ssh://hunter2@example.com/r",
        "https://example.com:8443/r?private_token=hunter2",
        "https://example.com/r#hunter2",
      })
  void aRefusalNeverRepeatsASecret(String address) {
    assertThat(refusal(guard(host -> List.of()), address)).hasMessageNotContaining("hunter2");
  }

  @Test
  void theCredentialGoesToItsOriginAndNoOther() throws IOException {
    HttpServer first = server();
    HttpServer second = server();
    String firstHost = "127.0.0.1:" + first.getAddress().getPort();
    String secondHost = "127.0.0.1:" + second.getAddress().getPort();
    OutboundGuard guard =
        guard(AllowedHosts.of(List.of(firstHost, secondHost)), HostResolver.ofThisMachine());

    try (OutboundSession session =
        guard.open(guard.check("http://" + firstHost + "/"), Optional.of("Basic x"), QUICK)) {
      assertThat(header(session, "http://" + firstHost + "/a")).isEqualTo("Basic x");
      assertThat(header(session, "http://" + secondHost + "/a")).isEqualTo("none");
      assertThat(session.toString()).doesNotContain("Basic");
    }
    first.stop(0);
    second.stop(0);
  }

  @Test
  void aConversationOverHttpsNeverGoesOnInTheClear() {
    OutboundGuard guard =
        guard(
            AllowedHosts.of(List.of("127.0.0.1:1")),
            host -> List.of(InetAddress.getLoopbackAddress()));

    try (OutboundSession session =
        guard.open(guard.check("https://example.com/r"), Optional.empty(), QUICK)) {
      assertThatThrownBy(() -> session.send(request("http://127.0.0.1:1/r")))
          .isInstanceOfSatisfying(
              OutboundException.class,
              e -> assertThat(e.kind()).isEqualTo(OutboundException.Kind.REFUSED));
    }
    assertThat(dials.addresses()).isEmpty();
  }

  @Test
  void theProxyDialsAndIsToldTheNameAlone() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> asked = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> answerOnce(proxy, asked));
      OutboundSettings settings =
          new OutboundSettings(
              AllowedHosts.none(),
              Optional.of(ProxyAddress.parse("http://127.0.0.1:" + proxy.getLocalPort())),
              Optional.empty());
      OutboundGuard guard =
          new OutboundGuard(
              settings,
              host -> {
                if (host.equals("127.0.0.1")) {
                  return List.of(InetAddress.getLoopbackAddress());
                }
                throw new UnknownHostException(host);
              },
              dials);

      assertThat(get(guard, "https://git.example.com/r", Optional.empty())).isEqualTo(502);
      assertThat(asked.get(5, TimeUnit.SECONDS)).isEqualTo("CONNECT git.example.com:443 HTTP/1.1");
    }
  }

  private static void answerOnce(ServerSocket proxy, CompletableFuture<String> asked) {
    try (Socket socket = proxy.accept()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      asked.complete(in.readLine());
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 502 Bad\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      asked.completeExceptionally(e);
    }
  }

  @Test
  void aProxyDoesNotOpenNamesThatLeadInside() {
    OutboundGuard guard =
        new OutboundGuard(
            new OutboundSettings(
                AllowedHosts.none(),
                Optional.of(ProxyAddress.parse("127.0.0.1:3128")),
                Optional.empty()),
            host -> List.of(InetAddress.getLoopbackAddress()),
            dials);

    assertThat(refusal(guard, "https://inside.example.com/r").kind())
        .isEqualTo(OutboundException.Kind.REFUSED);
    assertThat(dials.addresses()).isEmpty();
  }

  @Test
  void aSessionBreaksOffWhenItsTimeIsOver() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      String hostPort = "127.0.0.1:" + silent.getLocalPort();
      OutboundGuard guard = guard(AllowedHosts.of(List.of(hostPort)), HostResolver.ofThisMachine());
      OutboundLimits short_ = new OutboundLimits(Duration.ofMillis(300), Duration.ofSeconds(30));

      try (OutboundSession session =
          guard.open(guard.check("http://" + hostPort + "/"), Optional.empty(), short_)) {
        assertThatThrownBy(() -> session.send(request("http://" + hostPort + "/")))
            .isInstanceOf(IOException.class);
        assertThat(session.timedOut()).isTrue();
      }
    }
  }

  private OutboundException refusal(OutboundGuard guard, String address) {
    return catchThrowableOfType(
        OutboundException.class, () -> get(guard, address, Optional.empty()));
  }

  private static int get(OutboundGuard guard, String address, Optional<String> authorization)
      throws IOException {
    try (OutboundSession session = guard.open(guard.check(address), authorization, QUICK);
        OutboundReply reply = session.send(request(address))) {
      return reply.status();
    }
  }

  private static String header(OutboundSession session, String address) throws IOException {
    try (OutboundReply reply = session.send(request(address))) {
      return new String(reply.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static OutboundRequest request(String address) {
    return new OutboundRequest("GET", address, Map.of(), Optional.empty());
  }

  /** Answers every request with the credential it came with. */
  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String given = exchange.getRequestHeaders().getFirst("Authorization");
          byte[] body = (given == null ? "none" : given).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private OutboundGuard guard(HostResolver resolver) {
    return guard(AllowedHosts.none(), resolver);
  }

  private OutboundGuard guard(AllowedHosts allowedHosts, HostResolver resolver) {
    return new OutboundGuard(
        new OutboundSettings(allowedHosts, Optional.empty(), Optional.empty()), resolver, dials);
  }
}
