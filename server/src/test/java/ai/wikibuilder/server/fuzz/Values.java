package ai.wikibuilder.server.fuzz;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes values from schemas: mostly of the right shape, some of them strange, from a seed. */
public final class Values {
  /** What nobody means, and what somebody might try. */
  public static final List<String> STRANGE =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\r\nSet-Cookie: x=1",
          "'; DROP TABLE users; --",
          "../../../../etc/passwd",
          "..%2f..%2f",
          "%",
          "%zz",
          "%ff%fe",
          "${jndi:ldap://127.0.0.1/x}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "\ud800",
          "\ufeff\u202e\u200b",
          "é",
          "İ",
          "-1",
          "0",
          "9223372036854775808",
          "1e400",
          "NaN",
          "null",
          "true",
          "[]",
          "{}",
          "javascript:alert(1)",
          "https://[::1]/x.git",
          "file:///etc/passwd",
          "00000000-0000-0000-0000-000000000001",
          "00000000000000000000000000000000",
          "a".repeat(300),
          "a".repeat(70_000));

  private static final List<String> SENSIBLE =
      List.of("read", "owner", "openai", "x@example.org", "four words that rhyme", "1", "composed");

  private final Random random;
  private final JsonNode schemas;
  private final List<String> ids;
  private final JsonMapper json = new JsonMapper();

  /**
   * Makes one.
   *
   * @param ids ids that exist
   */
  Values(Random random, JsonNode document, List<String> ids) {
    this.random = random;
    this.schemas = document.path("components").path("schemas");
    this.ids = ids;
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** For a path, a query or a header; not encoded. */
  String text(JsonNode schema) {
    if (chance(25)) {
      return one(STRANGE);
    }
    return switch (schema.path("type").asString("")) {
      case "integer", "number" -> Integer.toString(random.nextInt(-2, 200));
      case "boolean" -> Boolean.toString(random.nextBoolean());
      default ->
          schema.path("format").asString("").equals("uuid")
              ? (chance(70) ? one(ids) : UUID.randomUUID().toString())
              : one(SENSIBLE);
    };
  }

  /** A body as it is sent. */
  byte[] body(JsonNode schema) {
    // JSON can escape half of a character; as bytes it would become a question mark
    String text = value(schema, 0).toString().replace("\ud800", "\\ud800");
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return switch (random.nextInt(20)) {
      case 0 -> new byte[0];
      case 1 -> java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 2 -> text.getBytes(java.nio.charset.StandardCharsets.UTF_16);
      case 3 -> flipped(bytes);
      case 4 -> (text + text).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      case 5 -> ("[".repeat(5_000) + text).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      case 6 ->
          text.replaceFirst("\\{", "{\"strange\":1,")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8);
      default -> bytes;
    };
  }

  private byte[] flipped(byte[] bytes) {
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private JsonNode value(JsonNode schema, int depth) {
    if (chance(8)) {
      return ofAnyKind(depth);
    }
    if (schema.has("$ref")) {
      String name = schema.path("$ref").asString().replaceFirst(".*/", "");
      return value(schemas.path(name), depth);
    }
    if (schema.has("enum")) {
      return one(schema.path("enum").valueStream().toList());
    }
    return switch (schema.path("type").asString("")) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema.path("items"), depth);
      case "integer" -> json.getNodeFactory().numberNode(random.nextInt(-5, 1_000));
      case "number" -> json.getNodeFactory().numberNode(random.nextDouble());
      case "boolean" -> json.getNodeFactory().booleanNode(random.nextBoolean());
      default -> json.getNodeFactory().stringNode(text(schema));
    };
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = json.createObjectNode();
    schema
        .path("properties")
        .properties()
        .forEach(property -> {
          if (!chance(12)) {
            object.set(property.getKey(), value(property.getValue(), depth + 1));
          }
        });
    return object;
  }

  private ArrayNode array(JsonNode items, int depth) {
    ArrayNode array = json.createArrayNode();
    int count = chance(3) ? 2_000 : random.nextInt(4);
    Collections.nCopies(count, items).forEach(item -> array.add(value(item, depth + 1)));
    return array;
  }

  private JsonNode ofAnyKind(int depth) {
    return switch (random.nextInt(7)) {
      case 0 -> json.getNodeFactory().nullNode();
      case 1 -> json.getNodeFactory().numberNode(Long.MIN_VALUE);
      case 2 -> json.getNodeFactory().numberNode(1e300);
      case 3 -> json.getNodeFactory().booleanNode(true);
      case 4 -> json.createArrayNode().add(1);
      case 5 ->
          depth > 3
              ? json.createObjectNode()
              : json.createObjectNode().set("a", ofAnyKind(depth + 1));
      default -> json.getNodeFactory().stringNode(one(STRANGE));
    };
  }
}
