package ai.wikibuilder.server.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operation of openapi.json.
 *
 * @param path with names in braces
 * @param body schema of the JSON it takes
 */
record Operation(
    String method,
    String path,
    List<Parameter> parameters,
    Optional<JsonNode> body,
    JsonNode responses) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Where a parameter stands, path, query or header, and what it holds. */
  record Parameter(String name, String in, JsonNode schema) {}

  /** The whole document, whose schemas the operations refer to. */
  static JsonNode document() throws IOException {
    return new JsonMapper().readTree(Files.readString(Path.of("src/main/resources/openapi.json")));
  }

  static List<Operation> of(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation ->
                    operations.add(of(operation.getKey(), path.getKey(), operation.getValue()))));
    return operations;
  }

  private static Operation of(String method, String path, JsonNode operation) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      parameters.add(
          new Parameter(
              parameter.path("name").asString(),
              parameter.path("in").asString(),
              parameter.path("schema")));
    }
    JsonNode body =
        operation.path("requestBody").path("content").path("application/json").path("schema");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        parameters,
        body.isMissingNode() ? Optional.empty() : Optional.of(body),
        operation.path("responses"));
  }

  /** The same in every run, whatever other operations there are. */
  int hashCodeOfName() {
    return (method + path).hashCode();
  }

  /** Argon2 or a build stands behind it: a few calls say as much as hundreds. */
  boolean isDear() {
    return path.startsWith("/api/auth/")
        || path.equals("/api/account/delete")
        || path.equals("/api/generate")
        || path.equals("/api/quote");
  }
}
