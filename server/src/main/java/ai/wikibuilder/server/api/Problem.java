package ai.wikibuilder.server.api;

import ai.wikibuilder.server.database.Outage;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, as RFC 9457 has it. It does not name the address, so that a foreign id and an
 * unknown one are answered alike, byte for byte.
 *
 * @param kind stable word for programs
 * @param detail sentence for people: what was expected, what came, what to do
 */
public record Problem(String type, String title, int status, String kind, String detail) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(HttpStatus status, String kind, String detail) {
    return new Problem("about:blank", status.getReasonPhrase(), status.value(), kind, detail);
  }

  /** What the database cannot do at present. */
  static Problem of(Outage outage) {
    return switch (outage) {
      case DISK_FULL -> of(HttpStatus.INSUFFICIENT_STORAGE, "disk_full", outage.sentence());
      case READ_ONLY -> of(HttpStatus.SERVICE_UNAVAILABLE, "read_only", outage.sentence());
      case AWAY -> of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", outage.sentence());
    };
  }

  static Problem unauthorized() {
    return of(
        HttpStatus.UNAUTHORIZED,
        "unauthorized",
        "This needs Authorization: Bearer with an access token or a personal token that is good"
            + " still.");
  }

  static Problem tooMany() {
    return of(
        HttpStatus.TOO_MANY_REQUESTS,
        "too_many_requests",
        "These are too many requests; Retry-After says how many seconds to wait.");
  }

  static Problem forbidden() {
    return of(HttpStatus.FORBIDDEN, "forbidden", "Your role or your token does not allow this.");
  }

  static Problem notFound() {
    return of(
        HttpStatus.NOT_FOUND,
        "not_found",
        "There is nothing of that id here, or it is not yours to see.");
  }
}
