package ai.wikibuilder.server.jobs.writing;

import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.index.vectors.VectorAuthor;
import ai.wikibuilder.models.ledger.Spent;
import ai.wikibuilder.pages.prose.WrittenTexts;
import java.util.function.Supplier;

/**
 * Who writes the pages of one build. Closing gives back what was held for it.
 *
 * @param vectors who gives chunks their vectors
 * @param spent by models in this build so far
 * @param texts what models wrote of this repository before
 */
public record AuthorAtWork(
    Author author,
    VectorAuthor vectors,
    Supplier<Spent> spent,
    WrittenTexts texts,
    Runnable giveBack)
    implements AutoCloseable {
  static AuthorAtWork composer(WrittenTexts texts) {
    return new AuthorAtWork(
        new Author.Composer(), new VectorAuthor.Nobody(), Spent::nothing, texts, () -> {});
  }

  @Override
  public void close() {
    giveBack.run();
  }
}
