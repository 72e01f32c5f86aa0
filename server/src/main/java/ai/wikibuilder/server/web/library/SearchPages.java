package ai.wikibuilder.server.web.library;

import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.queries.QueryException;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.TenantChoices;
import ai.wikibuilder.server.wikis.ManyWikis;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Searches the code of all repositories of a tenant. Its address can be sent around. */
@Controller
final class SearchPages {
  private static final int HIT_COUNT = 20;
  private static final int QUERY_LENGTH_MAX = 1_000;

  /** Lines of a place that are shown in the list. */
  private static final int LINE_COUNT_MAX = 4;

  private static final int LINE_LENGTH_MAX = 160;

  private final Pages pages;
  private final Admission admission;
  private final TenantChoices tenants;
  private final Shelf shelf;

  /** What is searched. */
  @Component
  record Shelf(Repositories repositories, Wikis wikis, ManyWikis many) {}

  SearchPages(Pages pages, Admission admission, TenantChoices tenants, Shelf shelf) {
    this.pages = pages;
    this.admission = admission;
    this.tenants = tenants;
    this.shelf = shelf;
  }

  @GetMapping("/search")
  ResponseEntity<String> search(
      Frame frame,
      @RequestParam(defaultValue = "") String tenant,
      @RequestParam(defaultValue = "") String q) {
    TenantId in = tenants.named(frame.caller(), tenant, Role.READER);
    ManyWikis.Found nothing = new ManyWikis.Found(List.of(), 0);
    if (q.isBlank()) {
      return show(HttpStatus.OK, frame, view(frame, in, "", nothing));
    }
    return Pages.attempt(
        () -> {
          String query = Input.text("q", q, QUERY_LENGTH_MAX);
          admission.count(frame.caller(), in, Work.SEARCH);
          return show(HttpStatus.OK, frame, view(frame, in, query, found(in, query)));
        },
        refusal ->
            show(refusal.status(), frame.with(refusal), view(frame, in, q, nothing).refused()));
  }

  private ManyWikis.Found found(TenantId tenant, String query) {
    try {
      return shelf.many().search(tenant, query, HIT_COUNT);
    } catch (QueryException e) {
      throw new InvalidInput("q: " + e.getMessage());
    }
  }

  private ResponseEntity<String> show(HttpStatus status, Frame frame, SearchView view) {
    return pages.show(
        status, "library/search.jte", frame.titled(frame.say("search"), Section.LIBRARY), view);
  }

  private SearchView view(Frame frame, TenantId tenant, String query, ManyWikis.Found found) {
    return new SearchView(
        tenant.value(),
        tenants.of(frame.caller(), tenant, Role.READER),
        query,
        !query.isEmpty(),
        found.hits().stream().map(hit -> hit(tenant, hit)).toList(),
        found.unreadable());
  }

  private SearchView.Hit hit(TenantId tenant, ManyWikis.Hit hit) {
    SearchHit place = hit.place();
    try (ReadWiki wiki = shelf.wikis().open(tenant, hit.repository())) {
      return new SearchView.Hit(
          hit.repository().value(),
          shelf.repositories().find(tenant, hit.repository()).address().name(),
          CitedPlace.of(hit.repository().value(), place.path(), place.startLine(), place.endLine()),
          place.symbol(),
          wiki.source(place.path()).map(text -> head(text, place)).orElse(""));
    }
  }

  private static String head(SourceText text, SearchHit place) {
    int last =
        Math.min(
            Math.min(place.endLine(), text.lineCount()), place.startLine() + LINE_COUNT_MAX - 1);
    return place.startLine() > last
        ? ""
        : text.lines(place.startLine(), last)
            .stripIndent()
            .lines()
            .map(line -> line.substring(0, Math.min(line.length(), LINE_LENGTH_MAX)))
            .collect(java.util.stream.Collectors.joining("\n"));
  }
}
