/**
 * JSON as models and providers write it: read forgivingly, written exactly.
 *
 * <p>In: text. Out: {@link JsonTree}. Entries: {@link JsonTree} for reading, {@link JsonText} for
 * writing. Knows nothing of models.
 */
@NullMarked
package ai.wikibuilder.models.json;

import org.jspecify.annotations.NullMarked;
