package ai.wikibuilder.graph.columns;

/**
 * All imports in the order of their files, as parallel columns of name ids and lines. Not safe for
 * several threads while it grows; once sealed it is not written and threads may share it.
 */
public final class ImportColumns {
  /** Module, name, line and landing; the alias is let go of when the graph is built. */
  public static final int BYTES_PER_IMPORT = 4 * 4;

  private IntColumn modules = new IntColumn();
  private IntColumn names = new IntColumn();
  private IntColumn lines = new IntColumn();
  private IntColumn aliases = new IntColumn();
  private int[] landings = new int[0];

  /** Adds an import by its line and the ids of its names. */
  public void add(int line, int moduleId, int nameId, int aliasId) {
    lines.add(line);
    modules.add(moduleId);
    names.add(nameId);
    aliases.add(aliasId);
  }

  /** Keeps where each import leads and gives back what only following them needed. */
  public void seal(int[] landingOfImport) {
    landings = landingOfImport;
    aliases = new IntColumn();
    modules.trim();
    names.trim();
    lines.trim();
  }

  /** Writes what is kept after {@link #seal}. */
  public void write(ColumnWriter out, Names interner) {
    out.names(modules.toArray(), interner);
    out.names(names.toArray(), interner);
    out.ints(lines.toArray());
    out.ints(landings);
  }

  /**
   * Reads what was written, sealed.
   *
   * @param least the lowest landing there is
   * @param end one above the highest
   */
  public static ImportColumns read(ColumnReader in, int count, int least, int end) {
    ImportColumns columns = new ImportColumns();
    columns.modules = IntColumn.of(in.textIds(count));
    columns.names = IntColumn.of(in.textIds(count));
    columns.lines = IntColumn.of(in.ints(count));
    columns.landings = in.rows(count, least, end);
    return columns;
  }

  public int size() {
    return modules.size();
  }

  public int module(int index) {
    return modules.get(index);
  }

  public int name(int index) {
    return names.get(index);
  }

  public int alias(int index) {
    return aliases.get(index);
  }

  public int line(int index) {
    return lines.get(index);
  }

  /** Where an import leads, as given to {@link #seal}. */
  public int landing(int index) {
    return landings[index];
  }

  /** Bytes the columns hold, measured on the arrays themselves. */
  public long heapBytes() {
    return modules.heapBytes() + names.heapBytes() + lines.heapBytes() + 4L * landings.length;
  }
}
