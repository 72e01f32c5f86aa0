package ai.wikibuilder.server.web.writer;

import ai.wikibuilder.builds.stored.WikiQuote;
import ai.wikibuilder.pages.Authorship;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.Quotes;
import ai.wikibuilder.server.jobs.Writer;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.NamedRepositories;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.words.Words;
import ai.wikibuilder.server.web.writer.WriterView.Choice;
import ai.wikibuilder.server.web.writer.WriterView.PageChoice;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Has a model write a wiki, one page of it, or nothing any more. */
@Controller
@RequestMapping("/repositories/{id}/writer")
final class WriterPages {
  private static final int SLUG_LENGTH_MAX = 200;

  private final Pages pages;
  private final Admission admission;
  private final NamedRepositories repositories;
  private final Desk desk;

  /** What writes, and what was written. */
  @Component
  record Desk(Builds builds, Quotes quotes, Wikis wikis) {}

  WriterPages(Pages pages, Admission admission, NamedRepositories repositories, Desk desk) {
    this.pages = pages;
    this.admission = admission;
    this.repositories = repositories;
    this.desk = desk;
  }

  private Repository find(Frame frame, UUID id) {
    return repositories.find(frame, id, Role.MEMBER);
  }

  private static Builds.Asking asking(Frame frame, Repository repository) {
    return new Builds.Asking(repository.tenant(), frame.caller().user());
  }

  @GetMapping
  ResponseEntity<String> show(Frame frame, @PathVariable UUID id) {
    Repository repository = find(frame, id);
    BuildWish usual = desk.builds().usualWish(repository.tenant(), repository.id());
    return show(HttpStatus.OK, frame, repository, new Said(language(frame, usual), ""));
  }

  /** The one of the wiki a model wrote, else the reader's. */
  private static String language(Frame frame, BuildWish usual) {
    return usual
        .language()
        .filter(one -> usual.writer() == Writer.MODEL)
        .or(() -> PageLanguage.ofCode(frame.words().language()))
        .orElse(PageLanguage.EN)
        .code();
  }

  /** What a form said, and what came of it. */
  private record Said(String language, String cap, Optional<WriterView.Quoted> quote) {
    Said(String language, String cap) {
      this(language, cap, Optional.empty());
    }

    static Said of(Form form) {
      return new Said(form.value("language"), form.value("cap"));
    }
  }

  private ResponseEntity<String> show(
      HttpStatus status, Frame frame, Repository repository, Said said) {
    BuildWish usual = desk.builds().usualWish(repository.tenant(), repository.id());
    boolean isByModel = usual.writer() == Writer.MODEL;
    boolean hasWiki = repository.generation().isPresent();
    WriterView view =
        new WriterView(
            repository.id().value(),
            desk.quotes().isPossible(asking(frame, repository)),
            hasWiki ? Optional.of(now(frame.words(), repository, usual)) : Optional.empty(),
            isByModel,
            Arrays.stream(PageLanguage.values()).map(WriterPages::choice).toList(),
            said.language(),
            said.cap(),
            said.quote(),
            isByModel && hasWiki ? written(frame.words(), repository) : List.of());
    return pages.show(
        status,
        "writer/writer.jte",
        frame.titled(frame.say("writer.title", repository.address().name()), Section.LIBRARY),
        view);
  }

  private String now(Words words, Repository repository, BuildWish usual) {
    if (usual.writer() == Writer.COMPOSED) {
      return words.say("writer.now.composed");
    }
    try (ReadWiki wiki = desk.wikis().open(repository.tenant(), repository.id())) {
      PageLanguage written =
          PageLanguage.ofCode(wiki.authorship().language()).orElse(PageLanguage.EN);
      return words.say("writer.now.model", choice(written).text());
    }
  }

  private static Choice choice(PageLanguage language) {
    Locale locale = Locale.of(language.code());
    return new Choice(language.code(), locale.getDisplayLanguage(locale));
  }

