package ai.wikibuilder.server.secrets;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the master key is. Immutable; shows no key.
 *
 * @param key the key itself, from the environment
 * @param file the file it is in; made at the first start when {@code key} is empty and it is
 *     missing
 */
public record SecretSettings(Optional<String> key, Path file) {
  @Override
  public String toString() {
    return key.isPresent() ? "secrets.master-key" : file.toString();
  }
}
