package ai.wikibuilder.server.storage;

import java.util.UUID;

/** One result of one build. */
public record GenerationId(UUID value) {
  public static GenerationId random() {
    return new GenerationId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
