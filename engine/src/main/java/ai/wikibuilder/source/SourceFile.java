package ai.wikibuilder.source;

/**
 * One file that the selection kept, before it is read. Immutable.
 *
 * @param path path inside the repository with {@code /} between its parts, never absolute, never
 *     with control characters
 * @param blobId git's object id of the content as hexadecimal digits; for a plain folder, the id
 *     git would give it
 * @param byteCount size of the content in the repository
 */
public record SourceFile(String path, String blobId, long byteCount) {}
