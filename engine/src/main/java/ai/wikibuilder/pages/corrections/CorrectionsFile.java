package ai.wikibuilder.pages.corrections;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
 * <p>Three lines in UTF-8, each ended by a line feed: {@code aiwiki.corrections 1}, the SHA-256 of
 * the third line in hexadecimal digits, and {@code {"corrections":[{"page","words","paths":[],
 * "said","instead","why"}]}} with {@code instead} left out where the claim is taken out. The file
 * is replaced as a whole, so that it is the old one or the new one.
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
    if (!Files.exists(file)) {
      return Corrections.none();
    }
    try {
      List<String> lines = Files.readString(file).lines().toList();
      if (lines.size() != 3 || !lines.get(0).equals(MAGIC)) {
        throw new CorrectionsException(
            "%s is not of a version this program reads; move it away to go on without it"
                .formatted(file));
      }
      if (!lines.get(1).equals(digest(lines.get(2)))) {
        throw new CorrectionsException(
            "%s is damaged; restore it, or move it away to go on without it".formatted(file));
      }
      return new Corrections(parse(lines.get(2)));
    } catch (IOException | JacksonException e) {
      throw new CorrectionsException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Writes all corrections of an output folder.
   *
   * @throws CorrectionsException when the disk refuses, or there are too many; the file is
   *     unchanged
   */
  public static void write(Path store, Corrections corrections) {
    if (corrections.all().size() > COUNT_MAX) {
      throw new CorrectionsException("expected at most %,d corrections".formatted(COUNT_MAX));
    }
    String json = json(corrections.all());
    Path file = store.resolve(NAME);
    try {
      Path next = store.resolve(NAME + ".next");
      Files.writeString(next, MAGIC + "\n" + digest(json) + "\n" + json + "\n");
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CorrectionsException("cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static String digest(String json) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
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
