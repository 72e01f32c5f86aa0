package ai.wikibuilder.graph.schema;

import java.util.regex.Pattern;

/**
 * Tells files that take a database from one state to the next. They are read once, by a machine,
 * and say how things came about, not how they are. Stateless.
 */
public final class SchemaSteps {
  private static final Pattern FOLDER =
      Pattern.compile("(?:.*/)?(?:\\w*migrations?|migrate|alembic/versions)/", Pattern.DOTALL);

  /** Steps have an order: a number, a time or, with Alembic, what comes before is in the file. */
  private static final Pattern NAME =
      Pattern.compile("(?:[Vv](?:ersion)?)?\\d[\\d_.-]*\\w.*|[0-9a-f]{10,}_.*");

  private SchemaSteps() {}

  /**
   * Whether a path is that of one step: numbered or dated, in a folder of migrations. What runs the
   * steps is none.
   */
  public static boolean isStep(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return NAME.matcher(name).matches() && FOLDER.matcher(path).lookingAt();
  }
}
