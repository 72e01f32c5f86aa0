package ai.wikibuilder.server.quota;

import java.time.Instant;
import java.util.Optional;

/** One call of a model, or one piece of work, and what it did cost. */
public record UsageEntry(
    String kind,
    Optional<String> model,
    long tokensIn,
    long tokensOut,
    long microDollars,
    Instant usedAt) {
  public UsageEntry {
    if (tokensIn < 0 || tokensOut < 0 || microDollars < 0) {
      throw new IllegalArgumentException("usage is never negative");
    }
  }
}
