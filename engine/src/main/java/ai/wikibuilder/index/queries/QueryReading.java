package ai.wikibuilder.index.queries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * What the words of a question ask for, read the same way whatever kind it is. Immutable.
 *
 * @param terms index terms and the weight of each, most important kinds first
 * @param related by term of a question what else code may call it, as terms
 * @param message terms of an error message that stand in the code that prints it, each once; empty
 *     where it is none
 * @param symbols exact names that may be meant, and how sure that is, above 0 up to 1
 * @param paths lower-case paths or file names that may be meant
 * @param scope the part of the repository that the first word names
 * @param asks whether it is a question in words
 * @param words all words in order, lower case, at most 64
 */
public record QueryReading(
    Map<String, Double> terms,
    Map<String, List<String>> related,
    List<String> message,
    Map<String, Double> symbols,
    List<String> paths,
    List<String> words,
    Scope scope,
    QueryShape shape,
    boolean asks,
    boolean wantsTests,
    boolean wantsDocuments) {

  /**
   * Words that say how a question is put, not what it is about; compared before stemming, in lower
   * case.
   */
  private static final Set<String> IN_QUESTIONS =
      Set.of(
          ("a about after all also am an and any are as at be because been before being between both"
                  + " but by can could did do does doing done during each either else etc for from"
                  + " get gets given had has have having here how i if in into is it its itself just"
                  + " let like may me might more most must my need needs no of off on once one only"
                  + " onto or other our out over own per please really same shall she should show so"
                  + " some such tell than that the their them then there these they this those"
                  + " through to too under until up upon us used uses using very via want was way we"
                  + " were what when where whether which while who whom whose why will with within"
                  + " without work works would you your happen happens explain find code")
              .split(" ", -1));

  /** Words of messages about changes: they are rare in code and say nothing about it. */
  private static final Set<String> FAINT =
      Set.of(
          ("add added adds adding allow allows avoid bug case change changed changes closes close"
                  + " closed commit correct correctly currently ensure feat feature fix fixed fixes"
                  + " handle improve improved instead issue introduce introduced make makes made"
                  + " minor missing new now ok patch pr previously problem proper properly refactor"
                  + " reported resolves see since support supported though typo unnecessary update"
                  + " updated wrong chore style perf")
              .split(" ", -1));

  private static final double FAINT_WEIGHT = 0.4;

  /** Words of questions about the whole: they say what kind of answer is wanted. */
  private static final Set<String> OF_THE_WHOLE =
      Set.of(
          ("architecture overview design structure structured organized organised organisation"
                  + " organization connected connect communicate interact together module modules"
                  + " component components layer layers subsystem subsystems main parts part flow"
                  + " lifecycle big picture high-level")
              .split(" ", -1));

  private static final double OF_THE_WHOLE_WEIGHT = 0.25;

  /** {@code parser: keep blanks}: what stands before the colon says where. */
  private static final double SCOPE_WEIGHT = 1.5;

  /** Scopes stand at the beginning. */
  private static final int SCOPE_WORDS = 2;

  /** A question has a few words, an error message some dozens. */
  private static final int WORDS_MAX = 64;

  /** Words that say what a text is about; those after them say more and more how and why. */
  private static final double LEADING_WORDS = 10;

  /** After so many further words a word has half of its weight. */
  private static final double FADING_WORDS = 20;

  /** What a word gains when it is said again, as a share of its weight. */
  private static final double AGAIN = 0.2;

  /** Different terms that are looked up; each costs a list in five fields. */
  private static final int TERMS_MAX = 48;

  /** Parts of a name count less than words of their own: the whole name is searched as well. */
  private static final double PART_WEIGHT = 0.8;

  /** What a message was printed about stands in no code, but may be asked for too. */
  private static final double VALUE_WEIGHT = 0.4;

  /** A value of a message has a few words. */
  private static final int VALUE_WORDS_MAX = 6;

  /** {@code Store.save}: container and name together are rarely a coincidence. */
  private static final double SURE_QUALIFIED = 1;

  /** {@code save_user}, {@code saveUser}, {@code save()}, or a name that is the whole question. */
  public static final double SURE_NAME = 0.8;

  /** {@code Gson} within a sentence: maybe the class, maybe the product. */
  private static final double SURE_CAPITAL = 0.25;

  /** {@code parse options} for {@code parseOptions}. */
  private static final double SURE_JOINED = 0.35;

  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern EDGES =
      Pattern.compile("^[^\\p{L}\\p{N}_$./]+|[^\\p{L}\\p{N}_$/]+$");
  private static final Pattern CHAIN = Pattern.compile("::|->|[.#/\\\\]");
  private static final Pattern QUALIFIED = Pattern.compile("::|[.\\\\]");

  /** {@code Store.save} is a member, {@code shop.orders.Store} a type in a folder. */
  private static final int CHAIN_OF_PATH_MIN = 3;

  private static final String OPENING = "\"'`[<{";
  private static final String CLOSING = "\"'`]>}";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_$]+");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}_$]+");
  private static final Pattern SHAPED =
      Pattern.compile("[_$]|\\p{Ll}\\p{Lu}|\\p{Lu}\\p{Lu}\\p{Ll}|\\p{L}\\p{N}");
  private static final Pattern TEST_WORDS =
      Pattern.compile("\\b(un)?test(s|ed|ing)?\\b|\\bspecs?\\b");
  private static final Pattern DOCUMENT_WORDS =
      Pattern.compile(
          "\\b(docs?|documentation|readme|changelog|guide|tutorial|licen[sc]e|manual)\\b");

  /** Cuts one word of a question into the terms of the index. */
  @FunctionalInterface
  public interface Cutter {
    /** Gives {@code terms} each term in order, and whether it is the whole of several others. */
    void cut(String word, BiConsumer<String, Boolean> terms);
  }

  /** Reads words; any text has a reading, be it an empty one. */
  public static QueryReading of(String query, Cutter cutter) {
    boolean asks = RelatedWords.asks(query);
    String asked = asks ? RelatedWords.joined(query) : query;
    String lower = asked.toLowerCase(Locale.ROOT);
    QueryShape shape = QueryShape.of(asked);
    Reader reader = new Reader(BLANK.split(asked.strip(), WORDS_MAX + 1), shape, asks, cutter);
    reader.read();
    if (asks) {
      reader.relate();
    }
    List<String> words = new ArrayList<>();
    for (String word : NOT_WORD.split(lower, WORDS_MAX + 1)) {
      if (!word.isEmpty() && words.size() < WORDS_MAX) {
        words.add(word);
      }
    }
    return new QueryReading(
        reader.terms,
        reader.related,
        List.copyOf(reader.message),
        reader.symbols,
        reader.paths,
        words,
        reader.scope,
        shape,
        asks,
        TEST_WORDS.matcher(lower).find(),
        DOCUMENT_WORDS.matcher(lower).find());
  }

  /** A name as all languages write it: lower case, without {@code _} and {@code $}. */
  public static String plainName(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("$", "");
  }

  /** Fills the parts of a reading word by word. */
  private static final class Reader {
    private final String[] parts;
    private final QueryShape shape;
    private final Scope scope;
    private final Map<String, Double> terms = new LinkedHashMap<>();
    private final Map<String, List<String>> related = new LinkedHashMap<>();
    private final Set<String> message = new LinkedHashSet<>();
    private final Map<String, Double> symbols = new LinkedHashMap<>();
    private final List<String> plain = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final Cutter cutter;
    private final boolean asks;
    private double weight = 1;
    private int valueEnd;

    Reader(String[] parts, QueryShape shape, boolean asks, Cutter cutter) {
      this.asks = asks;
      this.parts = parts;
      this.scope = Scope.of(parts);
      this.shape = shape;
      this.cutter = cutter;
    }

    void read() {
      for (int i = 0; i < Math.min(parts.length, WORDS_MAX); i++) {
        String part = parts[i];
        String trimmed = EDGES.matcher(part).replaceAll("");
        if (trimmed.length() < 2) {
          continue;
        }
        boolean shaped = SHAPED.matcher(trimmed).find() || part.endsWith("()") || parts.length == 1;
        boolean value = i < valueEnd || isValue(i);
        weight = weight(i, plain.size()) * (value ? VALUE_WEIGHT : 1);
        if (i > 0 || !scope.isChain()) {
          name(trimmed, shaped, i > 0);
        }
        if (!value) {
          path(trimmed.toLowerCase(Locale.ROOT));
        }
        if (!IN_QUESTIONS.contains(trimmed.toLowerCase(Locale.ROOT))) {
          text(trimmed);
          plain.add(trimmed);
          if (shape == QueryShape.ERROR_MESSAGE && !value) {
            message(trimmed);
          }
        }
      }
      if (terms.isEmpty()) {
        for (String part : parts) {
          text(part);
        }
      }
      join();
    }

    /** A name counts as a whole, other words by their parts. */
    private void message(String word) {
      List<String> parts = new ArrayList<>();
      boolean[] ofWhole = {false};
      cutter.cut(
          word,
          (term, whole) -> {
            if (whole) {
              message.add(term);
              ofWhole[0] = true;
            } else {
              parts.add(term);
            }
          });
      if (!ofWhole[0]) {
        message.addAll(parts);
      }
    }

    /** Finds what else the plain words may be called, but for what the question says itself. */
    void relate() {
      for (String word : plain) {
        List<String> others = new ArrayList<>();
        for (String other : RelatedWords.inCode(word)) {
          cutter.cut(
              other,
              (term, _) -> {
                if (!terms.containsKey(term) && !others.contains(term)) {
                  others.add(term);
                }
              });
        }
        if (!others.isEmpty()) {
          cutter.cut(word, (term, _) -> related.putIfAbsent(term, others));
        }
      }
    }

    /** A path, or the full name of a type, which most languages keep in a file of that path. */
    private void path(String word) {
      boolean dotName = word.charAt(0) == '.' && asks; // ".env files" are about many of them
      if ((word.indexOf('.') >= 0 || word.indexOf('/') >= 0) && !dotName) {
        paths.add(word);
      }
      String[] chain = QUALIFIED.split(word, -1);
      if (chain.length >= CHAIN_OF_PATH_MIN && word.indexOf('/') < 0) {
        paths.add(String.join("/", chain));
      }
    }

    /** Whether a word of a message begins a quoted value; all of that are values then. */
    private boolean isValue(int place) {
      if (shape != QueryShape.ERROR_MESSAGE || parts[place].isEmpty()) {
        return false;
      }
      int opening = OPENING.indexOf(parts[place].charAt(0));
      int last = Math.min(parts.length, place + VALUE_WORDS_MAX);
      for (int i = place; opening >= 0 && i < last; i++) {
        int closing = parts[i].lastIndexOf(CLOSING.charAt(opening));
        if (closing > 0 && NOT_WORD.matcher(parts[i].substring(closing)).matches()) {
          valueEnd = i + 1;
          return true;
        }
      }
      return false;
    }

    /** The weight of a word by its place and meaning. */
    private double weight(int place, int wordsBefore) {
      double faded = FADING_WORDS / (FADING_WORDS + Math.max(0, wordsBefore - LEADING_WORDS));
      boolean scope = place < SCOPE_WORDS && parts[place].endsWith(":") && parts.length > 3;
      String word = NOT_WORD.matcher(parts[place]).replaceAll("").toLowerCase(Locale.ROOT);
      if (shape == QueryShape.ARCHITECTURE && OF_THE_WHOLE.contains(word)) {
        return OF_THE_WHOLE_WEIGHT;
      }
      return faded * (FAINT.contains(word) ? FAINT_WEIGHT : scope ? SCOPE_WEIGHT : 1);
    }

    private void name(String word, boolean shaped, boolean inSentence) {
      String[] chain = CHAIN.split(word, -1);
      String last = chain[chain.length - 1];
      if (!NAME.matcher(last).matches() || last.length() < 2) {
        return;
      }
      String name = plainName(last);
      if (chain.length > 1 && NAME.matcher(chain[chain.length - 2]).matches()) {
        sure(plainName(chain[chain.length - 2]) + "." + name, SURE_QUALIFIED);
        sure(name, SURE_NAME / 2);
      } else if (shaped) {
        sure(name, SURE_NAME);
      } else if (inSentence && Character.isUpperCase(last.charAt(0))) {
        sure(name, SURE_CAPITAL);
      }
    }

    private void sure(String name, double strength) {
      if (symbols.size() < WORDS_MAX) {
        symbols.merge(name, strength * weight, Math::max);
      }
    }

    /** Neighbouring words may be one name in the code. */
    private void join() {
      for (int i = 0; i + 1 < plain.size() && plain.size() <= 12; i++) {
        String two = plainName(plain.get(i) + plain.get(i + 1));
        if (NAME.matcher(two).matches()) {
          sure(two, SURE_JOINED);
          if (i + 2 < plain.size()) {
            String three = two + plainName(plain.get(i + 2));
            if (NAME.matcher(three).matches()) {
              sure(three, SURE_JOINED);
            }
          }
        }
      }
    }

    private void text(String word) {
      boolean[] ofWhole = {false};
      cutter.cut(
          word,
          (term, whole) -> {
            if (terms.size() < TERMS_MAX) {
              double own = weight * (ofWhole[0] && !whole ? PART_WEIGHT : 1);
              terms.merge(term, own, (known, more) -> Math.max(known, more) + AGAIN * more);
            }
            ofWhole[0] |= whole;
          });
    }
  }
}
