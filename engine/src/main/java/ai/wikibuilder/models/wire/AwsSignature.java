package ai.wikibuilder.models.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.outbound.Credential;
import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests to Amazon with a pair of keys, version 4 of its signature. May be shared by
 * threads.
 *
 * <p>A hash of the request (method, path, headers, body) is signed with a key that is derived, step
 * by step, from the secret, the day, the region and the service; what is sent is the signature and
 * the name of the key. Source: AWS, "Create a signed AWS API request".
 */
final class AwsSignature {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String SERVICE = "bedrock";

  private static final Pattern PAIR = Pattern.compile("(A[A-Z0-9]{15,127}):([^:\\s]+)(?::(\\S+))?");
  private static final Pattern REGION = Pattern.compile("\\.([a-z0-9-]+)\\.amazonaws\\.com");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Clock clock;

  AwsSignature(Clock clock) {
    this.clock = clock;
  }

  /** Whether a key is a pair, {@code ID:SECRET} or {@code ID:SECRET:SESSION}. */
  static boolean isPair(String key) {
    return PAIR.matcher(key).matches();
  }

  /** The headers that prove a POST of this body to this address. */
  Credential sign(String pair, String address, String body) {
    Matcher keys = PAIR.matcher(pair);
    if (!keys.matches()) {
      throw new IllegalArgumentException("expected a pair of keys");
    }
    URI uri = URI.create(address);
    String time = TIME.format(clock.instant());
    Map<String, String> headers = new TreeMap<>(); // the signature wants them sorted
    headers.put("host", uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
    headers.put("x-amz-date", time);
    if (keys.group(3) != null) {
      headers.put("x-amz-security-token", keys.group(3));
    }
    String scope =
        "%s/%s/%s/aws4_request".formatted(time.substring(0, 8), region(uri.getHost()), SERVICE);
    String request =
        String.join(
            "\n", "POST", path(uri.getRawPath()), "", lines(headers), names(headers), hash(body));
    String toSign = String.join("\n", ALGORITHM, time, scope, hash(request));
    byte[] key = ("AWS4" + keys.group(2)).getBytes(UTF_8);
    for (String step : List.of(scope.split("/", -1))) {
      key = mac(key, step);
    }
    String authorization =
        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(
                ALGORITHM,
                keys.group(1),
                scope,
                names(headers),
                HexFormat.of().formatHex(mac(key, toSign)));
    Map<String, String> sent = new TreeMap<>(headers);
    sent.remove("host");
    sent.put("Authorization", authorization);
    return new Credential(sent);
  }

  private static String region(String host) {
    Matcher named = REGION.matcher(host);
    return named.find() ? named.group(1) : "us-east-1";
  }

  /** The path as the signature wants it: each part encoded once more than it is sent. */
  private static String path(String sent) {
    List<String> parts = new ArrayList<>();
    for (String part : sent.split("/", -1)) {
      parts.add(URLEncoder.encode(part, UTF_8).replace("+", "%20").replace("*", "%2A"));
    }
    return String.join("/", parts).replace("%7E", "~");
  }

  private static String lines(Map<String, String> headers) {
    StringBuilder lines = new StringBuilder();
    headers.forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
    return lines.toString();
  }

  private static String names(Map<String, String> headers) {
    return String.join(";", headers.keySet());
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
