package ai.wikibuilder.models.prompts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads prompts, which stand as text files beside the classes that send them. Stateless. */
public final class PromptText {
  private PromptText() {}

  /**
   * The text of a prompt.
   *
   * @param beside a class of the package it stands in
   * @throws IllegalStateException when the program was built without it
   */
  public static String of(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("expected the prompt " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the prompt " + name, e);
    }
  }
}
