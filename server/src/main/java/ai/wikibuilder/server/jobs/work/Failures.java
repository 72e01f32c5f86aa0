package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.builds.PagesLostException;
import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.server.database.Outage;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildException;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.storage.StorageException;
import ai.wikibuilder.source.SourceException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a build's failure is called, what people are told of it, and whether trying again could
 * help. The sentences are from here, never from elsewhere: what a git host or a disk said may hold
 * names of this machine or a secret.
 */
final class Failures {
  private Failures() {}

  /** Causes that are looked at; a longer chain is a ring. */
  private static final int CAUSE_COUNT_MAX = 20;

  /** What systems say of a disk, or of what one user may take of it. */
  private static final Pattern FULL =
      Pattern.compile("No space left|not enough space|Disk quota", Pattern.CASE_INSENSITIVE);

  /** What is missing in a repository that was reached, and what there is instead. */
  private static final Pattern NAMED =
      Pattern.compile("There is no branch or tag |No folder |The repository's default branch ");

  /** What systems say of a folder that may be read and no more. */
  private static final Pattern READ_ONLY =
      Pattern.compile("Read-only file system", Pattern.CASE_INSENSITIVE);

  /** Whether another try could help. */
  enum Again {
    NEVER,
    /** A few times. */
    COUNTED,
    /** Whenever what the installation lacks is there again: the build has no part in it. */
    WHEN_MENDED
  }

  /** A failure, and whether another try may succeed. */
  record Failed(Build.Failure failure, Again again) {
    static Failed passing(String kind, String message) {
      return new Failed(new Build.Failure(kind, message), Again.COUNTED);
    }

    static Failed lasting(String kind, String message) {
      return new Failed(new Build.Failure(kind, message), Again.NEVER);
    }
  }

  /** What is said of a build that took every worker along that tried it. */
  static Build.Failure parked() {
    return new Build.Failure(
        "parked",
        "This build ended every worker that tried it, and is not tried again. Its operator finds"
            + " more in the log.");
  }

  /** What is to be said of a failure. */
  static Failed of(RuntimeException failure) {
    Optional<Outage> outage = Outage.of(failure);
    if (outage.isPresent() && outage.get() != Outage.DISK_FULL) {
      return new Failed(
          new Build.Failure("unavailable", unavailable(outage.get())), Again.WHEN_MENDED);
    }
    if (isSaid(READ_ONLY, failure)) {
      return new Failed(
          new Build.Failure(
              "storage",
              "The storage of this installation can only be read; its operator has to look at it."
                  + " The wiki that was there stays as it is."),
          Again.WHEN_MENDED);
    }
    return outage.isPresent() || isSaid(FULL, failure)
        ? new Failed(
            new Build.Failure(
                "storage",
                "The disk of this installation takes nothing more; its operator has to make room."
                    + " The wiki that was there stays as it is."),
            Again.WHEN_MENDED)
        : ofOther(failure);
  }

  /** Nobody waits here who could ask again, so it says less than an answer to a request. */
  private static String unavailable(Outage outage) {
    return switch (outage) {
      case READ_ONLY ->
          "The database of this installation takes no changes at present; its operator has to look"
              + " at it. The wiki that was there stays as it is.";
      case AWAY, DISK_FULL ->
          "The database of this installation does not answer; if it stays so, its operator has to"
              + " look at it. The wiki that was there stays as it is.";
    };
  }

  private static boolean isSaid(Pattern words, RuntimeException failure) {
    Throwable cause = failure;
    for (int i = 0; i < CAUSE_COUNT_MAX && cause != null; i++, cause = cause.getCause()) {
      if (words.matcher(String.valueOf(cause.getMessage())).find()) {
        return true;
      }
    }
    return false;
  }

  private static Failed ofOther(RuntimeException failure) {
    return switch (failure) {
      case SourceException source
          when source.kind() == SourceException.Kind.NOT_FOUND
              && NAMED.matcher(String.valueOf(source.getMessage())).lookingAt() ->
          Failed.lasting("not_found", String.valueOf(source.getMessage()));
      case SourceException source -> of(source.kind());
      case GenerationException _, StorageException _ ->
          Failed.passing(
              "storage",
              "The storage of this installation takes nothing more or is damaged; its operator has"
                  + " to look at it. The wiki that was there stays as it is.");
      case PagesLostException lost ->
          Failed.lasting(
              Build.Failure.PAGES_LOST,
              ("%d of %d pages would be lost, %d would be there; the wiki stays as it was. Where"
                      + " that is meant, ask for it once more with fewer pages.")
                  .formatted(lost.lost(), lost.before(), lost.now()));
      case ModelException model -> of(model);
      case BuildException build -> Failed.lasting("no_model", String.valueOf(build.getMessage()));
      case QuotaException quota -> of(quota);
      default ->
          Failed.passing(
              "fault",
              "This is a fault of ours. The operator of this installation finds it in the log by"
                  + " the id of this build.");
    };
  }

  private static Failed of(QuotaException quota) {
    String kind = "quota_" + quota.kind().name().toLowerCase(Locale.ROOT);
    String message = String.valueOf(quota.getMessage());
    return quota.isHeldBack() ? Failed.passing(kind, message) : Failed.lasting(kind, message);
  }

  private static Failed of(SourceException.Kind kind) {
    return switch (kind) {
      case REFUSED ->
          Failed.lasting(
              "refused", "The address may not be fetched: its host is not a public one.");
      case UNREACHABLE ->
          Failed.passing(
              "unreachable",
              "The git host does not answer, or broke off. Look whether it is up, and whether this"
                  + " installation may reach it.");
      case UNAUTHORIZED ->
          Failed.lasting(
              "unauthorized",
              "The git host wants a token, or another one. Leave a token for this host in the"
                  + " settings and try again.");
      case NOT_FOUND ->
          Failed.lasting(
              "not_found",
              "There is no such repository, branch, tag, commit (by its full id) or folder at the git"
                  + " host; a private one is not shown without a token.");
      case EMPTY -> Failed.lasting("empty", "The repository has no text to write a wiki of.");
      case LIMIT ->
          Failed.lasting(
              "limit",
              "The repository is larger, or its host slower, than this installation or the plan"
                  + " allows.");
      case CORRUPT ->
          Failed.passing(
              "corrupt",
              "What the git host sent is damaged. If it stays so, look at the repository there with"
                  + " git fsck.");
      case STORAGE ->
          Failed.passing(
              "storage",
              "The storage of this installation takes nothing more; its operator has to look at"
                  + " it.");
    };
  }

  private static Failed of(ModelException failure) {
    return failure.kind().isPassing()
        ? Failed.passing(
            "model",
            "The model does not answer just now. If it stays so, look at the state of its provider"
                + " and at the limits of the key.")
        : Failed.lasting(
            "model",
            "The model cannot be used as it is configured: key, name or budget. Look at the"
                + " settings of the model.");
  }
}
