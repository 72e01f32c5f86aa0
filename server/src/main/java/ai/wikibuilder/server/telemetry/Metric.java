package ai.wikibuilder.server.telemetry;

import java.util.List;
import java.util.Locale;

/** What is measured. The values of each label are all there are. */
public enum Metric {
  /** Of all processes together, as is the age: each shows the same number. */
  BUILDS_WAITING(Kind.GAUGE, "builds that wait for a worker"),
  BUILDS_RUNNING(Kind.GAUGE, "builds that a worker has"),
  BUILDS_OLDEST_WAITING_SECONDS(
      Kind.GAUGE, "age of the build that could be taken and waits longest; 0 when none does"),
  BUILDS_ENDED(
      Kind.COUNTER,
      "builds that ended in this process, by how",
      new Label("state", "done", "capped", "failed", "cancelled")),
  LEASES_LOST(
      Kind.COUNTER, "builds this worker lost to another one, or to the end of their repository"),
  BUILDS_PUT_BACK(
      Kind.COUNTER,
      "builds put back in the queue, by why: tried again, disk or database not there, this process"
          + " ends, another build first",
      new Label("reason", "again", "mended", "closing", "behind")),
  MODEL_CALLS(
      Kind.COUNTER,
      "calls of models, by what for and with whose key",
      new Label("purpose", "build", "ask", "research", "embedding", "call"),
      new Label("key", "central", "own")),
  MODEL_TOKENS(
      Kind.COUNTER,
      "tokens of these calls",
      new Label("purpose", "build", "ask", "research", "embedding", "call"),
      new Label("direction", "in", "out")),
  MODEL_DOLLARS(
      Kind.COUNTER,
      "what they cost, where prices are known",
      new Label("purpose", "build", "ask", "research", "embedding", "call"),
      new Label("key", "central", "own")),
  RATE_REFUSALS(
      Kind.COUNTER,
      "requests that came too often, by which limit",
      new Label("limit", "entering", "token", "password", "caller", "open", "work", Label.OTHER)),
  LOGINS(
      Kind.COUNTER,
      "logins with a password, by what became of them; busy ones were not looked at",
      new Label("outcome", "entered", "refused", "unverified", "busy")),
  PASSWORDS_WAITING(Kind.GAUGE, "passwords that wait to be hashed with Argon2id"),
  PASSWORDS_HASHING(Kind.GAUGE, "passwords that are being hashed"),
  DATABASE_OUTAGES(
      Kind.COUNTER,
      "requests that the database failed, by how",
      new Label("outage", "disk_full", "read_only", "away")),
  STORAGE_FREE_BYTES(Kind.GAUGE, "bytes free on the disk of what is stored");

  private final Kind kind;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final List<Label> labels;

  Metric(Kind kind, String description, Label... labels) {
    this.kind = kind;
    this.description = description;
    this.labels = List.of(labels);
  }

  /** How its number moves. */
  public enum Kind {
    /** It only grows, from 0 at the start of the process. */
    COUNTER,
    /** It is what it is when somebody reads. */
    GAUGE
  }

  /** A label with all values it can have. */
  public record Label(String name, List<String> values) {
    /** Stands for every value that a label does not name, where it names this one. */
    static final String OTHER = "other";

    public Label {
      values = List.copyOf(values);
    }

    Label(String name, String... values) {
      this(name, List.of(values));
    }

    /** The value under which one is counted. */
    String bounded(String value) {
      return !values.contains(value) && values.contains(OTHER) ? OTHER : value;
    }
  }

  public Kind kind() {
    return kind;
  }

  public String description() {
    return description;
  }

  public List<Label> labels() {
    return labels;
  }

  /** Its name where it is kept; Prometheus adds {@code _total} to a counter's. */
  String meterName() {
    return "aiwiki." + name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** Its name where Prometheus reads it. */
  public String exposedName() {
    String name = meterName().replace('.', '_');
    return kind == Kind.COUNTER ? name + "_total" : name;
  }
}
