package ai.wikibuilder.answers.research;

import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.pages.prose.checking.Verdict;
import ai.wikibuilder.pages.prose.reading.ProseReader;
import ai.wikibuilder.pages.prose.reading.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model wrote at the end of a step, read and checked. Immutable.
 *
 * @param learned statements that hold, with their marks
 */
record StepNotes(List<String> learned, List<SubQuestion> next, List<String> missing) {
  private static final Pattern LINE =
      Pattern.compile("^\\s*[-*]*\\s*\\**(NEXT|MISSING)\\**\\s*:\\**\\s*(.+?)\\s*$");

  /** Further sub-questions taken of one step. */
  private static final int NEXT_COUNT_MAX = 2;

  /** Things that were not found, taken of one step. */
  private static final int MISSING_COUNT_MAX = 4;

  /** Longest line of what was not found. */
  private static final int MISSING_LENGTH_MAX = 200;

  StepNotes {
    learned = List.copyOf(learned);
    next = List.copyOf(next);
    missing = List.copyOf(missing);
  }

  static StepNotes read(String reply, ProseChecker.Session session) {
    StringBuilder prose = new StringBuilder();
    List<SubQuestion> next = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String line : reply.split("\n", -1)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        prose.append(line).append('\n');
      } else if (matcher.group(1).equals("NEXT") && next.size() < NEXT_COUNT_MAX) {
        next.add(SubQuestion.of(matcher.group(2)));
      } else if (matcher.group(1).equals("MISSING") && missing.size() < MISSING_COUNT_MAX) {
        String text = matcher.group(2);
        missing.add(text.substring(0, Math.min(MISSING_LENGTH_MAX, text.length())));
      }
    }
    List<String> learned = new ArrayList<>();
    for (Statement statement : new ProseReader().read(prose.toString()).statements()) {
      if (session.judge(statement) instanceof Verdict.Verified) {
        learned.add(statement.written());
      }
    }
    return new StepNotes(learned, next, missing);
  }
}
