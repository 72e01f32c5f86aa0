/**
 * Tokens and money: what may be spent, what is set aside, what was spent.
 *
 * <p>In: what a call costs at most, then what it did cost. Out: a line for each call, and a refusal
 * where the budget ends. Entries: {@link Budget}, {@link Ledger}; the implementation for one
 * machine is {@link BudgetedLedger} over {@link LedgerFile}. A line never holds a key, a prompt or
 * a reply.
 */
@NullMarked
package ai.wikibuilder.models.ledger;

import org.jspecify.annotations.NullMarked;
