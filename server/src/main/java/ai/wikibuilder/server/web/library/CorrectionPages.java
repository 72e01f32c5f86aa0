package ai.wikibuilder.server.web.library;

import ai.wikibuilder.builds.stored.WikiCorrection;
import ai.wikibuilder.builds.stored.WikiCorrection.Report;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.corrections.ReportedSentences;
import ai.wikibuilder.server.corrections.ReportedSentences.Reported;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.NamedRepositories;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.words.Words;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Statements of a wiki that somebody reports as wrong. */
@Controller
@RequestMapping("/repositories/{id}/corrections")
final class CorrectionPages {
  private static final int SLUG_LENGTH_MAX = 200;
  private static final int SENTENCE_LENGTH_MAX = 2_000;

  private final Pages pages;
  private final Admission admission;
  private final NamedRepositories repositories;
  private final Reports reports;

  /** What is read, and what is said about it. */
  @Component
  record Reports(Wikis wikis, ReportedSentences reported) {}

  CorrectionPages(
      Pages pages, Admission admission, NamedRepositories repositories, Reports reports) {
    this.pages = pages;
    this.admission = admission;
    this.repositories = repositories;
    this.reports = reports;
  }

  private Repository find(Frame frame, UUID id, Role role) {
    return repositories.find(frame, id, role);
  }

  @GetMapping
  ResponseEntity<String> show(
      Frame frame, @PathVariable UUID id, @RequestParam(defaultValue = "") String page) {
    Repository repository = find(frame, id, Role.READER);
    return show(HttpStatus.OK, frame, repository, new Said(page, CorrectionsView.Typed.nothing()));
  }

  /** What a form said. */
  private record Said(
      String page, CorrectionsView.Typed typed, Optional<CorrectionsView.Outcome> outcome) {
    Said(String page, CorrectionsView.Typed typed) {
      this(page, typed, Optional.empty());
    }
  }

  private ResponseEntity<String> show(
      HttpStatus status, Frame frame, Repository repository, Said said) {
    List<CorrectionsView.PageChoice> choices = List.of();
    List<String> sentences = List.of();
    if (repository.generation().isPresent()) {
      try (ReadWiki wiki = reports.wikis().open(repository.tenant(), repository.id())) {
        choices =
            wiki.pages().stream()
                .map(page -> new CorrectionsView.PageChoice(page.slug(), page.title()))
                .toList();
        sentences = said.page().isEmpty() ? List.of() : wiki.sentences(said.page());
      }
    }
    CorrectionsView view =
        new CorrectionsView(
            repository.id().value(),
            said.page(),
            choices,
            sentences,
            said.typed(),
            said.outcome(),
            kept(frame.words(), repository),
            admission.isIn(frame.caller(), repository.tenant(), Role.MEMBER));
    return pages.show(
        status,
        "library/corrections.jte",
        frame.titled(frame.say("corrections.title"), Section.LIBRARY),
        view);
  }

  private List<CorrectionsView.Line> kept(Words words, Repository repository) {
    return reports.reported().list(repository.tenant(), repository.id()).stream()
        .map(one ->
            new CorrectionsView.Line(
                one.id(),
                one.correction().said(),
                one.correction().instead().orElse(""),
                one.correction().why(),
                words.minute(one.createdAt())))
        .toList();
  }

  @PostMapping
  ResponseEntity<String> report(Frame frame, Form form, @PathVariable UUID id) {
    Repository repository = find(frame, id, Role.MEMBER);
    String page = form.value("page");
    CorrectionsView.Typed typed =
        new CorrectionsView.Typed(form.value("sentence"), form.value("instead"));
    return Pages.attempt(
        () -> {
          Report report =
              new Report(
                  Input.text("page", page, SLUG_LENGTH_MAX),
                  Input.lines("sentence", typed.sentence(), SENTENCE_LENGTH_MAX),
                  form.isTicked("wrong"),
                  form.typed("instead")
                      .map(text -> Input.lines("instead", text, SENTENCE_LENGTH_MAX)));
          admission.count(frame.caller(), repository.tenant(), Work.CORRECTION);
          Builds.Asking asking = new Builds.Asking(repository.tenant(), frame.caller().user());
          Reported reported = reports.reported().report(asking, repository.id(), report);
          return show(
              HttpStatus.OK,
              frame,
              repository,
              new Said(page, typed, Optional.of(outcome(frame.words(), id, reported))));
        },
        refusal -> show(refusal.status(), frame.with(refusal), repository, new Said(page, typed)));
  }

  private static CorrectionsView.Outcome outcome(Words words, UUID repository, Reported reported) {
    Optional<UUID> build = reported.build().map(one -> one.id().value());
    return switch (reported.outcome()) {
      case WikiCorrection.Outcome.Kept kept ->
          new CorrectionsView.Outcome(
              words.say("corrections.kept"),
              List.of(),
              kept.evidence().stream().map(place -> CitedPlace.of(repository, place)).toList(),
              build);
      case WikiCorrection.Outcome.Removed removed ->
          new CorrectionsView.Outcome(
              words.say("corrections.removed"),
              findings(words, removed.findings()),
              List.of(),
              build);
      case WikiCorrection.Outcome.Replaced replaced ->
          new CorrectionsView.Outcome(
              words.say(
                  replaced.verified()
                      ? "corrections.replaced.verified"
                      : "corrections.replaced.uncited"),
              List.of(),
              List.of(),
              build);
      case WikiCorrection.Outcome.Refused refused ->
          new CorrectionsView.Outcome(
              words.say("corrections.refused"),
              findings(words, refused.findings()),
              List.of(),
              build);
      case WikiCorrection.Outcome.NotFound none ->
          new CorrectionsView.Outcome(
              words.say(none.alike().isEmpty() ? "corrections.not-found" : "corrections.alike"),
              none.alike(),
              List.of(),
              build);
    };
  }

  private static List<String> findings(Words words, List<Finding> findings) {
    return findings.stream()
        .map(one -> words.say("corrections.finding", one.expected(), one.found()))
        .toList();
  }

  @PostMapping("/{correction}/delete")
  ResponseEntity<String> takeBack(
      Frame frame, @PathVariable UUID id, @PathVariable UUID correction) {
    Repository repository = find(frame, id, Role.MEMBER);
    try {
      reports.reported().takeBack(repository.tenant(), repository.id(), correction);
    } catch (TenantException e) {
      // Taken back already, which is what was asked for.
    }
    return Pages.go("/repositories/" + id + "/corrections", Done.CORRECTION_TAKEN_BACK);
  }
}
