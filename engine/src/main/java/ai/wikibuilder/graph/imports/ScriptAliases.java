package ai.wikibuilder.graph.imports;

import ai.wikibuilder.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads the short names for paths off a tsconfig.json or jsconfig.json. */
public final class ScriptAliases {
  /** Patterns kept of one file; more than anybody writes. */
  private static final int COUNT_MAX = 200;

  private ScriptAliases() {}

  /**
   * A pattern of {@code compilerOptions.paths} and one place it stands for.
   *
   * @param target as written, relative to {@code baseUrl}
   */
  public record Entry(String pattern, String target) {}

  /**
   * What a configuration says.
   *
   * @param baseUrl relative to the folder of the file, empty when it names none
   */
  public record Aliases(String baseUrl, List<Entry> entries) {
    public Aliases {
      entries = List.copyOf(entries);
    }
  }

  /** Whether a file of this name may declare aliases. */
  public static boolean isConfiguration(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.endsWith(".json") && (name.startsWith("tsconfig") || name.startsWith("jsconfig"));
  }

  /** Reads what stands in the text up to where it is damaged. */
  public static Aliases read(SourceText text) {
    List<Entry> entries = new ArrayList<>();
    String baseUrl = "";
    JsonFactory lenient =
        JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    try (JsonParser parser = lenient.createParser(ObjectReadContext.empty(), text.utf8())) {
      Deque<String> path = new ArrayDeque<>();
      String field = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case PROPERTY_NAME -> field = parser.currentName();
          case START_OBJECT, START_ARRAY -> path.addLast(field);
          case END_OBJECT, END_ARRAY -> path.removeLast();
          case VALUE_STRING -> {
            if (path.contains("paths") && path.size() == 4 && entries.size() < COUNT_MAX) {
              entries.add(new Entry(path.getLast(), parser.getString()));
            } else if (field.equals("baseUrl")) {
              baseUrl = parser.getString();
            }
          }
          default -> {
            // numbers, booleans and nulls say nothing that is read here
          }
        }
      }
    } catch (JacksonException damaged) {
      return new Aliases(baseUrl, entries);
    }
    return new Aliases(baseUrl, entries);
  }
}
