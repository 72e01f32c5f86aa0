package ai.wikibuilder.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedCertificatesTest {
  private static final String PASSWORD = "changeit";

  @TempDir private Path folder;
  private HttpsServer server;

  @BeforeEach
  void startAHostWithItsOwnCertificate() throws Exception {
    Path keys = folder.resolve("keys.p12");
    keytool(
        "-genkeypair",
        "-alias",
        "host",
        "-keyalg",
        "EC",
        "-dname",
        "CN=git.example.com",
        "-ext",
        "SAN=dns:git.example.com",
        "-keystore",
        keys.toString(),
        "-storepass",
        PASSWORD);
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "host",
        "-keystore",
        keys.toString(),
        "-storepass",
        PASSWORD,
        "-file",
        caFile().toString());
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aHostWithACertificateOfTheFileIsTrusted() throws IOException {
    assertThat(status("git.example.com", Optional.of(caFile()))).isEqualTo(204);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNot() {
    assertThatThrownBy(() -> status("git.example.com", Optional.empty()))
        .isInstanceOf(OutboundException.class)
        .hasMessageContaining("certificate");
  }

  @Test
  void aCertificateOfAnotherHostIsNot() {
    assertThatThrownBy(() -> status("other.example.com", Optional.of(caFile())))
        .isInstanceOf(OutboundException.class)
        .hasMessageContaining("certificate");
  }

  @Test
  void aFileWithoutCertificatesIsSaidSo() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.pem"), "no certificate", UTF_8);

    assertThatThrownBy(() -> guard("git.example.com", Optional.of(wrong)))
        .isInstanceOf(OutboundException.class)
        .hasMessageContaining("wrong.pem");
  }

  private int status(String host, Optional<Path> caFile) throws IOException {
    OutboundGuard guard = guard(host, caFile);
    String address = "https://" + host + ":" + server.getAddress().getPort() + "/";
    OutboundLimits limits = new OutboundLimits(Duration.ofSeconds(20), Duration.ofSeconds(10));
    try (OutboundSession session = guard.open(guard.check(address), Optional.empty(), limits);
        OutboundReply reply =
            session.send(new OutboundRequest("GET", address, Map.of(), Optional.empty()))) {
      return reply.status();
    }
  }

  private OutboundGuard guard(String host, Optional<Path> caFile) {
    return new OutboundGuard(
        new OutboundSettings(
            AllowedHosts.of(List.of(host + ":" + server.getAddress().getPort())),
            Optional.empty(),
            caFile),
        name -> List.of(InetAddress.getLoopbackAddress()));
  }

  private Path caFile() {
    return folder.resolve("ca.pem");
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
