package ai.wikibuilder.server.wikis;

import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.storage.StorageException;
import ai.wikibuilder.server.storage.StoredAt;
import ai.wikibuilder.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Searches the code of all wikis of a tenant. Every index says what it promises, which takes a
 * fraction of a millisecond; those that promise most are searched. Threads may share it.
 */
public final class ManyWikis {
  /** Wikis that one search looks into; the newest repositories of the tenant. */
  private static final int WIKI_COUNT_MAX = 100;

  /** Wikis that are searched closely: what the ninth has is not among the ten best of all. */
  private static final int CLOSELY_COUNT_MAX = 8;

  private final Wikis wikis;
  private final Repositories repositories;

  ManyWikis(Wikis wikis, Repositories repositories) {
    this.wikis = wikis;
    this.repositories = repositories;
  }

  /** A place, and whose repository it is in. */
  public record Hit(RepositoryId repository, SearchHit place) {}

  /**
   * What was found, best first.
   *
   * @param unreadable repositories that could not be read
   */
  public record Found(List<Hit> hits, int unreadable) {}

  private record Promising(RepositoryId repository, StoredAt at, OptionalDouble promise) {
    boolean mayAnswer() {
      return promise.isEmpty() || promise.getAsDouble() > 0;
    }
  }

  /**
   * Searches.
   *
   * @param limit most hits
   * @throws ai.wikibuilder.index.queries.QueryException when the syntax of the query is wrong
   */
  public Found search(TenantId tenant, String query, int limit) {
    List<Promising> promising = new ArrayList<>();
    int unreadable = 0;
    for (Repository one : repositories.list(tenant, Optional.empty(), WIKI_COUNT_MAX)) {
      Optional<StoredAt> at = StoredAt.shown(one);
      if (at.isEmpty()) {
        continue;
      }
      try (ReadWiki wiki = wikis.open(at.get())) {
        promising.add(new Promising(one.id(), at.get(), wiki.promise(query)));
      } catch (StorageException | GenerationException e) {
        unreadable++; // damaged, or deleted since the list was read
      }
    }
    List<Hit> all = new ArrayList<>();
    for (Promising one : best(promising)) {
      try (ReadWiki wiki = wikis.open(one.at())) {
        wiki.searchCode(query, limit)
            .hits()
            .forEach(hit -> all.add(new Hit(one.repository(), hit)));
      } catch (StorageException | GenerationException e) {
        unreadable++;
      }
    }
    all.sort(Comparator.comparingDouble((Hit hit) -> hit.place().score()).reversed());
    return new Found(List.copyOf(all.subList(0, Math.min(limit, all.size()))), unreadable);
  }

  /** Those that promise most, and all that cannot say what they promise. */
  private static List<Promising> best(List<Promising> all) {
    return all.stream()
        .filter(Promising::mayAnswer)
        .sorted(
            Comparator.comparingDouble((Promising one) -> one.promise().orElse(Double.MAX_VALUE))
                .reversed())
        .limit(
            all.stream().anyMatch(one -> one.promise().isEmpty()) ? all.size() : CLOSELY_COUNT_MAX)
        .toList();
  }
}
