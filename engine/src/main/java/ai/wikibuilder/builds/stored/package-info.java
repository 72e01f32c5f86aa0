/**
 * What is done with a finished generation without building: its graph and texts are read, its pages
 * checked, corrected and quoted.
 *
 * <p>In: {@code generations.Generation}. Entries: {@link WikiCheck}, {@link WikiCorrection}, {@link
 * WikiQuote}.
 */
@NullMarked
package ai.wikibuilder.builds.stored;

import org.jspecify.annotations.NullMarked;
