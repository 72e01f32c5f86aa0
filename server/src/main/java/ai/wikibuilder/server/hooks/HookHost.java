package ai.wikibuilder.server.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A kind of git host, and how it proves that something comes from it. */
public enum HookHost {
  GITHUB("X-Hub-Signature-256", "X-GitHub-Event", "push"),
  GITLAB("X-Gitlab-Token", "X-Gitlab-Event", "Push Hook"),
  BITBUCKET("X-Hub-Signature", "X-Event-Key", "repo:push"),
  GITEA("X-Gitea-Signature", "X-Gitea-Event", "push");

  private final String signatureHeader;
  private final String eventHeader;
  private final String push;

  HookHost(String signatureHeader, String eventHeader, String push) {
    this.signatureHeader = signatureHeader;
    this.eventHeader = eventHeader;
    this.push = push;
  }

  /** Its name in addresses, rows and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name, if there is one. */
  public static Optional<HookHost> ofWord(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** Header with what proves the sender. */
  public String signatureHeader() {
    return signatureHeader;
  }

  /** Header that says what happened. */
  public String eventHeader() {
    return eventHeader;
  }

  boolean isPush(String event) {
    return push.equals(event);
  }

  /** Whether the body was sent by who has the secret; takes as long whatever differs. */
  boolean isSigned(String secret, byte[] body, String signature) {
    String expected =
        switch (this) {
          case GITHUB, BITBUCKET -> "sha256=" + hmac(secret, body);
          case GITEA -> hmac(secret, body);
          case GITLAB -> secret; // the host sends the secret itself
        };
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }

  private static String hmac(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
