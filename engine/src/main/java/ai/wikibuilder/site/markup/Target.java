package ai.wikibuilder.site.markup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a link leads: a place on the same page, a file of the same site, or an http address.
 * Immutable. There is no way to make one from another scheme.
 */
public final class Target {
  private final String written;
  private final boolean external;

  private Target(String written, boolean external) {
    this.written = written;
    this.external = external;
  }

  /** An element of the same page. */
  public static Target anchor(String id) {
    return new Target("#" + Attribute.checkedId(id), false);
  }

  /**
   * A file of the site.
   *
   * @param path relative, of letters, digits, {@code . - _ / #} only
   * @throws IllegalArgumentException when the path holds anything else or is absolute
   */
  public static Target file(String path) {
    boolean plain = !path.isEmpty() && path.charAt(0) != '/';
    for (int i = 0; i < path.length() && plain; i++) {
      char c = path.charAt(i);
      plain = c < 128 && (Character.isLetterOrDigit(c) || "./-_#".indexOf(c) >= 0);
    }
    if (!plain) {
      throw new IllegalArgumentException(
          "expected a relative path of plain characters, got " + path);
    }
    return new Target(path, false);
  }

  /**
   * An address outside the site; empty unless it is an absolute http or https address with a host.
   */
  public static Optional<Target> web(String address) {
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean followed = scheme.equals("http") || scheme.equals("https");
      if (!followed || uri.getHost() == null || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      return Optional.of(new Target(uri.toASCIIString(), true));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The address as it stands in the page, not yet escaped. */
  public String written() {
    return written;
  }

  boolean external() {
    return external;
  }
}
