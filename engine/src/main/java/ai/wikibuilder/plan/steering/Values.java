package ai.wikibuilder.plan.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Takes values out of a steering file, each within its limit, and keeps what is wrong. */
final class Values {
  /** Pages asked for; the plan has its own. */
  static final int TOPIC_COUNT_MAX = 40;

  /** Notes for one page. */
  static final int NOTE_COUNT_MAX = 10;

  /** Characters of a note: what can be quoted in one piece. */
  static final int NOTE_LENGTH_MAX = 300;

  static final int TITLE_LENGTH_MAX = 80;

  /** Patterns in one list. */
  static final int PATTERN_COUNT_MAX = 100;

  /** Problems told; who makes more has the same reason for most of them. */
  private static final int PROBLEM_COUNT_MAX = 10;

  /** Languages composed pages can be written in. */
  private static final List<String> LANGUAGES = List.of("en", "tr");

  private final String path;
  private String language = "en";
  private final List<Steering.Note> notes = new ArrayList<>();
  private final List<Steering.Topic> topics = new ArrayList<>();
  private final List<String> include = new ArrayList<>();
  private final List<String> exclude = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  Values(String path) {
    this.path = path;
  }

  Steering steering() {
    return new Steering(path, language, notes, topics, include, exclude, problems);
  }

  void problem(String words) {
    if (problems.size() < PROBLEM_COUNT_MAX) {
      problems.add(words);
    }
  }

  void problem(Node at, String words) {
    int column = at.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
    problem("%s:%d:%d: %s".formatted(path, line(at), column, words));
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  /** A value as it may stand in a message. */
  static String shown(String value) {
    String line = value.replaceAll("\\s+", " ");
    return "“" + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + "”";
  }

  Optional<String> text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue().strip());
    }
    problem(node, "expected words");
    return Optional.empty();
  }

  /** The items of a list; a single value is a list of one. */
  List<Node> list(Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
  }

  void language(Node node) {
    String wanted = text(node).orElse("");
    if (LANGUAGES.contains(wanted)) {
      language = wanted;
    } else {
      problem(node, "expected one of " + String.join(", ", LANGUAGES) + ", got " + shown(wanted));
    }
  }

  void notes(Node node) {
    notes.addAll(noteList(node));
  }

  List<Steering.Note> noteList(Node node) {
    List<Steering.Note> result = new ArrayList<>();
    for (Node item : list(node)) {
      Optional<String> words = item instanceof MappingNode map ? content(map) : text(item);
      words
          .map(text -> text.replaceAll("\\s+", " ").strip())
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> {
            if (result.size() >= NOTE_COUNT_MAX) {
              problem(item, "expected at most " + NOTE_COUNT_MAX + " notes");
            } else if (text.length() > NOTE_LENGTH_MAX) {
              problem(item, "expected at most " + NOTE_LENGTH_MAX + " characters in a note");
            } else {
              result.add(new Steering.Note(text, line(item)));
            }
          });
    }
    return result;
  }

  private Optional<String> content(MappingNode map) {
    for (NodeTuple tuple : map.getValue()) {
      if (text(tuple.getKeyNode()).filter("content"::equals).isPresent()) {
        return text(tuple.getValueNode());
      }
    }
    problem(map, "expected words or `content:` with words");
    return Optional.empty();
  }

  void include(Node node) {
    include.addAll(patterns(node));
  }

  void exclude(Node node) {
    exclude.addAll(patterns(node));
  }

  List<String> patterns(Node node) {
    List<String> result = new ArrayList<>();
    for (Node item : list(node)) {
      Optional<String> pattern = text(item).filter(words -> !words.isEmpty());
      if (result.size() >= PATTERN_COUNT_MAX) {
        problem(item, "expected at most " + PATTERN_COUNT_MAX + " patterns");
        break;
      }
      pattern.ifPresent(result::add);
    }
    return result;
  }

  void topic(Node at, Steering.Topic topic) {
    if (topics.size() >= TOPIC_COUNT_MAX) {
      problem(at, "expected at most " + TOPIC_COUNT_MAX + " pages");
    } else if (topic.title().length() > TITLE_LENGTH_MAX) {
      problem(at, "expected at most " + TITLE_LENGTH_MAX + " characters in a title");
    } else {
      topics.add(topic);
    }
  }
}
