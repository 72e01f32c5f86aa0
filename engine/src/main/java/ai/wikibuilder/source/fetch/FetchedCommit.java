package ai.wikibuilder.source.fetch;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * A commit that is on this machine with all its trees.
 *
 * @param repository bare and shallow; the caller closes it
 * @param address the address without credentials, for people and for links
 * @param largeFilesLeft whether the host left out files over {@link FetchLimits#blobBytesMax()}
 */
public record FetchedCommit(
    Repository repository, ObjectId commit, String address, boolean largeFilesLeft) {}
