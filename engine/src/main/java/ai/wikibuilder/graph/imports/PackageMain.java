package ai.wikibuilder.graph.imports;

import ai.wikibuilder.source.SourceText;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the script that stands for the whole package off a package.json. */
public final class PackageMain {
  private PackageMain() {}

  /** Whether a file of this name may say so. */
  public static boolean isManifest(String path) {
    return Paths.lastPart(path).equals("package.json");
  }

  /** What {@code main} says, relative to the folder of the file; empty for a damaged file too. */
  public static Optional<String> read(SourceText text) {
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), text.utf8())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean main = parser.currentName().equals("main");
        if (parser.nextToken() == JsonToken.VALUE_STRING && main) {
          return Optional.of(parser.getString());
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }
}
