package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.web.ForgeDouble.Answer;
import ai.wikibuilder.server.web.ProviderStage.Away;
import ai.wikibuilder.server.web.ProviderStage.Stage;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody might bring back from a provider; nobody is let in, and nothing breaks. */
@ExtendWith(ProviderStage.class)
class ProviderAttackTest {
  private static final String LYING = "lying";

  private Stage stage;
  private ForgeDouble forge;

  @BeforeEach
  void onStage(Stage running) {
    stage = running;
    forge = running.forge();
  }

  /** An attempt to be let in. */
  private interface Attack {
    Reply made(Away away);
  }

  @Test
  void noLieIsBelieved() throws JOSEException {
    Map<String, Attack> attacks = new LinkedHashMap<>();
    attacks.putAll(withTheState());
    attacks.putAll(withTheBrowser());
    attacks.putAll(withTheCode());
    attacks.putAll(withTheIssuer());
    attacks.putAll(withTheSignature());
    attacks.putAll(withTheClaims());
    attacks.putAll(withTheAnswer());

    assertThat(attacks).hasSizeGreaterThanOrEqualTo(45);
    SoftAssertions all = new SoftAssertions();
    attacks.forEach((name, attack) -> {
      Reply reply = attack.made(stage.away(stage.browser(), LYING));

      all.assertThat(reply.status()).as(name + ": " + reply.body()).isIn(400, 403, 404, 503);
      all.assertThat(reply.headers().allValues("Set-Cookie"))
          .as(name)
          .noneMatch(cookie -> cookie.startsWith("__Host-aiwiki=ses_"));
      all.assertThat(reply.body()).as(name).doesNotContain("Exception").doesNotContain("at ai.");
    });
    all.assertAll();
  }

  /** Without this the attacks above might be refused for a reason of their own. */
  @Test
  void whatDiffersInNothingIsLetIn() {
    Away away = stage.away(stage.browser(), LYING);

    Reply reply = away.back(code(away, good(away)), "");

    assertThat(reply.status()).as(reply.body()).isEqualTo(303);
    assertThat(away.browser().cookies()).containsKey("__Host-aiwiki");
    assertThat(away.browser().open("/settings/profile").status()).isEqualTo(200);
  }

  private Map<String, Attack> withTheState() {
    Map<String, Attack> attacks = new LinkedHashMap<>();
    attacks.put("no state", away -> away.back("code=" + code(away, good(away))));
    attacks.put("an empty state", away -> away.back("state=&code=" + code(away, good(away))));
    attacks.put(
        "a foreign state",
        away -> away.back("state=" + UUID.randomUUID() + "&code=" + code(away, good(away))));
    attacks.put(
        "an endless state",
        away -> away.back("state=" + "a".repeat(5_000) + "&code=" + code(away, good(away))));
    attacks.put(
        "two states", away -> away.back(code(away, good(away)), "&state=" + UUID.randomUUID()));
    attacks.put(
        "a state that was used",
        away -> {
          assertThat(away.back(code(away, good(away)), "").status()).isEqualTo(303);
          PageClient again = stage.browser();
          again.cookies().putAll(away.browser().cookies());
          again.cookies().remove("__Host-aiwiki");
          return new Away(LYING, again, away.to(), away.sent()).back(code(away, good(away)), "");
        });
    attacks.put(
        "a state that is too old",
        away -> {
          stage
              .part(SystemTransactions.class)
              .run(rows ->
                  rows.sql(
                          """
                          WITH gone AS (DELETE FROM provider_visits RETURNING *)
                          INSERT INTO provider_visits (hashed_state, hashed_browser, provider,
                            purpose, created_at, expires_at)
                          SELECT substr(hashed_state, 1), hashed_browser, provider, purpose,
                            created_at, now()
                          FROM gone
                          """)
                      .update());
          return away.back(code(away, good(away)), "");
        });
    attacks.put(
        "the state of another visit of the same browser",
        away -> {
          Away other = stage.away(away.browser(), LYING);
          return new Away(LYING, away.browser(), away.to(), away.sent())
              .back(code(other, good(other)), "");
        });
    return attacks;
  }

