/**
 * Git repositories and plain folders of this machine, read without running or trusting anything in
 * them.
 *
 * <p>In: a folder. Out: its object database, references, index, and files by path. Entry: {@link
 * LocalRepository}, and {@link FolderFiles} for content. A repository's configuration, hooks,
 * filters, alternates and links are not followed; of its configuration two values are read, the
 * format and the address of origin. Errors: {@link LocalRepositoryException}.
 *
 * <p>Limits: {@link FolderFiles#SMALL_FILE_BYTES_MAX} for git's own small files, and those each
 * method takes.
 */
@NullMarked
package ai.wikibuilder.source.local;

import org.jspecify.annotations.NullMarked;
