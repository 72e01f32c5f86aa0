package ai.wikibuilder.index.vectors;

import java.util.Optional;

/**
 * An embedding model as the configuration names it. Immutable.
 *
 * @param name provider and model with a slash between them
 * @param dimension length of its vectors, where it is known without asking
 */
public record VectorModel(String name, Optional<Integer> dimension) {
  /**
   * Whether vectors are of this model.
   *
   * @param model as the vectors name it: provider, model and dimension
   */
  public boolean isThatOf(String model) {
    return dimension.isPresent()
        ? model.equals(name + "/" + dimension.get())
        : model.startsWith(name + "/") && model.substring(name.length() + 1).matches("\\d+");
  }
}