  private Map<String, Attack> withTheBrowser() {
    Map<String, Attack> attacks = new LinkedHashMap<>();
    attacks.put(
        "no cookie",
        away ->
            new Away(LYING, stage.browser(), away.to(), away.sent())
                .back(code(away, good(away)), ""));
    attacks.put(
        "the cookie of another browser",
        away -> {
          PageClient victim = stage.browser();
          stage.away(victim, LYING);
          return new Away(LYING, victim, away.to(), away.sent()).back(code(away, good(away)), "");
        });
    attacks.put(
        "a made-up cookie",
        away -> {
          away.browser().cookies().put("__Host-aiwiki-visit", "made-up");
          return away.back(code(away, good(away)), "");
        });
    attacks.put(
        "two cookies",
        away -> {
          String mine = away.browser().cookies().get("__Host-aiwiki-visit");
          away.browser()
              .cookies()
              .put("__Host-aiwiki-visit", mine + "; __Host-aiwiki-visit=made-up");
          return away.back(code(away, good(away)), "");
        });
    attacks.put(
        "another provider's path",
        away ->
            new Away("other", away.browser(), away.to(), away.sent())
                .back(code(away, good(away)), ""));
    attacks.put(
        "a provider that is none",
        away ->
            new Away("nobody", away.browser(), away.to(), away.sent())
                .back(code(away, good(away)), ""));
    return attacks;
  }

  private Map<String, Attack> withTheCode() {
    Map<String, Attack> attacks = new LinkedHashMap<>();
    attacks.put("no code", away -> away.back("state=" + away.state()));
    attacks.put("an unknown code", away -> away.back("unknown", ""));
    attacks.put("two codes", away -> away.back(code(away, good(away)), "&code=other"));
    attacks.put(
        "a code of another visit: its proof is another one",
        away -> {
          Away other = stage.away(stage.browser(), LYING);
          return away.back(code(other, good(away)), "");
        });
    attacks.put(
        "a code that was used",
        away -> {
          String code = code(away, good(away));
          assertThat(away.back(code, "").status()).isEqualTo(303);
          return stage.away(stage.browser(), LYING).back(code, "");
        });
    attacks.put("a refusal", away -> away.back("error=access_denied&state=" + away.state()));
    attacks.put(
        "a refusal with a code",
        away ->
            away.back(
                "error=access_denied&state=%s&code=%s"
                    .formatted(away.state(), code(away, good(away)))));
    attacks.put("nothing at all", away -> away.back(""));
    attacks.put(
        "a token in place of a code",
        away ->
            away.back("id_token=%s&state=%s".formatted(forge.signed(good(away)), away.state())));
    return attacks;
  }

  private Map<String, Attack> withTheIssuer() {
    Map<String, Attack> attacks = new LinkedHashMap<>();
    attacks.put(
        "the answer of another issuer (mix-up)",
        away -> away.back(code(away, good(away)), "&iss=" + forge.site("/other")));
    attacks.put(
        "an issuer with a slash more",
        away -> away.back(code(away, good(away)), "&iss=" + forge.site("/lying/")));
    attacks.put(
        "an issuer that promised to name itself and does not",
        _ -> {
          Away strict = stage.away(stage.browser(), "strict");
          return strict.back(
              code(strict, forge.claims(forge.site("/strict"), "x", strict.nonce()).build()), "");
        });
    attacks.put(
        "an id token of another issuer",
        away -> back(away, c -> c.issuer(forge.site("/other").toString())));
    attacks.put("an id token of no issuer", away -> back(away, c -> c.issuer(null)));
    return attacks;
  }

