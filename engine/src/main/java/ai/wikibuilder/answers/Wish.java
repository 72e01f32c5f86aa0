package ai.wikibuilder.answers;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of answer a question wants, told by how it is put. */
public enum Wish {
  /** The places that answer. */
  PLACES,
  /** How, when or why something is done. */
  DOING,
  /** Who calls or uses something that is named. */
  CALLERS,
  /** Whether the repository has something at all. */
  SUPPORT,
  /** What somebody sets to change how something is done. */
  SETTING,
  /** All variables of the environment that are read. */
  ENVIRONMENT,
  /** All routes that are answered. */
  ROUTES,
  /** All commands that can be typed. */
  COMMANDS;

  private static final Pattern OF_CALLERS =
      Pattern.compile(
          "\\b(?:who|what|which \\w+|where)(?: else)? (?:calls?|uses?|invokes?|references?)\\b"
              + "|\\bwhere (?:is|are|do we|does it)\\b.* (?:called|used|invoked|referenced|call|use)\\b"
              + "|\\bcallers? of\\b|\\busages? of\\b"
              + "|\\bkim(?:ler)? (?:\\S+ )?(?:çağır|kullan)|(?:çağıran|kullanan)(?:lar)?\\b"
              + "|\\bnere(?:de|den|lerde) (?:çağr|çağır|kullanıl)");

  private static final Pattern OF_SUPPORT =
      Pattern.compile(
          "^(?:does|do|is|are|can|has|have|will|could)\\b.*\\b(?:support(?:s|ed|ing)?|have|has|possible"
              + "|available|implement(?:s|ed)?|provide[sd]?|handle[sd]?)\\b|^(?:is|are) there\\b|^(?:can|could)\\b|^is it possible\\b"
              + "|\\bdestek(?:liyor|ler|lenir|leniyor| var)|\\b(?:var|yok) mı\\b");

  private static final Pattern OF_DOING =
      Pattern.compile(
          "^(?:how|when|why|who (?:is|are|may|can)|what happens|what does .* do|where\\b.*\\w{3}ed)\\b|\\b(?:nasıl|neden|nerede|nereden|niçin|niye|ne zaman)\\b"
              + "|\\bne olu(?:r|yor)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern LISTING =
      Pattern.compile(
          "^(?:which|what|list|show|give)\\b|\\b(?:hangi|neler|nelerdir|listele|tüm|bütün)\\b");
  private static final Pattern OF_SETTING =
      Pattern.compile(
          "^(?:which|what|where) (?:\\S+ ){0,3}?(?:settings?|options?|flags?|variables?|parameters?|keys?"
              + "|propert(?:y|ies)|configuration)\\b|\\bhangi (?:ayar|seçenek|değişken|parametre|anahtar)");
  private static final Pattern OF_ENVIRONMENT =
      Pattern.compile("\\benv(?:ironment)?[ -](?:variables?|vars?)\\b|\\bortam değişken");
  private static final Pattern OF_ROUTES =
      Pattern.compile(
          "^(?:which|what|list|show|give)(?: me)?(?: all| are)?(?: the)?(?: http| api| rest| web)?"
              + " (?:routes|endpoints)\\b|\\bhangi (?:rotalar|uç noktalar)");
  private static final Pattern OF_COMMANDS =
      Pattern.compile(
          "^(?:which|what|list|show|give)(?: me)?(?: all| are)?(?: the)?(?: cli| command line)?"
              + " (?:sub)?commands\\b|\\bhangi (?:alt )?komutlar");

  /** The wish of a question in English or Turkish; places where nothing else is said. */
  public static Wish of(String question) {
    String lower = question.strip().toLowerCase(Locale.ROOT);
    if (LISTING.matcher(lower).find() && OF_ENVIRONMENT.matcher(lower).find()) {
      return ENVIRONMENT;
    }
    if (OF_ROUTES.matcher(lower).find()) {
      return ROUTES;
    }
    if (OF_COMMANDS.matcher(lower).find()) {
      return COMMANDS;
    }
    if (OF_CALLERS.matcher(lower).find()) {
      return CALLERS;
    }
    if (OF_SUPPORT.matcher(lower).find()) {
      return SUPPORT;
    }
    if (OF_SETTING.matcher(lower).find()) {
      return SETTING;
    }
    return OF_DOING.matcher(lower).find() ? DOING : PLACES;
  }
}
