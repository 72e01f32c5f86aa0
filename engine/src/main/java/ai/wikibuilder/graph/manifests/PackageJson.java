package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.source.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads package.json as a stream. */
final class PackageJson {
  private PackageJson() {}

  static void read(SourceText text, Draft draft) {
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), text.utf8())) {
      Deque<String> path = new ArrayDeque<>();
      String field = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int line = parser.currentTokenLocation().getLineNr();
        switch (token) {
          case PROPERTY_NAME -> field = parser.currentName();
          case START_OBJECT, START_ARRAY -> path.addLast(field);
          case END_OBJECT, END_ARRAY -> path.removeLast();
          case VALUE_STRING ->
              take(
                  draft,
                  path.size(),
                  path.isEmpty() ? "" : path.getLast(),
                  new Manifest.Command(field, parser.getString(), line));
          default -> {
            // numbers, booleans and nulls say nothing that is read here
          }
        }
      }
    } catch (JacksonException damaged) {
      draft.name("", 1);
    }
  }

  private static void take(Draft draft, int depth, String container, Manifest.Command value) {
    if (depth == 1) {
      takeTop(draft, value);
    } else if (depth == 2) {
      switch (container) {
        case "scripts" -> draft.command(value.name(), value.text(), value.line());
        case "bin" -> draft.program(value.name(), value.line());
        case "dependencies", "peerDependencies" -> draft.dependency(value.name(), value.line());
        case "engines" -> {
          if (value.name().equals("node")) {
            draft.runtime("Node " + value.text(), value.line());
          }
        }
        default -> {
          // nothing else inside is read
        }
      }
    }
  }

  private static void takeTop(Draft draft, Manifest.Command value) {
    switch (value.name()) {
      case "name" -> draft.name(value.text(), value.line());
      case "description" -> draft.description(value.text(), value.line());
      case "license" -> draft.license(value.text(), value.line());
      case "bin" -> draft.program(value.text(), value.line());
      default -> {
        // nothing else is read
      }
    }
  }
}
