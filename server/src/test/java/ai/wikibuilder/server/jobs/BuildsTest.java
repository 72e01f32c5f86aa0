package ai.wikibuilder.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.GitHost.Served;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.git.GitCredentials;
import ai.wikibuilder.server.jobs.Builds.Accepted;
import ai.wikibuilder.server.jobs.Builds.Asking;
import ai.wikibuilder.server.jobs.events.BuildEvent;
import ai.wikibuilder.server.jobs.events.BuildEvents;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.storage.PinnedGeneration;
import ai.wikibuilder.server.storage.StorageException;
import ai.wikibuilder.server.tenants.TenantException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Builds as those who ask for them see them: accepted, run by the server's own worker, read. */
@ExtendWith(RunningServer.class)
class BuildsTest {
  private Server server;
  private Organisation organisation;
  private Asking asking;
  private Builds builds;
  private Repositories repositories;
  private GenerationStore store;
  private BuildEvents events;

  @BeforeEach
  void somebody(Server running) {
    server = running;
    Cast cast = new Cast(running);
    organisation = cast.organisation();
    asking = new Asking(organisation.tenant(), organisation.owner().id());
    builds = cast.part(Builds.class);
    repositories = cast.part(Repositories.class);
    store = cast.part(GenerationStore.class);
    events = cast.part(BuildEvents.class);
  }

