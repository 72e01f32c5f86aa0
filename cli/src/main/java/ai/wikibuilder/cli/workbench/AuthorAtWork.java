package ai.wikibuilder.cli.workbench;

import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.models.ledger.Spent;
import java.util.function.Supplier;

/**
 * Who writes, and what that has cost so far.
 *
 * @param spentSoFar of this build
 */
public record AuthorAtWork(Author author, Supplier<Spent> spentSoFar) {
  public static AuthorAtWork composer() {
    return new AuthorAtWork(new Author.Composer(), Spent::nothing);
  }

  public Spent spent() {
    return spentSoFar.get();
  }
}
