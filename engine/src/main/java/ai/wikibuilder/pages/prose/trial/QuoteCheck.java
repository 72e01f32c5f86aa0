package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.lookup.DocOwners;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
            .filter(piece -> standsIn(quote, ground.text(piece)))
            .findFirst();
    trial.fail(
        Finding.Kind.QUOTE,
        "“" + quote + "” in the cited lines",
        other.map(piece -> "it stands in [" + piece.mark() + "]").orElse("no such words"));
  }

  /** The lines of a piece that hold the words. */
  private Optional<Evidence> in(EvidencePiece piece, String quote) {
    return piece
        .place()
        .flatMap(
            place -> ground.text().file(piece.path()).flatMap(file -> find(file, place, quote)));
  }

  /** The same words elsewhere in a cited file, where no other piece is the one that was meant. */
  private Optional<Evidence> moved(Claim claim, String quote) {
    boolean elsewhere =
        ground.pack().pieces().stream()
            .anyMatch(
                piece -> !claim.pieces().contains(piece) && standsIn(quote, ground.text(piece)));
    if (elsewhere) {
      return Optional.empty();
    }
    for (EvidencePiece piece : claim.pieces()) {
      Optional<SourceText> file = ground.text().file(piece.path());
      if (file.isPresent() && file.get().lineCount() > 0) {
        Evidence whole = new Evidence(piece.path(), 1, file.get().lineCount());
        Optional<Evidence> found = find(file.get(), whole, quote);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The fewest lines of a range that hold all the words. */
  private static Optional<Evidence> find(SourceText file, Evidence range, String quote) {
    int first = range.startLine();
    int last = Math.min(range.endLine(), file.lineCount());
    return first > last
        ? Optional.empty()
        : stands(quote, file.lines(first, last), first)
            .map(place -> new Evidence(range.path(), place.first(), place.last()));
  }

  /** Whether the words stand in a text in their order with nothing but markup between them. */
  static boolean standsIn(String quote, String text) {
    return stands(quote, text, 1).isPresent();
  }

  private static Optional<Lines> stands(String quote, String text, int firstLine) {
    List<String> words = new ArrayList<>();
    for (String word : NO_WORD.split(quote, -1)) {
      if (!word.isEmpty()) {
        words.add(new Letters(word, 1).text());
      }
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Optional<Lines> place = new Letters(text, firstLine).find(words);
    return place.isPresent() || text.indexOf('<') < 0
        ? place
        : new Letters(withoutTags(text), firstLine).find(words);
  }

  /** As many lines as before. */
  private static String withoutTags(String text) {
    return TAG.matcher(text).replaceAll(tag -> NO_BREAK.matcher(tag.group()).replaceAll(" "));
  }

  /** Lines of a file, the last one included. */
  private record Lines(int first, int last) {}

  /** The small letters and digits of a text, one behind the other, each with its line. */
  private static final class Letters {
    private final StringBuilder letters = new StringBuilder();
    private final int[] lines;

    Letters(String text, int firstLine) {
      lines = new int[2 * text.length()]; // a small letter may be two characters
      int line = firstLine;
      for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
        int one = text.codePointAt(at);
        if (isOfWord(one)) {
          int before = letters.length();
          letters.appendCodePoint(Character.toLowerCase(one));
          Arrays.fill(lines, before, letters.length(), line);
        }
        line += one == '\n' ? 1 : 0;
      }
    }

    /** What {@link #NO_WORD} leaves. */
    private static boolean isOfWord(int one) {
      int type = Character.getType(one);
      return Character.isLetterOrDigit(one)
          || type == Character.LETTER_NUMBER
          || type == Character.OTHER_NUMBER;
    }

    String text() {
      return letters.toString();
    }

    /** The place that ends first, and of those in its last line the shortest. */
    Optional<Lines> find(List<String> words) {
      String in = text();
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
