package ai.wikibuilder.server.api;

import java.io.IOException;

/** The body of a request is longer than any that is taken; said while it is read. */
final class BodyTooLong extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTooLong(String message) {
    super(message);
  }
}
