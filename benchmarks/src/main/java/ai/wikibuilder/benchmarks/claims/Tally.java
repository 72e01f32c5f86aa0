package ai.wikibuilder.benchmarks.claims;

import java.util.Locale;

/** Counts verdicts on true and on false claims. One thread. */
final class Tally {
  private long falseClaims;
  private long removed;
  private long marked;
  private long trueClaims;
  private long wronglyRemoved;
  private long wronglyMarked;

  /** What became of a claim. */
  enum Outcome {
    VERIFIED,
    MARKED,
    REMOVED
  }

  void add(boolean isTrue, Outcome outcome) {
    if (isTrue) {
      trueClaims++;
      wronglyRemoved += outcome == Outcome.REMOVED ? 1 : 0;
      wronglyMarked += outcome == Outcome.MARKED ? 1 : 0;
    } else {
      falseClaims++;
      removed += outcome == Outcome.REMOVED ? 1 : 0;
      marked += outcome == Outcome.MARKED ? 1 : 0;
    }
  }

  void add(Tally other) {
    falseClaims += other.falseClaims;
    removed += other.removed;
    marked += other.marked;
    trueClaims += other.trueClaims;
    wronglyRemoved += other.wronglyRemoved;
    wronglyMarked += other.wronglyMarked;
  }

  long falseClaims() {
    return falseClaims;
  }

  long trueClaims() {
    return trueClaims;
  }

  /** Share of false claims that are not shown as verified; 1 without any. */
  double caught() {
    return falseClaims == 0 ? 1 : (double) (removed + marked) / falseClaims;
  }

  /** Share of true claims that are taken out; 0 without any. */
  double lost() {
    return trueClaims == 0 ? 0 : (double) wronglyRemoved / trueClaims;
  }

  /** {@code false | removed | marked | shown as verified | caught | true | removed | marked}. */
  String cells() {
    return String.format(
        Locale.ROOT,
        "%,d | %,d | %,d | %,d | %s | %,d | %s | %s",
        falseClaims,
        removed,
        marked,
        falseClaims - removed - marked,
        falseClaims == 0 ? "–" : percent(caught()),
        trueClaims,
        trueClaims == 0 ? "–" : percent(lost()),
        trueClaims == 0 ? "–" : percent((double) wronglyMarked / trueClaims));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
