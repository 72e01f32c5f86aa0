package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** openapi.json says what the controllers do; {@code -Dgolden.update=true} writes it anew. */
@ExtendWith(RunningServer.class)
class OpenApiTest {
  private static final Path FILE = Path.of("src/main/resources/openapi.json");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** What is answered in place of the one status that the tool sees. */
  private static final Map<String, List<String>> ANSWERED =
      Map.of(
          "POST /api/auth/register", List.of("201", "202"),
          "POST /api/repositories", List.of("200", "201"),
          "POST /api/generate", List.of("202"),
          "POST /api/builds/{id}/pages/{slug}/retry", List.of("202"));

  /** Streams of server-sent events; 204 when nothing is to come. */
  private static final Set<String> STREAMS = Set.of("GET /api/builds/{id}/events");

  /** The records of the server, which the schemas are made of. */
  private static final List<Class<?>> RECORDS =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("ai.wikibuilder.server", "ai.wikibuilder.answers.json")
              .stream()
              .filter(type -> type.isRecord())
              .<Class<?>>map(JavaClass::reflect)
              .toList();

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  @Test
  void theDocumentDescribesTheControllers(Server server) throws IOException {
    ApiClient api = new ApiClient(server.address());
    String token = new Cast(server).person().token();
    JsonNode seen = api.get("/v3/api-docs", token).json();
    assertThat(seen.path("openapi").asString()).startsWith("3.1");

    ObjectNode document = described((ObjectNode) seen, api);
    String text =
        json.writeValueAsString(json.treeToValue(document, Map.class)).replace("\r", "") + "\n";

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, text);
    }
    assertThat(FILE).hasContent(text);
  }

  @Test
  void theServerShowsIt(Server server) throws IOException {
    ApiClient api = new ApiClient(server.address());

    var reply =
        api.call("GET", "/openapi.json", java.util.Optional.empty(), java.util.Optional.empty());

    assertThat(reply.status()).isEqualTo(200);
    if (!Boolean.getBoolean("golden.update")) {
      assertThat(reply.body()).isEqualTo(Files.readString(FILE));
    }
  }

  private ObjectNode described(ObjectNode document, ApiClient api) {
    document.remove("servers");
    document.remove("tags");
    document.set(
        "info",
        json.createObjectNode()
            .put("title", "AI Wiki Builder")
            .put("version", "1")
            .put("description", "Errors are problems of RFC 9457, with a stable word in `kind`."));
    ObjectNode paths = (ObjectNode) document.path("paths");
    paths.remove("/error");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          describe(path.getKey(), operation.getKey(), (ObjectNode) operation.getValue(), api);
        }
      }
    }
    ObjectNode components = document.withObjectProperty("components");
    components
        .withObjectProperty("securitySchemes")
        .set("bearer", json.createObjectNode().put("type", "http").put("scheme", "bearer"));
    ObjectNode schemas = components.withObjectProperty("schemas");
    schemas.remove("SseEmitter"); // events are described in words
    schemas.remove("StreamingResponseBody");
    schemas
        .properties()
        .forEach(schema -> require(schema.getKey(), (ObjectNode) schema.getValue()));
    schemas.set("Problem", problem());
    return document;
  }

  private void describe(String path, String method, ObjectNode operation, ApiClient api) {
    List<String> words = List.of(path.replaceAll("[{}]", "").split("[/.-]+", -1));
    StringBuilder id = new StringBuilder(method);
    words.stream()
        .filter(word -> !word.isEmpty() && !word.equals("api"))
        .forEach(word ->
            id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1)));
    operation.put("operationId", id.toString());
    operation.remove("tags");
    ArrayNode security = json.createArrayNode();
    if (!isOpen(path, method, api)) {
      security.addObject().putArray("bearer");
    }
    operation.set("security", security);
    ObjectNode responses = operation.withObjectProperty("responses");
    String name = method.toUpperCase(Locale.ROOT) + " " + path;
    if (ANSWERED.containsKey(name)) {
      JsonNode answer = responses.remove("200");
      ANSWERED.get(name).forEach(status -> responses.set(status, answer.deepCopy()));
    }
    if (STREAMS.contains(name)) {
      ((ObjectNode) responses.path("200"))
          .withObjectProperty("content")
          .withObjectProperty("text/event-stream")
          .withObjectProperty("schema")
          .put("type", "string");
      responses.set("204", json.createObjectNode().put("description", "Nothing is to come"));
    }
    responses.properties().forEach(response -> asJson((ObjectNode) response.getValue()));
    ObjectNode problem = json.createObjectNode().put("description", "A problem");
    problem
        .withObjectProperty("content")
        .withObjectProperty(Problem.MEDIA_TYPE)
        .withObjectProperty("schema")
        .put("$ref", "#/components/schemas/Problem");
    responses.set("default", problem);
  }

  /** Where a controller names no media type it answers JSON. */
  private static void asJson(ObjectNode response) {
    if (response.path("content") instanceof ObjectNode content && content.has("*/*")) {
      content.set("application/json", content.remove("*/*"));
    }
    for (JsonNode content : response.path("content")) {
      if (content.path("schema").path("$ref").asString("").matches(".*/(Sse|Streaming).*")) {
        ((ObjectNode) content).withObjectProperty("schema").removeAll().put("type", "string");
      }
    }
    JsonNode schema = response.path("content").path("application/json").path("schema");
    if (schema.path("type").asString("").equals("string")) {
      ((ObjectNode) schema).put("type", "object"); // a document that is ready as text
    }
  }

  /** What a record never leaves out is required: every component that is not {@code @Nullable}. */
  private void require(String name, ObjectNode schema) {
    Class<?> record =
        RECORDS.stream()
            .filter(type -> type.getSimpleName().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no record is called " + name));
    List<String> always =
        Arrays.stream(record.getRecordComponents())
            .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
            .filter(component -> component.getType() != Optional.class)
            .map(RecordComponent::getName)
            .sorted()
            .toList();
    if (!always.isEmpty()) {
      always.forEach(schema.putArray("required")::add);
    }
  }

  /** As the running server has it: what needs a token says so before it looks at anything else. */
  private static boolean isOpen(String path, String method, ApiClient api) {
    var reply =
        api.call(
            method.toUpperCase(Locale.ROOT),
            path.replaceAll("\\{\\w+}", "x"),
            java.util.Optional.empty(),
            java.util.Optional.empty());
    return !reply.text("kind").equals("unauthorized");
  }

  private ObjectNode problem() {
    ObjectNode schema = json.createObjectNode().put("type", "object");
    ObjectNode properties = schema.withObjectProperty("properties");
    for (String text : List.of("type", "title", "kind", "detail")) {
      properties.withObjectProperty(text).put("type", "string");
    }
    properties.withObjectProperty("status").put("type", "integer").put("format", "int32");
    ArrayNode required = schema.putArray("required");
    List.of("type", "title", "status", "kind", "detail").forEach(required::add);
    return schema;
  }
}
