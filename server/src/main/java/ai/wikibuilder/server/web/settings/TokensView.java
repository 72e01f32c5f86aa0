package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.web.Field;
import ai.wikibuilder.server.web.TenantChoice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's tokens for one tenant.
 *
 * @param made the secret of the one that was made just now, shown this once
 * @param canWrite whether the box of that scope is ticked
 */
public record TokensView(
    UUID tenant,
    List<TenantChoice> choices,
    List<Line> lines,
    Optional<String> made,
    List<Field> fields,
    boolean canWrite) {
  public TokensView {
    choices = List.copyOf(choices);
    lines = List.copyOf(lines);
    fields = List.copyOf(fields);
  }

  /** One token. */
  public record Line(
      UUID id, String name, String scopes, String until, boolean ended, String lastUsed) {}
}
