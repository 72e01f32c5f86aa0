package ai.wikibuilder.server.answers;

import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.index.vectors.QuestionModel;
import ai.wikibuilder.server.models.HeldModels;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.quota.Amount;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import ai.wikibuilder.server.wikis.ReadWiki;
import java.util.Optional;

/**
 * Searches one wiki for somebody: by its words, and where it has vectors by what is meant as well.
 * Threads may share it.
 */
public final class Searching {
  /** A query of the longest kind, with room for another try. */
  static final Amount MOST = new Amount(4_000, 10_000);

  private final TenantModels models;

  /**
   * @param models give queries their vectors
   */
  public Searching(TenantModels models) {
    this.models = models;
  }

  /**
   * Code and pages that fit, best first. A plan that allows nothing more leaves a search by words,
   * and the note says so.
   *
   * @throws ai.wikibuilder.index.queries.QueryException when the syntax of the query is wrong
   */
  public SearchResult search(ReadWiki wiki, Asking asking) {
    if (!wiki.hasVectors()) {
      return wiki.search(asking.query(), asking.limit());
    }
    TenantModels.Work work =
        new TenantModels.Work(asking.tenant(), asking.user(), "embedding", MOST);
    try (Held held = new Held(models.holdEmbedding(work))) {
      Optional<QuestionModel> questions = held.questions();
      return questions.isPresent()
          ? wiki.search(asking.query(), asking.limit(), questions.get())
          : wiki.search(asking.query(), asking.limit());
    } catch (QuotaException e) {
      SearchResult found = wiki.search(asking.query(), asking.limit());
      return new SearchResult(
          found.hits(), found.order(), "Found by words alone: " + e.getMessage());
    }
  }

  /** Who searches, and for what. */
  public record Asking(TenantId tenant, UserId user, String query, int limit) {}

  /** What may be there, closed in any case. */
  private record Held(Optional<HeldModels> models) implements AutoCloseable {
    Optional<QuestionModel> questions() {
      return models.flatMap(found -> found.vectors().questions());
    }

    @Override
    public void close() {
      models.ifPresent(HeldModels::close);
    }
  }
}
