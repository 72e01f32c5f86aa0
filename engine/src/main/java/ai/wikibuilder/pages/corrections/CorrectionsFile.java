package ai.wikibuilder.pages.corrections;

import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.generations.SealedText;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Keeps corrections beside a wiki, in {@code .aiwiki/corrections}. Stateless; written by whoever
 * holds the lock of the output folder.
 *
 * <p>A {@link SealedText} of {@code aiwiki.corrections 1}: {@code {"corrections":[{"page","words",
 * "paths":[], "said","instead","why"}]}} with {@code instead} left out where the claim is taken
 * out.
 */
public final class CorrectionsFile {
  private static final String MAGIC = "aiwiki.corrections 1";
  private static final String NAME = "corrections";

  /** Corrections kept; more than people report by hand. */
  private static final int COUNT_MAX = 10_000;

  private CorrectionsFile() {}

  /**
   * The corrections of an output folder, none when nobody reported any.
   *
   * @param store the folder {@code .aiwiki} of the output
   * @throws CorrectionsException when the file is damaged or of another version
   */
  public static Corrections read(Path store) {
    Path file = store.resolve(NAME);
    try {
      return SealedText.read(file, MAGIC)
          .map(text -> new Corrections(parse(text)))
          .orElseGet(Corrections::none);
    } catch (GenerationException | JacksonException e) {
      throw new CorrectionsException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Writes all corrections of an output folder.
   *
   * @throws CorrectionsException when there are too many; the file is unchanged
   * @throws GenerationException when the disk refuses; the file is unchanged
   */
  public static void write(Path store, Corrections corrections) {
    if (corrections.all().size() > COUNT_MAX) {
      throw new CorrectionsException("expected at most %,d corrections".formatted(COUNT_MAX));
    }
    SealedText.write(store.resolve(NAME), MAGIC, json(corrections.all()));
  }

  private static String json(List<Correction> all) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json =
        JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("corrections");
      for (Correction one : all) {
        json.writeStartObject();
        json.writeStringProperty("page", one.page());
        json.writeStringProperty("words", one.form().words());
        json.writeArrayPropertyStart("paths");
        one.form().paths().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("said", one.said());
        one.instead().ifPresent(instead -> json.writeStringProperty("instead", instead));
        json.writeStringProperty("why", one.why());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static List<Correction> parse(String text) {
    List<Correction> result = new ArrayList<>();
    try (JsonParser json =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.START_ARRAY) {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            result.add(correction(json));
          }
        }
      }
    }
    return result;
  }

  private static Correction correction(JsonParser json) {
    String page = "";
    String words = "";
    String said = "";
    String why = "";
    Optional<String> instead = Optional.empty();
    List<String> paths = new ArrayList<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "page" -> page = json.getString();
        case "words" -> words = json.getString();
        case "said" -> said = json.getString();
        case "why" -> why = json.getString();
        case "instead" -> instead = Optional.of(json.getString());
        default -> {
          if (value == JsonToken.START_ARRAY) {
            while (json.nextToken() == JsonToken.VALUE_STRING) {
              paths.add(json.getString());
            }
          }
        }
      }
    }
    return new Correction(page, new ClaimForm(words, paths), said, instead, why);
  }
}
