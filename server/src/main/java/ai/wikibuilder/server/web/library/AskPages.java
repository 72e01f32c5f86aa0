package ai.wikibuilder.server.web.library;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.asking.AskRequest;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.answers.Answering;
import ai.wikibuilder.server.answers.ConversationId;
import ai.wikibuilder.server.answers.Conversations;
import ai.wikibuilder.server.answers.KeptConversation;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Moment;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

/** Questions about one repository, answered with the lines that show it. */
@Controller
@RequestMapping("/repositories/{id}/ask")
final class AskPages {
  private static final int PAST_COUNT = 20;

  private final Pages pages;
  private final Admission admission;
  private final Repositories repositories;
  private final Talk talk;

  /** Who answers, and who remembers. */
  @Component
  record Talk(Answering answering, Conversations conversations) {}

  AskPages(Pages pages, Admission admission, Repositories repositories, Talk talk) {
    this.pages = pages;
    this.admission = admission;
    this.repositories = repositories;
    this.talk = talk;
  }

  private Repository find(Frame frame, UUID id) {
    RepositoryId repository = new RepositoryId(id);
    TenantId tenant =
        admission.admit(
            frame.caller(), repositories.tenantOf(repository).value(), Role.READER, Scope.READ);
    return repositories.find(tenant, repository);
  }

  @GetMapping
  ResponseEntity<String> show(
      Frame frame, @PathVariable UUID id, @RequestParam(defaultValue = "") String conversation) {
    Repository repository = find(frame, id);
    return show(
        HttpStatus.OK,
        frame,
        view(asked(frame, repository), "", new Form.Id(conversation).value(), Optional.empty()));
  }

  private ResponseEntity<String> show(HttpStatus status, Frame frame, AskView view) {
    return pages.show(
        status, "library/ask.jte", frame.titled("Ask about " + view.name(), Section.LIBRARY), view);
  }

  @PostMapping
  ResponseEntity<String> ask(Frame frame, Form form, @PathVariable UUID id) {
    Repository repository = find(frame, id);
    String typed = form.value("question");
    Optional<UUID> conversation = new Form.Id(form.value("conversation")).value();
    return Pages.attempt(
        () -> {
          Answering.Wish wish =
              new Answering.Wish(
                  repository.tenant(),
                  Optional.of(frame.caller().user()),
                  repository.id(),
                  Input.lines("question", typed, AskRequest.CHAR_COUNT_MAX),
                  form.isTicked("thorough"),
                  conversation.map(ConversationId::new),
                  true);
          Answering.Outcome outcome = talk.answering().ask(wish, AskListener.silent());
          return show(
              HttpStatus.OK,
              frame,
              view(
                  asked(frame, repository),
                  "",
                  outcome.conversation().map(ConversationId::value),
                  Optional.of(shown(repository, wish.question(), outcome.answered()))));
        },
        refusal ->
            show(
                refusal.status(),
                frame.with(refusal),
                view(asked(frame, repository), typed, conversation, Optional.empty())));
  }

  private static Asked asked(Frame frame, Repository repository) {
    return new Asked(frame.caller().user(), repository);
  }

  /** Who asks, and about what. */
  private record Asked(UserId user, Repository repository) {}

  private AskView view(
      Asked asked, String typed, Optional<UUID> conversation, Optional<AskView.Shown> answer) {
    Repository repository = asked.repository();
    List<AskView.Earlier> earlier = new ArrayList<>();
    conversation
        .map(ConversationId::new)
        .map(one -> talk.conversations().find(repository.tenant(), asked.user(), one))
        .map(KeptConversation::conversation)
        .ifPresent(kept ->
            kept.turns()
                .forEach(turn -> earlier.add(new AskView.Earlier(turn.question(), turn.answer()))));
    if (answer.isPresent() && !earlier.isEmpty()) {
      earlier.removeLast(); // it is shown with its lines
    }
    return new AskView(
        repository.id().value(),
        repository.address().name(),
        typed,
        earlier,
        answer,
        conversation,
        past(asked));
  }

  private List<AskView.Past> past(Asked asked) {
    Repository repository = asked.repository();
    return talk
        .conversations()
        .list(repository.tenant(), asked.user(), Optional.of(repository.id()), PAST_COUNT)
        .stream()
        .map(kept ->
            new AskView.Past(kept.id().value(), kept.title(), Moment.minute(kept.continuedAt())))
        .toList();
  }

  private static AskView.Shown shown(Repository repository, String question, Answered answered) {
    List<Evidence> sources = new ArrayList<>();
    List<AskView.Part> parts = new ArrayList<>();
    List<AskView.Said> sentences = new ArrayList<>();
    String kind = "paragraph";
    for (Answered.Line line : answered.lines()) {
      if (line.standing() == Answered.Standing.STRUCK) {
        continue;
      }
      String begins =
          switch (line.place()) {
            case HEADING -> "heading";
            case ITEM -> "item";
            case PARAGRAPH -> "paragraph";
            case CELL, NEXT -> "";
          };
      if (!begins.isEmpty()) {
        add(parts, kind, sentences);
        kind = begins;
      }
      sentences.add(said(line, sources));
    }
    add(parts, kind, sentences);
    List<AskView.Source> shown = new ArrayList<>();
    for (Evidence place : sources) {
      shown.add(source(repository, shown.size() + 1, place));
    }
    return new AskView.Shown(
        question,
        parts,
        shown,
        answered.notes(),
        answered
            .model()
            .map(model -> "Answered by " + model + "; each sentence was checked.")
            .orElse("Answered without a model: the best evidence, arranged."));
  }

  private static void add(List<AskView.Part> parts, String kind, List<AskView.Said> sentences) {
    if (!sentences.isEmpty()) {
      parts.add(new AskView.Part(kind, List.copyOf(sentences)));
      sentences.clear();
    }
  }

  private static AskView.Said said(Answered.Line line, List<Evidence> sources) {
    List<Integer> numbers = new ArrayList<>();
    for (Evidence place : line.sentence().evidence()) {
      if (!sources.contains(place)) {
        sources.add(place);
      }
      numbers.add(sources.indexOf(place) + 1);
    }
    return new AskView.Said(line.text(), line.standing() == Answered.Standing.VERIFIED, numbers);
  }

  private static AskView.Source source(Repository repository, int number, Evidence place) {
    String link =
        "/repositories/%s/source?path=%s&lines=%d-%d#L%3$d"
            .formatted(
                repository.id(),
                URLEncoder.encode(place.path(), StandardCharsets.UTF_8),
                place.startLine(),
                place.endLine());
    return new AskView.Source(
        number, "%s:%d-%d".formatted(place.path(), place.startLine(), place.endLine()), link);
  }
}
