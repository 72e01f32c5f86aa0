/**
 * Language and embedding models behind small interfaces.
 *
 * <p>Entry: {@link Embedder}. The in-process embedder needs no key and no network. LangChain4j is
 * used here and nowhere else.
 */
@NullMarked
package ai.wikibuilder.models;

import org.jspecify.annotations.NullMarked;
