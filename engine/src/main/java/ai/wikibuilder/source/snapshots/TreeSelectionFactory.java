package ai.wikibuilder.source.snapshots;

import ai.wikibuilder.source.SourceException;

/** Makes the rules for one tree, which may hold rules of its own ({@code .gitattributes}). */
@FunctionalInterface
interface TreeSelectionFactory {
  /**
   * The rules for a tree.
   *
   * @throws SourceException of kind {@code NOT_FOUND} when the tree lacks the sub-path asked for
   */
  TreeSelection over(TreeFiles files);
}
