package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.models.ledger.Spent;
import ai.wikibuilder.source.SourceLimits;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who writes the pages of one build, with what it may use.
 *
 * @param spent by models in this build so far
 * @param repositoryBytesMax what the tenant's plan allows
 * @param gitToken of whoever asked, for the host of the repository
 */
record AuthorAtWork(
    Author author, Supplier<Spent> spent, long repositoryBytesMax, Optional<String> gitToken) {
  /** The installation's limits, or the plan's where they are lower. */
  SourceLimits limits(SourceLimits most) {
    return new SourceLimits(
        most.fetchTimeMax(),
        most.silenceMax(),
        Math.min(most.packBytesMax(), repositoryBytesMax),
        most.objectCountMax(),
        most.treeEntryCountMax(),
        most.treeDepthMax(),
        most.blobBytesMax(),
        Math.min(most.textBytesMax(), repositoryBytesMax));
  }

  @Override
  public String toString() {
    return "AuthorAtWork";
  }
}
