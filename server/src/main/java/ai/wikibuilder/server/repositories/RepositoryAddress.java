package ai.wikibuilder.server.repositories;

import ai.wikibuilder.outbound.OutboundAddress;
import ai.wikibuilder.outbound.OutboundException;
import ai.wikibuilder.outbound.OutboundGuard;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a repository is. Immutable.
 *
 * @param url what is fetched: no user, no token, no query, no slash at the end
 * @param normalizedId the same text for every spelling of one repository: host and path, without
 *     {@code .git}
 */
public record RepositoryAddress(String url, String normalizedId) {
  /** Longest address that is kept. */
  private static final int LENGTH_MAX = 500;

  /** Hosts that take a path in any case. */
  private static final Set<String> CASELESS = Set.of("github.com", "gitlab.com", "bitbucket.org");

  /** What stands in a browser that shows a file, a branch or the like; a project has two names. */
  private static final Pattern INSIDE =
      Pattern.compile("(?:github\\.com|bitbucket\\.org)(/[^/]+/[^/]+)/.+|[^/]+(/.+?)/-/.*");

  /**
   * Checks an address as somebody typed it.
   *
   * @throws RepositoryException ADDRESS saying which rule it breaks; an address that holds a token
   *     is not repeated
   */
  public static RepositoryAddress of(String text, OutboundGuard guard) {
    OutboundAddress address;
    try {
      address = guard.check(text.strip());
    } catch (OutboundException e) {
      throw new RepositoryException(
          RepositoryException.Kind.ADDRESS, String.valueOf(e.getMessage()));
    }
    if (address.target().indexOf('?') >= 0) {
      throw refused("it has a part after a question mark. Give the address alone.");
    }
    String path = address.target().replaceFirst("/+$", "").replaceAll("/{2,}", "/");
    if (path.isEmpty()) {
      throw refused("it names a host, but no repository.");
    }
    Matcher inside = INSIDE.matcher(address.host() + path);
    if (inside.matches()) {
      String whole = inside.group(1) == null ? inside.group(2) : inside.group(1);
      throw refused(
          "it leads into a repository. Give %s, and a branch or folder beside it."
              .formatted(address.origin() + whole));
    }
    String url = address.origin() + path;
    if (url.length() > LENGTH_MAX) {
      throw refused("it has more than %d characters.".formatted(LENGTH_MAX));
    }
    String bare = path.replaceFirst("\\.git$", "");
    String known = CASELESS.contains(address.host()) ? bare.toLowerCase(Locale.ROOT) : bare;
    return new RepositoryAddress(url, address.origin().replaceFirst("^https?://", "") + known);
  }

  private static RepositoryException refused(String reason) {
    return new RepositoryException(
        RepositoryException.Kind.ADDRESS, "The address is refused: " + reason);
  }

  /** Whether what is fetched comes over the same protocol, encrypted or not. */
  boolean isFetchedLike(RepositoryAddress other) {
    return isEncrypted() == other.isEncrypted();
  }

  private boolean isEncrypted() {
    return url.startsWith("https:");
  }

  /** The host, with its port where that is not the usual one: whom a token is for. */
  public String host() {
    return normalizedId.substring(0, normalizedId.indexOf('/'));
  }

  /** The last part of the path. */
  public String name() {
    return normalizedId.substring(normalizedId.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return url;
  }
}
