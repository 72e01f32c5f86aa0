package ai.wikibuilder.facts.matches;

import ai.wikibuilder.source.SourceText;
import java.util.Comparator;
import java.util.List;

/** What stands right before the definitions of one file: decorators and comments. */
public final class DocComments {
  private final SourceText text;
  private final byte[] utf8;
  private final List<Range> comments;
  private final List<Range> prefixes;

  public DocComments(SourceText text, FileMatches matches) {
    this.text = text;
    this.utf8 = matches.parsed;
    this.comments = sorted(matches.comments);
    this.prefixes = sorted(matches.prefixes);
  }

  private static List<Range> sorted(List<Range> ranges) {
    return ranges.stream().sorted(Comparator.comparingInt(Range::start)).toList();
  }

  /** The range of a definition with the decorators before it. */
  public Range withPrefixes(Range span) {
    int start = span.start();
    for (int i = lastEndingBefore(prefixes, start); i >= 0; i--) {
      Range prefix = prefixes.get(i);
      if (prefix.end() > start || !blank(prefix.end(), start)) {
        break;
      }
      start = prefix.start();
    }
    return new Range(start, span.end());
  }

  /** Ranges are sorted and do not overlap. */
  private static int lastEndingBefore(List<Range> ranges, int position) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranges.get(middle).end() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /**
   * The comments right before a definition. One that begins with two stars or three strokes may be
   * followed by blank lines; others may not, or every section title would document what comes after
   * it.
   */
  public Range docBefore(int start) {
    int at = start;
    int end = -1;
    for (int i = lastEndingBefore(comments, start); i >= 0; i--) {
      Range comment = comments.get(i);
      boolean formal = startsWith(comment, "/**") && end < 0;
      boolean apart = startsWith(comment, "///") && end < 0;
      if (!blank(comment.end(), at)
          || !firstOnLine(comment.start())
          || (!formal && !apart && lineBreaks(comment.end(), at) > 1)) {
        break;
      }
      end = end < 0 ? comment.end() : end;
      at = comment.start();
      if (formal) {
        break;
      }
    }
    return end < 0 ? Range.NONE : trimmed(at, end);
  }

  /** Some grammars count the end of the line to a comment. */
  private Range trimmed(int start, int end) {
    return new Range(start, endOfText(start, end));
  }

  private int endOfText(int least, int end) {
    int last = end;
    while (last > least && isBlank(utf8[last - 1])) {
      last--;
    }
    return last;
  }

  /** The end of a text without the blanks and comments at its end; at least {@code least}. */
  public int withoutLast(int least, int end) {
    int last = endOfText(least, end);
    for (int i = lastEndingBefore(comments, end); i >= 0; i--) {
      Range comment = comments.get(i);
      if (comment.start() < least || trimmed(comment.start(), comment.end()).end() != last) {
        break;
      }
      last = endOfText(least, comment.start());
    }
    return last;
  }

  /** Documentation inside a definition: one text, or comment after comment. */
  public Range joined(Range before, Range next) {
    boolean follows = before.exists() && before.end() <= next.start();
    int start = follows && blank(before.end(), next.start()) ? before.start() : next.start();
    return trimmed(start, next.end());
  }

  /** {@code end}, or where the comments right before it begin if those begin after {@code from}. */
  public int startOfCommentsBefore(int from, int end) {
    int at = end;
    for (int i = lastEndingBefore(comments, end); i >= 0; i--) {
      Range comment = comments.get(i);
      if (comment.start() <= from || !blank(comment.end(), at)) {
        break;
      }
      at = comment.start();
    }
    return at;
  }

  private boolean startsWith(Range range, String prefix) {
    for (int i = 0; i < prefix.length(); i++) {
      if (range.start() + i >= range.end() || utf8[range.start() + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean firstOnLine(int position) {
    return blank(text.startOfLine(text.lineOf(position)), position);
  }

  private boolean blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isBlank(utf8[i])) {
        return false;
      }
    }
    return true;
  }

  private int lineBreaks(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += utf8[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  public static boolean isBlank(int letter) {
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r' || letter == '\f';
  }
}
