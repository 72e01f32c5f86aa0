package ai.wikibuilder.server.api.builds;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.EventStream;
import ai.wikibuilder.server.api.Standing;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildId;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.events.EventHub;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.storage.PinnedGeneration;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** How builds are. */
@RestController
final class BuildApi {
  /** Builds of a repository that are listed. */
  private static final int LISTED_COUNT_MAX = 50;

  /** The page that a wiki opens with; its file has a name of its own. */
  private static final String OVERVIEW = "overview";

  private static final Pattern SLUG = Pattern.compile("[\\w-]{1,200}");

  private final Builds builds;
  private final Repositories repositories;
  private final GenerationStore store;
  private final EventHub hub;
  private final Admission admission;

  BuildApi(
      Builds builds,
      Repositories repositories,
      GenerationStore store,
      EventHub hub,
      Admission admission) {
    this.builds = builds;
    this.repositories = repositories;
    this.store = store;
    this.hub = hub;
    this.admission = admission;
  }

  @GetMapping("/api/builds/{id}")
  BuildReply show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return reply(builds.find(admitted(caller, id, Role.READER, Scope.READ), new BuildId(id)));
  }

  /** The newest builds of a repository. */
  @GetMapping("/api/repositories/{id}/builds")
  List<BuildReply> list(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    RepositoryId repository = new RepositoryId(id);
    TenantId tenant =
        admission.admit(caller, repositories.tenantOf(repository).value(), Role.READER, Scope.READ);
    return builds.of(tenant, repository, LISTED_COUNT_MAX).stream()
        .map(build -> BuildReply.of(build, null))
        .toList();
  }

  /** Ends it; one that is over stays as it ended. */
  @DeleteMapping("/api/builds/{id}")
  BuildReply cancel(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return reply(builds.cancel(admitted(caller, id, Role.MEMBER, Scope.WRITE), new BuildId(id)));
  }

  /**
   * Events as they come, from behind {@code Last-Event-ID} on, until the build is over. Who watches
   * one that was over already is answered 204: there is nothing to come back for.
   */
  @GetMapping(path = "/api/builds/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void events(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletResponse response)
      throws IOException {
    TenantId tenant = admitted(caller, id, Role.READER, Scope.READ);
    Build build = builds.find(tenant, new BuildId(id));
    int after = EventStream.number(last);
    try (Standing.Held reader = admission.hold(caller, tenant);
        EventHub.Watcher watcher = hub.watch(tenant, build.id(), after)) {
      new EventStream(response, reader).send(watcher, builds.eventsLeft(build, after));
    }
  }

  /** Has the model write one page anew; the other pages are taken over. */
  @PostMapping("/api/builds/{id}/pages/{slug}/retry")
  ResponseEntity<BuildReply> retry(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable String slug) {
    TenantId tenant = admitted(caller, id, Role.MEMBER, Scope.WRITE);
    Build earlier = builds.find(tenant, new BuildId(id));
    admission.count(caller, tenant, Work.BUILD);
    requirePage(tenant, earlier.repository(), slug);
    Builds.Accepted accepted =
        builds.retry(new Builds.Asking(tenant, caller.user()), earlier.id(), slug);
    BuildReply reply = reply(accepted.build());
    return ResponseEntity.accepted().location(URI.create(reply.links().self())).body(reply);
  }

  private void requirePage(TenantId tenant, RepositoryId repository, String slug) {
    if (!SLUG.matcher(slug).matches()) {
      throw TenantException.notFound();
    }
    try (PinnedGeneration pinned = store.open(tenant, repository)) {
      Path wiki = pinned.generation().wikiFolder();
      if (!slug.equals(OVERVIEW) && !Files.isRegularFile(wiki.resolve("pages/" + slug + ".html"))) {
        throw TenantException.notFound();
      }
    }
  }

  private BuildReply reply(Build build) {
    return BuildReply.of(build, builds.secondsLeft(build).orElse(null));
  }

  private TenantId admitted(Caller caller, UUID id, Role role, Scope scope) {
    return admission.admit(caller, builds.tenantOf(new BuildId(id)).value(), role, scope);
  }
}
