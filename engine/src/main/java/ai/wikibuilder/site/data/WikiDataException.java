package ai.wikibuilder.site.data;

/** A {@code wiki.json} that is not one, or one of another version. */
public final class WikiDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WikiDataException(String message) {
    super(message);
  }

  public WikiDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
