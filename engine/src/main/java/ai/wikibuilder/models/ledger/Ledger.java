package ai.wikibuilder.models.ledger;

import ai.wikibuilder.models.Usage;

/**
 * Keeps what calls may spend and did spend. May be shared by threads, and is: every call of a build
 * reserves in the same one.
 */
public interface Ledger {
  /**
   * Sets aside what a call may use at most, so that calls side by side cannot spend the same money.
   *
   * @param most the cost is empty when the model's prices are not known
   * @throws ai.wikibuilder.models.ModelException OVER_BUDGET when it does not fit into what is left
   */
  Reservation reserve(Usage most);

  /** What was spent so far; reservations that are not settled do not count. */
  Spent spent();

  /** What a call set aside. Settled exactly once. */
  interface Reservation {
    /** Gives back what was set aside and writes down what was used; 0 tokens if nothing was. */
    void settle(LedgerEntry entry);
  }
}