  @Test
  void aRepositoryIsBuiltPublishedAndRead(GitHost git) throws IOException {
    Repository repository = added(git.repository());
    assertThatThrownBy(() -> store.open(organisation.tenant(), repository.id()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("no wiki of this repository yet");

    Build accepted = accept(repository).build();
    Build ended = ended(accepted);

    assertThat(accepted.state()).isEqualTo(BuildState.QUEUED);
    assertThat(ended.failure()).isEmpty();
    assertThat(ended.state()).isEqualTo(BuildState.DONE);
    try (PinnedGeneration pinned = store.open(organisation.tenant(), repository.id())) {
      assertThat(pinned.at().generation().value()).isEqualTo(ended.generation().orElseThrow());
      assertThat(pinned.generation().files()).hasSize(3);
      assertThat(pinned.generation().wikiFolder().resolve("wiki.json")).exists();
      assertThat(Files.readString(pinned.generation().wikiFolder().resolve("wiki.json")))
          .contains("TideTable");
      pinned.generation().verifyDigests();
    }
  }

  @Test
  void eventsTellEveryStageAndEndWithTheState(GitHost git) {
    Build ended = ended(accept(added(git.repository())).build());

    List<BuildEvent> all = events.after(organisation.tenant(), ended.id(), 0, 1_000);

    assertThat(all).extracting(BuildEvent::number).isSorted().doesNotHaveDuplicates();
    assertThat(all.getFirst().body()).contains("queued");
    assertThat(all.getLast().body()).contains("\"done\"").contains("generation");
    assertThat(all)
        .extracting(BuildEvent::body)
        .anyMatch(body -> body.contains("\"facts\""))
        .anyMatch(body -> body.contains("\"publish\""));
    assertThat(events.after(organisation.tenant(), ended.id(), all.size() - 1, 10)).hasSize(1);
  }

  @Test
  void theSameRequestGetsTheSameBuildAndAnotherDoesNot(GitHost git) {
    Repository repository = added(git.repository());

    Accepted first = accept(repository);
    Accepted again = accept(repository);
    Accepted other =
        builds.accept(asking, repository.id(), BuildWish.composed().at("main"), Optional.empty());

    assertThat(first.isNew()).isTrue();
    assertThat(other.build().id()).isNotEqualTo(first.build().id());
    assertThat(again.isNew()).isFalse();
    assertThat(again.build().id()).isEqualTo(first.build().id());
    assertThat(ended(other.build()).state()).isEqualTo(BuildState.DONE);
  }

  @Test
  void aKeyOfARequestFindsItsBuildForGoodAndNoOther(GitHost git) {
    Repository repository = added(git.repository());
    Optional<String> key = Optional.of("request-1");

    Accepted first = builds.accept(asking, repository.id(), BuildWish.composed(), key);
    ended(first.build());
    Accepted again = builds.accept(asking, repository.id(), BuildWish.composed(), key);

    assertThat(again.isNew()).isFalse();
    assertThat(again.build().id()).isEqualTo(first.build().id());
    Repository other = added(git.repository());
    assertThatThrownBy(() -> builds.accept(asking, other.id(), BuildWish.composed(), key))
        .isInstanceOf(BuildException.class)
        .hasMessageContaining("another request");
  }

  @Test
  void theSameCommitAgainIsTheSameGeneration(GitHost git) {
    Repository repository = added(git.repository());

    Build first = ended(accept(repository).build());
    Build second = ended(accept(repository).build());

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.state()).isEqualTo(BuildState.DONE);
    assertThat(second.generation()).isEqualTo(first.generation());
  }

  @Test
  void aNewCommitIsAnotherGenerationAndReadersKeepTheirs(GitHost git) {
    Served served = git.repository();
    Repository repository = added(served);
    ended(accept(repository).build());

    try (PinnedGeneration before = store.open(organisation.tenant(), repository.id())) {
      served.write("src/tide/moon.py", "def phase():\n    return 0\n").commit("second");
      ended(accept(repository).build());

      assertThat(before.generation().files()).hasSize(3);
      before.generation().verify();
      try (PinnedGeneration after = store.open(organisation.tenant(), repository.id())) {
        assertThat(after.generation().files()).hasSize(4);
      }
    }
  }

  @Test
  void aPrivateRepositoryNeedsTheTokenOfWhoeverAsksAndItIsKeptNowhere(GitHost git)
      throws IOException {
    String token = "glpat-canary-" + UUID.randomUUID();
    Repository repository = added(git.privateRepository(token));

    Build without = ended(accept(repository).build());
    RunningServer.part(server, GitCredentials.class)
        .put(
            asking.tenant(),
            asking.user(),
            new ai.wikibuilder.server.git.GitHost(repository.address().host()),
            token);
    Build with = ended(accept(repository).build());

    assertThat(without.failure().orElseThrow().kind()).isEqualTo("unauthorized");
    assertThat(with.state()).as("%s", with.failure()).isEqualTo(BuildState.DONE);
    try (Stream<Path> files = Files.walk(store.folders().root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(token);
      }
    }
    assertThat(events.after(asking.tenant(), with.id(), 0, 1_000).toString()).doesNotContain(token);
  }

  @Test
  void aBranchThatIsGoneEndsTheBuildByNameAndTheWikiStays(GitHost git) {
    Served served = git.repository();
    served.git("branch", "harbour");
    Repository repository = added(served);
    BuildWish branch = BuildWish.composed().at("harbour");
    Build first = ended(builds.accept(asking, repository.id(), branch, Optional.empty()).build());
    served.git("branch", "-D", "harbour");

    Build second = ended(builds.accept(asking, repository.id(), branch, Optional.empty()).build());

    assertThat(first.state()).isEqualTo(BuildState.DONE);
    assertThat(second.failure())
        .hasValue(
            new Build.Failure("not_found", "There is no branch or tag harbour. There is: main."));
    try (PinnedGeneration pinned = store.open(organisation.tenant(), repository.id())) {
      assertThat(pinned.at().generation().value()).isEqualTo(first.generation().orElseThrow());
    }
  }

  /** The host takes the token for the list of branches and no more for the files. */
  @Test
  void aTokenThatIsRevokedInTheMiddleOfACloneEndsTheBuildAndIsNotShown(GitHost git) {
    String token = "glpat-canary-" + UUID.randomUUID();
    Served served = git.privateRepository(token);
    Repository repository = added(served);
    RunningServer.part(server, GitCredentials.class)
        .put(
            asking.tenant(),
            asking.user(),
            new ai.wikibuilder.server.git.GitHost(repository.address().host()),
            token);
    AtomicInteger refused = new AtomicInteger();
    git.server()
        .behave(exchange -> {
          String target = exchange.getRequestURI().getPath();
          if (!target.startsWith("/" + served.folder().getFileName())
              || !exchange.getRequestMethod().equals("POST")) {
            return false;
          }
          refused.incrementAndGet();
          exchange.sendResponseHeaders(401, -1);
          return true;
        });

    Build build = ended(accept(repository).build());

    assertThat(refused.get()).isPositive();
    assertThat(build.failure().orElseThrow().kind()).isEqualTo("unauthorized");
    assertThat(build.failure().orElseThrow().message()).doesNotContain(token);
    assertThat(events.after(asking.tenant(), build.id(), 0, 1_000).toString())
        .doesNotContain(token);
    assertThatThrownBy(() -> store.open(organisation.tenant(), repository.id()))
        .isInstanceOf(StorageException.class);
  }

  @Test
  void buildsOfAnotherTenantAreUnknown(GitHost git) {
    Build build = accept(added(git.repository())).build();
    Organisation other = new Cast(server).organisation();

    assertThatThrownBy(() -> builds.find(other.tenant(), build.id()))
        .isInstanceOf(TenantException.class);
    assertThatThrownBy(() -> builds.cancel(other.tenant(), build.id()))
        .isInstanceOf(TenantException.class);
    assertThat(events.after(other.tenant(), build.id(), 0, 10)).isEmpty();
    assertThat(ended(build).state()).isEqualTo(BuildState.DONE);
  }

  private Repository added(Served served) {
    return repositories.add(asking.tenant(), asking.user(), served.address()).repository();
  }

  private Accepted accept(Repository repository) {
    return builds.accept(asking, repository.id(), BuildWish.composed(), Optional.empty());
  }

  private Build ended(Build build) {
    return Waiting.until(
        () -> builds.find(build.tenant(), build.id()), now -> now.state().isFinal());
  }
}
