package ai.wikibuilder.benchmarks.graph;

import java.util.Locale;

/**
 * So many right of so many judged. Immutable.
 *
 * @param of 0 when nothing was judged
 */
record Share(int right, int of) {
  static final Share NONE = new Share(0, 0);

  /** The normal distribution's point that 95 % lie within. */
  private static final double Z = 1.96;

  Share with(boolean isRight) {
    return new Share(right + (isRight ? 1 : 0), of + 1);
  }

  Share plus(Share other) {
    return new Share(right + other.right, of + other.of);
  }

  /** The share with Wilson's interval of 95 %, which holds for few judgements, too. */
  @Override
  public String toString() {
    if (of == 0) {
      return "none";
    }
    double share = (double) right / of;
    double middle = (share + Z * Z / (2 * of)) / (1 + Z * Z / of);
    double half =
        Z / (1 + Z * Z / of) * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
    return String.format(
        Locale.ROOT,
        "%d/%d = %.3f (%.2f to %.2f)",
        right,
        of,
        share,
        Math.max(0, middle - half),
        Math.min(1, middle + half));
  }
}
