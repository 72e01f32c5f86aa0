package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.lookup.DocOwners;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Quoted words stand in the cited lines, and are said of what the sentence speaks of. Words that
 * moved inside the same file are found again there, unless another piece of the evidence has them.
 */
final class QuoteCheck implements ClaimCheck {
  /** Letters between two quoted words that may be markup of the source. */
  private static final int MARKUP_CHAR_COUNT_MAX = 24;

  private static final Pattern NO_BREAK = Pattern.compile("[^\\n]");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Markup of comments and documents, with its attributes. */
  private static final Pattern TAG = Pattern.compile("</?\\p{Alpha}[^<>]{0,120}>");

  private final Ground ground;
  private final DocOwners owners;

  /** What all quotes of a page are looked for in: pieces by their marks, and cited lines. */
  private final Map<String, Searched> pieces = new HashMap<>();

  private final Map<Evidence, Optional<Searched>> cited = new HashMap<>();

  QuoteCheck(Ground ground) {
    this.ground = ground;
    this.owners = new DocOwners(ground.names(), ground.text());
  }

  @Override
  public void check(Claim claim, Trial trial) {
    for (String quote : claim.quotes()) {
      Optional<Evidence> place =
          claim.pieces().stream().flatMap(piece -> in(piece, quote).stream()).findFirst();
      if (place.isEmpty() && claim.isCited()) {
        place = moved(claim, quote);
      }
      if (place.isPresent()) {
        trial.prove();
        trial.confirm(place.get());
        owner(claim, place.get(), trial);
      } else if (claim.pieces().stream().anyMatch(piece -> standsIn(quote, piece.text()))) {
        trial.prove();
      } else {
        missing(claim, quote, trial);
      }
    }
  }

  private void missing(Claim claim, String quote, Trial trial) {
    Optional<EvidencePiece> other =
        ground.pack().pieces().stream()
            .filter(piece -> !claim.pieces().contains(piece))
            .filter(piece -> shown(piece).find(words(quote)).isPresent())
            .findFirst();
    trial.fail(
        Finding.Kind.QUOTE,
        "“" + quote + "” in the cited lines",
        other.map(piece -> "it stands in [" + piece.mark() + "]").orElse("no such words"));
  }

  private Searched shown(EvidencePiece piece) {
    return pieces.computeIfAbsent(piece.mark(), mark -> new Searched(ground.text(piece), 1));
  }

  /** The lines of a piece that hold the words. */
  private Optional<Evidence> in(EvidencePiece piece, String quote) {
    return piece
        .place()
        .flatMap(place -> cited.computeIfAbsent(place, this::lines))
        .flatMap(lines -> lines.find(words(quote)))
        .map(found -> new Evidence(piece.path(), found.first(), found.last()));
  }

  /** The lines of a place, as far as the file has them. */
  private Optional<Searched> lines(Evidence place) {
    int first = place.startLine();
    return ground
        .text()
        .file(place.path())
        .filter(file -> first <= file.lineCount())
        .map(file -> file.lines(first, Math.min(place.endLine(), file.lineCount())))
        .map(lines -> new Searched(lines, first));
  }