  private Map<String, Attack> withTheSignature() throws JOSEException {
    Map<String, Attack> attacks = new LinkedHashMap<>();
    JWSHeader ours = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build();
    attacks.put("alg none", away -> token(away, new PlainJWT(good(away)).serialize()));
    attacks.put(
        "HS256 with the client's secret",
        away -> token(away, mac(away, ForgeDouble.SECRET.getBytes(StandardCharsets.UTF_8))));
    byte[] publicKey = forge.key().toRSAPublicKey().getEncoded();
    attacks.put("HS256 with the public key", away -> token(away, mac(away, publicKey)));
    attacks.put(
        "a foreign key under the known number",
        away -> token(away, ForgeDouble.signed(ours, good(away), foreign("k1"))));
    attacks.put(
        "an unknown key",
        away ->
            token(
                away,
                ForgeDouble.signed(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k2").build(),
                    good(away),
                    foreign("k2"))));
    attacks.put(
        "a key in the header",
        away -> {
          var own = ForgeDouble.generated("k1");
          return token(
              away,
              ForgeDouble.signed(
                  new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build(),
                  good(away),
                  ForgeDouble.signer(own)));
        });
    attacks.put(
        "no signature", away -> token(away, forge.signed(good(away)).replaceFirst("[^.]+$", "")));
    attacks.put(
        "claims exchanged under the signature",
        away -> {
          String[] parts = forge.signed(good(away)).split("\\.", -1);
          JWTClaimsSet other = forge.claims(forge.site("/lying"), "x", away.nonce()).build();
          return token(away, parts[0] + "." + Base64URL.encode(other.toString()) + "." + parts[2]);
        });
    attacks.put(
        "no id token", away -> away.back(code(away, () -> forge.tokens(Optional.empty())), ""));
    attacks.put("an id token that is none", away -> token(away, "x.y.z"));
    return attacks;
  }

  private static com.nimbusds.jose.JWSSigner foreign(String id) {
    return ForgeDouble.signer(ForgeDouble.generated(id));
  }

