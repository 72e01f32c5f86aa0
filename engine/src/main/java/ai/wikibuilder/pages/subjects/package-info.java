/**
 * Pages that cut across the modules: tables and families of types, and the words of the subject.
 *
 * <p>In: {@code pages.material.Material}. Entry: {@link DataModelPage} and {@link GlossaryPage}.
 */
@NullMarked
package ai.wikibuilder.pages.subjects;

import org.jspecify.annotations.NullMarked;
