package ai.wikibuilder.server.web;

import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.database.Outage;
import ai.wikibuilder.server.operator.Operator;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.storage.StorageException;
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

  private final Pages pages;
  private final Metrics metrics;

  PageFailures(Pages pages, Metrics metrics) {
    this.pages = pages;
    this.metrics = metrics;
  }

  /** There is nothing, or nothing for this person, who may not have signed in yet. */
  static Saying notFound(Frame frame) {
    return frame.visit().isPresent()
        ? saying(frame, "nothing", frame.say("nothing.text"))
        : new Saying(
            frame.say("nothing"),
            frame.say("nothing.text.unknown"),
            new LocalPath("/signin"),
            frame.say("signin"));
  }

  private static Saying saying(Frame frame, String title, String text) {
    return new Saying(frame.say(title), text, LocalPath.FIRST, frame.say("home"));
  }

  @ExceptionHandler
  ResponseEntity<String> handle(TenantException failure, Frame frame) {
    return switch (failure.kind()) {
      case NOT_FOUND -> pages.say(HttpStatus.NOT_FOUND, frame, notFound(frame));
      case FORBIDDEN ->
          pages.say(
              HttpStatus.FORBIDDEN, frame, saying(frame, "forbidden", forbidden(failure, frame)));
      case LAST_OWNER, ALREADY_MEMBER, PERSONAL, TAKEN, TOO_MANY ->
          pages.say(
              HttpStatus.CONFLICT,
              frame,
              saying(
                  frame, "conflict", frame.words().retell(String.valueOf(failure.getMessage()))));
    };
  }

  /** Owners have no say in what is the operator's. */
  private static String forbidden(TenantException failure, Frame frame) {
    return Operator.ALONE.equals(failure.getMessage())
        ? frame.words().retell(Operator.ALONE)
        : frame.say("forbidden.text");
  }

  /** So much may be asked for, and no more at present. */
  @ExceptionHandler
  ResponseEntity<String> handle(QuotaException failure, Frame frame) {
    return pages.say(
        Refusal.status(failure),
        frame,
        saying(frame, "conflict", frame.words().retell(String.valueOf(failure.getMessage()))));
  }

  /** There is no wiki yet, or it cannot be read at present. */
  @ExceptionHandler
  ResponseEntity<String> handle(StorageException failure, Frame frame) {
    LOG.info("wiki not read kind={}", failure.kind());
    HttpStatus status =
        switch (failure.kind()) {
          case NOT_BUILT -> HttpStatus.NOT_FOUND;
          case UNWRITABLE -> HttpStatus.INSUFFICIENT_STORAGE;
          case DAMAGED, BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    String title = status == HttpStatus.NOT_FOUND ? "wiki.none" : "wiki.unread";
    String words =
        status == HttpStatus.NOT_FOUND
            ? frame.say("wiki.none.text") // programs are told of their way
            : frame.words().retell(String.valueOf(failure.getMessage()));
    return pages.say(status, frame, saying(frame, title, words));
  }

  @ExceptionHandler
  ResponseEntity<String> handle(GenerationException failure, Frame frame) {
    LOG.warn("generation damaged because={}", failure.getMessage());
    return handle(StorageException.damaged(failure), frame);
  }

  /** Something in an address that cannot be meant. */
  @ExceptionHandler
  ResponseEntity<String> handle(InvalidInput failure, Frame frame) {
    String words = frame.words().retell(String.valueOf(failure.getMessage()));
    return pages.say(HttpStatus.BAD_REQUEST, frame, saying(frame, "conflict", words));
  }

  /** An id in an address that is none. */
  @ExceptionHandler
  ResponseEntity<String> handle(MethodArgumentTypeMismatchException failure, Frame frame) {
    LOG.debug("no id parameter={}", failure.getName());
    return pages.say(HttpStatus.NOT_FOUND, frame, notFound(frame));
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
    String words = frame.words().retell(outage.sentence());
    return pages.say(status, frame, saying(frame, "outage." + outage.word(), words));
  }

  @ExceptionHandler
  ResponseEntity<String> handle(Exception failure, Frame frame) {
    if (failure instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
      HttpStatus status = HttpStatus.valueOf(refused.getStatusCode().value());
      Saying saying =
          saying(frame, "unreadable", frame.say("unreadable.text", status.getReasonPhrase()));
      return pages.say(status, frame, status == HttpStatus.NOT_FOUND ? notFound(frame) : saying);
    }
    LOG.error("page failed", failure);
    return pages.say(
        HttpStatus.INTERNAL_SERVER_ERROR, frame, saying(frame, "fault", frame.say("fault.text")));
  }
}
