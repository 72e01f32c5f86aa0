package ai.wikibuilder.server.accounts.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.tenants.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that somebody might try; none is let in, and one that differs in nothing is. */
@ExtendWith(RunningServer.class)
class TokenAttackTest {
  private Bearers bearers;
  private ECKey ours;
  private String good;
  private UserId user;

  @BeforeEach
  void aGoodToken(Server server) {
    Cast cast = new Cast(server);
    Cast.Person person = cast.person();
    bearers = cast.part(Bearers.class);
    ours = cast.part(SigningKeys.class).signing();
    good = person.token();
    user = person.id();
  }

  @Test
  void noForgedTokenIsLetIn() throws Exception {
    assertThat(bearers.caller(good)).isPresent();
    assertThat(bearers.caller(signed(header(), claims(c -> {}), new ECDSASigner(ours))))
        .as("the forger's own means are enough for a good token")
        .isPresent();

    Map<String, String> attacks = new LinkedHashMap<>();
    attacks.putAll(withoutASignature());
    attacks.putAll(withAnotherAlgorithm());
    attacks.putAll(withAnotherKey());
    attacks.putAll(withOtherHeaders());
    attacks.putAll(withOtherClaims());
    attacks.putAll(bent());

    assertThat(attacks).hasSizeGreaterThanOrEqualTo(60);
    attacks.forEach((name, token) -> assertThat(bearers.caller(token)).as(name).isEmpty());
  }

  /** Replicas share the key and not the clock. */
  @Test
  void aTokenOfAReplicaWhoseClockIsALittleAheadIsGoodAndOneFromFurtherAheadIsNot()
      throws Exception {
    Instant now = Instant.now();

    assertThat(bearers.caller(issuedAt(now.plusSeconds(20)))).isPresent();
    assertThat(bearers.caller(issuedAt(now.plusSeconds(90)))).isEmpty();
    assertThat(bearers.caller(issuedAt(now.minusSeconds(570)))).isPresent();
    assertThat(bearers.caller(issuedAt(now.minusSeconds(601)))).isEmpty();
  }

  private String issuedAt(Instant time) throws JOSEException {
    return signed(
        header(),
        claims(c -> c.issueTime(Date.from(time)).expirationTime(Date.from(time.plusSeconds(600)))),
        new ECDSASigner(ours));
  }

