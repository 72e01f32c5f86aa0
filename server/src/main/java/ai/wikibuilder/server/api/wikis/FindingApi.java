package ai.wikibuilder.server.api.wikis;

import ai.wikibuilder.answers.json.CodeMapJson;
import ai.wikibuilder.answers.json.HitJson;
import ai.wikibuilder.index.SearchRequest;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.index.queries.QueryException;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.answers.Searching;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.wikis.ManyWikis;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Search and code maps: what is found without a model. */
@RestController
final class FindingApi {
  private static final int LIMIT_USUAL = 10;
  private static final int QUERY_LENGTH_MAX = 1_000;
  private static final int QUESTION_LENGTH_MAX = 4_000;

  private final Wikis wikis;
  private final ManyWikis many;
  private final Searching searching;
  private final Admission admission;

  FindingApi(Wikis wikis, ManyWikis many, Searching searching, Admission admission) {
    this.wikis = wikis;
    this.searching = searching;
    this.many = many;
    this.admission = admission;
  }

  /**
   * What a search found, best first.
   *
   * @param note what went otherwise than asked; empty when nothing did
   */
  record SearchReply(List<FoundReply> hits, String note) {}

  record FoundReply(UUID repositoryId, HitJson hit) {}

  /**
   * What is looked for, and where.
   *
   * @param q words and filters, as docs/answers.md has them
   * @param repository the one that is searched, code and pages; without it the code of all of a
   *     tenant's
   * @param tenant the caller's usual one where it is left out
   * @param limit most hits; 10 where it is left out
   */
  record SearchQuery(
      @Nullable String q,
      @Nullable UUID repository,
      @Nullable UUID tenant,
      @Nullable Integer limit) {}

  @GetMapping("/api/search")
  SearchReply search(@AuthenticationPrincipal Caller caller, SearchQuery wish) {
    String query = Input.text("q", wish.q(), QUERY_LENGTH_MAX);
    int limit = wish.limit() == null ? LIMIT_USUAL : wish.limit();
    if (limit < 1 || limit > SearchRequest.LIMIT_MAX) {
      throw new InvalidInput("limit: expected 1 to " + SearchRequest.LIMIT_MAX);
    }
    UUID repository = wish.repository();
    try {
      return repository == null
          ? inAll(
              counted(caller, admission.admit(caller, wish.tenant(), Role.READER, Scope.READ)),
              query,
              limit)
          : inOne(
              new RepositoryId(repository),
              new Searching.Asking(
                  counted(caller, admission.admitTo(caller, repository, Role.READER, Scope.READ)),
                  caller.user(),
                  query,
                  limit));
    } catch (QueryException e) {
      throw new InvalidInput("q: " + e.getMessage());
    }
  }

  private TenantId counted(Caller caller, TenantId tenant) {
    admission.count(caller, tenant, Work.SEARCH);
    return tenant;
  }

  private SearchReply inOne(RepositoryId id, Searching.Asking asking) {
    try (ReadWiki wiki = wikis.open(asking.tenant(), id)) {
      SearchResult result = searching.search(wiki, asking);
      return new SearchReply(found(id, HitJson.of(result)), result.note());
    }
  }

  private SearchReply inAll(TenantId tenant, String query, int limit) {
    ManyWikis.Found found = many.search(tenant, query, limit);
    List<FoundReply> hits = new ArrayList<>();
    for (ManyWikis.Hit hit : found.hits()) {
      HitJson json = HitJson.of(hit.place()).ranked(hits.size() + 1);
      hits.add(new FoundReply(hit.repository().value(), json));
    }
    String note =
        found.unreadable() == 0 ? "" : found.unreadable() + " repositories could not be read.";
    return new SearchReply(hits, note);
  }

  private static List<FoundReply> found(RepositoryId id, List<HitJson> hits) {
    return hits.stream().map(hit -> new FoundReply(id.value(), hit)).toList();
  }

  record MapRequest(@Nullable UUID repositoryId, @Nullable String question) {}

  /** The path through the code that answers a question. */
  @PostMapping("/api/codemap")
  CodeMapJson map(@AuthenticationPrincipal Caller caller, @RequestBody MapRequest wish) {
    UUID id = Input.present("repositoryId", wish.repositoryId());
    String question = Input.text("question", wish.question(), QUESTION_LENGTH_MAX);
    TenantId tenant = admission.admitTo(caller, id, Role.READER, Scope.READ);
    admission.count(caller, tenant, Work.MAP);
    try (ReadWiki wiki = wikis.open(tenant, new RepositoryId(id))) {
      ReadWiki.CheckedMap checked = wiki.map(question);
      return CodeMapJson.of(checked.map(), checked.quality(), wiki.commit());
    }
  }
}
