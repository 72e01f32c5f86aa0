package ai.wikibuilder.pages.prose.reading;

import ai.wikibuilder.pages.Inline;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts words into sentences, each with the marks inside it and right behind it. One use.
 *
 * <p>A sentence ends at a full stop, question or exclamation mark before a blank that no small
 * letter follows, or at an East Asian one anywhere. Code is never cut, and no quotation is.
 */
final class SentenceCutter {
  private static final Pattern END = Pattern.compile("[.!?…]+[”\"»“')\\]]*(?=\\s|$)|[。！？]+[」』”）]*");

  /** Words before a full stop that does not end a sentence. */
  private static final Set<String> SHORTENED =
      Set.of(
          "e.g", "i.e", "etc", "vs", "cf", "approx", "dr", "mr", "no", "nr", "fig", "z.b", "bzw",
          "d.h", "usw", "ca", "vgl", "u.a", "p.ej", "ej", "par ex", "ex", "p. ex", "örn", "vb",
          "bkz", "т.е", "т.д", "т.п", "напр", "см");

  /** Quoted words; single ones in quotation marks are a manner of speaking, not a quotation. */
  private static final Pattern QUOTED =
      Pattern.compile("“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|„([^„“”]+)[“”]|「([^「」]+)」");

  /** What begins a quotation; the same sign ends one in other languages, right behind a word. */
  private static final Pattern OPENING = Pattern.compile("(?<![\\p{L}\\p{N}.,;:!?…])[“„«]|「");

  /** What ends a quotation, by what began it. */
  private static final Map<Character, String> CLOSING =
      Map.of('“', "”", '„', "“”", '«', "»", '「', "」");

  /** Characters of a quotation; where nothing ends it by then, the sign was a slip. */
  private static final int QUOTATION_LENGTH_MAX = 600;

  private static final Pattern BLANK_END = Pattern.compile("\\s+$");

  /** What stands for code inside of text while it is cut: no writer can send it. */
  private static final char PLACE = '\uE000';

  private final BitSet quoted;
  private final List<Statement> statements = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Token> codes = new ArrayList<>();
  private final Set<String> marks = new LinkedHashSet<>();
  private boolean ended;

  /** Characters before the words that are looked at. */
  private int before;

  private SentenceCutter(BitSet quoted) {
    this.quoted = quoted;
  }

  /** The sentences of one run of words. */
  static List<Statement> cut(List<Token> tokens) {
    StringBuilder all = new StringBuilder();
    tokens.forEach(token -> all.append(flat(token)));
    SentenceCutter cutter = new SentenceCutter(quoted(all.toString()));
    for (Token token : tokens) {
      switch (token) {
        case Token.Text(String words) -> cutter.words(words);
        case Token.Strong(String words) -> cutter.solid(token, words);
        case Token.Code(String words) -> cutter.solid(token, words);
        case Token.Mark(String mark) -> cutter.marks.add(mark);
      }
      cutter.before += flat(token).length();
    }
    cutter.finish();
    return cutter.statements;
  }

  /** A token as it counts here: only text has an inside. */
  private static String flat(Token token) {
    return switch (token) {
      case Token.Text(String words) -> words;
      case Token.Strong(String words) -> words.isEmpty() ? "" : String.valueOf(PLACE);
      case Token.Code(String words) -> words.isEmpty() ? "" : String.valueOf(PLACE);
      case Token.Mark _ -> "";
    };
  }

  /**
   * The characters within quotations. One that has not ended yet counts as one: of an answer that
   * is still coming, the end may be on its way.
   */
  private static BitSet quoted(String all) {
    BitSet quoted = new BitSet();
    Matcher opening = OPENING.matcher(all);
    int from = 0;
    while (opening.find(from)) {
      int limit = Math.min(all.length(), opening.end() + QUOTATION_LENGTH_MAX);
      String closing = CLOSING.getOrDefault(all.charAt(opening.start()), "");
      int end = opening.end();
      while (end < limit && closing.indexOf(all.charAt(end)) < 0) {
        end++;
      }
      from = opening.end();
      if (end < limit || end == all.length()) {
        quoted.set(opening.start(), end);
        from = end;
      }
    }
    return quoted;
  }

  private void solid(Token token, String words) {
    if (!words.isEmpty()) {
      next();
      codes.add(token);
      text.append(PLACE);
    }
  }

