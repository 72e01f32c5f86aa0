package ai.wikibuilder.server.rotation;

import ai.wikibuilder.server.database.Database;
import ai.wikibuilder.server.secrets.KeyPrefix;
import ai.wikibuilder.server.secrets.KeySuccession;
import ai.wikibuilder.server.secrets.KeySuccession.Stage;
import ai.wikibuilder.server.secrets.RotationTurn;
import ai.wikibuilder.server.secrets.SecretSettings;
import ai.wikibuilder.server.secrets.SecretsException;
import ai.wikibuilder.server.tenants.Actor;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces the master key. One at a time; for one thread.
 *
 * <p>Each stage is a keyset in the file. Between two of them there is a pause, in which every
 * server reads it: so each knows a key before the first row names it, and none seals with the old
 * key when it is retired. Should one do so all the same, the database refuses that row; so there is
 * none that would be lost with the key.
 */
public final class MasterKeyRotation {
  /** Rows wrapped anew in one transaction: some milliseconds, so that nobody waits for them. */
  private static final int BATCH = 100;

  /** Passes over all rows after which somebody must be sealing with the old key still. */
  private static final int PASS_COUNT_MAX = 20;

  private final SealedRows rows;
  private final SecretSettings settings;
  private final Pace pace;
  private long rewrapped;

  /**
   * Makes one.
   *
   * @param database reached as the role of requests
   */
  public MasterKeyRotation(Database database, SecretSettings settings, Pace pace) {
    this.rows = new SealedRows(new SystemTransactions(database.application(), Actor::nobody));
    this.settings = settings;
    this.pace = pace;
  }

  /**
   * How it goes on.
   *
   * @param pause between two stages; servers read the file within two seconds
   * @param batch rows in one transaction
   * @param steps told the name of each step before it is done and when it was
   * @param told what people read of it
   */
  public record Pace(Duration pause, int batch, Steps steps, Steps told) {
    /** How long servers are given to read the file. */
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(8);

    public static Pace usual(Steps told) {
      return new Pace(USUAL_PAUSE, BATCH, _ -> {}, told);
    }
  }

  /** Is told how far a rotation is. */
  public interface Steps {
    void reached(String step);
  }

  /**
   * What has been done.
   *
   * @param key number of the key that seals everything now
   * @param rewrapped rows that were wrapped anew
   */
  public record Outcome(String key, long rewrapped) {}

  /**
   * Takes the key all the way, from wherever an earlier rotation stopped.
   *
   * @throws RotationException of each kind; whatever was done until then holds, every row opens
   * @throws SecretsException UNREADABLE_KEY when there is no key
   */
  public Outcome rotate() {
    if (!KeySuccession.read(settings).isWritable()) {
      throw new RotationException(
          RotationException.Kind.NOT_WRITABLE,
          ("the master key (%s) cannot be written from here, so it is replaced step by step: put what"
                  + " `aiwiki master-key next` prints in its place, restart the servers, and call it"
                  + " again until it says that the key is replaced")
              .formatted(settings));
    }
    try (RotationTurn _ = turn()) {
      KeySuccession succession = KeySuccession.read(settings);
      requireRightKey(succession);
      do {
        succession = step(succession);
      } while (succession.stage() != Stage.SETTLED);
      return new Outcome(succession.newestPrefix().toString(), rewrapped);
    }
  }

  private RotationTurn turn() {
    return RotationTurn.take(settings)
        .orElseThrow(() ->
            new RotationException(
                RotationException.Kind.IN_TURN,
                "somebody replaces the master key (%s) already; wait for that rotation to end"
                    .formatted(settings)));
  }

  private KeySuccession step(KeySuccession succession) {
    Stage stage = succession.stage();
    finish(succession);
    KeySuccession next = succession.next();
    pace.steps().reached("before leaving " + stage);
    next.write();
    pace.steps().reached("after leaving " + stage);
    pace.told().reached(words(next.stage()));
    if (next.stage() != Stage.SETTLED) {
      pace.told().reached("servers have %d s to read it".formatted(pace.pause().toSeconds()));
      pause();
    }
    return next;
  }

  private static String words(Stage now) {
    return switch (now) {
      case ADDED -> "a new key is added";
      case PROMOTED -> "the new key seals, the old one still opens";
      case DISABLED -> "the old key opens nothing any more";
      case SETTLED -> "the old key is destroyed";
    };
  }

  /**
   * One step for a key that cannot be written from here: everything the present stage asks of the
   * rows is done, and what has to be put in place of the key comes back.
   *
   * @throws RotationException of each kind but NOT_WRITABLE; every row opens all the same
   */
  public KeySuccession next() {
    KeySuccession succession = KeySuccession.read(settings);
    requireRightKey(succession);
    finish(succession);
    return succession.next();
  }

  /** What must be true of the rows before the next stage. */
  private void finish(KeySuccession succession) {
    if (succession.stage() == Stage.PROMOTED) {
      rewrapAll(succession);
      pace.steps().reached("before retiring");
      rows.retire(succession.olderPrefixes());
      pace.steps().reached("after retiring");
      pace.told().reached("nothing is sealed with the old key from now on");
      rewrapAll(succession); // what was sealed between the last look and the retirement
    }
    if (succession.stage() == Stage.DISABLED && rows.countWith(succession.olderPrefixes()) > 0) {
      throw stillUsed(succession);
    }
  }

  private void rewrapAll(KeySuccession succession) {
    for (int pass = 0; rows.countWith(succession.olderPrefixes()) > 0; pass++) {
      if (pass == PASS_COUNT_MAX) {
        throw stillUsed(succession);
      }
      for (SealedColumn column : rows.columns()) {
        rewrap(column, succession);
      }
    }
  }

  private void rewrap(SealedColumn column, KeySuccession succession) {
    long before = rewrapped;
    int done;
    do {
      pace.steps().reached("before rewrapping " + column);
      done = rows.rewrap(column, succession, pace.batch());
      rewrapped += done;
      pace.steps().reached("after rewrapping " + column);
    } while (done == pace.batch());
    if (rewrapped > before) {
      pace.told().reached("%s wrapped anew: %d".formatted(column.told(), rewrapped - before));
    }
  }

  private RotationException stillUsed(KeySuccession succession) {
    return new RotationException(
        RotationException.Kind.STILL_USED,
        "rows are still sealed with the old master key %s. Let all servers read %s,"
                .formatted(succession.olderPrefixes(), succession.place())
            + " which takes a restart when it is in the environment, and call this again");
  }

  private void requireRightKey(KeySuccession succession) {
    List<KeyPrefix> known = new ArrayList<>(succession.olderPrefixes());
    known.add(succession.newestPrefix());
    try {
      if (rows.countBeside(known) == 0) {
        rows.sample(succession);
        return;
      }
    } catch (SecretsException e) {
      // Said below, as for a key of another number.
    }
    throw new RotationException(
        RotationException.Kind.WRONG_KEY,
        "the master key (%s) is not the one that the rows of the database were sealed with. Nothing"
                .formatted(succession.place())
            + " was changed. Put the right one back: secrets.master-key or secrets.master-key-file");
  }

  private void pause() {
    try {
      Thread.sleep(pace.pause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between two stages; run it again", e);
    }
  }
}
