package ai.wikibuilder.graph.schema;

import ai.wikibuilder.graph.schema.Table.Column;
import ai.wikibuilder.graph.schema.Table.ForeignKey;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Reads classes marked as entities: of JPA in Java and Kotlin, of TypeORM in TypeScript. */
final class EntityClasses {
  private final String path;
  private final Tokens tokens;
  private final boolean script;
  private final boolean kotlin;

  private record Mark(String name, int open) {}

  private EntityClasses(String path, Tokens tokens, String language) {
    this.path = path;
    this.tokens = tokens;
    this.script = language.equals("typescript");
    this.kotlin = language.equals("kotlin");
  }

  static void apply(String path, Tokens tokens, String language, Tables tables) {
    EntityClasses reader = new EntityClasses(path, tokens, language);
    for (int i = 0; i < tokens.count(); i++) {
      boolean entity = tokens.is(i, '@') && tokens.is(i + 1, "Entity");
      if (entity && (language.equals("typescript") || reader.importsPersistence())) {
        reader.entity(i, tables);
      }
    }
  }

  private boolean importsPersistence() {
    for (int i = 0; i < Math.min(tokens.count(), 1_200); i++) {
      if (tokens.is(i, "persistence") && tokens.is(i - 1, '.')) {
        return true;
      }
    }
    return false;
  }

  private void entity(int at, Tables tables) {
    List<Mark> marks = new ArrayList<>();
    int type = marks(at, marks);
    while (tokens.isWord(type) && !tokens.is(type, "class") && type < at + 200) {
      type++;
    }
    if (!tokens.is(type, "class")) {
      return;
    }
    Draft draft =
        new Draft(
            tokens.text(type + 1),
            script ? Table.Source.TYPEORM : Table.Source.JPA,
            path,
            tokens.line(type));
    draft.className = draft.name;
    for (Mark mark : marks) {
      boolean names = mark.name().equals("Table") || (script && mark.name().equals("Entity"));
      int name = mark.open() < 0 || !names ? -1 : tokens.argument(mark.open(), "name");
      boolean first = script && names && tokens.isString(mark.open() + 1);
      int at1 = first ? mark.open() + 1 : name;
      draft.name = at1 >= 0 ? tokens.text(at1) : draft.name;
    }
    int open = type;
    while (open < type + 60 && !tokens.is(open, '{') && !(kotlin && tokens.is(open, '('))) {
      open++;
    }
    members(draft, open);
    if (kotlin && tokens.is(open, '(') && tokens.is(tokens.close(open) + 1, '{')) {
      members(draft, tokens.close(open) + 1);
    }
    tables.create(draft);
  }

  /** Takes the marks from a token on; the token behind them. */
  private int marks(int from, List<Mark> marks) {
    int at = from;
    while (tokens.is(at, '@') && tokens.isWord(at + 1)) {
      int name = tokens.is(at + 2, ':') && kotlin ? at + 3 : at + 1;
      boolean arguments = tokens.is(name + 1, '(');
      marks.add(new Mark(tokens.text(name), arguments ? name + 1 : -1));
      at = arguments ? Math.min(tokens.close(name + 1), tokens.count()) + 1 : name + 1;
    }
    return at;
  }

  private void members(Draft draft, int open) {
    int end = Math.min(tokens.close(open), tokens.count());
    int at = open + 1;
    while (at < end) {
      List<Mark> marks = new ArrayList<>();
      int member = marks(at, marks);
      int last = member;
      while (last < end && !ends(last)) {
        last++;
      }
      if (!tokens.is(last, '(')) {
        member(draft, marks, member, last);
      }
      at = Math.max(at + 1, next(last, end));
    }
  }

  private boolean ends(int at) {
    boolean nextLine = (script || kotlin) && tokens.is(at, '@');
    return tokens.is(at, ';')
        || tokens.is(at, '=')
        || tokens.is(at, '(')
        || tokens.is(at, '{')
        || (kotlin && tokens.is(at, ','))
        || nextLine
        || (tokens.is(at, ')') && kotlin);
  }

  /** The token behind a member: past its body or value. */
  private int next(int from, int end) {
    int at = from;
    while (at < end) {
      int inside = tokens.close(at);
      if (tokens.is(at, '{') && inside < end) {
        return inside + 1;
      }
      if (tokens.is(at, ';')
          || (kotlin && tokens.is(at, ','))
          || (at > from && tokens.is(at, '@'))) {
        return tokens.is(at, '@') ? at : at + 1;
      }
      if (tokens.is(at, '@')) {
        return at;
      }
      at = inside < end ? inside + 1 : at + 1;
    }
    return end;
  }

