package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.language.ContentWords;
import ai.wikibuilder.pages.prose.language.StatedNumber;
import ai.wikibuilder.source.SourceText;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the cited line that has a number itself, beside something the claim speaks of. */
final class WrittenNumbers {
  /** Lines around a number that may name what it is a number of. */
  private static final int LINES_AROUND = 1;

  private WrittenNumbers() {}

  /** The line; empty when no cited line has the number in such company. */
  static Optional<Evidence> line(Ground ground, Claim claim, StatedNumber number) {
    String digits = Long.toString(number.value());
    String grouped = digits.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", "[_,.  ]?");
    Pattern pattern = Pattern.compile("(?<![\\p{L}\\p{N}.])" + grouped + "(?![\\p{N}])");
    Set<String> words = ContentWords.of(claim.masked() + " " + names(claim));
    for (EvidencePiece piece : claim.pieces()) {
      SourceText file = ground.text().file(piece.path()).orElse(null);
      int last = file == null ? 0 : Math.min(piece.endLine(), file.lineCount());
      for (int line = piece.startLine(); file != null && line <= last; line++) {
        if (pattern.matcher(file.lines(line, line)).find()) {
          String around =
              file.lines(
                  Math.max(1, line - LINES_AROUND),
                  Math.min(file.lineCount(), line + LINES_AROUND));
          if (ContentWords.shared(words, ContentWords.of(around)) > 0 || names(claim, around)) {
            return Optional.of(new Evidence(piece.path(), line, line));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String names(Claim claim) {
    StringBuilder all = new StringBuilder();
    claim.mentions().forEach(one -> all.append(one.text()).append(' '));
    return all.toString();
  }

  private static boolean names(Claim claim, String lines) {
    return claim.mentions().stream().anyMatch(one -> lines.contains(ClaimReader.last(one)));
  }
}
