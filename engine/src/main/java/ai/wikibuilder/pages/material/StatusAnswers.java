package ai.wikibuilder.pages.material;

import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.source.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the HTTP status codes that a function answers with, as literals in its own lines. */
public final class StatusAnswers {
  /** Lines of one function looked at. */
  private static final int LINE_COUNT_MAX = 300;

  private static final Pattern LITERAL =
      Pattern.compile(
          "(?i)(?:status(?:_?code)?\\s*[(=:]\\s*|sendError\\(\\s*|sendStatus\\(\\s*|abort\\(\\s*|writeHead\\(\\s*"
              + "|HTTPException\\(\\s*(?:status_code\\s*=\\s*)?|return\\b[^;\\n]{0,60},\\s*)([1-5]\\d\\d)\\b(?!\\d)");

  private final Repository repository;

  public StatusAnswers(Repository repository) {
    this.repository = repository;
  }

  /** Codes with the first line that gives each, in the order of lines. */
  public Map<Integer, Integer> of(GraphSymbol function) {
    Map<Integer, Integer> result = new LinkedHashMap<>();
    SourceText text = repository.text(function.path()).orElse(SourceText.of(""));
    int last = Math.min(function.endLine(), function.startLine() + LINE_COUNT_MAX);
    for (int line = function.nameLine(); line <= Math.min(last, text.lineCount()); line++) {
      Matcher matcher = LITERAL.matcher(text.lines(line, line));
      while (matcher.find()) {
        result.putIfAbsent(Integer.parseInt(matcher.group(1)), line);
      }
    }
    return result;
  }
}
