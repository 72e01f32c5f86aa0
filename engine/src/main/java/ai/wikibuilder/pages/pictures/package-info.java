/**
 * Which images of the repository's documents pages show, and where.
 *
 * <p>In: a {@link ai.wikibuilder.pages.documents.Document} and what the {@link
 * ai.wikibuilder.pages.PictureBook} has. Out: blocks. Badges, icons and sponsors are left out; what
 * cannot be copied becomes a link. Entry: {@link ai.wikibuilder.pages.pictures.DocumentPictures}.
 */
@NullMarked
package ai.wikibuilder.pages.pictures;

import org.jspecify.annotations.NullMarked;
