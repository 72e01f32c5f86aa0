package ai.wikibuilder.server.api.answers;

import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.asking.AskRequest;
import ai.wikibuilder.answers.json.AnswerJson;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.answers.Answering;
import ai.wikibuilder.server.answers.ConversationId;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Questions: the answer at once, or while it comes for who accepts {@code text/event-stream}. */
@RestController
@RequestMapping("/api/ask")
final class AskApi {
  private final Answering answering;
  private final AnswerStreams streams;
  private final Admission admission;

  AskApi(Answering answering, AnswerStreams streams, Admission admission) {
    this.answering = answering;
    this.streams = streams;
    this.admission = admission;
  }

  /**
   * A question.
   *
   * @param thorough whether the model may look further with tools before it answers
   * @param conversationId the conversation it goes on with
   */
  record AskWish(
      @Nullable UUID repositoryId,
      @Nullable String question,
      @Nullable Boolean thorough,
      @Nullable UUID conversationId) {}

  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  AnswerJson ask(@AuthenticationPrincipal Caller caller, @RequestBody AskWish wish) {
    return answering.ask(admitted(caller, wish), AskListener.silent()).json();
  }

  @PostMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(@AuthenticationPrincipal Caller caller, @RequestBody AskWish wish) {
    Answering.Wish admitted = admitted(caller, wish);
    return streams.begin(
        admitted, admission.hold(caller, admitted.tenant(), admitted.repository()));
  }

  /** Who is not in the tenant may ask what is published, without a model. */
  private Answering.Wish admitted(Caller caller, AskWish wish) {
    UUID repository = Input.present("repositoryId", wish.repositoryId());
    String question = Input.lines("question", wish.question(), AskRequest.CHAR_COUNT_MAX);
    TenantId tenant = admission.admitTo(caller, repository, Role.READER, Scope.READ);
    admission.count(caller, tenant, Work.QUESTION);
    return new Answering.Wish(
        tenant,
        admission.isIn(caller, tenant) ? Optional.of(caller.user()) : Optional.empty(),
        new RepositoryId(repository),
        question,
        Boolean.TRUE.equals(wish.thorough()),
        Optional.ofNullable(wish.conversationId()).map(ConversationId::new),
        true);
  }
}
