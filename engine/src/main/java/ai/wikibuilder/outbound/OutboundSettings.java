package ai.wikibuilder.outbound;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How this installation reaches the outside. Immutable.
 *
 * @param allowedHosts hosts for which the rules are lifted; they are dialled without the proxy
 * @param proxy the proxy for everything else; names are still checked here, and their addresses too
 *     where this machine can resolve them, but the proxy is what dials
 * @param caFile certificates in PEM form, trusted beside those of the Java runtime
 */
public record OutboundSettings(
    AllowedHosts allowedHosts, Optional<ProxyAddress> proxy, Optional<Path> caFile) {
  /** Straight to public hosts. */
  public static OutboundSettings strict() {
    return new OutboundSettings(AllowedHosts.none(), Optional.empty(), Optional.empty());
  }
}
