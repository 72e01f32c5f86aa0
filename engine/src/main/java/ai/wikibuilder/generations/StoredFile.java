package ai.wikibuilder.generations;

/**
 * What a generation remembers of one file of the snapshot. Immutable.
 *
 * @param blobId git's object id of the content
 * @param sha256 SHA-256 of the raw content, empty when it was left out unread
 * @param byteCount raw size
 * @param leftOut why its content is not in the wiki, empty when it is
 * @param maskedSecretCount secrets replaced in its text
 * @param text its masked text as UTF-8
 * @param facts its facts in the form of the facts stage
 */
public record StoredFile(
    String path,
    String blobId,
    String sha256,
    long byteCount,
    String leftOut,
    int maskedSecretCount,
    ContentRef text,
    ContentRef facts) {

  /** The same content under another path. */
  public StoredFile at(String otherPath) {
    return new StoredFile(
        otherPath, blobId, sha256, byteCount, leftOut, maskedSecretCount, text, facts);
  }
}