  /** The same words elsewhere in a cited file, where no other piece is the one that was meant. */
  private Optional<Evidence> moved(Claim claim, String quote) {
    boolean elsewhere =
        ground.pack().pieces().stream()
            .filter(piece -> !claim.pieces().contains(piece))
            .anyMatch(piece -> shown(piece).find(words(quote)).isPresent());
    if (elsewhere) {
      return Optional.empty();
    }
    for (EvidencePiece piece : claim.pieces()) {
      Optional<SourceText> file = ground.text().file(piece.path());
      if (file.isPresent() && file.get().lineCount() > 0) {
        Evidence whole = new Evidence(piece.path(), 1, file.get().lineCount());
        Optional<Lines> found = lines(whole).flatMap(lines -> lines.find(words(quote)));
        if (found.isPresent()) {
          return found.map(place -> new Evidence(piece.path(), place.first(), place.last()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the words stand in a text in their order with nothing but markup between them. */
  static boolean standsIn(String quote, String text) {
    return new Searched(text, 1).find(words(quote)).isPresent();
  }

  /** The words of a quote, as they are looked for. */
  private static List<String> words(String quote) {
    List<String> words = new ArrayList<>();
    for (String word : NO_WORD.split(quote, -1)) {
      if (!word.isEmpty()) {
        words.add(new Letters(word, 1).text());
      }
    }
    return words;
  }

  /** A text that words are looked for in. */
  private static final class Searched {
    private final String text;
    private final int firstLine;
    private final Letters letters;
    private Optional<Letters> untagged = Optional.empty();

    Searched(String text, int firstLine) {
      this.text = text;
      this.firstLine = firstLine;
      this.letters = new Letters(text, firstLine);
    }

    /** The fewest lines that hold all the words; empty when there are none. */
    Optional<Lines> find(List<String> words) {
      if (words.isEmpty()) {
        return Optional.empty();
      }
      Optional<Lines> place = letters.find(words);
      if (place.isPresent() || text.indexOf('<') < 0) {
        return place;
      }
      if (untagged.isEmpty()) {
        untagged = Optional.of(new Letters(withoutTags(text), firstLine));
      }
      return untagged.get().find(words);
    }
  }

  /** As many lines as before. */
  private static String withoutTags(String text) {
    return TAG.matcher(text).replaceAll(tag -> NO_BREAK.matcher(tag.group()).replaceAll(" "));
  }

  /** Lines of a file, the last one included. */
  private record Lines(int first, int last) {}

  /** The small letters and digits of a text, one behind the other, each with its line. */
  private static final class Letters {
    private final String letters;
    private final int[] lines;

    Letters(String text, int firstLine) {
      StringBuilder small = new StringBuilder();
      lines = new int[text.length()];
      int line = firstLine;
      for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
        int one = text.codePointAt(at);
        if (isOfWord(one)) {
          int before = small.length();
          small.appendCodePoint(Character.toLowerCase(one));
          Arrays.fill(lines, before, small.length(), line);
        }
        line += one == '\n' ? 1 : 0;
      }
      letters = small.toString();
    }

    /** What {@link #NO_WORD} leaves; most is ASCII, which is told sooner. */
    private static boolean isOfWord(int one) {
      if (one < 0x80) {
        return (one >= 'a' && one <= 'z')
            || (one >= 'A' && one <= 'Z')
            || (one >= '0' && one <= '9');
      }
      int type = Character.getType(one);
      return Character.isLetterOrDigit(one)
          || type == Character.LETTER_NUMBER
          || type == Character.OTHER_NUMBER;
    }

    String text() {
      return letters;
    }

    /** The place that ends first, and of those in its last line the shortest. */
    Optional<Lines> find(List<String> words) {
      String in = letters;
      Optional<Lines> best = Optional.empty();
      for (int at = in.indexOf(words.getFirst());
          at >= 0;
          at = in.indexOf(words.getFirst(), at + 1)) {
        int end = end(words, in, at);
        if (end >= 0) {
          Lines found = new Lines(lines[at], lines[end - 1]);
          if (best.filter(one -> one.last() < found.last()).isPresent()) {
            return best; // what begins later ends no sooner
          }
          best = Optional.of(found);
        }
      }
      return best;
    }

    /** Where the last of the words ends; -1 where they do not follow each other. */
    private static int end(List<String> words, String in, int start) {
      int at = start;
      for (String word : words) {
        int last = Math.min(in.length(), at + MARKUP_CHAR_COUNT_MAX + word.length());
        int found = in.indexOf(word, at, last);
        if (found < 0) {
          return -1;
        }
        at = found + word.length();
      }
      return at;
    }
  }

  /** Words of a doc comment are said of what it stands above, not of its neighbour. */
  private void owner(Claim claim, Evidence place, Trial trial) {
    Optional<GraphSymbol> owner = owners.of(place);
    List<Mention> named =
        claim.mentions().stream().filter(one -> one.isNamed() && !one.symbols().isEmpty()).toList();
    if (owner.isEmpty() || named.isEmpty()) {
      return;
    }
    boolean related = named.stream().anyMatch(one -> owners.isOf(owner.get(), one.symbols()));
    if (!related && !isSaidOf(claim, named, place)) {
      String name = ground.names().graph().qualifiedName(owner.get().id());
      trial.fail(
          Finding.Kind.QUOTE, "these words said of " + name, "said of " + named.getFirst().text());
    }
  }

  /** Neighbours may be commented in the same words; it is enough when one of the named has them. */
  private boolean isSaidOf(Claim claim, List<Mention> named, Evidence place) {
    String words = ground.text().lines(place).orElse("");
    for (Mention mention : named) {
      for (int symbol : mention.symbols()) {
        GraphSymbol found = ground.names().graph().symbol(symbol);
        boolean cited = ground.defines(claim.pieces(), List.of(symbol));
        String doc = owners.doc(found);
        if (cited
            && claim.quotes().stream()
                .anyMatch(quote -> standsIn(quote, doc) && standsIn(quote, words))) {
          return true;
        }
      }
    }
    return false;
  }
}
