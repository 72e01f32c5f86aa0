package ai.wikibuilder.graph.schema;

import ai.wikibuilder.graph.schema.Table.Column;
import ai.wikibuilder.graph.schema.Table.ForeignKey;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.List;
import java.util.Set;

/** Reads {@code db/schema.rb}, the state Rails writes after all migrations. */
final class RailsSchema {
  private static final Set<String> NO_COLUMN =
      Set.of("index", "check_constraint", "unique_constraint");

  private RailsSchema() {}

  static void apply(String path, Tokens tokens, Tables tables) {
    Draft draft = null;
    for (int i = 0; i < tokens.count(); i++) {
      if (!tokens.startsLine(i)) {
        continue;
      }
      if (tokens.is(i, "create_table") && tokens.isString(i + 1)) {
        draft = new Draft(tokens.text(i + 1), Table.Source.RAILS, path, tokens.line(i));
        if (!says(tokens, i, "id", "false")) {
          draft.column(new Column("id", "bigint", true, path, tokens.line(i)));
          draft.primaryKey(List.of("id"));
        }
        tables.create(draft);
      } else if (draft != null && tokens.is(i, "t") && tokens.is(i + 1, '.')) {
        column(path, tokens, i, draft);
      } else if (tokens.is(i, "end")) {
        draft = null;
      } else if (tokens.is(i, "add_foreign_key") && tokens.isString(i + 1)) {
        foreignKey(path, tokens, i, tables);
      }
    }
  }

  /** Whether an option on the same line has a value. */
  private static boolean says(Tokens tokens, int from, String option, String value) {
    for (int i = from; tokens.line(i) == tokens.line(from); i++) {
      if (tokens.is(i, option) && tokens.is(i + 1, ':') && tokens.is(i + 2, value)) {
        return true;
      }
    }
    return false;
  }

  private static void column(String path, Tokens tokens, int at, Draft draft) {
    String type = tokens.text(at + 2);
    if (NO_COLUMN.contains(type) || !tokens.isString(at + 3)) {
      return;
    }
    boolean required = says(tokens, at, "null", "false");
    draft.column(new Column(tokens.text(at + 3), type, required, path, tokens.line(at)));
  }

  private static void foreignKey(String path, Tokens tokens, int at, Tables tables) {
    String to = tokens.text(at + 3);
    String column = "";
    for (int i = at; tokens.line(i) == tokens.line(at); i++) {
      boolean named = tokens.is(i, "column") && tokens.is(i + 1, ':') && tokens.isString(i + 2);
      column = named ? tokens.text(i + 2) : column;
    }
    String given = column;
    tables
        .find(path, tokens.text(at + 1))
        .ifPresent(draft -> {
          String own = given.isEmpty() ? usual(to, draft) : given;
          draft.foreignKey(new ForeignKey(List.of(own), to, List.of("id"), path, tokens.line(at)));
        });
  }

  /**
   * Without a name Rails takes the singular of the other table with _id. Plurals end in several
   * ways; the column there is tells which it was.
   */
  private static String usual(String to, Draft draft) {
    String usual = to.replaceFirst("s$", "");
    List<String> singulars = List.of(to.replaceFirst("ies$", "y"), to.replaceFirst("es$", ""));
    return singulars.stream()
        .map(singular -> singular + "_id")
        .filter(draft::hasColumn)
        .findFirst()
        .orElse(usual + "_id");
  }
}
