package ai.wikibuilder.server.answers;

import java.util.UUID;

/** Names a research. */
public record ResearchId(UUID value) {
  /** As the engine names runs: letters and digits alone. */
  String plain() {
    return value.toString().replace("-", "");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
