package ai.wikibuilder.cli.workbench;

import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.index.vectors.VectorAuthor;
import ai.wikibuilder.models.gate.CallsUnderWay;
import ai.wikibuilder.models.ledger.Spent;
import java.util.function.Supplier;

/**
 * Who writes, who makes vectors, and what that has cost so far.
 *
 * @param spentSoFar of this build
 * @param calls of the models that both ask
 */
public record AuthorAtWork(
    Author author, VectorAuthor vectors, Supplier<Spent> spentSoFar, CallsUnderWay calls) {
  public Spent spent() {
    return spentSoFar.get();
  }
}