  private String mac(Away away, byte[] secret) {
    try {
      return ForgeDouble.signed(
          new JWSHeader.Builder(JWSAlgorithm.HS256).build(), good(away), new MACSigner(secret));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Attack> withTheClaims() {
    Instant now = Instant.now();
    Map<String, Consumer<JWTClaimsSet.Builder>> changes = new LinkedHashMap<>();
    changes.put("for another client", c -> c.audience("somebody-else"));
    changes.put("for nobody", c -> c.audience((String) null));
    changes.put("for several", c -> c.audience(List.of(ForgeDouble.CLIENT, "somebody-else")));
    changes.put(
        "for several, on behalf of another one",
        c -> c.audience(List.of(ForgeDouble.CLIENT, "x")).claim("azp", "x"));
    changes.put("expired", c -> c.expirationTime(Date.from(now.minusSeconds(3_600))));
    changes.put("never expires", c -> c.expirationTime(null));
    changes.put("issued tomorrow", c -> c.issueTime(Date.from(now.plusSeconds(86_400))));
    changes.put("good from tomorrow on", c -> c.notBeforeTime(Date.from(now.plusSeconds(86_400))));
    changes.put("of a name with a NUL", c -> c.subject("a\0b"));
    changes.put("issued never", c -> c.issueTime(null));
    changes.put("no nonce", c -> c.claim("nonce", null));
    changes.put("another nonce", c -> c.claim("nonce", "other"));
    changes.put("of nobody", c -> c.subject(null));
    changes.put("of nobody in particular", c -> c.subject(""));
    changes.put("of an endless name", c -> c.subject("a".repeat(1_000)));
    changes.put("with another access token", c -> c.claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"));
    changes.put("with an address that is not verified", c -> c.claim("email_verified", false));
    changes.put("with an address nobody verified", c -> c.claim("email_verified", null));
    changes.put("with an address that is none", c -> c.claim("email", "x"));
    Map<String, Attack> attacks = new LinkedHashMap<>();
    changes.forEach(
        (name, change) -> attacks.put("an id token " + name, away -> back(away, change)));
    return attacks;
  }

  private Map<String, Attack> withTheAnswer() {
    Map<String, Attack> attacks = new LinkedHashMap<>();
    attacks.put(
        "a page in place of tokens",
        away -> away.back(code(away, () -> new Answer(200, "text/html", "<p>", Map.of())), ""));
    attacks.put(
        "tokens without an access token",
        away -> away.back(code(away, () -> Answer.json("{}")), ""));
    attacks.put(
        "a fault",
        away -> away.back(code(away, () -> new Answer(500, "text/plain", "x", Map.of())), ""));
    attacks.put(
        "a redirect of the token place into the network",
        away ->
            away.back(
                code(
                    away,
                    () ->
                        new Answer(
                            302, "text/plain", "", Map.of("Location", "http://169.254.169.254/"))),
                ""));
    attacks.put(
        "an endless answer",
        away ->
            away.back(
                code(away, () -> Answer.json("{\"a\":\"" + "a".repeat(5_000_000) + "\"}")), ""));
    attacks.put(
        "two people, one in the id token and one in the profile",
        away -> {
          forge.at("/lying/userinfo", () -> Answer.json("{\"sub\":\"y\",\"email\":\"y@x.org\"}"));
          try {
            return back(away, c -> c.claim("email", null));
          } finally {
            forge.usual("/lying/userinfo");
          }
        });
    for (String name : List.of("false", "inside", "gone")) {
      attacks.put(
          "a provider that is " + name,
          _ -> {
            Reply start = stage.browser().open("/login/oauth2/" + name);
            if (start.status() != 303) {
              return start;
            }
            Away away = Away.of(name, stage.browser(), start);
            return away.back("x", "");
          });
    }
    return attacks;
  }

  /** Redirects and addresses that a request would like to choose. */
  @Test
  void whereAPersonComesBackToIsChosenByNoRequest() {
    Away away = stage.away(stage.browser(), LYING);
    assertThat(away.sent().get("redirect_uri"))
        .isEqualTo(stage.server().address() + "/login/oauth2/lying/callback");
    for (String next : List.of("//evil.example", "https://evil.example", "/\\evil.example")) {
      PageClient browser = stage.browser();
      Away led =
          Away.of(
              LYING,
              browser,
              browser.open(
                  "/login/oauth2/lying?next="
                      + java.net.URLEncoder.encode(next, StandardCharsets.UTF_8)));

      Reply reply = led.back(code(led, good(led)), "");

      assertThat(PageClient.location(reply)).as(next).isEqualTo("/");
    }
  }

  /** Codes would go to whoever can have a request sent with a host of one's own. */
  @Test
  void theHostOfARequestChangesNothing() throws IOException {
    URI server = stage.server().address();
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket
          .getOutputStream()
          .write(
              """
              GET /login/oauth2/lying HTTP/1.1\r
              Host: evil.example\r
              X-Forwarded-Host: evil.example\r
              X-Forwarded-Proto: https\r
              Forwarded: host=evil.example\r
              Connection: close\r
              \r
              """
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(answer)
          .startsWith("HTTP/1.1 303")
          .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A" + server.getPort())
          .doesNotContain("evil");
    }
  }

  @Test
  void everyVisitHasAProofAStateAndANonceOfItsOwn() {
    Away one = stage.away(stage.browser(), LYING);
    Away two = stage.away(stage.browser(), LYING);

    assertThat(one.sent()).containsEntry("code_challenge_method", "S256");
    assertThat(one.sent()).containsEntry("response_type", "code");
    assertThat(one.challenge()).hasSize(43).isNotEqualTo(two.challenge());
    assertThat(one.state()).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(two.state());
    assertThat(one.nonce()).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(two.nonce());
    assertThat(stage.away(stage.browser(), "github").challenge()).hasSize(43);
  }

  private JWTClaimsSet good(Away away) {
    return forge.claims(forge.site("/lying"), "person-" + UUID.randomUUID(), away.nonce()).build();
  }

  private String code(Away away, JWTClaimsSet claims) {
    return code(away, () -> forge.tokens(Optional.of(forge.signed(claims))));
  }

  private String code(Away away, Supplier<Answer> answer) {
    return forge.code(away.challenge(), answer);
  }

  private Reply back(Away away, Consumer<JWTClaimsSet.Builder> change) {
    Function<JWTClaimsSet, JWTClaimsSet> changed =
        claims -> {
          JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder(claims);
          change.accept(builder);
          return builder.build();
        };
    return away.back(code(away, changed.apply(good(away))), "");
  }

  private Reply token(Away away, String idToken) {
    return away.back(code(away, () -> forge.tokens(Optional.of(idToken))), "");
  }
}
