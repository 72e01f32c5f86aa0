/**
 * Generations on disk: immutable results of builds, one folder each, published at once or not at
 * all, the last few kept.
 *
 * <p>Entry: {@link GenerationStore}. Every file has a magic number, a version and a checksum, and
 * is checked before use.
 */
@NullMarked
package ai.wikibuilder.generations;

import org.jspecify.annotations.NullMarked;
