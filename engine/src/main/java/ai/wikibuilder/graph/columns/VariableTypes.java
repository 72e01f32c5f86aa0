package ai.wikibuilder.graph.columns;

/**
 * Which variable, parameter or field has which type, and what functions give back, as far as the
 * text says so. A type is the id of a dotted name, or of an expression such as {@code a.b()} whose
 * type it is. A declared type counts more than a result that is assigned; a name with two types in
 * one scope has none.
 */
public final class VariableTypes {
  /** Bound to several types. */
  public static final int CONFLICT = -2;

  /** A function whose result is not known. */
  public static final int NOTHING = -1;

  /** Set in what is kept of an assigned result. */
  private static final int RESULT_BIT = 1 << 30;

  private final LongIntMap typeByScopeAndName = new LongIntMap();
  private final IntColumn returned = new IntColumn();

  /**
   * Binds a name to a type that is declared or constructed.
   *
   * @param scope a symbol, or {@code -2 - file} for the file outside of all symbols
   */
  public void bind(int scope, int variableId, int typeId) {
    int known = typeByScopeAndName.get(scope, variableId);
    if (known == LongIntMap.ABSENT || (known >= 0 && (known & RESULT_BIT) != 0)) {
      typeByScopeAndName.put(scope, variableId, typeId);
    } else if (known != typeId) {
      typeByScopeAndName.put(scope, variableId, CONFLICT);
    }
  }

  /** Binds a name to the type of an expression that is assigned to it. */
  public void bindResult(int scope, int variableId, int expressionId) {
    int known = typeByScopeAndName.get(scope, variableId);
    if (known == LongIntMap.ABSENT) {
      typeByScopeAndName.put(scope, variableId, expressionId | RESULT_BIT);
    } else if ((known & RESULT_BIT) != 0 && known >= 0 && known != (expressionId | RESULT_BIT)) {
      typeByScopeAndName.put(scope, variableId, CONFLICT);
    }
  }

  /** Name id of the type, {@link #CONFLICT}, or {@link LongIntMap#ABSENT}. */
  public int type(int scope, int variableId) {
    int known = typeByScopeAndName.get(scope, variableId);
    return known < 0 ? known : known & ~RESULT_BIT;
  }

  /** Says for the next symbol what it gives back, {@link #NOTHING} if that is not known. */
  public void addReturned(int typeId) {
    returned.add(typeId);
  }

  /** Name id of the type a symbol gives back, or {@link #NOTHING}. */
  public int returned(int symbol) {
    return returned.get(symbol);
  }

  public static int scopeOfFile(int file) {
    return -2 - file;
  }
}
