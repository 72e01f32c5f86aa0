/**
 * Images of a repository: which bytes are an image that pages may show, and how large it is.
 *
 * <p>In: raw bytes. Out: {@link ai.wikibuilder.source.pictures.PictureFacts}. Only PNG, JPEG and
 * WebP are known; what else calls itself an image, SVG above all, is none.
 */
@NullMarked
package ai.wikibuilder.source.pictures;

import org.jspecify.annotations.NullMarked;
