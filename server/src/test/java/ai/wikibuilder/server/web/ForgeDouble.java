package ai.wikibuilder.server.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Several providers of this machine that say whatever a test wants: OpenID Connect below {@code
 * /lying}, {@code /strict} (which names itself in every answer), {@code /other}, {@code /false}
 * (which says it is somebody else) and {@code /inside} (which leads into the network); a GitHub
 * below {@code /gh} and a GitLab below {@code /gl}. Codes work once, for whoever has their proof.
 */
final class ForgeDouble implements AutoCloseable {
  static final String CLIENT = "aiwiki";
  static final String SECRET = "a-client-secret-of-32-characters";

  private final HttpServer server;
  private final RSAKey key = generated("k1");
  private final JsonMapper json = new JsonMapper();
  private final Map<String, Granted> codes = new ConcurrentHashMap<>();
  private final Map<String, Supplier<Answer>> places = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private ForgeDouble(HttpServer server) {
    this.server = server;
  }

  /** An answer of a place. */
  record Answer(int status, String type, String body, Map<String, String> headers) {
    static Answer json(String body) {
      return new Answer(200, "application/json", body, Map.of());
    }
  }

  /** What a code is worth to whoever has its proof. */
  private record Granted(String challenge, Supplier<Answer> answer) {}

  static ForgeDouble start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ForgeDouble forge = new ForgeDouble(server);
    server.createContext("/", forge::answer);
    server.start();
    return forge;
  }

  static RSAKey generated(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  RSAKey key() {
    return key;
  }

  String hostPort(String host) {
    return host + ":" + server.getAddress().getPort();
  }

  URI site(String path) {
    return URI.create("http://" + hostPort("127.0.0.1") + path);
  }

  /** GitLab has another name of the same machine, so that git hosts differ. */
  URI gitlab() {
    return URI.create("http://" + hostPort("localhost") + "/gl");
  }

  /** Lets a place answer something of a test's own. */
  void at(String path, Supplier<Answer> answer) {
    places.put(path, answer);
  }

  void usual(String path) {
    places.remove(path);
  }

  /** Whatever was asked, as method and path with the query; tokens stand in headers. */
  List<String> asked() {
    return asked;
  }

  /** A code for somebody who was sent away with that challenge. */
  String code(String challenge, Supplier<Answer> answer) {
    String code = UUID.randomUUID().toString();
    codes.put(code, new Granted(challenge, answer));
    return code;
  }

  /** What the token place says with that id token. */
  Answer tokens(Optional<String> idToken) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", "at-" + UUID.randomUUID());
    answer.put("token_type", "Bearer");
    answer.put("expires_in", 7_200);
    answer.put("refresh_token", "rt-" + UUID.randomUUID());
    idToken.ifPresent(token -> answer.put("id_token", token));
    return Answer.json(json.writeValueAsString(answer));
  }

  /** Claims of a good id token. */
  JWTClaimsSet.Builder claims(URI issuer, String subject, String nonce) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer.toString())
        .subject(subject)
        .audience(CLIENT)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("nonce", nonce)
        .claim("email", subject + "@example.org")
        .claim("email_verified", true);
  }

  String signed(JWTClaimsSet claims) {
    return signed(
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims, signer(key));
  }

  static JWSSigner signer(RSAKey of) {
    try {
      return new RSASSASigner(of);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Supplier<Answer> own = places.get(path);
      Answer answer = own != null ? own.get() : usual(path, body);
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      exchange.getResponseHeaders().add("Content-Type", answer.type());
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer usual(String path, String body) {
    if (path.endsWith("/.well-known/openid-configuration")) {
      return discovery(path.replace("/.well-known/openid-configuration", ""));
    }
    if (path.endsWith("/keys")) {
      return Answer.json(new JWKSet(key.toPublicJWK()).toString());
    }
    if (path.endsWith("/token") || path.endsWith("/access_token")) {
      return redeemed(form(body));
    }
    return new Answer(404, "application/json", "{}", Map.of());
  }

  private Answer discovery(String name) {
    URI site = name.equals("/gl") ? gitlab() : site(name);
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("issuer", name.equals("/false") ? site("/lying").toString() : site.toString());
    said.put("authorization_endpoint", site + "/authorize");
    said.put(
        "token_endpoint",
        name.equals("/inside") ? "http://169.254.169.254/token" : site + "/token");
    said.put("jwks_uri", site + "/keys");
    said.put("userinfo_endpoint", site + "/userinfo");
    said.put("revocation_endpoint", site + "/revoke");
    said.put("subject_types_supported", List.of("public"));
    said.put("response_types_supported", List.of("code"));
    said.put("id_token_signing_alg_values_supported", List.of("RS256", "HS256", "none"));
    said.put("authorization_response_iss_parameter_supported", name.equals("/strict"));
    return Answer.json(json.writeValueAsString(said));
  }

  private Answer redeemed(Map<String, String> form) {
    Granted granted = codes.remove(form.getOrDefault("code", ""));
    if (granted == null || !granted.challenge().equals(challenge(form.get("code_verifier")))) {
      return new Answer(400, "application/json", "{\"error\":\"invalid_grant\"}", Map.of());
    }
    return granted.answer().get();
  }

  private static String challenge(@org.jspecify.annotations.Nullable String verifier) {
    if (verifier == null) {
      return "none";
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> form(String text) {
    Map<String, String> form = new LinkedHashMap<>();
    Function<String, String> decoded = part -> URLDecoder.decode(part, StandardCharsets.UTF_8);
    for (String pair : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      form.put(decoded.apply(parts[0]), parts.length > 1 ? decoded.apply(parts[1]) : "");
    }
    return form;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
