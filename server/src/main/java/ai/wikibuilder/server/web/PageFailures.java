package ai.wikibuilder.server.web;

import ai.wikibuilder.server.database.Outage;
import ai.wikibuilder.server.telemetry.Metric;
import ai.wikibuilder.server.telemetry.Metrics;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.web.Pages.Saying;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What failures of pages become: pages. */
@ControllerAdvice(basePackages = "ai.wikibuilder.server.web")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageFailures {
  private static final Logger LOG = LoggerFactory.getLogger(PageFailures.class);
  private static final String HOME = "Go to the first page";

  private final Pages pages;
  private final Metrics metrics;

  PageFailures(Pages pages, Metrics metrics) {
    this.pages = pages;
    this.metrics = metrics;
  }

  /** There is nothing, or nothing for this person. */
  static Saying notFound() {
    return new Saying(
        "There is nothing here",
        "There is nothing of that address, or it is not yours to see.",
        LocalPath.FIRST,
        HOME);
  }

  @ExceptionHandler
  ResponseEntity<String> handle(TenantException failure, Frame frame) {
    return switch (failure.kind()) {
      case NOT_FOUND -> pages.say(HttpStatus.NOT_FOUND, frame, notFound());
      case FORBIDDEN ->
          pages.say(
              HttpStatus.FORBIDDEN,
              frame,
              new Saying(
                  "This is not yours to do",
                  "Your role in this organisation does not allow it; ask one of its owners.",
                  LocalPath.FIRST,
                  HOME));
      case LAST_OWNER, ALREADY_MEMBER, PERSONAL, TAKEN, TOO_MANY ->
          pages.say(
              HttpStatus.CONFLICT,
              frame,
              new Saying(
                  "That cannot be done",
                  String.valueOf(failure.getMessage()),
                  LocalPath.FIRST,
                  HOME));
    };
  }

  /** An id in an address that is none. */
  @ExceptionHandler
  ResponseEntity<String> handle(MethodArgumentTypeMismatchException failure, Frame frame) {
    LOG.debug("no id parameter={}", failure.getName());
    return pages.say(HttpStatus.NOT_FOUND, frame, notFound());
  }

  @ExceptionHandler({TransactionException.class, DataAccessException.class})
  ResponseEntity<String> handleOutage(RuntimeException failure, Frame frame) {
    Optional<Outage> outage = Outage.of(failure);
    if (outage.isEmpty()) {
      return handle(failure, frame);
    }
    metrics.count(Metric.DATABASE_OUTAGES, outage.get().word());
    LOG.warn(
        "database unavailable outage={} kind={}", outage.get(), failure.getClass().getSimpleName());
    ResponseEntity<String> page = say(outage.get(), frame);
    return ResponseEntity.status(page.getStatusCode())
        .headers(page.getHeaders())
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(page.getBody());
  }

  private ResponseEntity<String> say(Outage outage, Frame frame) {
    HttpStatus status =
        outage == Outage.DISK_FULL
            ? HttpStatus.INSUFFICIENT_STORAGE
            : HttpStatus.SERVICE_UNAVAILABLE;
    String title =
        switch (outage) {
          case DISK_FULL -> "There is no room left";
          case READ_ONLY -> "Nothing can be changed just now";
          case AWAY -> "The database does not answer";
        };
    return pages.say(status, frame, new Saying(title, outage.sentence(), LocalPath.FIRST, HOME));
  }

  @ExceptionHandler
  ResponseEntity<String> handle(Exception failure, Frame frame) {
    if (failure instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
      HttpStatus status = HttpStatus.valueOf(refused.getStatusCode().value());
      Saying saying =
          new Saying(
              "This cannot be read",
              "The request is not one that a page of ours makes: %s."
                  .formatted(status.getReasonPhrase()),
              LocalPath.FIRST,
              HOME);
      return pages.say(status, frame, status == HttpStatus.NOT_FOUND ? notFound() : saying);
    }
    LOG.error("page failed", failure);
    return pages.say(
        HttpStatus.INTERNAL_SERVER_ERROR,
        frame,
        new Saying(
            "This is a fault of ours",
            "It has been logged. Nothing of yours is lost.",
            LocalPath.FIRST,
            HOME));
  }
}
