package ai.wikibuilder.pages.prose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Languages a model writes pages in, and how to see that a text is not in one of them.
 *
 * <p>A text in another alphabet is seen by its letters, one in the same alphabet by its most common
 * small words. A text that is too short to tell is taken for right.
 */
public enum PageLanguage {
  EN(
      "English",
      1.0,
      "the and is of to in that for with are it by from",
      "how where what which why who when does do can"),
  TR(
      "Turkish",
      1.6,
      "bir ve bu için ile olarak her olan da de sonra göre",
      "nasıl nerede nereden nereye ne neden niçin hangi kim kimin kaç mi mı mu mü nedir neler zaman",
      "ğışİ"),
  DE(
      "German",
      1.4,
      "der die und das ist nicht ein eine den mit wird von für auf",
      "wie wo woher wohin welche welcher welches warum weshalb wer wann werden kann",
      "ßäö"),
  FR(
      "French",
      1.4,
      "le la les des est une et pour dans qui que du par sur",
      "comment où quel quelle quels quelles pourquoi quoi quand sont",
      "œçèêù"),
  ES(
      "Spanish",
      1.3,
      "el la los que una es por para con las del se en",
      "cómo dónde qué cuál cuáles quién cuándo como donde está",
      "ñ¿¡"),
  PT(
      "Portuguese",
      1.3,
      "o os uma que para com não por são é do da em",
      "como onde qual quais quem quando porquê está",
      "ãõ"),
  RU("Russian", 1.8, "", ""),
  ZH("Chinese", 1.5, "", ""),
  JA("Japanese", 1.8, "", ""),
  KO("Korean", 1.8, "", "");

  /** Small words, or letters of another alphabet, that say nothing yet. */
  private static final int EVIDENCE_COUNT_MIN = 12;

  /** Letters of its own alphabet a text needs where names stay in Latin letters. */
  private static final double OWN_LETTERS_MIN = 0.2;

  /** Share of kana among the letters of Japanese: half of them and more, in Chinese none. */
  private static final double KANA_MIN = 0.1;

  private final String englishName;
  private final double tokensPerToken;

  /** With a blank before and behind each. */
  private final String smallWords;

  /** Words that begin questions, with a blank before and behind each. */
  private final String asking;

  /** Letters that few of the other languages have. */
  private final String ownLetters;

  PageLanguage(String englishName, double tokensPerToken, String smallWords, String asking) {
    this(englishName, tokensPerToken, smallWords, asking, "");
  }

  PageLanguage(
      String englishName,
      double tokensPerToken,
      String smallWords,
      String asking,
      String ownLetters) {
    this.englishName = englishName;
    this.tokensPerToken = tokensPerToken;
    this.smallWords = smallWords.isEmpty() ? "" : " " + smallWords + " ";
    this.asking = " " + asking + " ";
    this.ownLetters = ownLetters;
  }

  /** The language of a code such as {@code en}. */
  public static Optional<PageLanguage> ofCode(String code) {
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The code of the language where a text is there in it, else of English. */
  public String spoken(List<String> codes) {
    return codes.contains(code()) ? code() : EN.code();
  }

  public String englishName() {
    return englishName;
  }

  /** Tokens for what takes one in English. */
  double tokensPerToken() {
    return tokensPerToken;
  }

  /** The language a short text such as a question is most likely in; English when nothing tells. */
  public static PageLanguage guess(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    for (PageLanguage language : List.of(JA, KO, ZH, RU)) {
      long own = text.codePoints().filter(language::isOwnLetter).count();
      boolean kana = language != JA || text.codePoints().anyMatch(PageLanguage::isKana);
      if (kana && own > 0 && own >= letters * OWN_LETTERS_MIN) {
        return language;
      }
    }
    List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1));
    PageLanguage best = EN;
    double most = EN.told(words, text);
    for (PageLanguage language : List.of(TR, DE, FR, ES, PT)) {
      double told = language.told(words, text);
      if (told > most) {
        best = language;
        most = told;
      }
    }
    return best;
  }

  private static boolean isKana(int letter) {
    Character.UnicodeScript script = Character.UnicodeScript.of(letter);
    return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
  }

  /** How much of a text speaks for this language: its words that ask, small words, own letters. */
  private double told(List<String> words, String text) {
    double told = 0;
    for (String word : words) {
      told += asking.contains(" " + word + " ") ? 1.5 : 0;
      told += isSmallWord(word) ? 1 : 0;
    }
    return told + (text.codePoints().anyMatch(c -> ownLetters.indexOf(c) >= 0) ? 0.9 : 0);
  }

  /** Whether a text is clearly in another language. */
  public boolean isNotOf(String text) {
    if (smallWords.isEmpty()) {
      long letters = text.codePoints().filter(Character::isLetter).count();
      long own = text.codePoints().filter(this::isOwnLetter).count();
      return letters > EVIDENCE_COUNT_MIN * 5
          && (own < letters * OWN_LETTERS_MIN || isItsNeighbour(text));
    }
    long foreign = text.codePoints().filter(PageLanguage::isForeignLetter).count();
    if (foreign > EVIDENCE_COUNT_MIN * 5 && foreign > text.length() * OWN_LETTERS_MIN) {
      return true;
    }
    List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1));
    return Arrays.stream(values()).anyMatch(other -> isRather(other, words));
  }

  /** Japanese where Chinese is meant, or the other way round: they share most letters. */
  private boolean isItsNeighbour(String text) {
    long ideographs =
        text.codePoints().filter(letter -> ZH.isOwnLetter(letter) || isKana(letter)).count();
    long kana = text.codePoints().filter(PageLanguage::isKana).count();
    return switch (this) {
      case JA -> kana < ideographs * KANA_MIN;
      case ZH -> kana >= ideographs * KANA_MIN;
      case EN, TR, DE, FR, ES, PT, RU, KO -> false;
    };
  }

  /** Told by the small words that only one of the two has: neighbours share many. */
  private boolean isRather(PageLanguage other, List<String> words) {
    int own = 0;
    int foreign = 0;
    for (String word : words) {
      boolean isOwn = isSmallWord(word);
      boolean isForeign = other.isSmallWord(word);
      own += isOwn && !isForeign ? 1 : 0;
      foreign += isForeign && !isOwn ? 1 : 0;
    }
    return foreign >= EVIDENCE_COUNT_MIN && own * 2 < foreign;
  }

  private boolean isSmallWord(String word) {
    return !word.isEmpty() && smallWords.contains(" " + word + " ");
  }

  private boolean isOwnLetter(int letter) {
    Character.UnicodeScript script = Character.UnicodeScript.of(letter);
    return switch (this) {
      case RU -> script == Character.UnicodeScript.CYRILLIC;
      case ZH -> script == Character.UnicodeScript.HAN;
      case JA ->
          script == Character.UnicodeScript.HAN
              || script == Character.UnicodeScript.HIRAGANA
              || script == Character.UnicodeScript.KATAKANA;
      case KO -> script == Character.UnicodeScript.HANGUL;
      case EN, TR, DE, FR, ES, PT -> script == Character.UnicodeScript.LATIN;
    };
  }

  private static boolean isForeignLetter(int letter) {
    return Character.isLetter(letter)
        && Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN;
  }
}
