package ai.wikibuilder.server.web.questions;

import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.asking.AskRequest;
import ai.wikibuilder.answers.conversations.ConversationText;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.server.answers.Answering;
import ai.wikibuilder.server.answers.ConversationId;
import ai.wikibuilder.server.answers.Conversations;
import ai.wikibuilder.server.answers.KeptConversation;
import ai.wikibuilder.server.answers.SharedConversations;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.Standing;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.UserId;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.NamedRepositories;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Refusal;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Questions about one repository, answered with the lines that show it. */
@Controller
@RequestMapping("/repositories/{id}/ask")
final class AskPages {
  private static final Logger LOG = LoggerFactory.getLogger(AskPages.class);
  private static final int PAST_COUNT = 20;

  private static final MediaType MARKDOWN = MediaType.valueOf("text/markdown;charset=UTF-8");

  private final Pages pages;
  private final Admission admission;
  private final NamedRepositories repositories;
  private final Talk talk;

  /** Who answers, and who remembers. */
  @Component
  record Talk(Answering answering, Conversations conversations, SharedConversations shared) {}

  AskPages(Pages pages, Admission admission, NamedRepositories repositories, Talk talk) {
    this.pages = pages;
    this.admission = admission;
    this.repositories = repositories;
    this.talk = talk;
  }

  private Repository find(Frame frame, UUID id) {
    return repositories.find(frame, id, Role.READER);
  }

  /** What is opened: a conversation to go on with, a question that was typed elsewhere. */
  record Opened(@Nullable String conversation, @Nullable String question) {
    Optional<UUID> goneOnWith() {
      return new Form.Id(conversation == null ? "" : conversation).value();
    }

    String typed() {
      String text = question == null ? "" : question;
      return text.substring(0, Math.min(text.length(), AskRequest.CHAR_COUNT_MAX));
    }
  }

  @GetMapping
  ResponseEntity<String> show(
      Frame frame,
      @PathVariable UUID id,
      Opened opened,
      @RequestHeader(name = "Sec-Fetch-Site", defaultValue = "") String from) {
    Repository repository = find(frame, id);
    String typed = opened.typed();
    AskView view = view(asked(frame, repository), typed, opened.goneOnWith(), Optional.empty());
    // A link from elsewhere fills the form and no more: an answer may cost money.
    boolean isOurs = from.equals("same-origin") && !typed.isBlank();
    return show(HttpStatus.OK, frame, isOurs ? view.atOnce() : view);
  }

  private ResponseEntity<String> show(HttpStatus status, Frame frame, AskView view) {
    return pages.live(
        status,
        "questions/ask.jte",
        frame.titled(frame.say("ask.title", view.name()), Section.LIBRARY),
        view);
  }

  /** What a form asks; the checks of its text come with it. */
  private static Answering.Wish wish(Frame frame, Form form, Repository repository) {
    return new Answering.Wish(
        repository.tenant(),
        Optional.of(frame.caller().user()),
        repository.id(),
        Input.lines("question", form.value("question"), AskRequest.CHAR_COUNT_MAX),
        form.isTicked("thorough"),
        conversation(form).map(ConversationId::new),
        true);
  }

  private static Optional<UUID> conversation(Form form) {
    return new Form.Id(form.value("conversation")).value();
  }

  @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> ask(Frame frame, Form form, @PathVariable UUID id) {
    Repository repository = find(frame, id);
    return Pages.attempt(
        () -> {
          Answering.Wish wish = wish(frame, form, repository);
          admission.count(frame.caller(), repository.tenant(), Work.QUESTION);
          Answering.Outcome outcome = talk.answering().ask(wish, AskListener.silent());
          AskView.Shown shown =
              ShownAnswer.of(
                  new ShownAnswer.Asked(frame.words(), repository, wish.question()),
                  outcome.answered());
          return show(
              HttpStatus.OK,
              frame,
              view(
                  asked(frame, repository),
                  "",
                  outcome.conversation().map(ConversationId::value),
                  Optional.of(shown)));
        },
        refusal ->
            show(
                refusal.status(),
                frame.with(refusal),
                view(
                    asked(frame, repository),
                    form.value("question"),
                    conversation(form),
                    Optional.empty())));
  }

  /** The same for a page with script, which is told while the answer comes. */
  @PostMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void stream(Frame frame, Form form, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    Repository repository = find(frame, id);
    try (Standing.Held reader = admission.hold(frame.caller(), repository.tenant());
        AskStream stream =
            new AskStream(
                response, pages, new AskStream.Reader(frame.words(), reader), repository)) {
      try {
        Answering.Wish wish = wish(frame, form, repository);
        admission.count(frame.caller(), repository.tenant(), Work.QUESTION);
        Answering.Outcome outcome = talk.answering().ask(wish, stream);
        stream.answer(
            ShownAnswer.of(
                new ShownAnswer.Asked(frame.words(), repository, wish.question()),
                outcome.answered()),
            outcome.conversation().map(ConversationId::toString).orElse(""));
      } catch (RuntimeException e) {
        stream.problem(problem(frame.words(), e));
      }
    } catch (UncheckedIOException e) {
      LOG.debug("reader went away", e);
    }
  }

