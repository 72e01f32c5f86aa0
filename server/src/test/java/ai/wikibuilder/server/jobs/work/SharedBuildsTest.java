package ai.wikibuilder.server.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.builds.stored.WikiCorrection.Report;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.corrections.ReportedSentences;
import ai.wikibuilder.server.git.GitCredentials;
import ai.wikibuilder.server.git.GitHost;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.leases.Hold;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.RepositoryAddress;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.storage.PinnedGeneration;
import ai.wikibuilder.server.storage.StorageException;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.wikis.ManyWikis;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is built once for all tenants, what is not, and what nobody learns or changes by it. */
class SharedBuildsTest {
  private static final String SENTENCE = "It keeps one table a harbour.";

  @TempDir static Path folder;

  private static Workshop workshop;

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeAll
  static void open() throws IOException {
    workshop = Workshop.open(folder);
  }

  @AfterAll
  static void close() {
    workshop.close();
  }

  @Test
  void aPublicRepositoryIsBuiltOnceAndReadByAllWhoAskedForIt() throws IOException {
    Workshop.Waiting first = workshop.waiting();
    work();
    Workshop.Waiting second = workshop.waiting(workshop.organisation(), first.served());
    work();

    assertThat(done(first).generation()).isEqualTo(done(second).generation());
    try (PinnedGeneration one = open(first);
        PinnedGeneration other = open(second)) {
      assertThat(one.at()).isEqualTo(other.at());
      assertThat(one.at().tenant()).isEqualTo(TenantId.PUBLIC);
      one.generation().verify();
    }
    assertThat(generations(first)).isEqualTo(1);
    assertThat(stored(first.organisation().tenant())).isEmpty();
    assertThat(stored(second.organisation().tenant())).isEmpty();
  }

  @Test
  void whatIsOfAllHoldsNothingOfWhoeverAskedFirst() {
    Workshop.Waiting waiting = workshop.waiting();
    work();

    List<String> rows =
        workshop
            .part(SystemTransactions.class)
            .run(system ->
                system
                    .sql(
                        """
                        SELECT concat_ws(' ', r.user_id, g.build_id, r.repo_url) FROM repositories r
                        JOIN generations g ON g.repository_id = r.id
                        WHERE r.tenant_id = public_tenant() AND r.normalized_repo_id = :known
                        """)
                    .param("known", waiting.repository().address().normalizedId())
                    .query((row, _) -> row.getString(1))
                    .list());

    assertThat(rows).containsExactly(waiting.served().address());
  }

  @Test
  void aNewCommitIsBuiltOnceMoreAndWhoeverDidNotAskKeepsTheWikiTheyHave() throws IOException {
    Workshop.Waiting early = workshop.waiting();
    Workshop.Waiting late = workshop.waiting(workshop.organisation(), early.served());
    work();
    early.served().write("src/tide/moon.py", "def phase():\n    return 0\n").commit("second");

    workshop.accept(late.organisation(), late.repository());
    work();

    try (PinnedGeneration old = open(early);
        PinnedGeneration next = open(late)) {
      assertThat(old.generation().files()).hasSize(3);
      assertThat(next.generation().files()).hasSize(4);
    }
    workshop.accept(early.organisation(), early.repository());
    work();
    try (PinnedGeneration next = open(early)) {
      assertThat(next.generation().files()).hasSize(4);
    }
    assertThat(generations(early)).isEqualTo(2);
  }

  @Test
  void whoSaysThatMostPagesAreMeantToGoSaysItForWhatAllShare() {
    Workshop.Waiting one = workshop.waiting();
    one.served().writeHarbour().commit("harbour");
    work();
    one.served().git("rm", "-rq", "src/harbour").commit("all of it gone");
    Build refused = workshop.accept(one.organisation(), one.repository());
    work();

    Build meant =
        workshop.accept(one.organisation(), one.repository(), refused.wish().withFewerPages());
    work();
    Workshop.Waiting late = workshop.waiting(workshop.organisation(), one.served());
    work();

    assertThat(workshop.now(refused).failure().orElseThrow().kind())
        .isEqualTo(Build.Failure.PAGES_LOST);
    assertThat(workshop.now(meant).state()).isEqualTo(BuildState.DONE);
    assertThat(workshop.now(meant).generation()).isEqualTo(done(late).generation());
    assertThat(workshop.part(Builds.class).usualWish(refused.tenant(), refused.repository()))
        .isEqualTo(BuildWish.composed());
  }

