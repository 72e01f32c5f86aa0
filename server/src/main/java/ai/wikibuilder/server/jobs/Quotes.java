package ai.wikibuilder.server.jobs;

import ai.wikibuilder.builds.stored.WikiQuote;
import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.server.jobs.Builds.Asking;
import ai.wikibuilder.server.jobs.writing.Authors;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.storage.PinnedGeneration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Says what a model's wiki would take before anything is paid: every prompt is made from the wiki
 * that is there, none is sent. Threads may share it.
 */
public final class Quotes {
  /** Quotes at once: each reads the whole code graph. */
  private static final int AT_ONCE_MAX = 2;

  private final Authors authors;
  private final GenerationStore store;
  private final Semaphore turns = new Semaphore(AT_ONCE_MAX);

  public Quotes(Authors authors, GenerationStore store) {
    this.authors = authors;
    this.store = store;
  }

  /** Whether there is a model that could write. */
  public boolean isPossible(Asking asking) {
    return authors.isAny(asking.tenant(), asking.user());
  }

  /**
   * Goes on when a model could be asked.
   *
   * @throws BuildException NO_MODEL
   */
  public void requireModel(Asking asking) {
    authors.requireModel(asking.tenant(), asking.user());
  }

  /**
   * A quote for the generation that readers are shown now.
   *
   * @param language none leaves it to the repository's steering file
   * @throws BuildException NO_MODEL, BUSY
   * @throws ai.wikibuilder.server.storage.StorageException NOT_BUILT when the repository was not
   *     read yet: a composed wiki costs nothing and comes first
   */
  public WikiQuote of(Asking asking, RepositoryId repository, Optional<PageLanguage> language) {
    Author.LanguageModel author = authors.quoted(asking.tenant(), asking.user(), language);
    if (!turns.tryAcquire()) {
      throw new BuildException(
          BuildException.Kind.BUSY,
          "Others are being quoted just now. Try again in a few seconds.");
    }
    try (PinnedGeneration pinned = store.open(asking.tenant(), repository)) {
      WikiQuote quote =
          WikiQuote.of(pinned.generation(), authors.texts(asking.tenant(), repository), author);
      return quote.withVectors(
          pinned.generation(), authors.quotedVectors(asking.tenant(), asking.user()));
    } finally {
      turns.release();
    }
  }
}
