package ai.wikibuilder.graph.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.graph.tokens.Tokens;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Collects what the files of a repository say of database tables and applies it in the order in
 * which migrations run. Not safe for several threads; used once.
 */
public final class SchemaCollector {
  /** SQL kept until the end; more is a dump of data. */
  private static final long BYTES_MAX = 16 << 20;

  /** What a file does to the tables, kept until all files are known. */
  private record Step(String path, Change change) {}

  private interface Change {
    void apply(Tables tables);
  }

  private final List<Step> steps = new ArrayList<>();

  /** Statements in strings of programs; they count where nothing else states tables. */
  private final List<Step> embedded = new ArrayList<>();

  private long bytes;

  /** Adds a file; one that says nothing of tables costs a look at its name or its words. */
  public void add(CodeFile file) {
    String path = file.path();
    Tokens tokens = file.tokens();
    String language = file.facts().language();
    if (language.equals("sql")) {
      sql(file);
    } else if (path.endsWith(".prisma")) {
      keep(file, tables -> PrismaSchema.apply(path, file.text(), tables));
    } else if (path.endsWith("db/schema.rb")) {
      keep(file, tables -> RailsSchema.apply(path, tokens, tables));
    } else if (language.equals("php") && path.contains("migrations/")) {
      keep(file, tables -> LaravelMigrations.apply(path, tokens, tables));
    } else if (language.equals("php") && has(tokens, "Entity")) {
      keep(file, tables -> DoctrineEntities.apply(path, tokens, tables));
    } else if (language.equals("python") && has(tokens, "Column", "models", "mapped_column")) {
      keep(file, tables -> PythonModels.apply(path, tokens, tables));
    } else if (language.equals("csharp") && has(tokens, "migrationBuilder")) {
      keep(file, tables -> DotnetMigrations.apply(path, tokens, tables));
    } else if (language.equals("kotlin") && RoomEntities.uses(tokens)) {
      keep(file, tables -> RoomEntities.apply(path, tokens, tables));
    } else if (hasEntities(language) && has(tokens, "Entity")) {
      keep(file, tables -> EntityClasses.apply(path, tokens, language, tables));
    } else if (steps.isEmpty() && !path.endsWith(".sql")) {
      EmbeddedSql.of(file).ifPresent(sql -> embed(path, sql));
    }
  }

  private void embed(String path, Tokens sql) {
    embedded.add(
        new Step(path, tables -> SqlStatements.apply(path, sql, tables, Integer.MAX_VALUE)));
  }

  private static boolean hasEntities(String language) {
    return language.equals("java") || language.equals("kotlin") || language.equals("typescript");
  }

  private static boolean has(Tokens tokens, String... words) {
    for (int i = 0; i < tokens.count(); i++) {
      for (String word : words) {
        if (tokens.is(i, word)) {
          return true;
        }
      }
    }
    return false;
  }

  private void keep(CodeFile file, Change change) {
    bytes += file.text().byteCount();
    if (bytes <= BYTES_MAX) {
      steps.add(new Step(file.path(), change));
    }
  }

  /** What takes a migration back is no part of the state after all of them. */
  private void sql(CodeFile file) {
    String lower = file.path().toLowerCase(Locale.ROOT);
    String name = lower.substring(lower.lastIndexOf('/') + 1);
    boolean back =
        lower.endsWith(".down.sql")
            || lower.endsWith("down.sql")
            || lower.contains("/down/")
            || lower.contains("rollback")
            || (name.startsWith("u") && name.contains("__"));
    if (!back && namesTable(file.tokens())) {
      int last = lastLineUp(file.text());
      keep(file, tables -> SqlStatements.apply(file.path(), file.tokens(), tables, last));
    }
  }

  private static boolean namesTable(Tokens tokens) {
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.isIgnoringCase(i, "TABLE")) {
        return true;
      }
    }
    return false;
  }

  /** Tools that keep both ways in one file mark where the way down starts. */
  private static int lastLineUp(SourceText text) {
    String whole = text.toString();
    for (String mark : List.of("+goose Down", "migrate:down", "+migrate Down", "//@UNDO")) {
      int at = whole.indexOf(mark);
      if (at >= 0) {
        return text.lineOf(whole.substring(0, at).getBytes(UTF_8).length);
      }
    }
    return Integer.MAX_VALUE;
  }

  /** The tables after all changes, in the order they were created. */
  public List<Table> tables() {
    List<Step> ordered = new ArrayList<>(steps.isEmpty() ? embedded : steps);
    ordered.removeIf(this::isMigrationOfModel);
    ordered.sort(Comparator.comparing(Step::path, SchemaCollector::byNumbers));
    Tables tables = new Tables();
    ordered.forEach(step -> step.change().apply(tables));
    return tables.tables();
  }

  /** What led to a model of Prisma is told by the model. */
  private boolean isMigrationOfModel(Step step) {
    return steps.stream()
        .map(Step::path)
        .filter(path -> path.endsWith(".prisma"))
        .map(path -> path.substring(0, path.lastIndexOf('/') + 1) + "migrations/")
        .anyMatch(folder -> step.path().startsWith(folder));
  }

  /** Paths in the order people count: V2 stands before V10. */
  static int byNumbers(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int endOne = digits(one, i);
      int endOther = digits(other, j);
      int order;
      if (endOne > i && endOther > j) {
        order = compareNumbers(one.substring(i, endOne), other.substring(j, endOther));
        i = endOne;
        j = endOther;
      } else {
        order = Character.compare(one.charAt(i++), other.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.length() - i, other.length() - j);
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int compareNumbers(String one, String other) {
    String first = one.replaceFirst("^0+", "");
    String second = other.replaceFirst("^0+", "");
    int byLength = Integer.compare(first.length(), second.length());
    return byLength != 0 ? byLength : first.compareTo(second);
  }
}
