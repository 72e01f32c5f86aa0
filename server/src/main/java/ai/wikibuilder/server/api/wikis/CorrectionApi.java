package ai.wikibuilder.server.api.wikis;

import ai.wikibuilder.answers.json.PlaceJson;
import ai.wikibuilder.builds.stored.WikiCorrection.Outcome;
import ai.wikibuilder.builds.stored.WikiCorrection.Report;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.corrections.KeptCorrection;
import ai.wikibuilder.server.corrections.ReportedSentences;
import ai.wikibuilder.server.corrections.ReportedSentences.Reported;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports that a statement of a wiki is wrong. */
@RestController
@RequestMapping("/api/repositories/{id}/corrections")
final class CorrectionApi {
  private static final int SLUG_LENGTH_MAX = 200;
  private static final int SENTENCE_LENGTH_MAX = 2_000;

  private final ReportedSentences reported;
  private final Repositories repositories;
  private final Admission admission;

  CorrectionApi(ReportedSentences reported, Repositories repositories, Admission admission) {
    this.reported = reported;
    this.repositories = repositories;
    this.admission = admission;
  }

  private TenantId admitted(Caller caller, UUID id, Role role, Scope scope) {
    TenantId owning = repositories.tenantOf(new RepositoryId(id));
    return admission.admit(caller, owning.value(), role, scope);
  }

  record CorrectionLine(
      UUID id, String page, String said, @Nullable String instead, String why, Instant createdAt) {
    static CorrectionLine of(KeptCorrection kept) {
      return new CorrectionLine(
          kept.id(),
          kept.correction().page(),
          kept.correction().said(),
          kept.correction().instead().orElse(null),
          kept.correction().why(),
          kept.createdAt());
    }
  }

  /** What is remembered, the oldest first. */
  @GetMapping
  List<CorrectionLine> list(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    TenantId tenant = admitted(caller, id, Role.READER, Scope.READ);
    return reported.list(tenant, new RepositoryId(id)).stream().map(CorrectionLine::of).toList();
  }

  /**
   * A report.
   *
   * @param page slug
   * @param sentence as it was copied from the page
   * @param wrong whether it is to go whatever the check says
   * @param instead what is to be said in its place
   */
  record CorrectionWish(
      @Nullable String page,
      @Nullable String sentence,
      @Nullable Boolean wrong,
      @Nullable String instead) {}

  /**
   * What became of a report.
   *
   * @param outcome kept, removed, replaced, refused or not-found
   * @param said the sentence, or the words that were refused
   * @param evidence lines that show a sentence that was kept
   * @param findings what the check found
   * @param alike sentences that may have been meant, when none was found
   * @param buildId build that shows the wiki so; none when nothing changes
   */
  record CorrectionReply(
      String outcome,
      String said,
      List<PlaceJson> evidence,
      List<FindingReply> findings,
      List<String> alike,
      @Nullable UUID buildId) {}

  record FindingReply(String expected, String found) {
    static List<FindingReply> of(List<Finding> findings) {
      return findings.stream().map(one -> new FindingReply(one.expected(), one.found())).toList();
    }
  }

  @PostMapping
  CorrectionReply report(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestBody CorrectionWish wish) {
    TenantId tenant = admitted(caller, id, Role.MEMBER, Scope.WRITE);
    admission.count(caller, tenant, Work.CORRECTION);
    Report report =
        new Report(
            Input.text("page", wish.page(), SLUG_LENGTH_MAX),
            Input.lines("sentence", wish.sentence(), SENTENCE_LENGTH_MAX),
            Boolean.TRUE.equals(wish.wrong()),
            Optional.ofNullable(wish.instead())
                .map(text -> Input.lines("instead", text, SENTENCE_LENGTH_MAX)));
    return reply(
        reported.report(new Builds.Asking(tenant, caller.user()), new RepositoryId(id), report));
  }

  private static CorrectionReply reply(Reported reported) {
    UUID build = reported.build().map(one -> one.id().value()).orElse(null);
    return switch (reported.outcome()) {
      case Outcome.Kept kept ->
          new CorrectionReply(
              "kept", kept.said(), PlaceJson.of(kept.evidence(), ""), List.of(), List.of(), build);
      case Outcome.Removed removed ->
          new CorrectionReply(
              "removed",
              removed.said(),
              List.of(),
              FindingReply.of(removed.findings()),
              List.of(),
              build);
      case Outcome.Replaced replaced ->
          new CorrectionReply("replaced", replaced.said(), List.of(), List.of(), List.of(), build);
      case Outcome.Refused refused ->
          new CorrectionReply(
              "refused",
              refused.instead(),
              List.of(),
              FindingReply.of(refused.findings()),
              List.of(),
              build);
      case Outcome.NotFound none ->
          new CorrectionReply("not-found", "", List.of(), List.of(), none.alike(), build);
    };
  }

  /** Takes one back; the next build is free to say it again. */
  @DeleteMapping("/{correction}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBack(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID correction) {
    TenantId tenant = admitted(caller, id, Role.MEMBER, Scope.WRITE);
    reported.takeBack(tenant, new RepositoryId(id), correction);
  }
}
