package ai.wikibuilder.benchmarks.ranking;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * What people reach for first to make Lucene understand code: a word counts as a whole and in its
 * parts, {@code saveUser} as saveuser, save and user, all in lower case. No stemming, no stop
 * words.
 */
final class IdentifierTerms extends Analyzer {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

  private static final Pattern BORDER =
      Pattern.compile(
          "[_$]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
              + "|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

  /** Longer words are data; Lucene takes none above 32,766 bytes. */
  private static final int WORD_CHARS_MAX = 200;

  static List<String> of(String text) {
    List<String> terms = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      if (word.length() > WORD_CHARS_MAX) {
        continue;
      }
      String[] parts = BORDER.split(word, -1);
      if (parts.length > 1) {
        terms.add(word.toLowerCase(Locale.ROOT));
      }
      for (String part : parts) {
        if (!part.isEmpty()) {
          terms.add(part.toLowerCase(Locale.ROOT));
        }
      }
    }
    return terms;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new TermStream());
  }

  private static final class TermStream extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private List<String> terms = List.of();
    private int next;

    @Override
    public void reset() throws IOException {
      super.reset();
      terms = of(read(input));
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      if (next >= terms.size()) {
        return false;
      }
      clearAttributes();
      term.append(terms.get(next++));
      return true;
    }

    private static String read(Reader input) {
      try {
        StringWriter text = new StringWriter();
        input.transferTo(text);
        return text.toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
