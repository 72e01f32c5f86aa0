package ai.wikibuilder.server.api;

import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.server.accounts.AccountException;
import ai.wikibuilder.server.answers.AnswerException;
import ai.wikibuilder.server.database.Outage;
import ai.wikibuilder.server.jobs.BuildException;
import ai.wikibuilder.server.providers.ProviderException;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.repositories.RepositoryException;
import ai.wikibuilder.server.storage.StorageException;
import ai.wikibuilder.server.telemetry.Metric;
import ai.wikibuilder.server.telemetry.Metrics;
import ai.wikibuilder.server.tenants.TenantException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where failures become answers. */
@RestControllerAdvice
public final class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** Seconds after which to try again what failed for a moment. */
  private static final String SOON = "5";

  private final Metrics metrics;

  Problems(Metrics metrics) {
    this.metrics = metrics;
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(AccountException failure) {
    HttpStatus status =
        switch (failure.kind()) {
          case INVALID, LINK, INVITATION_USED, INVITATION_EXPIRED, OTHER_ADDRESS ->
              HttpStatus.BAD_REQUEST;
          case CREDENTIALS -> HttpStatus.UNAUTHORIZED;
          case UNVERIFIED, CLOSED -> HttpStatus.FORBIDDEN;
          case BUSY -> HttpStatus.TOO_MANY_REQUESTS;
        };
    return answer(status, word(failure.kind()), String.valueOf(failure.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(TenantException failure) {
    HttpStatus status =
        switch (failure.kind()) {
          case NOT_FOUND -> HttpStatus.NOT_FOUND;
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
          case LAST_OWNER, ALREADY_MEMBER, PERSONAL, TAKEN, TOO_MANY -> HttpStatus.CONFLICT;
        };
    return answer(status, word(failure.kind()), String.valueOf(failure.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(RepositoryException failure) {
    HttpStatus status =
        switch (failure.kind()) {
          case ADDRESS -> HttpStatus.BAD_REQUEST;
          case OTHER_PROTOCOL -> HttpStatus.CONFLICT;
        };
    return answer(status, word(failure.kind()), String.valueOf(failure.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(BuildException failure) {
    HttpStatus status =
        switch (failure.kind()) {
          case NO_MODEL, OTHER_REQUEST, STATE -> HttpStatus.CONFLICT;
          case BUSY -> HttpStatus.TOO_MANY_REQUESTS;
        };
    return answer(status, word(failure.kind()), String.valueOf(failure.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(StorageException failure) {
    HttpStatus status =
        switch (failure.kind()) {
          case NOT_BUILT -> HttpStatus.NOT_FOUND;
          case UNWRITABLE -> HttpStatus.INSUFFICIENT_STORAGE;
          case DAMAGED, BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    return answer(status, word(failure.kind()), String.valueOf(failure.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(GenerationException failure) {
    LOG.warn("generation damaged because={}", failure.getMessage());
    return handle(StorageException.damaged(failure));
  }

  /** Where waiting helps, Retry-After says how long; a limit that stands is a conflict. */
  @ExceptionHandler
  ResponseEntity<Object> handle(QuotaException failure) {
    Problem problem =
        Problem.of(
            failure.until().isPresent() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.CONFLICT,
            "quota_" + word(failure.kind()),
            String.valueOf(failure.getMessage()));
    ResponseEntity<Object> answer = answer(problem);
    return failure
        .until()
        .map(wait ->
            ResponseEntity.status(problem.status())
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1))
                .<Object>body(problem))
        .orElse(answer);
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(ProviderException failure) {
    HttpStatus status =
        switch (failure.kind()) {
          case UNKNOWN, REFUSED -> HttpStatus.BAD_REQUEST;
          case DENIED -> HttpStatus.CONFLICT;
          case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    return answer(status, word(failure.kind()), String.valueOf(failure.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(AnswerException failure) {
    return answer(HttpStatus.CONFLICT, word(failure.kind()), String.valueOf(failure.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(InvalidInput failure) {
    return answer(HttpStatus.BAD_REQUEST, "invalid", String.valueOf(failure.getMessage()));
  }

  /** The database is gone for a moment, takes nothing more, or does not answer in time. */
  @ExceptionHandler({TransactionException.class, DataAccessException.class})
  ResponseEntity<Object> handleOutage(RuntimeException failure) {
    Optional<Outage> outage = Outage.of(failure);
    outage.ifPresent(found -> {
      metrics.count(Metric.DATABASE_OUTAGES, found.word());
      LOG.warn("database unavailable outage={} kind={}", found, failure.getClass().getSimpleName());
    });
    return outage.map(found -> answer(Problem.of(found))).orElseGet(() -> ours(failure));
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(RuntimeException failure) {
    return ours(failure);
  }

  /** What a failure is answered with where no status can be sent any more, as in a stream. */
  public Problem of(RuntimeException failure) {
    ResponseEntity<Object> answer =
        switch (failure) {
          case QuotaException quota -> handle(quota);
          case StorageException storage -> handle(storage);
          case GenerationException generation -> handle(generation);
          case TenantException tenant -> handle(tenant);
          case InvalidInput invalid -> handle(invalid);
          case RepositoryException repository -> handle(repository);
          case BuildException build -> handle(build);
          case TransactionException outage -> handleOutage(outage);
          case DataAccessException outage -> handleOutage(outage);
          default -> ours(failure);
        };
    return (Problem) Objects.requireNonNull(answer.getBody());
  }

  private static ResponseEntity<Object> ours(RuntimeException failure) {
    LOG.error("request failed", failure);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR, "fault", "This is a fault of ours; it has been logged.");
  }

  /** What Spring itself refuses: a body that is no JSON, a method that is not there. */
  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode code,
      WebRequest request) {
    HttpStatus status = HttpStatus.valueOf(code.value());
    ResponseEntity<Object> answer =
        switch (status) {
          case NOT_FOUND -> answer(Problem.notFound());
          case BAD_REQUEST ->
              isTooLong(failure)
                  ? answer(HttpStatus.CONTENT_TOO_LARGE, "too_long", BodyFilter.TOO_LONG)
                  : answer(status, "invalid", Unreadable.sentence(failure));
          case UNSUPPORTED_MEDIA_TYPE ->
              answer(status, word(status), "Expected Content-Type: application/json.");
          default -> answer(status, word(status), status.getReasonPhrase() + ".");
        };
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .headers(kept -> kept.addAll(headers))
        .headers(kept -> kept.setContentType(MediaType.valueOf(Problem.MEDIA_TYPE)))
        .body(answer.getBody());
  }

  private static boolean isTooLong(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyFilter.BodyTooLong) {
        return true;
      }
    }
    return false;
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static ResponseEntity<Object> answer(HttpStatus status, String kind, String detail) {
    return answer(Problem.of(status, kind, detail));
  }

  private static ResponseEntity<Object> answer(Problem problem) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.status())
            .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    if (problem.status() == HttpStatus.TOO_MANY_REQUESTS.value()
        || problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      answer.header(HttpHeaders.RETRY_AFTER, SOON);
    }
    return answer.body(problem);
  }
}
