package ai.wikibuilder.plan.steering;

import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Reads the steering file of a repository. Stateless, may be shared by threads. */
public final class SteeringReader {
  /** Where it is looked for; the first that is there counts. JSON is YAML too. */
  public static final List<String> PATHS =
      List.of(".aiwiki.yml", ".aiwiki.yaml", ".devin/wiki.json");

  /** Longer files are not read: no wiki needs that many words to be steered. */
  static final int BYTES_MAX = 64 << 10;

  /** Aliases let a short text stand for an endless one. */
  private static final int ALIAS_COUNT_MAX = 8;

  private SteeringReader() {}

  /** What the repository asks for; {@link Steering#NONE} when it has no such file. */
  public static Steering read(TextReader texts) {
    for (String path : PATHS) {
      Optional<SourceText> text = texts.text(path);
      if (text.isPresent()) {
        return read(path, text.get().toString());
      }
    }
    return Steering.NONE;
  }

  static Steering read(String path, String text) {
    Values values = new Values(path);
    if (text.length() > BYTES_MAX) {
      values.problem(
          "%s: expected at most %d characters, got %d".formatted(path, BYTES_MAX, text.length()));
      return values.steering();
    }
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(path)
              .setMaxAliasesForCollections(ALIAS_COUNT_MAX)
              .setCodePointLimit(BYTES_MAX)
              .build();
      new Compose(settings).composeString(text).ifPresent(root -> read(root, values));
    } catch (MarkedYamlEngineException e) {
      String where =
          e.getProblemMark()
              .map(mark -> "%s:%d:%d".formatted(path, mark.getLine() + 1, mark.getColumn() + 1))
              .orElse(path);
      values.problem(where + ": " + e.getProblem());
    } catch (YamlEngineException | StackOverflowError e) {
      // nested deeper than any person writes
      values.problem(path + ": expected plain keys with values, got something that cannot be read");
    }
    return values.steering();
  }

  private static void read(Node root, Values values) {
    if (!(root instanceof MappingNode map)) {
      values.problem(root, "expected keys with values, such as `language: en`");
      return;
    }
    for (NodeTuple tuple : map.getValue()) {
      Node value = tuple.getValueNode();
      String key = values.text(tuple.getKeyNode()).orElse("");
      switch (key) {
        case "language" -> values.language(value);
        case "notes", "repo_notes" -> values.notes(value);
        case "include" -> values.include(value);
        case "exclude" -> values.exclude(value);
        case "pages" -> pages(value, values);
        default ->
            values.problem(
                tuple.getKeyNode(),
                "expected language, notes, include, exclude or pages, got " + Values.shown(key));
      }
    }
  }

  private static void pages(Node value, Values values) {
    for (Node item : values.list(value)) {
      if (!(item instanceof MappingNode map)) {
        values.problem(item, "expected a page with a title");
        continue;
      }
      Draft draft = new Draft();
      for (NodeTuple tuple : map.getValue()) {
        Node inner = tuple.getValueNode();
        String key = values.text(tuple.getKeyNode()).orElse("");
        switch (key) {
          case "title" -> draft.title = values.text(inner).orElse("");
          case "parent" -> draft.parent = values.text(inner).orElse("");
          case "paths" -> draft.paths.addAll(values.patterns(inner));
          case "purpose", "notes", "page_notes" -> draft.notes.addAll(values.noteList(inner));
          default ->
              values.problem(
                  tuple.getKeyNode(),
                  "expected title, parent, paths, purpose or notes, got " + Values.shown(key));
        }
      }
      if (draft.title.isBlank()) {
        values.problem(item, "expected a title");
      } else {
        values.topic(item, draft.topic(Values.line(item)));
      }
    }
  }

  private static final class Draft {
    private String title = "";
    private String parent = "";
    private final List<String> paths = new ArrayList<>();
    private final List<Steering.Note> notes = new ArrayList<>();

    Steering.Topic topic(int line) {
      return new Steering.Topic(title, parent, paths, notes, line);
    }
  }
}