  @Test
  void whatIsAskedForInAnotherWayStaysInItsTenant() {
    Workshop.Waiting shared = workshop.waiting();
    work();
    BuildWish branch = BuildWish.composed().at("main");

    Build own = workshop.accept(shared.organisation(), shared.repository(), branch);
    work();

    assertThat(workshop.now(own).state()).isEqualTo(BuildState.DONE);
    try (PinnedGeneration pinned = open(shared)) {
      assertThat(pinned.at().tenant()).isEqualTo(shared.organisation().tenant());
    }
  }

  @Test
  void whatIsFetchedWithATokenStaysInItsTenant() {
    Organisation organisation = workshop.organisation();
    Workshop.Waiting waiting = workshop.waiting(organisation);
    workshop
        .part(GitCredentials.class)
        .put(
            organisation.tenant(),
            organisation.owner().id(),
            new GitHost(waiting.repository().address().host()),
            "glpat-" + UUID.randomUUID());
    work();

    assertThat(done(waiting).generation()).isPresent();
    try (PinnedGeneration pinned = open(waiting)) {
      assertThat(pinned.at().tenant()).isEqualTo(organisation.tenant());
    }
    assertThat(generations(waiting)).isZero();
  }

  /** Whoever stands between could write over http what others asked for over https. */
  @Test
  void whatIsFetchedOverTheOtherProtocolStaysInItsTenant() {
    Workshop.Waiting waiting = workshop.waiting();
    RepositoryAddress plain = waiting.repository().address();
    workshop
        .part(Repositories.class)
        .ofAll(
            new RepositoryAddress(
                plain.url().replaceFirst("^http:", "https:"), plain.normalizedId()));
    work();

    assertThat(done(waiting).generation()).isPresent();
    try (PinnedGeneration pinned = open(waiting)) {
      assertThat(pinned.at().tenant()).isEqualTo(waiting.organisation().tenant());
    }
    assertThat(generations(waiting)).isZero();
  }

  /** A correction of a sentence, and then none: theirs for as long as it stands. */
  @Test
  void whatATenantCorrectsLeavesWhatAllShareForOneOfItsOwnAndComesBack() {
    Workshop.Waiting corrected = workshop.waiting();
    Workshop.Waiting other = workshop.waiting(workshop.organisation(), corrected.served());
    work();
    UUID correction = correct(corrected);

    Build own = workshop.accept(corrected.organisation(), corrected.repository());
    work();

    assertThat(workshop.now(own).state()).isEqualTo(BuildState.DONE);
    assertThat(overview(corrected)).contains("reported as wrong");
    assertThat(overview(other)).contains(SENTENCE).doesNotContain("reported as wrong");
    try (PinnedGeneration pinned = open(corrected)) {
      assertThat(pinned.at().tenant()).isEqualTo(corrected.organisation().tenant());
    }

    workshop
        .part(ReportedSentences.class)
        .takeBack(corrected.organisation().tenant(), corrected.repository().id(), correction);
    workshop.accept(corrected.organisation(), corrected.repository());
    work();

    assertThat(overview(corrected)).contains(SENTENCE).doesNotContain("reported as wrong");
    assertThat(now(corrected).shared()).isPresent();
  }

  private static UUID correct(Workshop.Waiting waiting) {
    ReportedSentences reported = workshop.part(ReportedSentences.class);
    Builds.Asking asking =
        new Builds.Asking(waiting.organisation().tenant(), waiting.organisation().owner().id());
    ReportedSentences.Reported outcome =
        reported.report(
            asking,
            waiting.repository().id(),
            new Report("overview", SENTENCE, true, Optional.empty()));
    workshop.part(Builds.class).cancel(asking.tenant(), outcome.build().orElseThrow().id());
    return reported.list(asking.tenant(), waiting.repository().id()).getFirst().id();
  }

  private static String overview(Workshop.Waiting waiting) {
    try (ReadWiki wiki =
        workshop
            .part(Wikis.class)
            .open(waiting.organisation().tenant(), waiting.repository().id())) {
      return wiki.markdown("overview").orElseThrow();
    }
  }

  @Test
  void whatOneMadeAnotherGetsOnlyWhenTheHostGivesItThatOneToo() {
    String token = "glpat-" + UUID.randomUUID();
    Workshop.Waiting open = workshop.waiting();
    work();
    workshop.git().closeFor(open.served(), token);
    Workshop.Waiting late = workshop.waiting(workshop.organisation(), open.served());

    work();

    assertThat(workshop.now(late.build()).failure().orElseThrow().kind()).isEqualTo("unauthorized");
    assertThatThrownBy(() -> open(late)).isInstanceOf(StorageException.class);
    open(open).close();
  }

