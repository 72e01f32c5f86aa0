package ai.wikibuilder.cli.arguments;

import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.source.SourceRequest.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A repository as somebody names it on the command line. Immutable.
 *
 * @param text the https address of a repository, or a folder of this machine
 * @param token for the host of an address
 */
public record SourceArgument(String text, Optional<String> token) {
  /**
   * Where the repository is. An address has a scheme, or looks like one that git would take; all
   * else is a folder.
   *
   * @param output folder of the wiki, which is never read as source
   */
  public Origin origin(Path output) {
    if (isAddress()) {
      return new Origin.Remote(text, token);
    }
    Path folder = Path.of(text);
    if (!Files.exists(folder) && text.matches("[\\w-]+(\\.[\\w-]+)+/.+")) {
      throw new UsageException(
          "no folder %s; for a repository write the whole address: https://%s"
              .formatted(text, text));
    }
    return new Origin.Folder(folder, Optional.of(output));
  }

  private boolean isAddress() {
    return text.contains("://") || text.matches("[\\w.-]+@[\\w.-]+:.*|[\\w-]+::.*");
  }

  /** A short name that can be part of a file name. */
  public String name() {
    String last =
        isAddress()
            ? text.replaceFirst("[?#].*$", "").replaceFirst("/+$", "")
            : String.valueOf(Path.of(text).toAbsolutePath().normalize().getFileName());
    String name = last.substring(last.lastIndexOf('/') + 1).replaceFirst("\\.git$", "");
    String safe = name.replaceAll("[^\\w.-]", "-").replaceFirst("^[.-]+", "");
    return safe.isEmpty() || safe.equals("null") ? "repository" : safe;
  }

  /** The same repository is the same text, wherever it is named from. */
  public String place() {
    return isAddress() ? text : Path.of(text).toAbsolutePath().normalize().toString();
  }
}
