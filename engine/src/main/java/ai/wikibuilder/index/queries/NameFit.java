package ai.wikibuilder.index.queries;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells how well a name fits a question in plain words: {@code setBlockSize} fits "set the size of
 * a block", though no word of the question is a name. For one search, one thread.
 *
 * <p>Two shares are multiplied: that of the question which the name covers, by the weight of its
 * terms, and that of the name which the question speaks of. The container helps to cover the
 * question and is not asked to be covered itself.
 */
public final class NameFit {
  /** Beginnings of names that say what is done to the thing, not which thing it is. */
  private static final Set<String> BEGINNINGS =
      Set.of(
          "get", "set", "is", "has", "to", "of", "on", "do", "new", "the", "with", "for", "test");

  /** What a word of the container is worth beside one of the name. */
  private static final double CONTAINER_SHARE = 0.5;

  /** What a part that the question lacks weighs, beside a usual term of the question. */
  private static final double FOREIGN_WEIGHT = 0.5;

  /** The share that is covered counts to this power: half a long question is much for a name. */
  private static final double COVER_POWER = 0.7;

  /** Names have a few parts; more are read of none. */
  private static final int PARTS_MAX = 12;

  private final Map<String, Double> weights;
  private final QueryReading.Cutter cutter;
  private final int termCount;
  private final double total;

  /**
   * @param weights of the terms of the question, rare ones more
   * @param related of what else code may call them; no name need have it
   */
  public NameFit(
      Map<String, Double> weights, Map<String, Double> related, QueryReading.Cutter cutter) {
    this.weights = new HashMap<>(related);
    this.weights.putAll(weights);
    this.termCount = weights.size();
    this.cutter = cutter;
    double sum = 0;
    for (double weight : weights.values()) {
      sum += weight;
    }
    this.total = sum;
  }

  /** How well a qualified name fits, 0 to 1. */
  public double of(String qualified) {
    if (total <= 0) {
      return 0;
    }
    int dot = qualified.lastIndexOf('.');
    Set<String> own = parts(qualified.substring(dot + 1));
    double usual = total / termCount;
    double matched = 0;
    double foreign = 0;
    for (String part : own) {
      double weight = weights.getOrDefault(part, 0.0);
      matched += weight;
      foreign += weight > 0 || BEGINNINGS.contains(part) ? 0 : FOREIGN_WEIGHT * usual;
    }
    if (matched == 0) {
      return 0;
    }
    double around = 0;
    if (dot > 0) {
      int before = qualified.lastIndexOf('.', dot - 1);
      for (String part : parts(qualified.substring(before + 1, dot))) {
        around += own.contains(part) ? 0 : weights.getOrDefault(part, 0.0);
      }
    }
    double covered = Math.min(1, (matched + CONTAINER_SHARE * around) / total);
    return matched / (matched + foreign) * Math.pow(covered, COVER_POWER);
  }

  private Set<String> parts(String name) {
    Set<String> parts = new HashSet<>();
    cutter.cut(
        name,
        (term, whole) -> {
          if (!whole && parts.size() < PARTS_MAX) {
            parts.add(term);
          }
        });
    return parts;
  }
}
