package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.research.ResearchRun;
import ai.wikibuilder.answers.research.ResearchStore;
import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.server.jobs.Additions;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports of researches that are pages of a wiki. Threads may share it. */
public final class PublishedReports implements Additions {
  private final Researches researches;
  private final Builds builds;
  private final SecureRandom random;

  PublishedReports(Researches researches, Builds builds, SecureRandom random) {
    this.researches = researches;
    this.builds = builds;
    this.random = random;
  }

  /**
   * Has a report be a page of the wiki from the next build on, and accepts that build.
   *
   * @throws AnswerException NO_REPORT
   * @throws ai.wikibuilder.server.quota.QuotaException BUILDS; it comes with the next build then
   */
  public Build show(KeptResearch research) {
    if (!researches.show(research.tenant(), research.user(), research.id(), true)) {
      throw new AnswerException(
          AnswerException.Kind.NO_REPORT,
          "This research has no report to show; one that is done, capped or failed has.");
    }
    return builds
        .refresh(new Builds.Asking(research.tenant(), research.user()), research.repository())
        .build();
  }

  @Override
  public boolean isAny(TenantId tenant, RepositoryId repository) {
    return !researches.shown(tenant, repository).isEmpty();
  }

  @Override
  public boolean putInto(TenantId tenant, RepositoryId repository, Path store) {
    ResearchStore there = new ResearchStore(store, random);
    List<ResearchRun> wanted =
        researches.shown(tenant, repository).stream()
            .map(KeptResearch::run)
            .flatMap(Optional::stream)
            .toList();
    boolean changed = false;
    Set<String> gone = new HashSet<>(there.ids());
    for (ResearchRun run : wanted) {
      gone.remove(run.id());
      if (find(there, run.id()).filter(run::equals).isEmpty()) {
        there.keep(run);
        changed = true;
      }
    }
    for (String id : gone) {
      boolean removed = there.remove(id);
      changed = changed || removed;
    }
    return changed;
  }

  /** One that is damaged is put there anew. */
  private static Optional<ResearchRun> find(ResearchStore there, String id) {
    try {
      return there.find(id);
    } catch (GenerationException e) {
      return Optional.empty();
    }
  }
}
