package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.audit.AuditPage;
import ai.wikibuilder.server.web.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What has happened, as many entries as fit a page.
 *
 * @param next the last entry, when there are more
 */
public record AuditView(List<Line> lines, Optional<UUID> next) {
  public AuditView {
    lines = List.copyOf(lines);
  }

  public static AuditView of(Words words, AuditPage page) {
    return new AuditView(
        page.lines().stream().map(line -> line(words, line)).toList(), page.next());
  }

  private static Line line(Words words, AuditPage.Line line) {
    return new Line(
        words.minute(line.happenedAt()),
        words.word("audit", line.action()),
        words.noted(line.action(), line.subject()),
        words.noted("who", line.who()),
        line.tenant(),
        line.address());
  }

  /** One entry. */
  public record Line(
      String at, String action, String subject, String who, String tenant, String address) {}
}
