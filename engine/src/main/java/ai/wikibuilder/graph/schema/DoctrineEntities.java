package ai.wikibuilder.graph.schema;

import ai.wikibuilder.graph.schema.Table.Column;
import ai.wikibuilder.graph.schema.Table.ForeignKey;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads classes of PHP whose attributes make them tables of Doctrine: {@code #[ORM\Entity]}.
 * Columns have the names of their properties unless an attribute names them.
 */
final class DoctrineEntities {
  /** Tokens between the attributes of a property and its name. */
  private static final int MEMBER_LENGTH_MAX = 12;

  private final String path;
  private final Tokens tokens;

  /** Attributes read since the last member, by name, with the bracket behind it or -1. */
  private final Map<String, Integer> marks = new HashMap<>();

  private DoctrineEntities(String path, Tokens tokens) {
    this.path = path;
    this.tokens = tokens;
  }

  static void apply(String path, Tokens tokens, Tables tables) {
    new DoctrineEntities(path, tokens).read(tables);
  }

  private void read(Tables tables) {
    Draft draft = null;
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, '#') && tokens.is(i + 1, '[')) {
        i = attributes(i + 1);
      } else if (tokens.is(i, "class") && tokens.isWord(i + 1) && !tokens.is(i - 1, ':')) {
        draft = marks.containsKey("Entity") ? entity(i) : null;
        if (draft != null) {
          tables.create(draft);
        }
        marks.clear();
      } else if (!marks.isEmpty() && !isModifier(i)) {
        if (draft != null) {
          member(i, draft, tables);
        }
        marks.clear();
      }
    }
  }

  private boolean isModifier(int at) {
    return tokens.is(at, "final") || tokens.is(at, "abstract") || tokens.is(at, "readonly");
  }

  /** Takes the names of one group of attributes; its last bracket. */
  private int attributes(int open) {
    int close = Math.min(tokens.close(open), tokens.count());
    int at = open + 1;
    while (at < close) {
      if (tokens.isWord(at) && !tokens.is(at + 1, '\\')) {
        boolean arguments = tokens.is(at + 1, '(');
        marks.putIfAbsent(tokens.text(at), arguments ? at + 1 : -1);
        at = arguments ? Math.min(tokens.close(at + 1), close) : at;
      }
      at++;
    }
    return close;
  }

  private Draft entity(int type) {
    String name = tokens.text(type + 1);
    Draft draft = new Draft(name, Table.Source.DOCTRINE, path, tokens.line(type));
    draft.className = name;
    String given = text("Table", "name");
    draft.name = given.isEmpty() ? name : given;
    return draft;
  }

  /** What a mark says in an argument; empty when there is no such mark or text. */
  private String text(String mark, String argument) {
    int open = marks.getOrDefault(mark, -1);
    int at = open < 0 ? -1 : tokens.argument(open, argument);
    return at >= 0 && tokens.isString(at) ? tokens.text(at) : "";
  }

  /** Whether a mark has an argument with this word as its value. */
  private boolean says(String mark, String argument, String value) {
    int open = marks.getOrDefault(mark, -1);
    for (int i = open + 1; open >= 0 && i < tokens.close(open); i++) {
      if (tokens.is(i, argument) && tokens.is(i + 1, ':') && tokens.is(i + 2, value)) {
        return true;
      }
    }
    return false;
  }

  private void member(int first, Draft draft, Tables tables) {
    String type = "";
    for (int i = first; i < first + MEMBER_LENGTH_MAX && i < tokens.count(); i++) {
      if (tokens.isWord(i) && tokens.text(i).startsWith("$")) {
        String name = tokens.text(i).substring(1);
        property(new Property(name, type, tokens.line(i)), draft, tables);
        return;
      }
      if (tokens.is(i, "function") || tokens.is(i, "const") || tokens.is(i, '{')) {
        return;
      }
      type = tokens.isWord(i) ? tokens.text(i) : type;
    }
  }

  private record Property(String name, String type, int line) {}

  private void property(Property property, Draft draft, Tables tables) {
    String name = property.name();
    String type = property.type();
    int line = property.line();
    boolean single =
        marks.containsKey("ManyToOne")
            || (marks.containsKey("OneToOne") && text("OneToOne", "mappedBy").isEmpty());
    if (single) {
      String mark = marks.containsKey("ManyToOne") ? "ManyToOne" : "OneToOne";
      String joined = text("JoinColumn", "name");
      String column = joined.isEmpty() ? name + "_id" : joined;
      boolean required = says("JoinColumn", "nullable", "false");
      String target = target(mark, type);
      draft.column(new Column(column, target, required, path, line));
      draft.foreignKey(new ForeignKey(List.of(column), target, List.of(), path, line));
    } else if (marks.containsKey("Column")) {
      String given = text("Column", "name");
      String column = given.isEmpty() ? name : given;
      boolean required = !says("Column", "nullable", "true");
      draft.column(new Column(column, columnType(type), required, path, line));
      if (marks.containsKey("Id")) {
        draft.primaryKey(List.of(column));
      }
    } else if (marks.containsKey("ManyToMany") && !text("JoinTable", "name").isEmpty()) {
      joined(target("ManyToMany", type), line, draft, tables);
    }
  }

  /** The table between two others. */
  private void joined(String target, int line, Draft draft, Tables tables) {
    Draft between = new Draft(text("JoinTable", "name"), Table.Source.DOCTRINE, path, line);
    for (String side : List.of(draft.className, target)) {
      String column = side.toLowerCase(Locale.ROOT) + "_id";
      between.column(new Column(column, side, true, path, line));
      between.foreignKey(new ForeignKey(List.of(column), side, List.of(), path, line));
    }
    tables.create(between);
  }

  /** {@code targetEntity: User::class}, else the type of the property. */
  private String target(String mark, String type) {
    int open = marks.getOrDefault(mark, -1);
    for (int i = open + 1; open >= 0 && i < tokens.close(open); i++) {
      if (tokens.is(i, "targetEntity") && tokens.is(i + 1, ':')) {
        int last = i + 2;
        while (tokens.is(last + 1, '\\') || tokens.is(last, '\\')) {
          last++;
        }
        return tokens.text(last);
      }
    }
    return type;
  }

  /** {@code type: Types::TEXT} and {@code type: 'text'}, else the type of the property. */
  private String columnType(String type) {
    String given = text("Column", "type");
    int open = marks.getOrDefault("Column", -1);
    for (int i = open + 1; open >= 0 && given.isEmpty() && i < tokens.close(open); i++) {
      if (tokens.sequence(i, "type", ":", "Types", ":", ":")) {
        return tokens.text(i + 5).toLowerCase(Locale.ROOT);
      }
    }
    return given.isEmpty() ? type : given;
  }
}
