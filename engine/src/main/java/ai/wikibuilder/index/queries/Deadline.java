package ai.wikibuilder.index.queries;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment at which a search gives what it has. For one search, one thread. */
public final class Deadline {
  /** Characters read between two looks at the clock: a few microseconds of matching. */
  private static final int CHARS_BETWEEN_LOOKS = 4_096;

  /** Thrown out of a text that is read after the deadline. */
  public static final class Passed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Passed() {
      super("the time for this search is over", null, false, false);
    }
  }

  private final LongSupplier nanoTime;
  private final long end;
  private int charsToLook = CHARS_BETWEEN_LOOKS;

  /** Begins now. */
  public Deadline(LongSupplier nanoTime, Duration limit) {
    this.nanoTime = nanoTime;
    this.end = nanoTime.getAsLong() + limit.toNanos();
  }

  /**
   * Does nothing while there is time.
   *
   * @throws Passed from then on
   */
  public void check() {
    if (nanoTime.getAsLong() - end >= 0) {
      throw new Passed();
    }
  }

  /** The same text; reading it throws {@link Passed} after the deadline. */
  CharSequence watch(String text) {
    return new Watched(text);
  }

  private final class Watched implements CharSequence {
    private final String text;

    Watched(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (--charsToLook <= 0) {
        charsToLook = CHARS_BETWEEN_LOOKS;
        check();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int to) {
      return text.substring(start, to);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
