package ai.wikibuilder.cli;

import ai.wikibuilder.builds.PagesLostException;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.index.IndexException;
import ai.wikibuilder.index.queries.QueryException;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.outbound.OutboundException;
import ai.wikibuilder.pages.corrections.CorrectionsException;
import ai.wikibuilder.server.ServerException;
import ai.wikibuilder.server.database.DatabaseException;
import ai.wikibuilder.server.rotation.RotationException;
import ai.wikibuilder.server.secrets.SecretsException;
import ai.wikibuilder.site.SiteException;
import ai.wikibuilder.site.data.WikiDataException;
import ai.wikibuilder.source.SourceException;

/** What the process answers to the shell. Stable: scripts depend on the numbers. */
enum ExitCode {
  DONE(0),
  DOES_NOT_HOLD(1),
  USAGE(2),
  SOURCE(3),
  LIMIT(4),
  MODEL(5),
  OUR_FAULT(70),
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** The one place where failures become numbers. */
  static ExitCode of(Throwable failure) {
    return switch (failure) {
      case UsageException _, QueryException _, ServerException _, DatabaseException _ -> USAGE;
      case SecretsException _, RotationException _ -> USAGE;
      case SourceException e ->
          switch (e.kind()) {
            case REFUSED, UNREACHABLE, UNAUTHORIZED, NOT_FOUND, EMPTY, CORRUPT -> SOURCE;
            case LIMIT -> LIMIT;
            case STORAGE -> USAGE;
          };
      case GenerationException e ->
          switch (e.kind()) {
            case NOT_OURS, LOCKED, READ_ONLY, DISK_FULL, NOT_FOUND, OUTDATED -> USAGE;
            case CORRUPT -> DOES_NOT_HOLD;
          };
      case PagesLostException e -> DOES_NOT_HOLD;
      case ModelException e ->
          switch (e.kind()) {
            case OVER_BUDGET -> LIMIT;
            case CANCELLED -> INTERRUPTED;
            case UNAVAILABLE,
                FAILED,
                KEY_MISSING,
                KEY_REFUSED,
                MODEL_UNKNOWN,
                CONTEXT_EXCEEDED,
                RATE_LIMITED,
                OVERLOADED,
                SILENT,
                BROKEN_REPLY,
                REFUSED ->
                MODEL;
          };
      case IndexException e -> e.kind() == IndexException.Kind.CORRUPT ? DOES_NOT_HOLD : USAGE;
      case WikiDataException _, CorrectionsException _ -> USAGE;
      case SiteException e -> e.kind() == SiteException.Kind.DISK ? USAGE : OUR_FAULT;
      case OutboundException e -> e.kind() == OutboundException.Kind.MISCONFIGURED ? USAGE : SOURCE;
      default -> OUR_FAULT;
    };
  }
}
