package ai.wikibuilder.models.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Money;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.models.json.JsonTree;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Entries in a file that only grows. May be shared by threads, and its file by processes.
 *
 * <p>One line for each entry: eight hexadecimal digits of the CRC32C of the rest, a space, a JSON
 * object {@code
 * {"ledger":1,"at","purpose","subject","model","in","cached","written","out","nanos","millis",
 * "kept","failure"}}; {@code nanos} is missing when the cost is not known, {@code failure} when
 * there was none. A line is written whole in one write that is on the disk before the call returns;
 * it begins with a line break, so that a line torn by a power cut spoils no other. Lines whose sum
 * is wrong are passed over.
 */
public final class LedgerFile implements LedgerStore {
  private static final int FORMAT_VERSION = 1;
  private static final int SUM_DIGITS = 8;

  private final Path file;

  /**
   * @param file made when the first entry is kept; its folder must be there
   */
  public LedgerFile(Path file) {
    this.file = file;
  }

  @Override
  public void append(LedgerEntry entry) {
    String body = JsonText.of(asMap(entry));
    byte[] line = ("\n" + sum(body) + " " + body).getBytes(UTF_8);
    // A stream, not a channel: a caller that was interrupted still has to pay.
    try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
      out.write(line);
      out.getFD().sync();
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger " + file + " cannot be written", e);
    }
  }

  /**
   * All entries, oldest first; none when there is no file.
   *
   * @throws UncheckedIOException when it is there and cannot be read
   */
  public List<LedgerEntry> entries() {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<LedgerEntry> entries = new ArrayList<>();
    try {
      for (String line : new String(Files.readAllBytes(file), UTF_8).split("\n", -1)) {
        entry(line).ifPresent(entries::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger " + file + " cannot be read", e);
    }
    return entries;
  }

  private static Map<String, Object> asMap(LedgerEntry entry) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ledger", FORMAT_VERSION);
    map.put("at", entry.at().toString());
    map.put("purpose", lower(entry.purpose()));
    map.put("subject", entry.subject());
    map.put("model", entry.model());
    map.put("in", entry.usage().tokensIn());
    map.put("cached", entry.usage().tokensCached());
    map.put("written", entry.usage().tokensWritten());
    map.put("out", entry.usage().tokensOut());
    entry.usage().cost().ifPresent(cost -> map.put("nanos", cost.nanos()));
    map.put("millis", entry.millis());
    map.put("kept", entry.kept());
    entry.failure().ifPresent(kind -> map.put("failure", lower(kind)));
    return map;
  }

  private static Optional<LedgerEntry> entry(String line) {
    if (line.length() < SUM_DIGITS + 1
        || !sum(line.substring(SUM_DIGITS + 1)).equals(line.substring(0, SUM_DIGITS))) {
      return Optional.empty();
    }
    return JsonTree.read(line.substring(SUM_DIGITS + 1))
        .filter(json -> json.count("ledger").equals(Optional.of(FORMAT_VERSION)))
        .map(LedgerFile::entry);
  }

  private static LedgerEntry entry(JsonTree json) {
    Usage usage =
        new Usage(
            json.count("in").orElse(0),
            json.count("cached").orElse(0),
            json.count("written").orElse(0),
            json.count("out").orElse(0),
            json.at("nanos").number().map(nanos -> new Money(nanos.longValue())));
    return new LedgerEntry(
        Instant.parse(json.text("at").orElse("")),
        Purpose.valueOf(upper(json.text("purpose"))),
        json.text("subject").orElse(""),
        json.text("model").orElse(""),
        usage,
        json.at("millis").number().orElse(0.0).longValue(),
        json.at("kept").flag().orElse(false),
        json.text("failure").map(kind -> ModelException.Kind.valueOf(upper(Optional.of(kind)))));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(Optional<String> name) {
    return name.orElse("").toUpperCase(Locale.ROOT);
  }

  private static String sum(String body) {
    CRC32C sum = new CRC32C();
    sum.update(body.getBytes(UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