  private void words(String words) {
    Matcher end = END.matcher(words);
    int at = 0;
    while (end.find()) {
      boolean asian = "。！？".indexOf(words.charAt(end.start())) >= 0;
      boolean within = quoted.get(before + end.end() - 1);
      if (!within && (asian || ends(words, end))) {
        add(words.substring(at, end.end()));
        ended = true;
        at = end.end();
      }
    }
    add(words.substring(at));
  }

  private void add(String words) {
    if (words.isBlank() && ended) {
      return;
    }
    if (!words.isEmpty()) {
      boolean onlyClosing = ended && words.strip().matches("[.,;:)]+");
      if (!onlyClosing) {
        next();
      }
      text.append(words);
    }
  }

  private boolean ends(String words, Matcher end) {
    String after = words.substring(end.end()).stripLeading();
    if (!after.isEmpty() && Character.isLowerCase(after.codePointAt(0))) {
      return false;
    }
    if (words.charAt(end.start()) != '.') {
      return true;
    }
    String before = words.substring(0, end.start());
    int blank = Math.max(before.lastIndexOf(' '), before.lastIndexOf('('));
    String last = before.substring(blank + 1).toLowerCase(Locale.ROOT);
    boolean letter = last.length() == 1 && Character.isLetter(last.charAt(0));
    return !SHORTENED.contains(last) && !letter;
  }

  /** Begins the next sentence when the one before has ended. */
  private void next() {
    if (ended) {
      finish();
    }
  }

  private void finish() {
    ended = false;
    String words = text.toString();
    text.setLength(0);
    if (!words.isBlank()) {
      statements.add(new Statement(inlines(tidy(words)), List.copyOf(marks)));
    } else if (!marks.isEmpty() && !statements.isEmpty()) {
      Statement last = statements.removeLast();
      List<String> all = new ArrayList<>(last.marks());
      all.addAll(marks);
      statements.add(new Statement(last.words(), all.stream().distinct().toList()));
    }
    marks.clear();
    codes.clear();
  }

  /** Blanks where marks stood go away. */
  private static String tidy(String words) {
    return words.replaceAll("\\s+", " ").replaceAll(" (?=[.,;:!?)](?:\\s|$)|[。！？，、])", "").strip();
  }

  private List<Inline> inlines(String words) {
    List<Inline> result = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(words);
    int at = 0;
    int code = 0;
    while (quoted.find()) {
      String inside = inside(quoted);
      if (inside.strip().split("\\s+", -1).length < 3 && inside.length() < 18) {
        continue;
      }
      code = plain(words.substring(at, quoted.start()), code, result);
      StringBuilder quote = new StringBuilder();
      for (int letter = 0; letter < inside.length(); letter++) {
        quote.append(
            inside.charAt(letter) == PLACE
                ? text(codes.get(code++))
                : inside.substring(letter, letter + 1));
      }
      result.add(new Inline.Quote(quote.toString().strip()));
      at = quoted.end();
    }
    plain(words.substring(at), code, result);
    return result;
  }

  private static String inside(Matcher quoted) {
    for (int group = 1; group <= quoted.groupCount(); group++) {
      if (quoted.group(group) != null) {
        return quoted.group(group);
      }
    }
    return "";
  }

  /** Text with places for code becomes parts of a sentence. */
  private int plain(String words, int firstCode, List<Inline> result) {
    int code = firstCode;
    int at = 0;
    for (int place = words.indexOf(PLACE); place >= 0; place = words.indexOf(PLACE, at)) {
      if (place > at) {
        result.add(new Inline.Plain(words.substring(at, place)));
      }
      Token token = codes.get(code++);
      result.add(
          token instanceof Token.Strong(String strong)
              ? new Inline.Strong(strong)
              : new Inline.Code(text(token)));
      at = place + 1;
    }
    if (at < words.length()) {
      result.add(new Inline.Plain(words.substring(at)));
    }
    return code;
  }

  private static String text(Token token) {
    return switch (token) {
      case Token.Text(String words) -> words;
      case Token.Code(String words) -> words;
      case Token.Strong(String words) -> BLANK_END.matcher(words).replaceAll("");
      case Token.Mark(String mark) -> mark;
    };
  }
}
