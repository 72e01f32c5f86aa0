package ai.wikibuilder.models.scripted;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a provider misbehaves on one request. */
public sealed interface Fault {
  /**
   * Answers with an error.
   *
   * @param message what it says, in the form of the format
   * @param retryAfter value of the header
   */
  record Status(int status, String code, String message, Optional<String> retryAfter)
      implements Fault {}

  /** Takes the request and never answers. */
  record HangBefore() implements Fault {}

  /** Says half of the reply and then nothing more. */
  record HangWithin() implements Fault {}

  /** Says half of the reply and drops the connection. */
  record DropWithin() implements Fault {}

  /** Says half of the reply and ends the stream as if that were all. */
  record EndWithin() implements Fault {}

  /**
   * Says all of the reply and that it is done, and then neither usage nor the end of the stream.
   */
  record HangAfter() implements Fault {}

  /** Says half of the reply and then an error, as an event of the stream. */
  record ErrorWithin() implements Fault {}

  /** Sends an event that is not what its format says. */
  record Garbage() implements Fault {}

  /** Leads on to another address. */
  record Redirect(String location) implements Fault {}

  /** Adds members and events that no format has yet. */
  record UnknownFields() implements Fault {}

  /** Answers at once instead of streaming. */
  record NoStream() implements Fault {}

  /** What any request may meet, whatever it asks for; the same list for every dose of faults. */
  static List<Fault> usual() {
    return List.of(
        busy("3"),
        busy("900"),
        broken(),
        overloaded(),
        new HangBefore(),
        new HangWithin(),
        new DropWithin(),
        new EndWithin(),
        new ErrorWithin(),
        new Garbage(),
        new UnknownFields());
  }

  /** The usual ones and those of one kind of request. */
  static List<Fault> usualAnd(Fault... more) {
    return Stream.concat(usual().stream(), Stream.of(more)).toList();
  }

  /** 429, to be tried again after so many seconds. */
  static Fault busy(String seconds) {
    return new Status(429, "rate_limit_exceeded", "Too many requests", Optional.of(seconds));
  }

  /** 500. */
  static Fault broken() {
    return new Status(500, "internal_error", "Something went wrong", Optional.empty());
  }

  /** 529, as Anthropic says that it is overloaded. */
  static Fault overloaded() {
    return new Status(529, "overloaded_error", "Overloaded", Optional.empty());
  }
}
