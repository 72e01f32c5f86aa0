package ai.wikibuilder.facts.embedded;

import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The code cells of one Jupyter notebook in Python; used once.
 *
 * <p>A cell's source is a JSON array with one string a line, and notebooks are written with each
 * string on a line of the file: so the lines of the code are lines of the file. A string that
 * stands otherwise is left out. An escaped letter takes more bytes than the letter; spaces make up
 * for it.
 */
final class NotebookCells {
  /** Cell magics whose cell is Python all the same. */
  private static final Set<String> PYTHON_MAGICS =
      Set.of("%%time", "%%timeit", "%%capture", "%%prun");

  private final byte[] utf8;
  private final byte[] code;
  private boolean found;
  private String language = "python";

  NotebookCells(byte[] utf8) {
    this.utf8 = utf8;
    this.code = EmbeddedCode.blank(utf8);
  }

  /** A line of code: the offset of its opening quote, and its text. */
  private record Line(int at, String text) {}

  Optional<EmbeddedCode> code() {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), utf8)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("cells") && value == JsonToken.START_ARRAY) {
          cells(parser);
        } else if (name.equals("metadata") && value == JsonToken.START_OBJECT) {
          metadata(parser);
        } else {
          parser.skipChildren();
        }
      }
    } catch (JacksonException e) {
      // No JSON, so no notebook: it is searched as text.
      return Optional.empty();
    }
    return found && language.equals("python")
        ? Optional.of(new EmbeddedCode(language, SourceText.of(code)))
        : Optional.empty();
  }

  private void cells(JsonParser parser) {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      String type = "";
      List<Line> lines = List.of();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("cell_type") && value == JsonToken.VALUE_STRING) {
          type = parser.getString();
        } else if (name.equals("source")) {
          lines = lines(parser, value);
        } else {
          parser.skipChildren();
        }
      }
      if (type.equals("code")) {
        copy(lines);
      }
    }
  }

  private static List<Line> lines(JsonParser parser, JsonToken value) {
    List<Line> lines = new ArrayList<>();
    if (value == JsonToken.VALUE_STRING) {
      lines.add(line(parser));
    }
    if (value == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          lines.add(line(parser));
        } else {
          parser.skipChildren();
        }
      }
    }
    return lines;
  }

  private static Line line(JsonParser parser) {
    return new Line((int) parser.currentTokenLocation().getByteOffset(), parser.getString());
  }

  /** {@code kernelspec.language} or {@code language_info.name}. */
  private void metadata(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      boolean telling = name.equals("kernelspec") || name.equals("language_info");
      if (parser.nextToken() != JsonToken.START_OBJECT || !telling) {
        parser.skipChildren();
        continue;
      }
      String wanted = name.equals("kernelspec") ? "language" : "name";
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean said = parser.currentName().equals(wanted);
        if (parser.nextToken() == JsonToken.VALUE_STRING && said) {
          language = parser.getString();
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  private void copy(List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    String first = lines.getFirst().text().strip();
    if (first.startsWith("%%") && !PYTHON_MAGICS.contains(first.split("\\s", 2)[0])) {
      return;
    }
    for (Line line : lines) {
      String text = line.text().strip();
      boolean magic = text.startsWith("%") || text.startsWith("!") || text.startsWith("?");
      if (!magic && !text.isEmpty() && beginsItsLine(line.at())) {
        found = true;
        copy(line.at() + 1);
      }
    }
  }

  /** Behind other JSON it would be indented deeper than the lines of other cells. */
  private boolean beginsItsLine(int quote) {
    int at = quote - 1;
    while (at >= 0 && (utf8[at] == ' ' || utf8[at] == '\t')) {
      at--;
    }
    return at < 0 || utf8[at] == '\n';
  }

  /** Copies a string up to its end or first line break. */
  private void copy(int from) {
    int at = from;
    while (at + 1 < utf8.length && utf8[at] != '"') {
      if (utf8[at] != '\\') {
        code[at] = utf8[at];
        at++;
      } else if (utf8[at + 1] == 'n') {
        return;
      } else if (utf8[at + 1] == '"') {
        at = quotes(at);
      } else {
        at = escape(at);
      }
    }
  }

  /** Quotes in a row stay together: three of them are one sign in Python. */
  private int quotes(int from) {
    int end = from;
    int to = from;
    while (end + 1 < utf8.length && utf8[end] == '\\' && utf8[end + 1] == '"') {
      code[to++] = '"';
      end += 2;
    }
    return end;
  }

  private int escape(int at) {
    if (utf8[at + 1] == '\\') {
      code[at + 1] = '\\';
    }
    if (utf8[at + 1] != 'u') {
      return at + 2;
    }
    int end = Math.min(at + 6, utf8.length);
    // A letter of a name, most likely.
    Arrays.fill(code, at, end, (byte) '_');
    return end;
  }
}
