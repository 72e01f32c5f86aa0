package ai.wikibuilder.answers.tools;

import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Locale;

/** Lines of a file. */
final class ReadSource implements Tool {
  private static final String PATH = "path";
  private static final String START = "startLine";
  private static final String END = "endLine";

  /** Lines of one answer. */
  private static final int LINE_COUNT_MAX = 500;

  /** Paths named when one is not there. */
  private static final int ALIKE_COUNT_MAX = 5;

  private final ServedWiki wiki;

  ReadSource(ServedWiki wiki) {
    this.wiki = wiki;
  }

  @Override
  public String name() {
    return "read_source";
  }

  @Override
  public String description() {
    return "Reads lines of a file of the repository, numbered, as they are at the commit of the wiki;"
        + " secrets are masked.";
  }

  @Override
  public List<Argument> arguments() {
    return List.of(
        new Argument(PATH, "string", "Path from the root of the repository.", true),
        new Argument(START, "integer", "First line, from 1; 1 otherwise.", false),
        new Argument(
            END,
            "integer",
            "Last line, included; at most %d lines are read at once.".formatted(LINE_COUNT_MAX),
            false));
  }

  @Override
  public ToolResult call(Arguments arguments) {
    String path = arguments.text(PATH).replaceFirst("^(?:\\./|/)+", "");
    SourceText source = wiki.texts().text(path).orElseThrow(() -> unknown(path));
    int count = source.lineCount();
    if (count == 0) {
      return ToolResult.of(path + " is empty.");
    }
    int first = arguments.number(START, 1, count, 1);
    int asked =
        arguments.number(
            END, first, Integer.MAX_VALUE, Math.min(count, first + LINE_COUNT_MAX - 1));
    if (arguments.values().containsKey(END) && asked - first + 1 > LINE_COUNT_MAX) {
      throw new ToolException(
          "expected at most %d lines, got %d-%d; read them in parts"
              .formatted(LINE_COUNT_MAX, first, asked));
    }
    int last = Math.min(asked, count);
    String head = "%s, lines %d-%d of %d\n";
    int room =
        Excess.ANSWER_CHAR_COUNT_MAX
            - Excess.HINT_CHAR_COUNT_MAX
            - head.formatted(path, first, last, count).length();
    StringBuilder text = new StringBuilder();
    for (int line = first; line <= last; line++) {
      String content = line + "\t" + source.lines(line, line).stripTrailing() + "\n";
      if (text.length() + content.length() <= room) {
        text.append(content);
      } else if (line > first) {
        last = line - 1;
      } else {
        text.append(content, 0, room).append(" …\n");
        last = line;
      }
    }
    if (last < count) {
      text.append("\n[read on with startLine: %d]".formatted(last + 1));
    }
    return ToolResult.of(head.formatted(path, first, last, count) + text);
  }

  private ToolException unknown(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    List<String> alike =
        wiki.paths().stream()
            .filter(one -> !name.isEmpty() && one.toLowerCase(Locale.ROOT).endsWith(name))
            .limit(ALIKE_COUNT_MAX)
            .toList();
    return new ToolException(
        "path: expected a file of %s, got %s; %s"
            .formatted(
                wiki.state(),
                Quoted.cut(path),
                alike.isEmpty()
                    ? "search_code with path: finds files"
                    : "there is " + String.join(", ", alike)));
  }
}
