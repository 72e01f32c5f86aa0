package ai.wikibuilder.models;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Cuts text into the word pieces an uncased BERT model was trained on. Immutable, may be shared by
 * threads.
 *
 * <p>As the model's {@code tokenizer.json} prescribes: lower case, accents taken off, words end at
 * blanks, each punctuation mark and each Chinese character is a word; a word is cut greedily into
 * the longest pieces of the vocabulary, pieces after the first marked with {@code ##}.
 */
final class WordPieceTokenizer {
  /** A longer word is unknown to the model as a whole; the reference does the same. */
  private static final int WORD_CHARS_MAX = 100;

  private final Map<String, Integer> vocabulary;
  private final int unknown;
  private final int start;
  private final int end;

  private WordPieceTokenizer(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
    this.unknown = required(vocabulary, "[UNK]");
    this.start = required(vocabulary, "[CLS]");
    this.end = required(vocabulary, "[SEP]");
  }

  /** Reads the vocabulary out of a {@code tokenizer.json}. */
  static WordPieceTokenizer read(InputStream json) throws IOException {
    Map<String, Integer> vocabulary = new HashMap<>(1 << 16);
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.PROPERTY_NAME
            && parser.currentName().equals("vocab")) {
          parser.nextToken();
          while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String piece = parser.currentName();
            parser.nextToken();
            vocabulary.put(piece, parser.getIntValue());
          }
          break;
        }
      }
    }
    return new WordPieceTokenizer(vocabulary);
  }

  private static int required(Map<String, Integer> vocabulary, String piece) {
    Integer id = vocabulary.get(piece);
    if (id == null) {
      throw new ModelException(
          ModelException.Kind.UNAVAILABLE, "expected " + piece + " in the model's vocabulary");
    }
    return id;
  }

  /** Ids of at most {@code tokenCountMax} tokens, the start and end marks among them. */
  long[] encode(String text, int tokenCountMax) {
    Pieces pieces = new Pieces(tokenCountMax);
    pieces.add(start);
    String normal = normalize(text);
    int at = 0;
    while (at < normal.length() && !pieces.full()) {
      int next = wordEnd(normal, at);
      if (!Character.isWhitespace(normal.codePointAt(at))) {
        cut(normal.substring(at, next), pieces);
      }
      at = next;
    }
    pieces.close(end);
    return pieces.ids();
  }

  private static String normalize(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean ascii = lower.chars().allMatch(c -> c < 128);
    if (ascii) {
      return lower;
    }
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(lower, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && c != 0xFFFD)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static int wordEnd(String text, int from) {
    int first = text.codePointAt(from);
    int at = from + Character.charCount(first);
    if (standsAlone(first)) {
      return at;
    }
    while (at < text.length() && !standsAlone(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean standsAlone(int c) {
    if (Character.isWhitespace(c) || Character.isISOControl(c) || Character.isIdeographic(c)) {
      return true;
    }
    if (c < 128) {
      return !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private void cut(String word, Pieces pieces) {
    if (word.length() > WORD_CHARS_MAX) {
      pieces.add(unknown);
      return;
    }
    int mark = pieces.count;
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      Integer id = null;
      while (to > from && id == null) {
        String piece = word.substring(from, to--);
        id = vocabulary.get(from == 0 ? piece : "##" + piece);
      }
      if (id == null) {
        pieces.count = mark;
        pieces.add(unknown);
        return;
      }
      pieces.add(id);
      from = to + 1;
    }
  }

  /** Ids with room for the end mark. */
  private static final class Pieces {
    private final long[] ids;
    private int count;

    Pieces(int max) {
      ids = new long[max];
    }

    boolean full() {
      return count >= ids.length - 1;
    }

    void add(int id) {
      if (!full()) {
        ids[count++] = id;
      }
    }

    void close(int id) {
      ids[count++] = id;
    }

    long[] ids() {
      return Arrays.copyOf(ids, count);
    }
  }
}
