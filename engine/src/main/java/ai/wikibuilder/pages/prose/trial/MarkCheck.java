package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.prose.EvidencePiece;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks lead to pieces, pieces to lines that exist, and the writer names neither lines nor
 * addresses of its own.
 */
final class MarkCheck implements ClaimCheck {
  private static final Pattern ADDRESS =
      Pattern.compile("(?iu)\\b(?:https?|ftp|file|data|javascript):[^\\s]+|\\bwww\\.[^\\s]+");

  private final Ground ground;

  MarkCheck(Ground ground) {
    this.ground = ground;
  }

  @Override
  public void check(Claim claim, Trial trial) {
    for (String mark : claim.unknownMarks()) {
      trial.fail(Finding.Kind.EVIDENCE, "a piece of evidence marked [" + mark + "]", "none");
    }
    for (EvidencePiece piece : claim.pieces()) {
      exists(piece, trial);
    }
    StringBuilder plain = new StringBuilder(claim.masked());
    for (Inline word : claim.statement().words()) {
      if (word instanceof Inline.Code(String text)) {
        plain.append(' ').append(text);
      }
    }
    if (ground.language().namesALine(plain.toString())) {
      trial.fail(
          Finding.Kind.LINES,
          "marks alone, which lines they are is put in by code",
          "a line number");
    }
    addresses(claim, plain.toString(), trial);
  }

  private void exists(EvidencePiece piece, Trial trial) {
    if (piece.path().isEmpty()) {
      return;
    }
    int lines = ground.text().file(piece.path()).map(file -> file.lineCount()).orElse(-1);
    if (lines < 0) {
      trial.fail(Finding.Kind.FILE, "a file of the snapshot", piece.path());
    } else if (piece.endLine() > lines) {
      trial.fail(
          Finding.Kind.LINES,
          piece.path() + " with at least " + piece.endLine() + " lines",
          lines + " lines");
    }
  }

  /** An address that the evidence has is the repository's own word; any other leads out of it. */
  private void addresses(Claim claim, String plain, Trial trial) {
    Matcher address = ADDRESS.matcher(plain);
    if (address.find()) {
      String cited = ground.text(claim.pieces());
      do {
        String bare = address.group().replaceAll("[.,;:)>\\]]+$", "");
        if (!cited.contains(bare)) {
          trial.fail(Finding.Kind.LINK, "addresses that stand in the cited lines", bare);
        }
      } while (address.find());
    }
  }
}
