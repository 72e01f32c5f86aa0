package ai.wikibuilder.answers;

import ai.wikibuilder.index.queries.RelatedWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A question as words of code: what only asks is left out, and words of another language that the
 * glossary knows are put into those that code uses. Immutable.
 *
 * @param words what is looked for, in the order of the question, each once
 * @param translated whether the glossary was used
 * @param language in which it is asked, as far as its own words say
 */
public record Question(List<String> words, boolean translated, String language) {
  /** A question is a few lines; what is longer is text to search in, not a question. */
  public static final int CHAR_COUNT_MAX = 2_000;

  private static final Set<String> ASKING =
      Set.of(
          ("a an the and or of in on at to for from by with is are was were be been it its this that"
                  + " these those what which who whom whose where when why how do does did done can"
                  + " could should would will i we you they there here about into as if then than so"
                  + " not no any all some up out me my our your get gets used use uses using go goes through happen happens"
                  + " work works show find tell explain please code repository project")
              .split(" "));

  /** Words that may stand in a question about anything. */
  private static final Set<String> VAGUE =
      Set.of(
          ("support supports supported supporting have has had need needs want wants make makes made"
                  + " provide provides provided implement implements implemented implementation"
                  + " feature features handle handles handled allow allows possible way ways exist"
                  + " exists available default able let lets kind kinds thing things run runs running"
                  + " create creates created add adds added set sets change changes changed enable"
                  + " enabled disable disabled configure configured define defines defined call calls"
                  + " called start starts started stop stops stopped work worked return returns")
              .split(" "));

  /** Shorter words that ask are words of other languages, too. */
  private static final int TELLING_CHAR_COUNT_MIN = 3;

  /** Letters that English words do not have. */
  private static final Pattern OF_TURKISH = Pattern.compile("[çğıöşü]");

  /** Characters of the shortest stem. */
  private static final int STEM_MIN = 3;

  /** Characters of a stem that begins no English word by chance. */
  private static final int SURE_STEM_MIN = 5;

  /** Who wants to do something, and that it is one's own, is no word of any code. */
  private static final Pattern FRAME =
      Pattern.compile(
          "(?i)^\\s*how (?:do|can|could|would|should|to)(?: (?:i|we|you|one))?"
              + " (?:write|make|build|create|implement|define)\\b|\\b(?:my|our|your|its) own\\b"
              + "|\\bne (?:zaman|sıklıkla)\\b|(?<=\\w)['’]s\\b");

  /** A word of Turkish that says what is done, as questions end. */
  private static final Pattern TURKISH_VERB =
      Pattern.compile("[ıiuü]yor(?:lar|uz|um)?$|l[ıiuü]r(?:lar|ler)?$");

  private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}_.$/-]+");
  private static final Pattern EDGE = Pattern.compile("^[.$/-]+|[.$/-]+$");

  public Question {
    words = List.copyOf(words);
  }

  /** Reads a question; only its first {@link #CHAR_COUNT_MAX} characters count. */
  public static Question of(String text) {
    Glossary glossary = Glossary.turkish();
    List<String> kept = new ArrayList<>();
    boolean turkish = false;
    for (String raw : NO_NAME.split(plain(text), -1)) {
      String word = EDGE.matcher(raw).replaceAll("");
      String lower = lower(word);
      turkish |= lower.length() >= TELLING_CHAR_COUNT_MIN && glossary.onlyAsks(lower);
      turkish |= OF_TURKISH.matcher(lower).find();
      if (!word.isEmpty() && !ASKING.contains(lower) && !glossary.onlyAsks(lower)) {
        kept.add(word);
      }
    }
    turkish |= !kept.isEmpty() && kept.stream().allMatch(word -> isSurelyKnown(glossary, word));
    return turkish ? translated(kept, glossary) : new Question(distinct(kept), false, "en");
  }

  /**
   * A question without the words that say who wants to do it: of "how do I write my own plugin" the
   * plugin is left. As it is where nothing would be left.
   */
  public static String plain(String text) {
    String cut = text.substring(0, Math.min(CHAR_COUNT_MAX, text.length()));
    String plain = RelatedWords.joined(FRAME.matcher(cut).replaceAll(" ")).strip();
    return plain.chars().anyMatch(Character::isLetter) ? plain : cut;
  }

  /** What is given to a search: the words of code that were found for it, put as a question. */
  public String searched(String text) {
    return translated ? String.join(" ", words) + "?" : plain(text);
  }

  private static List<String> distinct(List<String> words) {
    return new ArrayList<>(new LinkedHashSet<>(words));
  }

  private static Question translated(List<String> kept, Glossary glossary) {
    List<String> words = new ArrayList<>();
    boolean translated = false;
    for (int i = 0; i < kept.size(); i++) {
      String word = kept.get(i);
      // rotate is no Turkish word, though it begins as one
      Optional<String> known = Optional.empty();
      if (!isName(word)) {
        Optional<String> pair =
            i + 1 < kept.size()
                ? glossary.pair(lower(word), lower(kept.get(i + 1)))
                : Optional.empty();
        i += pair.isPresent() ? 1 : 0;
        known = pair.or(() -> glossary.word(lower(word), STEM_MIN));
      }
      translated |= known.isPresent();
      List<String> meant = known.map(one -> List.of(one.split(" ", -1))).orElse(List.of(word));
      meant.stream().filter(one -> !one.isEmpty()).forEach(words::add);
    }
    return new Question(distinct(words), translated, "tr");
  }

  /**
   * Words that say what is asked: all but those that may stand in any question and the name of the
   * repository itself; nor a verb of Turkish that the glossary does not know, since what is asked
   * of the rest is said by that. Where no other is left, all.
   */
  public List<String> telling(String repository) {
    List<String> telling =
        words.stream()
            .filter(word -> !VAGUE.contains(lower(word)) && !word.equalsIgnoreCase(repository))
            .filter(word -> !translated || !TURKISH_VERB.matcher(lower(word)).find())
            .toList();
    return telling.isEmpty() ? words : telling;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT).replace("i\u0307", "i");
  }

  /** Whether a word alone tells that it is Turkish: a long stem, and not the same in English. */
  private static boolean isSurelyKnown(Glossary glossary, String word) {
    String lower = lower(word);
    return !isName(word)
        && glossary
            .word(lower, SURE_STEM_MIN)
            .filter(meant -> !lower.startsWith(meant))
            .isPresent();
  }

  /** Whether a word is written as only names of code are. */
  private static boolean isName(String word) {
    return word.chars().anyMatch(c -> c == '_' || c == '.' || c == '/' || c == '$')
        || word.chars().skip(1).anyMatch(Character::isUpperCase);
  }
}
