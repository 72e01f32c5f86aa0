package ai.wikibuilder.pages.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the first whole sentences of a doc comment or a paragraph: without delimiters, markup, tags
 * and sections about parameters. Never cuts inside a sentence.
 */
public final class Quotations {
  /** Longest quotation in characters; more is not a quotation but a copy. */
  public static final int LENGTH_MAX = 300;

  /** Shorter words say nothing a name does not say. */
  private static final int LENGTH_MIN = 12;

  /** Lines of a comment that are looked at. */
  private static final int LINE_COUNT_MAX = 60;

  /** Lines at which what a comment says of the whole ends, wherever they stand. */
  private static final Pattern SECTION =
      Pattern.compile(
          "^(?:@[a-zA-Z_]|:(?:param|returns?|raises?|r?type|arg|keyword|[ic]?var|meta|yields?)\\b|\\.\\."
              + " |>>> |```|~~~|-{3,}|={3,}"
              + "|</?(?:param|typeparam|returns|remarks|exception|example|value|inheritdoc|seealso)\\b"
              + "|(?:Copyright|SPDX|Licensed|eslint|prettier|biome-ignore|ts-|noinspection|nolint|noqa|pylint|rubocop|swiftlint|istanbul|type: ignore)\\b"
              + "|[A-Za-z_][\\w.]* ?:?= ?(?:new |await )?[A-Za-z_][\\w.]*\\("
              + "|[A-Z][\\w ]{1,30}::\\s.*|(?:Authors?|Maintainers?):|\\$(?:Id|Header|Revision|\\w*BSD|XFree86)\\b).*");

  /** Words that open a section when they stand alone, before a colon, or after other words. */
  private static final String SECTION_WORDS =
      "^(?:Args|Arguments|Parameters|Returns|Return|Raises|Yields|Examples?|Usage|Notes?|Attributes|See"
          + " Also)\\b";

  /** “Returns the name” at the front is what a method says of itself; “Returns:” is a section. */
  private static final Pattern FIRST_SECTION = Pattern.compile(SECTION_WORDS + "\\s*(?:[:(-].*)?");

  private static final Pattern LATER_SECTION = Pattern.compile(SECTION_WORDS + ".*");

  private static final Pattern DELIMITER =
      Pattern.compile(
          "^\\s*(?:/\\*\\*?!?|\\*(?!\\*)/?|///?!?|#+[!:]?|--+\\|?|[rRuUbB]{0,2}(?:\"\"\"|'''|\"))?\\s?");

  /** A docstring in single quotes; three of them are taken off line by line. */
  private static final Pattern QUOTED =
      Pattern.compile("(\\s*[rRuUbB]{0,2})([\"'])(?!\\2)(.*)\\2\\s*", Pattern.DOTALL);

  private static final Pattern CLOSING = Pattern.compile("\\s*(?:\\*+/|\"\"\"|''')\\s*$");

  private static final Set<String> ABBREVIATIONS =
      Set.of("e.g", "i.e", "etc", "vs", "cf", "approx", "resp", "incl", "fig", "no", "dr", "mr");

  private Quotations() {}

  private static final Pattern ADDRESS = Pattern.compile("\\w++://\\S++");

  /** {@code = Shop::Parcel}: names what the words below it are about. */
  private static final Pattern RDOC_HEADING = Pattern.compile("={1,4} [^=]{1,80}");

  /** {@code V I D E O F O R M A T}: a heading as a banner writes it. */
  private static final Pattern SPREAD_HEADING = Pattern.compile("(?:\\p{L}\\s+){4,}\\p{L}");

