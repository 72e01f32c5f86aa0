package ai.wikibuilder.server.api;

/**
 * A value of a request is not of its kind; the message says which, what was expected and what came.
 */
public final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidInput(String message) {
    super(message);
  }
}
