/**
 * Builds typed graphs to be drawn: classes of a module, a sequence along a call path, tables and
 * their keys, what runs beside what.
 *
 * <p>In: {@code graph.CodeGraph} and the text of the snapshot. Out: {@code pages.Diagram}, every
 * box and arrow with its evidence. Entries: {@link ClassDiagram}, {@link CallSequence}, {@link
 * CallPath}, {@link EntityDiagram}, {@link DeploymentDiagram}. Limit: {@code
 * Diagram.NODE_COUNT_MAX} boxes; what is left out is said in words.
 */
@NullMarked
package ai.wikibuilder.pages.diagrams;

import org.jspecify.annotations.NullMarked;
