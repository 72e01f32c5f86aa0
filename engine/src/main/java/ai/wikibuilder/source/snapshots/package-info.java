/**
 * Opens sources: finds the commit or the folder, selects files, reads and masks their text.
 *
 * <p>In: {@code source.SourceRequest}. Out: {@code source.Snapshot}. Entry: {@link SnapshotSource}.
 * What is fetched, walked, matched, decoded and masked is done by the packages beside this one,
 * which know nothing of snapshots.
 */
@NullMarked
package ai.wikibuilder.source.snapshots;

import org.jspecify.annotations.NullMarked;
