package ai.wikibuilder.pages.corrections;

/** Corrections cannot be read or written. The message says which file and what to do. */
public final class CorrectionsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CorrectionsException(String message) {
    super(message);
  }

  CorrectionsException(String message, Throwable cause) {
    super(message, cause);
  }
}