  private Map<String, String> withoutASignature() {
    Map<String, String> attacks = new LinkedHashMap<>();
    String[] parts = good.split("\\.", -1);
    for (String none : List.of("none", "None", "NONE", "nOnE")) {
      String head = encoded("{\"alg\":\"%s\",\"typ\":\"at+jwt\"}".formatted(none));
      attacks.put("alg " + none, head + "." + parts[1] + ".");
      attacks.put("alg " + none + " and our signature", head + "." + parts[1] + "." + parts[2]);
    }
    attacks.put("signature left out", parts[0] + "." + parts[1] + ".");
    attacks.put("two parts", parts[0] + "." + parts[1]);
    attacks.put("four parts", good + ".x");
    attacks.put("zeros", parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[64]));
    attacks.put("short zeros", parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[8]));
    attacks.put("long zeros", parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[128]));
    attacks.put("no algorithm", encoded("{\"typ\":\"at+jwt\"}") + "." + parts[1] + "." + parts[2]);
    return attacks;
  }

  private Map<String, String> withAnotherAlgorithm() throws JOSEException {
    Map<String, String> attacks = new LinkedHashMap<>();
    byte[] publicKey = ours.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    byte[] encodedKey = ours.toECPublicKey().getEncoded();
    for (JWSAlgorithm mac : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
      attacks.put(
          mac + " with the public key as JSON",
          signed(header(mac), claims(c -> {}), new MACSigner(publicKey)));
      attacks.put(
          mac + " with the public key's bytes",
          signed(header(mac), claims(c -> {}), new MACSigner(encodedKey)));
    }
    var rsa = new RSAKeyGenerator(2048).generate();
    for (JWSAlgorithm other : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256)) {
      attacks.put(other.toString(), signed(header(other), claims(c -> {}), new RSASSASigner(rsa)));
    }
    ECKey larger = new ECKeyGenerator(Curve.P_384).generate();
    attacks.put(
        "ES384", signed(header(JWSAlgorithm.ES384), claims(c -> {}), new ECDSASigner(larger)));
    return attacks;
  }

  private Map<String, String> withAnotherKey() throws JOSEException {
    Map<String, String> attacks = new LinkedHashMap<>();
    ECKey foreign = new ECKeyGenerator(Curve.P_256).keyID("foreign").generate();
    JWSSigner signer = new ECDSASigner(foreign);
    attacks.put("our key id, a foreign key", signed(header(), claims(c -> {}), signer));
    for (String id :
        List.of(
            "foreign", "", "../../dev/null", "/etc/passwd", "' OR '1'='1", "*", "a".repeat(500))) {
      attacks.put(
          "key id " + id.substring(0, Math.min(8, id.length())),
          signed(builder(JWSAlgorithm.ES256).keyID(id).build(), claims(c -> {}), signer));
    }
    attacks.put(
        "no key id",
        signed(builder(JWSAlgorithm.ES256).keyID(null).build(), claims(c -> {}), signer));
    return attacks;
  }

  private Map<String, String> withOtherHeaders() throws JOSEException {
    Map<String, String> attacks = new LinkedHashMap<>();
    ECKey foreign = new ECKeyGenerator(Curve.P_256).keyID(ours.getKeyID()).generate();
    URI elsewhere = URI.create("https://attacker.example/keys.json");
    for (ECKey key : List.of(foreign, ours)) {
      JWSSigner signer = new ECDSASigner(key);
      String whose = key.equals(ours) ? ", signed by us" : ", signed by them";
      Map<String, JWSHeader> headers =
          Map.of(
              "jwk", builder(JWSAlgorithm.ES256).jwk(foreign.toPublicJWK()).build(),
              "jku", builder(JWSAlgorithm.ES256).jwkURL(elsewhere).build(),
              "x5u", builder(JWSAlgorithm.ES256).x509CertURL(elsewhere).build(),
              "x5c", builder(JWSAlgorithm.ES256).x509CertChain(List.of(Base64.encode("x"))).build(),
              "cty", builder(JWSAlgorithm.ES256).contentType("JWT").build(),
              "custom", builder(JWSAlgorithm.ES256).customParam("admin", true).build());
      for (Map.Entry<String, JWSHeader> header : headers.entrySet()) {
        attacks.put(header.getKey() + whose, signed(header.getValue(), claims(c -> {}), signer));
      }
    }
    JWSSigner us = new ECDSASigner(ours);
    for (String type : List.of("JWT", "at+jwt+x", "refresh", "id+jwt", "application/jwt")) {
      attacks.put(
          "type " + type,
          signed(
              builder(JWSAlgorithm.ES256).type(new JOSEObjectType(type)).build(),
              claims(c -> {}),
              us));
    }
    attacks.put(
        "no type", signed(builder(JWSAlgorithm.ES256).type(null).build(), claims(c -> {}), us));
    return attacks;
  }

  private Map<String, String> withOtherClaims() throws JOSEException {
    Instant now = Instant.now();
    Map<String, Consumer<JWTClaimsSet.Builder>> changes = new LinkedHashMap<>();
    changes.put("another issuer", c -> c.issuer("https://attacker.example"));
    changes.put("no issuer", c -> c.issuer(null));
    changes.put("another audience", c -> c.audience("somebody-else"));
    changes.put("two audiences", c -> c.audience(List.of("aiwiki-api", "somebody-else")));
    changes.put("no audience", c -> c.audience((String) null));
    changes.put("expired", c -> c.expirationTime(Date.from(now.minusSeconds(1))));
    changes.put("never expires", c -> c.expirationTime(null));
    changes.put("a year long", c -> c.expirationTime(Date.from(now.plusSeconds(31_536_000))));
    changes.put("issued tomorrow", c -> c.issueTime(Date.from(now.plusSeconds(86_400))));
    changes.put("issued never", c -> c.issueTime(null));
    changes.put("not before tomorrow", c -> c.notBeforeTime(Date.from(now.plusSeconds(86_400))));
    changes.put("nobody", c -> c.subject(null));
    changes.put("an unknown person", c -> c.subject(UUID.randomUUID().toString()));
    changes.put("no person at all", c -> c.subject("admin"));
    changes.put("injection", c -> c.subject("' OR true --"));
    changes.put("another login", c -> c.claim("sid", UUID.randomUUID().toString()));
    changes.put("no login", c -> c.claim("sid", null));
    changes.put("a login that is none", c -> c.claim("sid", "x"));
    changes.put("an older version", c -> c.claim("ver", -1));
    changes.put("no version", c -> c.claim("ver", null));
    changes.put("a version that is none", c -> c.claim("ver", "all"));
    Map<String, String> attacks = new LinkedHashMap<>();
    for (Map.Entry<String, Consumer<JWTClaimsSet.Builder>> change : changes.entrySet()) {
      attacks.put(
          change.getKey(), signed(header(), claims(change.getValue()), new ECDSASigner(ours)));
    }
    return attacks;
  }

  private Map<String, String> bent() {
    String[] parts = good.split("\\.", -1);
    Map<String, String> attacks = new LinkedHashMap<>();
    attacks.put("nothing", "");
    attacks.put("dots", "..");
    attacks.put("not base64", "{}.{}.{}");
    attacks.put("oversized", good + "A".repeat(10_000));
    attacks.put("null byte", good + "\u0000");
    attacks.put("last letter gone", good.substring(0, good.length() - 2));
    attacks.put("parts swapped", parts[1] + "." + parts[0] + "." + parts[2]);
    attacks.put("claims doubled", parts[0] + "." + parts[1] + parts[1] + "." + parts[2]);
    attacks.put("an unknown personal token", "aiw_" + "A".repeat(43));
    attacks.put("the prefix alone", "aiw_");
    attacks.put("a pattern", "aiw_%");
    return attacks;
  }

  private JWSHeader header() {
    return header(JWSAlgorithm.ES256);
  }

  private JWSHeader header(JWSAlgorithm algorithm) {
    return builder(algorithm).build();
  }

  private JWSHeader.Builder builder(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm)
        .type(new JOSEObjectType("at+jwt"))
        .keyID(ours.getKeyID());
  }

  /** The claims of the good token, changed. */
  private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    try {
      JWTClaimsSet.Builder claims =
          new JWTClaimsSet.Builder(SignedJWT.parse(good).getJWTClaimsSet());
      assertThat(claims.build().getSubject()).isEqualTo(user.toString());
      change.accept(claims);
      return claims.build();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private static String encoded(String json) {
    return Base64URL.encode(json).toString();
  }
}
