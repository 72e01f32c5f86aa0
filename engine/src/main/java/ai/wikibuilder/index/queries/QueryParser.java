package ai.wikibuilder.index.queries;

import ai.wikibuilder.facts.Language;
import ai.wikibuilder.facts.Languages;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.index.queries.QueryException.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a question from left to right, once. What only looks like syntax stays a word: a colon
 * after any other word, a quote inside one, a path that begins with a slash, and after some words
 * of prose every slash, a lone quote and a filter of another tool.
 */
final class QueryParser {
  private static final Pattern FILTER = Pattern.compile("(-?)([A-Za-z]+):(?=[^\\s:/])");
  private static final Pattern PATH_LIKE = Pattern.compile("/[\\w./@:{}$~%,=&#-]*[^/]");
  private static final Set<String> NAMES = Set.of("lang", "path", "kind", "symbol");

  /** What other tools call the same; a hint is better than a search for the letters. */
  private static final Set<String> FOREIGN_NAMES =
      Set.of(
          "file", "language", "ext", "sym", "folder", "dir", "lnag", "langs", "paths", "symbols");

  /** Words beside a phrase from which on a question is a sentence that quotes something. */
  private static final int WORDS_OF_SENTENCE = 3;

  /** Words after which a slash, a lone quote or a foreign filter is punctuation of prose. */
  private static final int WORDS_OF_PROSE = 5;

  private final String text;
  private final StringBuilder words = new StringBuilder();
  private final StringBuilder quotedWords = new StringBuilder();
  private final List<QueryFilter> filters = new ArrayList<>();
  private final List<CodeCondition.Phrase> phrases = new ArrayList<>();
  private final List<CodeCondition> expressions = new ArrayList<>();
  private int plainWords;
  private int at;

  QueryParser(String text) {
    this.text = text;
  }

  Query parse() {
    while (skipBlanks()) {
      boolean read = filter() || phrase() || expression();
      if (!read) {
        String word = text.substring(at, endOfWord(at));
        word(word, word);
        plainWords++;
        at = endOfWord(at);
      }
    }
    boolean sentence = plainWords >= WORDS_OF_SENTENCE;
    List<CodeCondition> conditions = new ArrayList<>(expressions);
    conditions.addAll(sentence ? List.of() : phrases);
    String asked = (sentence ? quotedWords : words).toString();
    return new Query(asked, filters, conditions, sentence ? phrases : List.of());
  }

