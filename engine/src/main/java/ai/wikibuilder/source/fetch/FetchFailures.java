package ai.wikibuilder.source.fetch;

import ai.wikibuilder.outbound.OutboundException;
import ai.wikibuilder.source.fetch.FetchException.Kind;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.RemoteRepositoryException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;

/** Says in the product's words what went wrong in a fetch, from what the libraries throw. */
final class FetchFailures {
  /** Causes inside causes; more is a loop. */
  private static final int CAUSE_DEPTH_MAX = 16;

  private final FetchLimits limits;
  private final String address;
  private final boolean withToken;

  FetchFailures(FetchLimits limits, String address, boolean withToken) {
    this.limits = limits;
    this.address = address;
    this.withToken = withToken;
  }

  FetchException explain(Throwable failure, HttpTrail trail) {
    Optional<FetchException> own = find(failure, FetchException.class);
    if (own.isPresent()) {
      return own.get();
    }
    if (trail.timedOut()) {
      return FetchMonitor.tooSlow(limits.fetchTimeMax());
    }
    Optional<OutboundException> refused = find(failure, OutboundException.class);
    if (refused.isPresent()) {
      return ofGuard(refused.get());
    }
    if (failure instanceof OutOfMemoryError || failure instanceof NegativeArraySizeException) {
      return FetchMonitor.tooManyObjects(limits);
    }
    if (isDiskFull(failure)) {
      return failed(Kind.STORAGE, "The disk is full. Make room and try again.", failure);
    }
    return trail.lastStatus() / 100 == 2 || trail.lastStatus() == 0
        ? ofTransfer(failure)
        : ofStatus(trail.lastStatus(), failure);
  }

  private static FetchException ofGuard(OutboundException refused) {
    Kind kind =
        refused.kind() == OutboundException.Kind.UNREACHABLE ? Kind.UNREACHABLE : Kind.REFUSED;
    String message = refused.getMessage();
    return new FetchException(kind, message == null ? "The address is refused." : message, refused);
  }

  private FetchException ofStatus(int status, Throwable failure) {
    return switch (status) {
      case 401, 403 ->
          failed(
              Kind.UNAUTHORIZED,
              withToken
                  ? "The token is not accepted for %s. Check that it is valid and may read the repository."
                      .formatted(address)
                  : "%s is private or does not exist. If it is private, give a token that may read it."
                      .formatted(address),
              failure);
      case 404, 410 ->
          failed(
              Kind.NOT_FOUND,
              "There is no repository at %s%s."
                  .formatted(address, withToken ? "" : ", or it is private and needs a token"),
              failure);
      default ->
          failed(
              Kind.UNREACHABLE,
              "%s answers with status %d. Try again later.".formatted(address, status),
              failure);
    };
  }

  private FetchException ofTransfer(Throwable failure) {
    if (find(failure, SocketTimeoutException.class).isPresent()) {
      return failed(
          Kind.UNREACHABLE,
          "%s was silent for %,d s (silenceMax). Try again, or raise that limit."
              .formatted(address, limits.silenceMax().toSeconds()),
          failure);
    }
    Optional<RemoteRepositoryException> answer = find(failure, RemoteRepositoryException.class);
    if (answer.isPresent()) {
      String text = String.valueOf(answer.get().getMessage()).toLowerCase(Locale.ROOT);
      return text.contains("not our ref") || text.contains("no such")
          ? failed(Kind.NOT_FOUND, "%s has no such commit.".formatted(address), failure)
          : failed(Kind.UNREACHABLE, "%s refuses the fetch.".formatted(address), failure);
    }
    if (find(failure, TooLargeObjectInPackException.class).isPresent()) {
      return failed(
          Kind.LIMIT,
          "%s sends a file of 2 GB or more and cannot leave it out. Read a local clone instead."
              .formatted(address),
          failure);
    }
    if (find(failure, SocketException.class).isPresent()) {
      return failed(
          Kind.UNREACHABLE,
          "The connection to %s broke off. Try again.".formatted(address),
          failure);
    }
    if (isDamage(failure)) {
      return failed(
          Kind.CORRUPT,
          "What %s sent is incomplete or damaged. Try again.".formatted(address),
          failure);
    }
    return failed(
        Kind.UNREACHABLE,
        "%s does not answer as a git host does. Check the address.".formatted(address),
        failure);
  }

  private static boolean isDamage(Throwable failure) {
    return find(failure, CorruptObjectException.class).isPresent()
        || find(failure, MissingObjectException.class).isPresent()
        || find(failure, EOFException.class).isPresent()
        || find(failure, ZipException.class).isPresent()
        || find(failure, DataFormatException.class).isPresent()
        || find(failure, PackProtocolException.class).isPresent()
        || find(failure, IndexOutOfBoundsException.class).isPresent()
        || chainHas(failure, "Truncated", "Premature", "closed", "invalid", "corrupt");
  }

  private static boolean isDiskFull(Throwable failure) {
    return chainHas(failure, "No space left", "not enough space", "Disk quota");
  }

  private static boolean chainHas(Throwable failure, String... parts) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSE_DEPTH_MAX; depth++) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      for (String part : parts) {
        if (message.contains(part.toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
      cause = cause.getCause();
    }
    return false;
  }

  static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSE_DEPTH_MAX; depth++) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static FetchException failed(Kind kind, String message, Throwable cause) {
    return new FetchException(kind, message, cause);
  }
}
