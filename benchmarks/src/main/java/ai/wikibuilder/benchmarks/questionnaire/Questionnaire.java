package ai.wikibuilder.benchmarks.questionnaire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a newcomer asks of one repository. Immutable.
 *
 * <p>A file has a line {@code # owner/name at commit} and then one question a line: its words, a
 * tab, the place that answers it as {@code path:line}. The questions are written before anybody has
 * seen the wiki.
 *
 * @param commit the places hold at this commit
 */
record Questionnaire(String repository, String commit, List<Question> questions) {
  private static final Pattern HEAD = Pattern.compile("# (\\S+) at ([0-9a-f]{40})\\b.*");

  /**
   * One question.
   *
   * @param line 1-based
   */
  record Question(String words, String path, int line) {}

  Questionnaire {
    questions = List.copyOf(questions);
  }

  static Questionnaire read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Matcher head = HEAD.matcher(lines.getFirst());
    if (!head.matches()) {
      throw new IOException("expected “# owner/name at commit” first in " + file);
    }
    List<Question> questions = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int tab = line.indexOf('\t');
      int colon = line.lastIndexOf(':');
      if (tab < 0 || colon < tab) {
        throw new IOException("expected a question, a tab and path:line, got: " + line);
      }
      questions.add(
          new Question(
              line.substring(0, tab),
              line.substring(tab + 1, colon),
              Integer.parseInt(line.substring(colon + 1))));
    }
    return new Questionnaire(head.group(1), head.group(2), questions);
  }
}
