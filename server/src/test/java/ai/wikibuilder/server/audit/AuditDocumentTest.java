package ai.wikibuilder.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.tenants.AuditAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/operating/accounts.md lists what is written down. */
class AuditDocumentTest {
  private static final Path FILE = Path.of("../docs/operating/accounts.md");

  /** A row of the list: a word for people, then actions as they stand in JSON. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| [\\w ]+ \\|( `[a-z_]+`)+ \\|$");

  private static final Pattern ACTION = Pattern.compile("`([a-z_]+)`");

  @Test
  void everyActionIsInTheDocumentOnce() throws IOException {
    String document = Files.readString(FILE);
    String section = document.substring(document.indexOf("\n## What is written down\n"));
    List<String> listed =
        ROW.matcher(section.substring(0, section.indexOf("\n## ", 1)))
            .results()
            .flatMap(row -> ACTION.matcher(row.group()).results())
            .map((MatchResult action) -> action.group(1))
            .toList();

    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(AuditAction.values()).map(AuditAction::word).toList());
  }
}
