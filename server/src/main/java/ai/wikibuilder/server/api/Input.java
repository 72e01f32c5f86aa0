package ai.wikibuilder.server.api;

import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.pages.prose.PageLanguage;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks values of requests at the door. */
public final class Input {
  /** As long as the address of a repository may be. */
  private static final int NAME_LENGTH_MAX = 500;

  private static final int WORD_LENGTH_MAX = 100;

  /** Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm. */
  private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  /** What no name of git has. */
  private static final Pattern NO_REF =
      Pattern.compile("^[-/]|\\.\\.|@\\{|[\\s~^:?*\\[\\\\]|[./]$");

  /** Leads out of the folder it is named in. */
  private static final Pattern OUTSIDE = Pattern.compile("^/|\\\\|(?:^|/)\\.\\.(?:/|$)");

  private Input() {}

  /**
   * Demands the name of what is to be deleted, so that nobody deletes by a slip: conversations,
   * corrections and keys do not come back with a new build.
   */
  public static void requireName(String name, @Nullable String typed) {
    String given = text("name", typed, NAME_LENGTH_MAX);
    if (!given.equals(name)) {
      throw new InvalidInput(
          "name: expected %s, the name of what is to be deleted, got %s".formatted(name, given));
    }
  }

  /** The text without white space around it, when it is there and not too long. */
  public static String text(String field, @Nullable String value, int lengthMax) {
    if (value == null || value.isBlank()) {
      throw new InvalidInput(field + ": expected text, got nothing");
    }
    String text = value.strip();
    if (text.length() > lengthMax || text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(
          "%s: expected at most %d characters in one line".formatted(field, lengthMax));
    }
    return text;
  }

  /**
   * As {@link #text}, for what others are shown among words of ours: without the characters that
   * turn the direction of what stands after them. Names in Arabic or Hebrew need none of them.
   */
  public static String name(@Nullable String value, int lengthMax) {
    String name = text("name", value, lengthMax);
    if (TURNING.matcher(name).find()) {
      throw new InvalidInput(
          "name: expected text without invisible characters that turn its direction");
    }
    return name;
  }

  /** A branch, a tag or a commit, as {@code git check-ref-format} would take it. */
  public static String ref(@Nullable String value, int lengthMax) {
    String ref = text("ref", value, lengthMax);
    if (NO_REF.matcher(ref).find()) {
      throw new InvalidInput("ref: expected a branch, a tag or a commit, got " + ref);
    }
    return ref;
  }

  /** A folder of a repository, with {@code /} between folders. */
  public static String folder(@Nullable String value, int lengthMax) {
    String path = text("path", value, lengthMax);
    if (OUTSIDE.matcher(path).find()) {
      throw new InvalidInput(
          "path: expected a folder inside the repository, such as docs/api, got " + path);
    }
    return path;
  }

  /** As {@link #text}, but it may have several lines. */
  public static String lines(String field, @Nullable String value, int lengthMax) {
    if (value == null || value.isBlank()) {
      throw new InvalidInput(field + ": expected text, got nothing");
    }
    String text = value.strip();
    boolean strange =
        text.chars().anyMatch(one -> Character.isISOControl(one) && !Character.isWhitespace(one));
    if (text.length() > lengthMax || strange) {
      throw new InvalidInput("%s: expected at most %d characters".formatted(field, lengthMax));
    }
    return text;
  }

  /** What a model may use, as {@link Budget#parse} reads it. */
  public static String budget(String field, @Nullable String value) {
    String text = text(field, value, WORD_LENGTH_MAX);
    if (Budget.parse(text).isEmpty()) {
      throw new InvalidInput(
          "%s: expected an amount such as 2.00usd, 500k-tokens, or both with a comma between them"
              .formatted(field));
    }
    return text;
  }

  /** A language that pages can be written in, by its code. */
  public static PageLanguage language(String field, @Nullable String value) {
    String code = text(field, value, WORD_LENGTH_MAX);
    return PageLanguage.ofCode(code)
        .orElseThrow(() ->
            new InvalidInput(
                "%s: expected one of %s"
                    .formatted(
                        field,
                        Arrays.stream(PageLanguage.values())
                            .map(PageLanguage::code)
                            .collect(Collectors.joining(", ")))));
  }

  /** The value, when it is there. */
  public static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw new InvalidInput(field + ": expected a value, got nothing");
    }
    return value;
  }

  /** A secret as it came: nothing is taken off. */
  public static String secret(String field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw new InvalidInput(field + ": expected text, got nothing");
    }
    return value;
  }

  /** The items of a list, when it is there and not too long. */
  public static <T> List<T> items(String field, @Nullable List<T> values, int countMax) {
    if (values == null || values.isEmpty() || values.size() > countMax || values.contains(null)) {
      throw new InvalidInput("%s: expected 1 to %d items".formatted(field, countMax));
    }
    return List.copyOf(values);
  }
}
