package ai.wikibuilder.server.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Why the database does not do what it was asked for, though nothing is wrong with the request. All
 * of them pass: the same request works later. Whoever answers requests or works at builds asks.
 */
public enum Outage {
  /** Its disk takes nothing more; what is there can be read. */
  DISK_FULL(
      "This had to be written down, and the disk of the database takes nothing more. Nothing was"
          + " changed, and nothing that was accepted before is lost. The operator of this"
          + " installation has to make room; then the same request works."),
  /** It answers questions and takes no change, as a standby does. */
  READ_ONLY(
      "This had to be written down, and the database takes no changes at present. Nothing was"
          + " changed. Try again in a minute; if it stays so, tell the operator of this"
          + " installation."),
  /** Nobody is there, or the answer does not come in time. */
  AWAY("The database does not answer; nothing was changed. Try again in a few seconds.");

  /** Causes that are looked at; a longer chain is a ring. */
  private static final int CAUSE_COUNT_MAX = 20;

  /** PostgreSQL's code for a disk, a table space or a quota that is full. */
  private static final String STATE_DISK_FULL = "53100";

  /** PostgreSQL's code for a change in a transaction that may only read. */
  private static final String STATE_READ_ONLY = "25006";

  /** Connection gone; out of something; told to stop, or out of time; fault of the system. */
  private static final String STATES_AWAY = "(08|53|57|58).*";

  private final String sentence;

  Outage(String sentence) {
    this.sentence = sentence;
  }

  /** Its name where it is counted and in answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For whoever asked: what was to be done, what came, what to do. */
  public String sentence() {
    return sentence;
  }

  /** What a failure says of the database; none when it says something else. */
  public static Optional<Outage> of(RuntimeException failure) {
    Throwable cause = failure;
    for (int i = 0; i < CAUSE_COUNT_MAX && cause != null; i++) {
      Optional<Outage> said = cause instanceof SQLException sql ? of(sql) : Optional.empty();
      if (said.isPresent()) {
        return said;
      }
      cause = cause.getCause();
    }
    boolean away =
        failure instanceof TransactionException
            || failure instanceof TransientDataAccessException
            || failure instanceof DataAccessResourceFailureException;
    return away ? Optional.of(AWAY) : Optional.empty();
  }

  private static Optional<Outage> of(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (state.equals(STATE_DISK_FULL)) {
      return Optional.of(DISK_FULL);
    }
    if (state.equals(STATE_READ_ONLY)) {
      return Optional.of(READ_ONLY);
    }
    return state.matches(STATES_AWAY) || failure instanceof SQLTransientException
        ? Optional.of(AWAY)
        : Optional.empty();
  }
}
