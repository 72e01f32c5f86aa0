package ai.wikibuilder.server.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Some entries, the newest first. Immutable.
 *
 * @param next what to ask for to read on; none at the end
 */
public record AuditPage(List<Line> lines, Optional<UUID> next) {
  public AuditPage {
    lines = List.copyOf(lines);
  }

  /**
   * What happened.
   *
   * @param who address of the person who did it, {@code operator}, or empty
   * @param tenant name of the tenant; empty for what concerns the installation
   */
  public record Line(
      UUID id,
      String action,
      String subject,
      String who,
      String tenant,
      String address,
      Instant happenedAt) {}
}