  /** {@code struct sock - a socket}, {@code sock_hold() - keeps one}: whose comment it is. */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "^(?![T]ODO|[F]IXME|X{3}|[H]ACK)(?:(?:struct|enum|union|typedef)\\s+)?[A-Za-z_]\\w*(?:\\(\\))?"
              + "\\s+--?\\s+(?=\\S)");

  /** Lines for tools above what a comment says: {@code mypy: strict}, {@code vim: set ts=4}. */
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "(?:mypy|pyright|flake8|ruff|isort|yapf|fmt|autopep8|pragma|coding|vim?|cspell|jshint|jslint): ?\\S.*"
              + "|(?:\\w+:noinspection|go:\\w+|\\+build|@flow|swift-format-ignore|clang-format|shellcheck|stylelint|tslint"
              + "|phpcs|codespell|nosemgrep)\\b.*|-\\*-.*-\\*-|PYTHON_ARGCOMPLETE_OK");

  /** How a sentence begins on its own line in comments that go without marks at the end. */
  private static final Pattern NEXT_SENTENCE =
      Pattern.compile(
          "(?:This|These|Those|The|It|If|When|While|Note|Who|Returns?|Used|Uses|See|We|You|There|Only|Must"
              + "|Should|Simplified|Contains|Called|However|Otherwise|Also)\\b");

  /** Words after which a sentence goes on, whatever the next line begins with. */
  private static final Pattern OPEN_END =
      Pattern.compile(
          "(?i).*\\b(?:an?|the|of|to|in|on|for|by|with|and|or|from|as|is|are|was|that|which|this|its|per|at"
              + "|into|when|if|not|be|called|named|than|via|like|using|between|over|under)");

  /**
   * Words to oneself, not to a reader, words of where something was found, remarks on one line of
   * many, and what a licence has at the top of every file.
   */
  private static final Pattern REMINDER =
      Pattern.compile(
          "(?:[T]ODO|[F]IXME|X{3}|[H]ACK|@todo)\\b.*"
              + "|(?:NOTE|CAUTION|WARNING|IMPORTANT|ATTENTION|DANGER|HINT|TIP)\\s?:.*"
              + "|The following (?:lines?|code|block)\\b.*"
              + "|This (?:file|code|program|software|library|module|source (?:file|code)) (?:is|forms) (?:an? )?(?:part of|free software|subject to|licensed|distributed|released|covered|governed)\\b.*"
              + "|(?i:(?:copied|adapted|taken|borrowed|ported|stolen) from:? \\w+://.*)"
              // of a type that was called otherwise once, and of one that is defined further down
              + "|(?:Class|Interface|Struct|Enum|Record) [A-Z]\\w*\\.?"
              + "|(?i:forward declarations?\\.?)");

  /** The first sentence of a doc comment with its delimiters. */
  public static Optional<Quotation> ofComment(String raw) {
    return quote(contentLines(raw, true), 1);
  }

  /** The first sentences of a doc comment with its delimiters. */
  public static Optional<Quotation> ofComment(String raw, int sentenceCountMax) {
    return quote(contentLines(raw, true), sentenceCountMax);
  }

  /** The first sentences of a paragraph of prose. */
  public static Optional<Quotation> ofProse(String raw, int sentenceCountMax) {
    return quote(contentLines(raw, false), sentenceCountMax);
  }

  private record Line(String text, int number) {}

  private static List<Line> contentLines(String raw, boolean comment) {
    List<Line> result = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(raw);
    String bare = comment && quoted.matches() ? quoted.group(3) : raw;
    String[] lines = bare.split("\n", -1);
    for (int i = 0; i < Math.min(lines.length, LINE_COUNT_MAX); i++) {
      String text = comment ? undelimited(lines[i]) : lines[i].strip();
      int end = text.indexOf("</summary>");
      text = (end < 0 ? text : text.substring(0, end)).replace("<summary>", "").strip();
      boolean above = comment && result.isEmpty() && isAbove(text);
      boolean blank = text.isEmpty() || text.equals("<p>") || above;
      if ((blank && !result.isEmpty()) || isSection(text, result.isEmpty())) {
        break;
      }
      if (comment && !result.isEmpty() && isRunOn(result.getLast().text(), text)) {
        break;
      }
      if (!blank) {
        boolean named = comment && result.isEmpty();
        result.add(new Line(named ? SUBJECT.matcher(text).replaceFirst("") : text, i));
      }
      if (end >= 0) {
        break;
      }
    }
    return result;
  }

  /** Whether a line stands above what a comment says. */
  private static boolean isAbove(String text) {
    return RDOC_HEADING.matcher(text).matches()
        || SPREAD_HEADING.matcher(text).matches()
        || DIRECTIVE.matcher(text).matches();
  }

  /** Whether a sentence ends with its line though no mark says so, and the next line begins one. */
  private static boolean isRunOn(String before, String line) {
    return NEXT_SENTENCE.matcher(line).lookingAt()
        && before.length() >= LENGTH_MIN
        && Character.isLetterOrDigit(before.charAt(before.length() - 1))
        && !OPEN_END.matcher(before).matches();
  }

  private static String undelimited(String line) {
    String text = DELIMITER.matcher(line.strip()).replaceFirst("").strip();
    return CLOSING.matcher(text).replaceFirst("");
  }

  private static boolean isSection(String text, boolean first) {
    return SECTION.matcher(text).matches()
        || (first ? FIRST_SECTION : LATER_SECTION).matcher(text).matches();
  }

  private static Optional<Quotation> quote(List<Line> lines, int sentenceCountMax) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder all = new StringBuilder();
    lines.forEach(line -> all.append(line.text()).append(' '));
    if (all.indexOf("{@inheritDoc}") >= 0) {
      return Optional.empty();
    }
    String sentences = firstSentences(PlainText.of(all.toString()), sentenceCountMax);
    if (!says(sentences) || REMINDER.matcher(sentences).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Quotation(sentences, lines.getFirst().number(), lastLine(lines, sentences)));
  }

  private static int lastLine(List<Line> lines, String sentences) {
    StringBuilder soFar = new StringBuilder();
    String begun = sentences.substring(0, sentences.length() - 1);
    for (Line line : lines) {
      soFar.append(line.text()).append(' ');
      // markup that ends on a later line is longer than what it will be
      boolean open = soFar.lastIndexOf("{@") > soFar.lastIndexOf("}");
      if (!open && PlainText.of(soFar.toString()).startsWith(begun)) {
        return line.number();
      }
    }
    return lines.getLast().number();
  }

  private static boolean says(String sentences) {
    String words = ADDRESS.matcher(sentences).replaceAll("").strip();
    boolean addressAlone = words.endsWith(":") && words.length() < sentences.length();
    return !addressAlone
        && lengthOf(sentences) >= LENGTH_MIN
        && (words.indexOf(' ') > 0 || lengthOf(words) > words.length())
        && sentences.codePoints().filter(Character::isLetter).count() * 2 > sentences.length();
  }

  /** As many whole sentences as are asked for and fit. */
  static String firstSentences(String text, int sentenceCountMax) {
    int end = 0;
    int from = 0;
    for (int i = 0; i < sentenceCountMax; i++) {
      int next = sentenceEnd(text, from);
      boolean whole = i == 0 || (".!?" + WIDE_ENDS).indexOf(text.charAt(next - 1)) >= 0;
      if (next > LENGTH_MAX || !whole) {
        break;
      }
      end = next;
      from = next;
      if (next >= text.length()) {
        break;
      }
    }
    return text.substring(0, end).strip();
  }

  /** A line of prose, such as a title, without its markup. */
  public static String plain(String marked) {
    return PlainText.of(marked);
  }

  /** Marks that end a sentence in writing without blanks. */
  private static final String WIDE_ENDS = "。！？";

  /**
   * How long words are, in letters of an alphabet: a sign that stands for a word or a syllable says
   * as much as three of them.
   */
  public static int lengthOf(String words) {
    return words.codePoints().map(sign -> isWide(sign) ? 3 : 1).sum();
  }

  private static boolean isWide(int sign) {
    Character.UnicodeScript script = Character.UnicodeScript.of(sign);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA
        || script == Character.UnicodeScript.HANGUL;
  }

  private static int sentenceEnd(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (WIDE_ENDS.indexOf(c) >= 0) {
        return i + 1;
      }
      boolean ends = c == '.' || c == '!' || c == '?';
      if (ends && (i + 1 == text.length() || startsAnew(text, i + 1)) && !abbreviated(text, i)) {
        return i + 1;
      }
    }
    return text.length();
  }

  private static boolean startsAnew(String text, int at) {
    if (text.charAt(at) != ' ') {
      return text.charAt(at) == ')' && at + 1 == text.length();
    }
    return at + 1 == text.length() || !Character.isLowerCase(text.charAt(at + 1));
  }

  private static boolean abbreviated(String text, int dot) {
    int from = dot;
    while (from > 0
        && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    return ABBREVIATIONS.contains(text.substring(from, dot).toLowerCase(Locale.ROOT));
  }
}