  private void member(Draft draft, List<Mark> marks, int from, int end) {
    String name = "";
    String type = "";
    int at = end - 1;
    for (int i = from; i < end; i++) {
      boolean skipped = tokens.is(i, "static") || tokens.is(i, "transient");
      if (skipped || tokens.is(i, "companion") || tokens.is(i, "fun")) {
        return;
      }
    }
    boolean colon = script || kotlin;
    for (int i = from; i < end && colon; i++) {
      if (tokens.is(i, ':') && name.isEmpty()) {
        at = tokens.isWord(i - 1) ? i - 1 : i - 2;
        name = tokens.text(at);
        type = tokens.text(i + 1);
      }
    }
    if (!colon && tokens.isWord(end - 1)) {
      name = tokens.text(end - 1);
      type = type(from, end - 1);
    }
    if (!name.isEmpty() && !type.isEmpty()) {
      column(draft, marks, new Column(name, type, false, path, tokens.line(at)));
    }
  }

  private String type(int from, int end) {
    int first = end - 1;
    while (first > from
        && (tokens.is(first, '>')
            || tokens.is(first, '<')
            || tokens.is(first, ',')
            || tokens.is(first - 1, '<')
            || tokens.is(first - 1, ',')
            || tokens.is(first, ']')
            || tokens.is(first, '['))) {
      first--;
    }
    StringBuilder type = new StringBuilder();
    for (int i = first; i < end && type.length() < 80; i++) {
      type.append(tokens.text(i));
    }
    return type.toString();
  }

  private void column(Draft draft, List<Mark> marks, Column plain) {
    String name = plain.name();
    String type = plain.type();
    boolean key = false;
    boolean column = !script;
    boolean single = false;
    boolean required = false;
    String target = type.endsWith("?") ? type.substring(0, type.length() - 1) : type;
    for (Mark mark : marks) {
      int named = mark.open() < 0 ? -1 : tokens.argument(mark.open(), "name");
      switch (mark.name()) {
        case "Id", "EmbeddedId", "PrimaryColumn", "PrimaryGeneratedColumn" -> key = true;
        case "Transient", "OneToMany", "ManyToMany", "ElementCollection" -> {
          return;
        }
        case "ManyToOne" -> single = true;
        case "OneToOne" -> single = script ? joins(marks) : mappedHere(mark);
        case "Column", "JoinColumn" -> {
          name = named >= 0 ? tokens.text(named) : name;
          required = required || isFalse(mark.open(), "nullable");
          type = script && mark.name().equals("Column") ? scriptType(mark.open(), type) : type;
        }
        default -> column = column || (script && mark.name().endsWith("Column"));
      }
      column = column || mark.name().endsWith("Column");
    }
    if (single) {
      String joined = name.equals(plain.name()) ? name + (script ? "Id" : "_id") : name;
      List<String> columns = List.of(joined);
      draft.column(new Column(joined, type, required, path, plain.line()));
      draft.foreignKey(new ForeignKey(columns, target, List.of(), path, plain.line()));
    } else if (column || key) {
      draft.column(new Column(name, type, key || required, path, plain.line()));
      if (key) {
        draft.primaryKey(List.of(name));
      }
    }
  }

  /** In TypeORM the side that joins has the column. */
  private static boolean joins(List<Mark> marks) {
    return marks.stream().anyMatch(mark -> mark.name().equals("JoinColumn"));
  }

  /** The other side of {@code mappedBy} has the column. */
  private boolean mappedHere(Mark mark) {
    return mark.open() < 0 || tokens.argument(mark.open(), "mappedBy") < 0;
  }

  private boolean isFalse(int open, String option) {
    for (int i = open + 1; open >= 0 && i < Math.min(tokens.close(open), open + 60); i++) {
      boolean named = tokens.is(i, option) && (tokens.is(i + 1, '=') || tokens.is(i + 1, ':'));
      if (named && tokens.is(i + 2, "false")) {
        return true;
      }
    }
    return false;
  }

  private String scriptType(int open, String otherwise) {
    int named = open < 0 ? -1 : tokens.argument(open, "type");
    boolean first = open >= 0 && tokens.isString(open + 1);
    int at = first ? open + 1 : named;
    return at >= 0 ? tokens.text(at) : otherwise;
  }
}