  @Test
  void whatIsSharedIsFoundAsOnesOwn() {
    Workshop.Waiting waiting = workshop.waiting();
    work();

    ManyWikis.Found found =
        workshop.part(ManyWikis.class).search(waiting.organisation().tenant(), "TideTable", 5);

    assertThat(found.hits())
        .isNotEmpty()
        .allMatch(hit -> hit.repository().equals(waiting.repository().id()));
  }

  @Test
  void whoeverDeletesTheirsTakesItFromNobody() {
    Workshop.Waiting first = workshop.waiting();
    Workshop.Waiting second = workshop.waiting(workshop.organisation(), first.served());
    work();

    workshop
        .part(Repositories.class)
        .remove(first.organisation().tenant(), first.repository().id());

    try (PinnedGeneration pinned = open(second)) {
      pinned.generation().verify();
    }
  }

  @Test
  void noTenantWritesThereAndNobodyIsLetInByItsId() {
    Workshop.Waiting waiting = workshop.waiting();
    work();
    RepositoryId shared = now(waiting).shared().orElseThrow();

    for (TenantId tenant : List.of(waiting.organisation().tenant(), TenantId.PUBLIC)) {
      int changed =
          workshop
              .part(TenantTransactions.class)
              .in(
                  tenant,
                  rows ->
                      rows.sql(
                              "UPDATE repositories SET visibility = 'published' WHERE id = :id"
                                  + " AND (tenant_id = :tenant OR tenant_id = public_tenant())")
                          .param("id", shared.value())
                          .update());
      assertThat(changed).isZero();
    }
    assertThat(workshop.part(Repositories.class).tenantOf(shared)).isEqualTo(TenantId.PUBLIC);
    assertThatThrownBy(
            () -> workshop.part(Repositories.class).find(waiting.organisation().tenant(), shared))
        .isInstanceOf(ai.wikibuilder.server.tenants.TenantException.class);
  }

  @Test
  void whatIsBuiltForAllJustNowIsNotBegunASecondTime() {
    Workshop.Waiting first = workshop.waiting();
    RepositoryId shared =
        workshop.part(Repositories.class).ofAll(first.repository().address()).orElseThrow();
    Hold builder = workshop.leases().take(TenantId.PUBLIC, shared).orElseThrow();

    assertThat(workshop.turns().take()).isEmpty();
    assertThat(workshop.now(first.build()).state()).isEqualTo(BuildState.QUEUED);
    builder.close();
    work();

    assertThat(done(first).state()).isEqualTo(BuildState.DONE);
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTED", "FACTS", "BUILT", "STORED", "PUBLISHED"})
  void whereverItsWorkerIsKilledAnotherGoesOn(Step deadly) {
    Workshop.Waiting waiting = workshop.waiting();
    Steps steps =
        step -> {
          if (step == deadly) {
            throw new Killed();
          }
        };

    assertThatThrownBy(() -> workshop.sharingWorker(steps).work(() -> false))
        .isInstanceOf(Killed.class);
    Build ended =
        ai.wikibuilder.server.jobs.Waiting.until(
            () -> {
              work();
              return workshop.now(waiting.build());
            },
            build -> build.state().isFinal());

    assertThat(ended.state()).as("%s", ended.failure()).isEqualTo(BuildState.DONE);
    assertThat(generations(waiting)).isEqualTo(1);
    try (PinnedGeneration pinned = open(waiting)) {
      pinned.generation().verify();
    }
  }

  private static void work() {
    workshop.sharingWorker(Steps.unwatched()).work(() -> false);
  }

  private static Build done(Workshop.Waiting waiting) {
    Build build = workshop.now(waiting.build());
    assertThat(build.state()).as("%s", build.failure()).isEqualTo(BuildState.DONE);
    return build;
  }

  private static Repository now(Workshop.Waiting waiting) {
    return workshop
        .part(Repositories.class)
        .find(waiting.organisation().tenant(), waiting.repository().id());
  }

  private static PinnedGeneration open(Workshop.Waiting waiting) {
    return workshop.store().open(waiting.organisation().tenant(), waiting.repository().id());
  }

  /** Of the tenant public, for this address. */
  private static long generations(Workshop.Waiting waiting) {
    return workshop
        .part(SystemTransactions.class)
        .run(rows ->
            rows.sql(
                    """
                    SELECT count(*) FROM generations g JOIN repositories r ON r.id = g.repository_id
                    WHERE r.tenant_id = public_tenant() AND r.normalized_repo_id = :known
                    """)
                .param("known", waiting.repository().address().normalizedId())
                .query((row, _) -> row.getLong(1))
                .single());
  }

  private static List<Path> stored(TenantId tenant) throws IOException {
    Path below = folder.resolve("storage/index").resolve(tenant.toString());
    if (!Files.isDirectory(below)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(below)) {
      return entries.toList();
    }
  }
}
