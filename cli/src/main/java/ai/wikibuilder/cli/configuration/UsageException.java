package ai.wikibuilder.cli.configuration;

/** The command cannot be carried out as it was given; the message says what to change. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
