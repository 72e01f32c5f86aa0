package ai.wikibuilder.graph.modules;

import java.util.List;

/**
 * One module leans on another. Immutable.
 *
 * @param from id of the module that names the other
 * @param lineCount distinct lines of code that name something of the other; imports do not count
 * @param importCount import lines that lead to the other
 * @param strongest lines that show it best, at most {@link DependencyCounter#EVIDENCE_COUNT_MAX}:
 *     inheritance first, then calls, then types
 */
public record ModuleDependency(
    int from, int to, int lineCount, int importCount, List<CrossingLine> strongest) {
  public ModuleDependency {
    strongest = List.copyOf(strongest);
  }
}
