package ai.wikibuilder.pages.prose;

import ai.wikibuilder.pages.Evidence;
import java.util.Locale;
import java.util.Optional;

/**
 * One numbered piece of what a model is given to write from. Immutable.
 *
 * @param number what the writer cites it by, from 1; facts are numbered apart from the rest
 * @param path file it was taken from; empty for a fact that is counted over many files
 * @param startLine 1-based, in the file; 0 without a path
 * @param endLine 1-based, included; 0 without a path
 * @param text the lines as the writer sees them; what is left out of long ones is said in the text
 */
public record EvidencePiece(
    int number, Kind kind, String path, int startLine, int endLine, String text) {

  /** What a piece is taken from. */
  public enum Kind {
    CODE,
    DOC,
    /** The head of a symbol, with who names it and what it calls. */
    CARD,
    TEST,
    /** A sentence counted from the code graph, such as {@code 8 states, 14 transitions}. */
    FACT;

    /** The word for it in prompts. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public EvidencePiece {
    if (number < 1) {
      throw new IllegalArgumentException("a piece is numbered from 1, got " + number);
    }
    boolean placed = !path.isEmpty() && startLine >= 1 && endLine >= startLine;
    boolean counted = kind == Kind.FACT && path.isEmpty() && startLine == 0 && endLine == 0;
    if (!placed && !counted) {
      throw new IllegalArgumentException(
          "expected the lines of a file, got " + path + ":" + startLine + "-" + endLine);
    }
  }

  /** What stands in brackets when the piece is cited: {@code 3}, for a fact {@code F3}. */
  public String mark() {
    return kind == Kind.FACT ? "F" + number : Integer.toString(number);
  }

  /** Where it stands; empty for a fact counted over many files. */
  public Optional<Evidence> place() {
    return path.isEmpty() ? Optional.empty() : Optional.of(new Evidence(path, startLine, endLine));
  }

  /** The piece as it stands in a prompt: its mark, where it is from, its text. */
  public String shown() {
    return kind == Kind.FACT
        ? "[%s] %s\n".formatted(mark(), text.strip())
        : "[%s] %s %s:%d-%d\n%s\n"
            .formatted(mark(), kind.label(), path, startLine, endLine, text.stripTrailing());
  }
}
