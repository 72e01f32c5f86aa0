package ai.wikibuilder.builds;

/**
 * A new commit would take most pages of a wiki away. Nothing was published: the wiki stays as it
 * was until somebody says that it is meant.
 */
public final class PagesLostException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int lost;
  private final int before;
  private final int now;

  PagesLostException(int lost, int before, int now) {
    super(
        "%d of %d pages would be lost, %d would be there; the wiki stays as it was. Build again with --fewer-pages when that is meant"
            .formatted(lost, before, now));
    this.lost = lost;
    this.before = before;
    this.now = now;
  }

  /** Pages that were there and would not be any more. */
  public int lost() {
    return lost;
  }

  /** Pages that are there. */
  public int before() {
    return before;
  }

  /** Pages that would be there. */
  public int now() {
    return now;
  }
}
