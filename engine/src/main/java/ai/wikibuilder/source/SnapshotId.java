package ai.wikibuilder.source;

import java.util.Optional;

/**
 * Which state of which repository a wiki describes. Immutable.
 *
 * @param name short name for people, also used in file names: the last part of the address or the
 *     folder's name
 * @param address the https address without credentials, empty for a folder
 * @param commit the full commit id, empty when the folder has no git or no commit
 * @param treeId git's id of the tree that the wiki shows, full length; of the selected files as
 *     they are for a folder with changes
 * @param subPath the part of the repository that was asked for, empty for all of it
 * @param changed whether the folder holds changes that are not committed
 */
public record SnapshotId(
    String name,
    Optional<String> address,
    Optional<String> commit,
    String treeId,
    String subPath,
    boolean changed) {

  /** For people: the short commit, {@code a1b2c3d + changes}, or the short tree id. */
  public String label() {
    String shortId = commit.orElse(treeId).substring(0, 7);
    return changed && commit.isPresent() ? shortId + " + changes" : shortId;
  }
}
