package ai.wikibuilder.server.jobs;

import java.util.UUID;

/** One build. */
public record BuildId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
