package ai.wikibuilder.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The spelling of an address, judged before anything is resolved.
 *
 * <p>Two programs that read one odd address differently are how guards are passed by. So an address
 * is taken apart here once, in the plainest way, whatever is odd is refused rather than repaired,
 * and the parts, never the text, go on to the connection.
 */
final class AddressRules {
  /** Longest address taken; browsers and hosts stop at about the same. */
  private static final int ADDRESS_LENGTH_MAX = 2048;

  /** Longest host name, RFC 1035. */
  private static final int HOST_LENGTH_MAX = 253;

  private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]*)([^#]*)");

  /** What git hosts offer beside the address of https: the user is always called git. */
  private static final Pattern SSH =
      Pattern.compile("(?:ssh://)?git@([A-Za-z0-9.-]+)[:/]/?([\\w./-]+)");

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
  private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
  private static final Pattern PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern ENCODED_TRICK =
      Pattern.compile("%(0[0-9a-f]|1[0-9a-f]|7f|5c|2f|2e)", Pattern.CASE_INSENSITIVE);

  private final AllowedHosts allowedHosts;

  AddressRules(AllowedHosts allowedHosts) {
    this.allowedHosts = allowedHosts;
  }

  /** Takes an address apart, or throws an {@link OutboundException} of kind {@code REFUSED}. */
  OutboundAddress check(String address) {
    if (address.isEmpty() || address.length() > ADDRESS_LENGTH_MAX) {
      throw refused("it must have 1 to " + ADDRESS_LENGTH_MAX + " characters", "");
    }
    if (address.codePoints().anyMatch(AddressRules::isForbidden)) {
      throw refused("it holds white space, control or invisible characters or a backslash", "");
    }
    Matcher ssh = SSH.matcher(address);
    if (ssh.matches()) {
      throw refused(
          "SSH is not spoken; try https://%s/%s".formatted(ssh.group(1), ssh.group(2)), address);
    }
    Matcher parts = PARTS.matcher(address);
    if (!parts.matches()) {
      throw refused(
          address.indexOf('#') >= 0
              ? "it has a part after #"
              : "it must have the form https://host/path",
          address);
    }
    String authority = parts.group(2);
    if (authority.indexOf('@') >= 0) {
      throw refused("it names a user or a token; pass a token on its own", "");
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    return check(scheme, authority, target(parts.group(3), address), address);
  }

  private OutboundAddress check(String scheme, String authority, String target, String address) {
    boolean bracketed = authority.startsWith("[");
    int hostEnd = bracketed ? authority.indexOf(']') + 1 : authority.indexOf(':');
    String rawHost = hostEnd <= 0 ? authority : authority.substring(0, hostEnd);
    String rawPort = hostEnd <= 0 ? "" : authority.substring(hostEnd);
    int usualPort = scheme.equals("https") ? 443 : 80;
    int port = rawPort.isEmpty() ? usualPort : port(rawPort, address);
    String host = bracketed ? unbracketed(rawHost) : ascii(rawHost, address);
    if (!allowedHosts.contains(host, port)) {
      checkUnknownHost(scheme, host, port, address);
    }
    return new OutboundAddress(scheme, host, port, target);
  }

  private void checkUnknownHost(String scheme, String host, int port, String address) {
    if (!scheme.equals("https")) {
      throw refused("only https is spoken, except with hosts that are allowed by name", address);
    }
    if (port != 443) {
      throw refused("only port 443 is used, except with hosts that are allowed by name", address);
    }
    if (host.length() > HOST_LENGTH_MAX) {
      throw refused("its host name is too long", address);
    }
    String[] labels = host.split("\\.", -1);
    if (labels.length < 2) {
      throw refused(
          "its host must be a full name with a dot, not an address or a nickname", address);
    }
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        throw refused("its host is not a host name", address);
      }
    }
    if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
      throw refused("its host is a number, not a name", address);
    }
  }

  private static int port(String rawPort, String address) {
    if (!rawPort.startsWith(":") || !PORT.matcher(rawPort.substring(1)).matches()) {
      throw refused("its port is not a number", address);
    }
    int port = Integer.parseInt(rawPort.substring(1));
    if (port > 65_535) {
      throw refused("its port is not one", address);
    }
    return port;
  }

  private static String unbracketed(String host) {
    return host.substring(1, host.length() - 1).toLowerCase(Locale.ROOT);
  }

  /** The host in lower-case ASCII; letters that only look like others are refused, not mapped. */
  private static String ascii(String host, String address) {
    boolean plain = host.chars().allMatch(character -> character < 0x80);
    if (!plain && !Normalizer.isNormalized(host, Normalizer.Form.NFKC)) {
      throw refused("its host is written with look-alike characters", address);
    }
    try {
      return (plain ? host : IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw refused("its host is not a host name", address);
    }
  }

  private static String target(String raw, String address) {
    int queryStart = raw.indexOf('?');
    String path = queryStart < 0 ? raw : raw.substring(0, queryStart);
    if (PERCENT.matcher(raw).find()) {
      throw refused("a percent sign in it is not followed by two digits", address);
    }
    if (ENCODED_TRICK.matcher(path).find() || hasEncodedControl(raw)) {
      throw refused(
          "it hides a control character, a slash or a dot behind a percent sign", address);
    }
    for (String part : path.split("/", -1)) {
      if (part.equals(".") || part.equals("..")) {
        throw refused("its path has a part that is only dots", address);
      }
    }
    return (path.isEmpty() ? "/" : "") + percentEncoded(raw);
  }

  private static boolean hasEncodedControl(String raw) {
    return Pattern.compile("%([01][0-9A-Fa-f]|7[Ff])").matcher(raw).find();
  }

  private static String percentEncoded(String raw) {
    StringBuilder encoded = new StringBuilder(raw.length());
    for (byte unit : raw.getBytes(UTF_8)) {
      if (unit < 0 || "\"<>^`{|}".indexOf(unit) >= 0) {
        encoded.append('%').append(String.format(Locale.ROOT, "%02X", unit & 0xff));
      } else {
        encoded.append((char) unit);
      }
    }
    return encoded.toString();
  }

  private static boolean isForbidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> character == '\\';
    };
  }

  /** An empty {@code shown} is for addresses whose text may hold a secret or a terminal's code. */
  private static OutboundException refused(String reason, String shown) {
    return OutboundException.refused(
        shown.isEmpty() || shown.indexOf('@') >= 0
            ? "The address is refused: " + reason + "."
            : "The address " + shown.replaceFirst("[?#].*", "") + " is refused: " + reason + ".");
  }
}