  private List<PageChoice> written(Words words, Repository repository) {
    try (ReadWiki wiki = desk.wikis().open(repository.tenant(), repository.id())) {
      Authorship by = wiki.authorship();
      return wiki.pages().stream()
          .map(page ->
              new PageChoice(
                  page.slug(),
                  page.title(),
                  link(repository, page.slug()),
                  Optional.ofNullable(by.degraded().get(page.slug())).map(words::retell)))
          .sorted(Comparator.comparing(page -> page.reason().isEmpty()))
          .toList();
    }
  }

  private static String link(Repository repository, String slug) {
    String folder = "/wikis/" + repository.id() + "/";
    return slug.equals(Planner.OVERVIEW) ? folder : folder + "pages/" + slug + ".html";
  }

  @PostMapping("/quote")
  ResponseEntity<String> quote(Frame frame, Form form, @PathVariable UUID id) {
    Repository repository = find(frame, id);
    Said said = Said.of(form);
    return Pages.attempt(
        () -> {
          PageLanguage language = Input.language("language", said.language());
          admission.count(frame.caller(), repository.tenant(), Work.QUOTE);
          WikiQuote quote =
              desk.quotes().of(asking(frame, repository), repository.id(), Optional.of(language));
          Quoted quoted = new Quoted(frame.words(), quote);
          return show(
              HttpStatus.OK,
              frame,
              repository,
              new Said(said.language(), said.cap(), Optional.of(quoted.view())));
        },
        refusal -> show(refusal.status(), frame.with(refusal), repository, said));
  }

  /** Has the wiki written anew, of the branch and the folder it is of. */
  @PostMapping
  ResponseEntity<String> write(Frame frame, Form form, @PathVariable UUID id) {
    Repository repository = find(frame, id);
    return Pages.attempt(
        () -> {
          BuildWish usual = desk.builds().usualWish(repository.tenant(), repository.id());
          Writer writer =
              Writer.ofWord(form.value("writer"))
                  .orElseThrow(() -> new InvalidInput("writer: expected one of the choices"));
          if (writer == Writer.COMPOSED) {
            return build(frame, repository, usual.by(Writer.COMPOSED));
          }
          desk.quotes().requireModel(asking(frame, repository));
          PageLanguage language = Input.language("language", form.value("language"));
          BuildWish wish =
              usual
                  .byModel(language)
                  .within(form.typed("cap").map(text -> Input.budget("cap", text)));
          return build(frame, repository, wish);
        },
        refusal -> show(refusal.status(), frame.with(refusal), repository, Said.of(form)));
  }

  /** Has the model write one page anew; the others are taken over. */
  @PostMapping("/page")
  ResponseEntity<String> retry(Frame frame, Form form, @PathVariable UUID id) {
    Repository repository = find(frame, id);
    BuildWish usual = desk.builds().usualWish(repository.tenant(), repository.id());
    return Pages.attempt(
        () -> {
          String slug = Input.text("page", form.value("page"), SLUG_LENGTH_MAX);
          boolean isThere =
              usual.writer() == Writer.MODEL
                  && repository.generation().isPresent()
                  && written(frame.words(), repository).stream()
                      .anyMatch(page -> page.slug().equals(slug));
          if (!isThere) {
            throw new InvalidInput("page: expected one of the choices");
          }
          return build(frame, repository, usual.retrying(slug));
        },
        refusal ->
            show(
                refusal.status(),
                frame.with(refusal),
                repository,
                new Said(language(frame, usual), "")));
  }

  private ResponseEntity<String> build(Frame frame, Repository repository, BuildWish wish) {
    admission.count(frame.caller(), repository.tenant(), Work.BUILD);
    Builds.Accepted accepted =
        desk.builds().accept(asking(frame, repository), repository.id(), wish, Optional.empty());
    return Pages.go(new LocalPath("/builds/" + accepted.build().id()));
  }
}