  private boolean skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private int endOfWord(int start) {
    int end = start;
    while (end < text.length() && !isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void word(String word, String quoted) {
    words.append(words.isEmpty() ? "" : " ").append(word);
    quotedWords.append(quotedWords.isEmpty() ? "" : " ").append(quoted);
  }

  private boolean filter() {
    Matcher matcher = FILTER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    String name = matcher.group(2).toLowerCase(Locale.ROOT);
    if (!NAMES.contains(name)) {
      if (FOREIGN_NAMES.contains(name) && !isProse()) {
        throw error(
            Kind.UNKNOWN_FILTER,
            at,
            "expected lang:, path:, kind: or symbol:, got "
                + name
                + ":; to search for the text itself put it in quotes");
      }
      return false;
    }
    int start = matcher.end();
    boolean quoted = text.charAt(start) == '"';
    int end = quoted ? closingQuote(start) : endOfWord(start);
    String value = quoted ? text.substring(start + 1, end) : text.substring(start, end);
    if (value.isEmpty()) {
      throw error(Kind.UNKNOWN_VALUE, start, "expected something after " + name + ":");
    }
    filters.add(filter(name, !matcher.group(1).isEmpty(), value, start));
    at = quoted ? end + 1 : end;
    return true;
  }

  private QueryFilter filter(String name, boolean negated, String value, int column) {
    return switch (name) {
      case "lang" -> new QueryFilter(QueryFilter.Field.LANG, negated, language(value, column));
      case "kind" -> new QueryFilter(QueryFilter.Field.KIND, negated, kind(value, column));
      case "path" -> new QueryFilter(QueryFilter.Field.PATH, negated, value);
      default -> new QueryFilter(QueryFilter.Field.SYMBOL, negated, symbol(value));
    };
  }

  /** The id of a language by its id, its name or an ending of its files. */
  private String language(String value, int column) {
    Languages languages = Languages.load();
    String lower = value.toLowerCase(Locale.ROOT);
    Optional<Language> named =
        languages.all().stream()
            .filter(
                known -> known.id().equals(lower) || known.displayName().equalsIgnoreCase(value))
            .findFirst();
    return named
        .or(() -> languages.lookup("x." + lower))
        .map(Language::id)
        .orElseThrow(() ->
            error(
                Kind.UNKNOWN_VALUE,
                column,
                "expected a language, got "
                    + shown(value)
                    + "; known: "
                    + languages.all().stream()
                        .map(Language::id)
                        .collect(Collectors.joining(", "))));
  }

  private String kind(String value, int column) {
    String label = value.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    for (SymbolKind kind : SymbolKind.values()) {
      if (kind.label().equals(label)) {
        return label;
      }
    }
    String known =
        Arrays.stream(SymbolKind.values())
            .map(kind -> kind.label().replace(' ', '-'))
            .collect(Collectors.joining(", "));
    throw error(
        Kind.UNKNOWN_VALUE,
        column,
        "expected a kind of symbol, got " + shown(value) + "; known: " + known);
  }

  /** The last name and its container, as the index has them. */
  private static String symbol(String value) {
    String dotted = QueryReading.plainName(value.replace("::", ".").replace('#', '.'));
    int last = dotted.lastIndexOf('.');
    return last > 0 ? dotted.substring(dotted.lastIndexOf('.', last - 1) + 1) : dotted;
  }

  private boolean phrase() {
    if (text.charAt(at) != '"' || (isProse() && text.indexOf('"', at + 1) < 0)) {
      return false;
    }
    int end = closingQuote(at);
    String phrase = text.substring(at + 1, end).replace("\\\"", "\"").strip();
    if (!phrase.isEmpty()) {
      phrases.add(CodeCondition.Phrase.of(phrase));
      word(phrase, '"' + phrase + '"');
    }
    at = end + 1;
    return true;
  }

  private int closingQuote(int open) {
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i;
      }
    }
    throw error(Kind.UNCLOSED_QUOTE, open, "expected a closing \" for the one that opens here");
  }

  private boolean isProse() {
    return plainWords >= WORDS_OF_PROSE;
  }

  private boolean expression() {
    if (text.charAt(at) != '/'
        || isProse()
        || text.startsWith("//", at)
        || text.startsWith("/*", at)) {
      return false;
    }
    String word = text.substring(at, endOfWord(at));
    int close = closingSlash();
    boolean inWord = close >= 0 && close < at + word.length();
    boolean pathLike = PATH_LIKE.matcher(word).matches();
    if (word.equals("/") || (pathLike && !inWord && (close < 0 || word.indexOf('/', 1) > 0))) {
      return false;
    }
    if (close < 0) {
      throw error(
          Kind.UNCLOSED_SLASH,
          at,
          "expected a closing / for the expression that begins here; a path needs path:");
    }
    return compile(close);
  }

  /** The slash that ends the expression: not escaped, and the last thing before a blank. */
  private int closingSlash() {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '/' && i > at + 1) {
        int end = i + 1 < text.length() && text.charAt(i + 1) == 'i' ? i + 2 : i + 1;
        if (end == text.length() || isBlank(text.charAt(end))) {
          return i;
        }
      }
    }
    return -1;
  }

  private boolean compile(int close) {
    boolean anyCase = close + 1 < text.length() && text.charAt(close + 1) == 'i';
    String source = text.substring(at + 1, close).replace("\\/", "/");
    expressions.add(Expressions.compile(source, anyCase, at + 1));
    at = close + (anyCase ? 2 : 1);
    return true;
  }

  private static String shown(String value) {
    return value.length() <= 40 ? value : value.substring(0, 40) + "...";
  }

  private static QueryException error(Kind kind, int index, String expected) {
    return new QueryException(kind, index + 1, expected);
  }
}
