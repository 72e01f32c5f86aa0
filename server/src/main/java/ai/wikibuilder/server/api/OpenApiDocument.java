package ai.wikibuilder.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The description of {@code /api}, OpenAPI 3.1. It is made from the controllers by a test, which
 * fails when the file and the controllers differ.
 */
@RestController
final class OpenApiDocument {
  private final String text = read();

  private static String read() {
    try (InputStream file = OpenApiDocument.class.getResourceAsStream("/openapi.json")) {
      if (file == null) {
        throw new IllegalStateException("openapi.json is missing in the jar");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  String document() {
    return text;
  }
}
