package ai.wikibuilder.benchmarks.ranking.asked;

import ai.wikibuilder.benchmarks.ranking.questions.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody who does not know a repository asks of it, and the files that answer. Immutable.
 *
 * <p>A file has a line {@code # owner/name at commit} and then a question a line: its words, a tab,
 * the files with commas between them; for some a tab, the same in Turkish, a tab, the words of code
 * that a translator makes of it.
 */
record AskedQuestions(String repository, String commit, List<Asked> questions) {
  private static final Pattern HEAD = Pattern.compile("# (\\S+) at ([0-9a-f]{40})\\b.*");

  /**
   * One question.
   *
   * @param turkish the same, where it was put into Turkish
   * @param translated the words of code for that
   */
  record Asked(
      String english, Set<String> files, Optional<String> turkish, Optional<String> translated) {
    /** As the ranking's questions are: a file is as good as its best place. */
    Question in(String words) {
      return new Question.Change(words, files);
    }
  }

  AskedQuestions {
    questions = List.copyOf(questions);
  }

  static AskedQuestions read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Matcher head = HEAD.matcher(lines.getFirst());
    if (!head.matches()) {
      throw new IOException("expected “# owner/name at commit” first in " + file);
    }
    List<Asked> questions = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (cells.length != 2 && cells.length != 4) {
        throw new IOException("expected two or four cells, got: " + line);
      }
      boolean both = cells.length == 4;
      questions.add(
          new Asked(
              cells[0],
              Set.of(cells[1].split(",", -1)),
              both ? Optional.of(cells[2]) : Optional.empty(),
              both ? Optional.of(cells[3]) : Optional.empty()));
    }
    return new AskedQuestions(head.group(1), head.group(2), questions);
  }
}
