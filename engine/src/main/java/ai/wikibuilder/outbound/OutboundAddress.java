package ai.wikibuilder.outbound;

/**
 * An address whose spelling passed the guard. Its host is resolved, and every resolved address
 * checked, when it is dialled. Immutable; made by {@link OutboundGuard#check}.
 *
 * @param scheme {@code https}, or {@code http} for a host that is allowed by name
 * @param host lower case, in the ASCII form; an IPv6 address without brackets
 * @param port always set
 * @param target path and query, starting with {@code /}
 */
public record OutboundAddress(String scheme, String host, int port, String target) {
  /** Scheme, host and port, the port only when it is not the usual one: who a token is for. */
  public String origin() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return scheme + "://" + name + (port == usualPort() ? "" : ":" + port);
  }

  private int usualPort() {
    return scheme.equals("https") ? 443 : 80;
  }

  @Override
  public String toString() {
    return origin() + target;
  }
}
