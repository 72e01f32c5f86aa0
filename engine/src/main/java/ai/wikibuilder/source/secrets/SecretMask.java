package ai.wikibuilder.source.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Masks secrets character for character. Immutable, shared by threads.
 *
 * <p>Idea: one pass of {@link KeywordFinder} over the bytes looks for some hundred words, such as
 * {@code ghp_} or {@code password}. Only where one stands, the regular expressions of its rules are
 * tried, anchored at that place and within a bounded stretch. So text without secrets costs one
 * table look-up a byte, and hostile text cannot make an expression search far.
 */
public final class SecretMask {
  /** Bytes from a keyword to the end of its secret; the longest in use, RSA keys, need 13,000. */
  static final int SECRET_BYTES_MAX = 20_000;

  /** Bytes that the rules for a single line may look at. */
  private static final int LINE_BYTES_MAX = 2_000;

  private final List<SecretRule> rules;
  private final KeywordFinder keywords;

  /** A text after masking. */
  public static final class Masked {
    private final byte[] utf8;
    private final int secretCount;

    private Masked(byte[] utf8, int secretCount) {
      this.utf8 = utf8;
      this.secretCount = secretCount;
    }

    /**
     * The array given when nothing was masked, otherwise a new one; shorter where a secret held
     * characters of several bytes.
     */
    public byte[] utf8() {
      return utf8;
    }

    /** Secrets masked; those that overlap count as one. */
    public int secretCount() {
      return secretCount;
    }
  }

  private record Found(int start, int end) {}

  private SecretMask(List<SecretRule> rules) {
    this.rules = List.copyOf(rules);
    List<KeywordFinder.Keyword> words = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      for (String keyword : rules.get(rule).keywords()) {
        words.add(new KeywordFinder.Keyword(keyword, rule));
      }
    }
    this.keywords = new KeywordFinder(words);
  }

  /** The rules that come with the product, read once. */
  public static SecretMask load() {
    return Shipped.MASK;
  }

  private static final class Shipped {
    static final SecretMask MASK = read();

    private static SecretMask read() {
      try (InputStream stream = SecretMask.class.getResourceAsStream("secret-rules.txt")) {
        if (stream == null) {
          throw new IllegalStateException("secret-rules.txt is missing beside SecretMask.class");
        }
        return new SecretMask(SecretRule.parse(new String(stream.readAllBytes(), UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Names of the kinds that are known, in the order of the rules. */
  public List<String> kinds() {
    return rules.stream().map(SecretRule::kind).distinct().toList();
  }

  /**
   * Masks every secret.
   *
   * @param utf8 well-formed UTF-8; not written to
   * @param settings whether the file is made of settings, where values often stand without quotes
   */
  public Masked mask(byte[] utf8, boolean settings) {
    List<Found> found = new ArrayList<>();
    AsciiView view = new AsciiView(utf8);
    keywords.find(
        utf8,
        (keyword, start, end) -> {
          SecretRule rule = rules.get(keyword.rule());
          if (settings || !rule.settingsOnly()) {
            apply(rule, view, start, found);
          }
        });
    if (found.isEmpty()) {
      return new Masked(utf8, 0);
    }
    List<Found> merged = merge(found);
    return new Masked(stars(utf8, merged), merged.size());
  }

  private static void apply(SecretRule rule, AsciiView view, int start, List<Found> found) {
    if (isKnown(start, found)) {
      return;
    }
    int reach = rule.severalLines() ? SECRET_BYTES_MAX : LINE_BYTES_MAX;
    int end = (int) Math.min(view.length(), (long) start + reach);
    Matcher matcher = rule.pattern().matcher(view);
    matcher.useTransparentBounds(true).useAnchoringBounds(false).region(start, end);
    if (matcher.lookingAt() && matcher.start(1) >= 0) {
      String secret = view.text(matcher.start(1), matcher.end(1));
      if (rule.accepts(secret)) {
        found.add(new Found(matcher.start(1), matcher.end(1)));
      }
    }
  }

  /** Whether a place lies in what was found last, such as a word inside a key. */
  private static boolean isKnown(int start, List<Found> found) {
    return !found.isEmpty() && start >= found.getLast().start() && start < found.getLast().end();
  }

  private static List<Found> merge(List<Found> found) {
    found.sort(Comparator.comparingInt(Found::start));
    List<Found> merged = new ArrayList<>();
    for (Found next : found) {
      if (!merged.isEmpty() && next.start() < merged.getLast().end()) {
        Found last = merged.removeLast();
        merged.add(new Found(last.start(), Math.max(last.end(), next.end())));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  private static byte[] stars(byte[] utf8, List<Found> found) {
    byte[] masked = new byte[utf8.length];
    int length = 0;
    int at = 0;
    for (Found secret : found) {
      System.arraycopy(utf8, at, masked, length, secret.start() - at);
      length += secret.start() - at;
      for (int i = secret.start(); i < secret.end(); i++) {
        byte each = utf8[i];
        boolean lineBreak = each == '\n' || each == '\r';
        boolean insideCharacter = (each & 0xC0) == 0x80;
        if (!insideCharacter) {
          masked[length++] = lineBreak ? each : (byte) '*';
        }
      }
      at = secret.end();
    }
    System.arraycopy(utf8, at, masked, length, utf8.length - at);
    return Arrays.copyOf(masked, length + utf8.length - at);
  }

  /** The bytes as characters of the same number, so that offsets are those of the bytes. */
  private static final class AsciiView implements CharSequence {
    private final byte[] bytes;

    AsciiView(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int length() {
      return bytes.length;
    }

    @Override
    public char charAt(int index) {
      return (char) (bytes[index] & 0xFF);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text(start, end);
    }

    String text(int start, int end) {
      return new String(bytes, start, end - start, ISO_8859_1);
    }
  }
}
