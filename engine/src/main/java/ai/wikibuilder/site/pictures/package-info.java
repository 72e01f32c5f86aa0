/**
 * Images of the repository in a site: their files, named by content, and the size they are shown
 * in.
 *
 * <p>In: a {@link ai.wikibuilder.pages.Wiki} and {@link ai.wikibuilder.site.pictures.PictureBytes}.
 * Out: {@code assets/images} and {@code markdown/images}. Entry: {@link
 * ai.wikibuilder.site.pictures.PictureFiles}.
 */
@NullMarked
package ai.wikibuilder.site.pictures;

import org.jspecify.annotations.NullMarked;
