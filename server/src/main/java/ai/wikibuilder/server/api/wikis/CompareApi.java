package ai.wikibuilder.server.api.wikis;

import ai.wikibuilder.answers.json.PlaceJson;
import ai.wikibuilder.comparisons.Change;
import ai.wikibuilder.comparisons.Comparison;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.wikis.Comparisons;
import ai.wikibuilder.server.wikis.Comparisons.Compared;
import ai.wikibuilder.source.SnapshotId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What changed from one state of a repository to another. */
@RestController
@RequestMapping("/api/repositories/{id}")
final class CompareApi {
  /** Changes in one answer; a larger comparison is shown in part. */
  private static final int CHANGE_COUNT_MAX = 5_000;

  private final Comparisons comparisons;
  private final Admission admission;

  CompareApi(Comparisons comparisons, Admission admission) {
    this.comparisons = comparisons;
    this.admission = admission;
  }

  private TenantId admitted(Caller caller, UUID id) {
    return admission.admitTo(caller, id, Role.READER, Scope.READ);
  }

  /**
   * A result of a build that is kept.
   *
   * @param commit it is of; empty without git
   */
  record GenerationLine(UUID id, String commit, int pageCount, Instant createdAt) {}

  /** The states that can be compared, the newest first. */
  @GetMapping("/generations")
  List<GenerationLine> list(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return comparisons.editions(admitted(caller, id), new RepositoryId(id)).stream()
        .map(one -> new GenerationLine(one.id(), one.commit(), one.pageCount(), one.createdAt()))
        .toList();
  }

  /**
   * What changed.
   *
   * @param changeCount all of them, also those that are too many for the answer
   */
  record ComparisonReply(
      StateReply from, StateReply to, int changeCount, List<ChangeReply> changes) {}

  record StateReply(UUID generation, String commit) {
    static StateReply of(UUID generation, SnapshotId snapshot) {
      return new StateReply(generation, snapshot.commit().orElse(""));
    }
  }

  /**
   * One change.
   *
   * @param subject parts, dependencies, names and the like
   * @param kind added, removed, changed or renamed
   * @param before content before
   * @param after content now
   * @param was where it stood
   * @param is where it stands
   */
  record ChangeReply(
      String subject,
      String kind,
      String name,
      String before,
      String after,
      @Nullable PlaceJson was,
      @Nullable PlaceJson is) {
    static ChangeReply of(Change change, Comparison all) {
      return new ChangeReply(
          change.subject().label(),
          change.kind().label(),
          change.name(),
          change.before(),
          change.after(),
          place(change.was(), all.from()),
          place(change.is(), all.to()));
    }

    private static @Nullable PlaceJson place(Optional<Evidence> place, SnapshotId snapshot) {
      return place
          .map(found -> PlaceJson.of(List.of(found), snapshot.commit().orElse("")).getFirst())
          .orElse(null);
    }
  }

  /** Each state is named by the id of its generation or the beginning of its commit's. */
  @GetMapping("/compare/{from}..{to}")
  ComparisonReply compare(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable String from,
      @PathVariable String to) {
    TenantId tenant = admitted(caller, id);
    admission.count(caller, tenant, Work.COMPARISON);
    Compared compared =
        comparisons.compare(tenant, new RepositoryId(id), new Comparisons.Ends(from, to));
    Comparison changes = compared.changes();
    return new ComparisonReply(
        StateReply.of(compared.from(), changes.from()),
        StateReply.of(compared.to(), changes.to()),
        changes.changes().size(),
        changes.changes().stream()
            .limit(CHANGE_COUNT_MAX)
            .map(change -> ChangeReply.of(change, changes))
            .toList());
  }
}
