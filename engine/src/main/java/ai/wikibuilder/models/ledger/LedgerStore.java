package ai.wikibuilder.models.ledger;

/** Where entries stay. May be called by many threads at once. */
@FunctionalInterface
public interface LedgerStore {
  /**
   * Keeps an entry for good.
   *
   * @throws java.io.UncheckedIOException when it cannot
   */
  void append(LedgerEntry entry);

  /** Keeps nothing. */
  static LedgerStore none() {
    return entry -> {};
  }
}
