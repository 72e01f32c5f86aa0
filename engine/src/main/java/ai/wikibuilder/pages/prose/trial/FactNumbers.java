package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.language.ProseLanguage;
import ai.wikibuilder.pages.prose.language.StatedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of the facts a writer was given, by what they count. Immutable once made. */
final class FactNumbers {
  private static final Pattern NOUN = Pattern.compile("^[\\s-]*((?:[\\p{L}’'-]+\\s*){1,4})");

  private final List<Fact> facts = new ArrayList<>();

  /**
   * A number with its noun.
   *
   * @param place of the fact, when it has one
   */
  record Fact(long value, String noun, EvidencePiece piece, Optional<Evidence> place) {}

  FactNumbers(Ground ground) {
    ProseLanguage english = ProseLanguage.of("en");
    for (EvidencePiece piece : ground.pack().facts()) {
      for (StatedNumber number : english.numbers(piece.text())) {
        Matcher noun = NOUN.matcher(piece.text().substring(number.end()));
        if (noun.find()) {
          String first = noun.group(1).strip().split("\\s+", -1)[0];
          facts.add(new Fact(number.value(), first, piece, piece.place()));
        }
      }
    }
  }

  /**
   * The fact that counts what a number of a claim counts: same noun, cited or about a name of the
   * claim; empty when there is none or several that differ.
   */
  Optional<Fact> about(Claim claim, StatedNumber number) {
    Matcher nouns = NOUN.matcher(claim.masked().substring(number.end()));
    if (!nouns.find()) {
      return Optional.empty();
    }
    String[] words = nouns.group(1).toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
    List<Fact> same = new ArrayList<>();
    for (Fact fact : facts) {
      String noun = stem(fact.noun());
      for (String word : words) {
        if (stem(word).equals(noun)) {
          same.add(fact);
          break;
        }
      }
    }
    List<Fact> cited = same.stream().filter(one -> claim.pieces().contains(one.piece())).toList();
    List<Fact> near = cited.isEmpty() ? same : cited;
    Optional<Fact> agreeing =
        near.stream().filter(one -> one.value() == number.value()).findFirst();
    return agreeing.isPresent() || near.size() != 1 ? agreeing : Optional.of(near.getFirst());
  }

  private static String stem(String noun) {
    String small = noun.toLowerCase(Locale.ROOT);
    return small.length() > 3 ? small.replaceAll("(?:ies|es|s|y)$", "") : small;
  }
}