  private static String problem(Words words, RuntimeException failure) {
    if (failure instanceof UncheckedIOException gone) {
      throw gone;
    }
    if (failure instanceof ModelException) {
      return words.say("ask.broken-off");
    }
    return Refusal.of(failure)
        .map(refusal -> words.retell(refusal.message()))
        .orElseGet(() -> {
          if (failure instanceof TenantException) {
            return words.say("nothing.text");
          }
          LOG.error("answer failed", failure);
          return words.say("ask.fault");
        });
  }

  /** A conversation, to be kept or sent. */
  @GetMapping("/{conversation}/markdown")
  ResponseEntity<String> markdown(
      Frame frame, @PathVariable UUID id, @PathVariable UUID conversation) {
    Repository repository = find(frame, id);
    KeptConversation kept = kept(asked(frame, repository), conversation);
    return ResponseEntity.ok()
        .contentType(MARKDOWN)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("conversation.md").build().toString())
        .body(ConversationText.markdown(kept.conversation(), frame.words().language()));
  }

  @PostMapping("/{conversation}/delete")
  ResponseEntity<String> delete(
      Frame frame, @PathVariable UUID id, @PathVariable UUID conversation) {
    Repository repository = find(frame, id);
    KeptConversation kept = kept(asked(frame, repository), conversation);
    talk.conversations().remove(repository.tenant(), frame.caller().user(), kept.id());
    return Pages.go("/repositories/" + id + "/ask", Done.CONVERSATION_DELETED);
  }

  /** Lets the other members of the organisation read a conversation. */
  @PostMapping("/{conversation}/share")
  ResponseEntity<String> share(
      Frame frame, @PathVariable UUID id, @PathVariable UUID conversation) {
    Repository repository = find(frame, id);
    KeptConversation kept = kept(asked(frame, repository), conversation);
    UUID _ = talk.shared().share(repository.tenant(), frame.caller().user(), kept.id());
    return Pages.go(
        "/repositories/%s/ask?conversation=%s".formatted(id, conversation),
        Done.CONVERSATION_SHARED);
  }

  /** Ends that. */
  @PostMapping("/{conversation}/withdraw")
  ResponseEntity<String> withdraw(
      Frame frame, @PathVariable UUID id, @PathVariable UUID conversation) {
    Repository repository = find(frame, id);
    KeptConversation kept = kept(asked(frame, repository), conversation);
    talk.shared().withdraw(repository.tenant(), frame.caller().user(), kept.id());
    return Pages.go(
        "/repositories/%s/ask?conversation=%s".formatted(id, conversation),
        Done.CONVERSATION_WITHDRAWN);
  }

  private Asked asked(Frame frame, Repository repository) {
    return new Asked(
        frame.words(),
        frame.caller().user(),
        repository,
        admission.isIn(frame.caller(), repository.tenant(), Role.MEMBER));
  }

  /** Who asks, in which language, and about what. */
  private record Asked(Words words, UserId user, Repository repository, boolean canBuild) {}

  private KeptConversation kept(Asked asked, UUID id) {
    KeptConversation kept =
        talk.conversations()
            .find(asked.repository().tenant(), asked.user(), new ConversationId(id));
    if (!kept.repository().equals(asked.repository().id())) {
      throw TenantException.notFound();
    }
    return kept;
  }

  private AskView view(
      Asked asked, String typed, Optional<UUID> conversation, Optional<AskView.Shown> answer) {
    Repository repository = asked.repository();
    Optional<KeptConversation> kept = conversation.map(id -> kept(asked, id));
    List<AskView.Earlier> earlier =
        new ArrayList<>(
            kept.map(one -> ShownTurns.of(asked.words(), repository, one)).orElse(List.of()));
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
        kept.flatMap(KeptConversation::sharedAs),
        past(asked),
        asked.canBuild(),
        false);
  }

  private List<AskView.Past> past(Asked asked) {
    Repository repository = asked.repository();
    return talk
        .conversations()
        .list(repository.tenant(), asked.user(), Optional.of(repository.id()), PAST_COUNT)
        .stream()
        .map(kept ->
            new AskView.Past(
                kept.id().value(), kept.title(), asked.words().minute(kept.continuedAt())))
        .toList();
  }
}
