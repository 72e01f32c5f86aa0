package ai.wikibuilder.server.api.builds;

import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.server.jobs.Build;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A build as it stands.
 *
 * @param state queued, running, done, capped, failed or cancelled
 * @param request what was asked for
 * @param putBack why it waits again, while it is queued after a try that failed
 * @param generation what it made
 */
record BuildReply(
    UUID buildId,
    UUID repositoryId,
    String state,
    BuildRequested request,
    BuildProgress progress,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable BuildFailure failure,
    @Nullable BuildPutBack putBack,
    @Nullable UUID generation,
    BuildLinks links) {

  record BuildRequested(
      @Nullable String ref,
      String path,
      @Nullable String language,
      String writer,
      @Nullable String budget,
      @Nullable String page,
      boolean fewerPages) {}

  /**
   * How far it is.
   *
   * @param done files, or pages in the stage of that name
   * @param etaSeconds time left, as the last build of this repository took; none when there is
   *     nothing to go by
   */
  record BuildProgress(
      @Nullable String stage,
      long done,
      long total,
      @Nullable Long etaSeconds,
      long tokens,
      long microDollars,
      int attempts) {}

  record BuildFailure(String kind, String message) {}

  /**
   * A try that failed and is made again.
   *
   * @param at when that was
   * @param nextTryAt when it is tried again, or a little later
   */
  record BuildPutBack(Instant at, Instant nextTryAt, String kind, String message) {
    private static BuildPutBack of(Build.PutBack back) {
      return new BuildPutBack(back.at(), back.nextTryAt(), back.why().kind(), back.why().message());
    }
  }

  record BuildLinks(String self, String events, String repository) {}

  static BuildReply of(Build build, @Nullable Long etaSeconds) {
    String self = "/api/builds/" + build.id();
    return new BuildReply(
        build.id().value(),
        build.repository().value(),
        build.state().word(),
        new BuildRequested(
            build.wish().ref().orElse(null),
            build.wish().subPath(),
            build.wish().language().map(PageLanguage::code).orElse(null),
            build.wish().writer().word(),
            build.wish().budget().orElse(null),
            build.wish().retriedPage().orElse(null),
            build.wish().fewerPages()),
        progress(build.progress(), etaSeconds),
        build.times().createdAt(),
        build.times().startedAt().orElse(null),
        build.times().endedAt().orElse(null),
        build
            .failure()
            .map(failure -> new BuildFailure(failure.kind(), failure.message()))
            .orElse(null),
        build.putBack().map(BuildPutBack::of).orElse(null),
        build.generation().orElse(null),
        new BuildLinks(self, self + "/events", "/api/repositories/" + build.repository()));
  }

  private static BuildProgress progress(Build.Progress progress, @Nullable Long etaSeconds) {
    return new BuildProgress(
        progress.stage().isEmpty() ? null : progress.stage(),
        progress.done(),
        progress.total(),
        etaSeconds,
        progress.tokens(),
        progress.microDollars(),
        progress.attemptCount());
  }
}
