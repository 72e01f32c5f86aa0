/**
 * Stage 1: a repository becomes a snapshot, that is, its selected files at one commit.
 *
 * <p>In: a {@link SourceRequest} (an https address with an optional branch, tag or commit, or a
 * local folder). Out: a {@link Snapshot}. Entry: {@code snapshots.SnapshotSource}. Git objects are
 * read by id from the object database and nothing is ever checked out, so links, hooks and filters
 * of the repository cannot act. Text leaves this package decoded to UTF-8 and with its secrets
 * masked.
 *
 * <p>Limits: {@link SourceLimits}.
 */
@NullMarked
package ai.wikibuilder.source;

import org.jspecify.annotations.NullMarked;
