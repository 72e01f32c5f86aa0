package ai.wikibuilder.server.web;

import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.server.accounts.AccountException;
import ai.wikibuilder.server.answers.AnswerException;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.jobs.BuildException;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.repositories.RepositoryException;
import ai.wikibuilder.server.storage.StorageException;
import ai.wikibuilder.server.tenants.TenantException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Why a form did nothing, for the person who sent it. Immutable. */
public record Refusal(HttpStatus status, String message) {
  private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

  /**
   * What a failure means to the person; none for what is no answer to a form: something that is
   * foreign or missing, and faults of ours.
   */
  public static Optional<Refusal> of(RuntimeException failure) {
    if (failure instanceof GenerationException generation) {
      LOG.warn("generation damaged because={}", generation.getMessage());
      return of(StorageException.damaged(generation));
    }
    Optional<HttpStatus> status =
        switch (failure) {
          case AccountException account -> Optional.of(status(account));
          case TenantException tenant -> status(tenant);
          case InvalidInput _ -> Optional.of(HttpStatus.BAD_REQUEST);
          case RepositoryException repository -> Optional.of(status(repository));
          case QuotaException quota -> Optional.of(status(quota));
          case BuildException _, StorageException _, AnswerException _ ->
              Optional.of(HttpStatus.CONFLICT);
          default -> Optional.empty();
        };
    return status.map(found -> new Refusal(found, String.valueOf(failure.getMessage())));
  }

  /** As {@code /api} answers: one that waiting does not help is no matter of too often. */
  static HttpStatus status(QuotaException failure) {
    return failure.until().isPresent() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.CONFLICT;
  }

  private static HttpStatus status(AccountException failure) {
    return switch (failure.kind()) {
      case INVALID, LINK, INVITATION_USED, INVITATION_EXPIRED, OTHER_ADDRESS ->
          HttpStatus.BAD_REQUEST;
      case CREDENTIALS, UNVERIFIED, CLOSED -> HttpStatus.FORBIDDEN;
      case BUSY -> HttpStatus.TOO_MANY_REQUESTS;
    };
  }

  private static HttpStatus status(RepositoryException failure) {
    return switch (failure.kind()) {
      case ADDRESS -> HttpStatus.BAD_REQUEST;
      case OTHER_PROTOCOL -> HttpStatus.CONFLICT;
    };
  }

  private static Optional<HttpStatus> status(TenantException failure) {
    return switch (failure.kind()) {
      case NOT_FOUND, FORBIDDEN -> Optional.empty();
      case LAST_OWNER, ALREADY_MEMBER, PERSONAL, TAKEN, TOO_MANY ->
          Optional.of(HttpStatus.CONFLICT);
    };
  }
}
