package ai.wikibuilder.pages.prose;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Languages a model writes pages in, and how to see that a text is not in one of them.
 *
 * <p>A text in another alphabet is seen by its letters, one in the same alphabet by its most common
 * small words. A text that is too short to tell is taken for right.
 */
public enum PageLanguage {
  EN("English", 1.0, "the and is of to in that for with are it by from"),
  TR("Turkish", 1.6, "bir ve bu için ile olarak her olan da de sonra göre"),
  DE("German", 1.4, "der die und das ist nicht ein eine den mit wird von für auf"),
  FR("French", 1.4, "le la les des est une et pour dans qui que du par sur"),
  ES("Spanish", 1.3, "el la los que una es por para con las del se en"),
  PT("Portuguese", 1.3, "o os uma que para com não por são é do da em"),
  RU("Russian", 1.8, ""),
  ZH("Chinese", 1.5, ""),
  JA("Japanese", 1.8, ""),
  KO("Korean", 1.8, "");

  /** Small words, or letters of another alphabet, that say nothing yet. */
  private static final int EVIDENCE_COUNT_MIN = 12;

  /** Letters of its own alphabet a text needs where names stay in Latin letters. */
  private static final double OWN_LETTERS_MIN = 0.2;

  private final String englishName;
  private final double tokensPerToken;

  /** With a blank before and behind each. */
  private final String smallWords;

  PageLanguage(String englishName, double tokensPerToken, String smallWords) {
    this.englishName = englishName;
    this.tokensPerToken = tokensPerToken;
    this.smallWords = smallWords.isEmpty() ? "" : " " + smallWords + " ";
  }

  /** The language of a code such as {@code en}. */
  public static Optional<PageLanguage> ofCode(String code) {
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String englishName() {
    return englishName;
  }

  /** Tokens for what takes one in English. */
  double tokensPerToken() {
    return tokensPerToken;
  }

  /** Whether a text is clearly in another language. */
  boolean isNotOf(String text) {
    if (smallWords.isEmpty()) {
      long letters = text.codePoints().filter(Character::isLetter).count();
      long own = text.codePoints().filter(this::isOwnLetter).count();
      return letters > EVIDENCE_COUNT_MIN * 5 && own < letters * OWN_LETTERS_MIN;
    }
    long foreign = text.codePoints().filter(PageLanguage::isForeignLetter).count();
    if (foreign > EVIDENCE_COUNT_MIN * 5 && foreign > text.length() * OWN_LETTERS_MIN) {
      return true;
    }
    Map<PageLanguage, Integer> counts = new EnumMap<>(PageLanguage.class);
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
      for (PageLanguage language : values()) {
        counts.merge(
            language, language.smallWords.contains(" " + word + " ") ? 1 : 0, Integer::sum);
      }
    }
    int own = counts.getOrDefault(this, 0);
    int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
    return most >= EVIDENCE_COUNT_MIN && own * 2 < most;
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
