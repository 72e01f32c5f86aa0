package ai.wikibuilder.generations;

/**
 * What a generation remembers of one file of the snapshot. Immutable.
 *
 * @param blobId git's object id of the content
 * @param byteCount raw size
 * @param leftOut why its content is not in the wiki, empty when it is
 * @param maskedSecretCount secrets replaced in its text
 * @param outcome how far the parser came, in the words of the facts stage; empty when left out
 * @param symbolCount symbols in its facts
 * @param text its masked text as UTF-8
 * @param facts its facts in the form of the facts stage
 */
public record StoredFile(
    String path,
    String blobId,
    long byteCount,
    String leftOut,
    int maskedSecretCount,
    String outcome,
    int symbolCount,
    ContentRef text,
    ContentRef facts) {

  /** A file of which nothing but its name is kept. */
  public static StoredFile leftOut(String path, String blobId, long byteCount, String reason) {
    return new StoredFile(
        path, blobId, byteCount, reason, 0, "", 0, ContentRef.NONE, ContentRef.NONE);
  }

  /** The same content under another path. */
  public StoredFile at(String otherPath) {
    return new StoredFile(
        otherPath,
        blobId,
        byteCount,
        leftOut,
        maskedSecretCount,
        outcome,
        symbolCount,
        text,
        facts);
  }

  /** The same file with its content elsewhere. */
  StoredFile with(ContentRef otherText, ContentRef otherFacts) {
    return new StoredFile(
        path,
        blobId,
        byteCount,
        leftOut,
        maskedSecretCount,
        outcome,
        symbolCount,
        otherText,
        otherFacts);
  }
}
