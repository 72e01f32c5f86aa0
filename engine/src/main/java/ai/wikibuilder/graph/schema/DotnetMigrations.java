package ai.wikibuilder.graph.schema;

import ai.wikibuilder.graph.schema.Table.Column;
import ai.wikibuilder.graph.schema.Table.ForeignKey;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Reads what migrations of Entity Framework do on their way up. */
final class DotnetMigrations {
  /** Tokens between a method's name and its brackets: what it is generic over. */
  private static final int GENERIC_REACH = 24;

  /** Tokens of the part of a key that names its columns. */
  private static final int COLUMNS_REACH = 80;

  private final String path;
  private final Tokens tokens;
  private final Tables tables;

  private DotnetMigrations(String path, Tokens tokens, Tables tables) {
    this.path = path;
    this.tokens = tokens;
    this.tables = tables;
  }

  static void apply(String path, Tokens tokens, Tables tables) {
    new DotnetMigrations(path, tokens, tables).run();
  }

  private void run() {
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.sequence(i, "void", "Down", "(")) {
        i = Math.min(tokens.close(tokens.close(i + 2) + 1), tokens.count());
      } else if (tokens.sequence(i, "migrationBuilder", ".") && tokens.isWord(i + 2)) {
        int open = open(i + 2);
        if (open > 0) {
          statement(tokens.text(i + 2), i + 2, open);
        }
      }
    }
  }

  /** The bracket of a call behind what it is generic over; -1 when it is none. */
  private int open(int name) {
    for (int i = name + 1; i < name + GENERIC_REACH; i++) {
      if (tokens.is(i, '(')) {
        return i;
      }
      if (tokens.is(i, ';') || tokens.is(i, '{')) {
        break;
      }
    }
    return -1;
  }

  private String text(int open, String name) {
    int at = tokens.argument(open, name);
    return at < 0 ? "" : tokens.text(at);
  }

  private void statement(String method, int at, int open) {
    String name = text(open, "name");
    String table = text(open, "table");
    switch (method) {
      case "CreateTable" -> created(name, open);
      case "DropTable" -> tables.drop(path, name);
      case "RenameTable" -> {
        if (!text(open, "newName").isEmpty()) {
          tables.rename(path, name, text(open, "newName"));
        }
      }
      case "AddColumn" ->
          tables.find(path, table).ifPresent(draft -> draft.column(column(name, at, open)));
      case "DropColumn" -> tables.find(path, table).ifPresent(draft -> draft.drop(name));
      case "RenameColumn" ->
          tables.find(path, table).ifPresent(draft -> draft.rename(name, text(open, "newName")));
      case "AddForeignKey" ->
          tables
              .find(path, table)
              .ifPresent(draft -> key(List.of(text(open, "column")), at, open, draft));
      default -> {
        // indexes, sequences and data change no table
      }
    }
  }

  private Column column(String name, int at, int open) {
    String type = text(open, "type");
    boolean required = false;
    for (int i = open + 1; i < tokens.close(open); i++) {
      required = required || tokens.sequence(i, "nullable", ":", "false");
    }
    String generic = tokens.is(at + 1, '<') ? tokens.text(at + 2) : "";
    return new Column(name, type.isEmpty() ? generic : type, required, path, tokens.line(at));
  }

  private void created(String name, int open) {
    Draft draft = new Draft(name, Table.Source.ENTITY_FRAMEWORK, path, tokens.line(open - 1));
    int end = Math.min(tokens.close(open), tokens.count());
    for (int i = open + 1; i < end; i++) {
      boolean call = tokens.is(i - 1, '.') && tokens.is(i - 2, "table");
      int inner = call ? open(i) : -1;
      if (inner < 0) {
        continue;
      }
      if (tokens.is(i, "Column") && tokens.is(i - 3, '=') && tokens.isWord(i - 4)) {
        String own = text(inner, "name");
        draft.column(column(own.isEmpty() ? tokens.text(i - 4) : own, i, inner));
      } else if (tokens.is(i, "PrimaryKey")) {
        draft.primaryKey(columns(inner));
      } else if (tokens.is(i, "ForeignKey")) {
        key(columns(inner), i, inner, draft);
      }
    }
    tables.create(draft);
  }

  private void key(List<String> columns, int at, int open, Draft draft) {
    String other = text(open, "principalTable");
    String target = text(open, "principalColumn");
    if (!other.isEmpty() && !columns.isEmpty()) {
      List<String> targets = target.isEmpty() ? List.of() : List.of(target);
      draft.foreignKey(new ForeignKey(columns, other, targets, path, tokens.line(at)));
    }
  }

  /** {@code x => x.Id} and {@code x => new { x.ShopId, x.Code }}. */
  private List<String> columns(int open) {
    List<String> columns = new ArrayList<>();
    int end = Math.min(tokens.close(open), open + COLUMNS_REACH);
    for (int i = open + 1; i < end; i++) {
      if (tokens.sequence(i, "x", ".") && tokens.isWord(i + 2)) {
        columns.add(tokens.text(i + 2));
      }
    }
    return columns;
  }
}
