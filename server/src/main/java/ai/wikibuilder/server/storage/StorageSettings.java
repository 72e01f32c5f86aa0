package ai.wikibuilder.server.storage;

/**
 * What is stored, and for whom. Immutable.
 *
 * @param sharesPublic whether composed wikis of repositories that need no credential are built once
 *     for all tenants
 */
public record StorageSettings(boolean sharesPublic) {
  /** Everything stays in its tenant. */
  public static StorageSettings standard() {
    return new StorageSettings(false);
  }
}
