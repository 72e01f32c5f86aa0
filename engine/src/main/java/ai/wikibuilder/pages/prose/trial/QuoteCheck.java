package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.lookup.DocOwners;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Quoted words stand in the cited lines, and are said of what the sentence speaks of. Words that
 * moved inside the same file are found again there, unless another piece of the evidence has them.
 */
final class QuoteCheck implements ClaimCheck {
  /** Letters between two quoted words that may be markup of the source. */
  private static final int MARKUP_CHAR_COUNT_MAX = 24;

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

  /** The fewest lines of a range that hold all the words, found by taking lines off both ends. */
  private static Optional<Evidence> find(SourceText file, Evidence range, String quote) {
    int first = range.startLine();
    int last = Math.min(range.endLine(), file.lineCount());
    if (first > last || !standsIn(quote, file.lines(first, last))) {
      return Optional.empty();
    }
    int low = first;
    int high = last;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (standsIn(quote, file.lines(first, middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    int end = high;
    int begin = end;
    while (first < begin) {
      int middle = (first + begin + 1) >>> 1;
      if (standsIn(quote, file.lines(middle, end))) {
        first = middle;
      } else {
        begin = middle - 1;
      }
    }
    return Optional.of(new Evidence(range.path(), first, end));
  }

  /** Whether the words stand in a text in their order with nothing but markup between them. */
  static boolean standsIn(String quote, String text) {
    return standsWithin(quote, text)
        || (text.indexOf('<') >= 0 && standsWithin(quote, TAG.matcher(text).replaceAll(" ")));
  }

  private static boolean standsWithin(String quote, String text) {
    String[] words = NO_WORD.split(quote.toLowerCase(Locale.ROOT), -1);
    String in = NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    String first =
        java.util.Arrays.stream(words).filter(word -> !word.isEmpty()).findFirst().orElse("");
    if (first.isEmpty()) {
      return false;
    }
    for (int at = in.indexOf(first); at >= 0; at = in.indexOf(first, at + 1)) {
      if (follows(words, in, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean follows(String[] words, String in, int start) {
    int at = start;
    for (String word : words) {
      if (!word.isEmpty()) {
        int found = in.indexOf(word, at);
        if (found < 0 || found - at > MARKUP_CHAR_COUNT_MAX) {
          return false;
        }
        at = found + word.length();
      }
    }
    return true;
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
