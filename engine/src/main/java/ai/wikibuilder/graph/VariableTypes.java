package ai.wikibuilder.graph;

import ai.wikibuilder.graph.columns.LongIntMap;

/**
 * Which variable, parameter or field has which type, as far as a line says so. A name bound to two
 * types in one scope is bound to none.
 */
final class VariableTypes {
  /** Bound to several types. */
  static final int CONFLICT = -2;

  private final LongIntMap typeByScopeAndName = new LongIntMap();

  /**
   * Binds a name.
   *
   * @param scope a symbol, or {@code -2 - file} for the file outside of all symbols
   */
  void bind(int scope, int variableId, int typeId) {
    int known = typeByScopeAndName.get(scope, variableId);
    if (known == LongIntMap.ABSENT) {
      typeByScopeAndName.put(scope, variableId, typeId);
    } else if (known != typeId) {
      typeByScopeAndName.put(scope, variableId, CONFLICT);
    }
  }

  /** Name id of the type, {@link #CONFLICT}, or {@link LongIntMap#ABSENT}. */
  int type(int scope, int variableId) {
    return typeByScopeAndName.get(scope, variableId);
  }

  static int scopeOfFile(int file) {
    return -2 - file;
  }
}
