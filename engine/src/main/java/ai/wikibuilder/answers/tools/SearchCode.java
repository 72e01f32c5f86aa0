package ai.wikibuilder.answers.tools;

import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.SearchRequest;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.index.queries.QueryException;
import ai.wikibuilder.source.SourceText;
import java.util.List;

/** Places in the code. */
final class SearchCode implements Tool {
  private static final String QUERY = "query";
  private static final String LIMIT = "limit";
  private static final int LIMIT_DEFAULT = 10;
  private static final int LIMIT_MAX = 50;

  /** Lines shown of a place; read_source has the rest. */
  private static final int LINE_COUNT_MAX = 12;

  /** Characters shown of a line. */
  private static final int LINE_CHAR_COUNT_MAX = 200;

  private final ServedWiki wiki;

  SearchCode(ServedWiki wiki) {
    this.wiki = wiki;
  }

  @Override
  public String name() {
    return "search_code";
  }

  @Override
  public String description() {
    return "Finds places in the code by name, path, error message or plain question. In the query"
        + " lang:java, path:src/, kind:class and symbol:Name narrow it, a - before leaves out,"
        + " \"two words\" must stand together, /expr/ is a regular expression over lines.";
  }

  @Override
  public List<Argument> arguments() {
    return List.of(
        new Argument(QUERY, "string", "What to look for.", true),
        new Argument(
            LIMIT,
            "integer",
            "Most places, 1 to %d; %d otherwise.".formatted(LIMIT_MAX, LIMIT_DEFAULT),
            false),
        Cursors.ARGUMENT);
  }

  @Override
  public ToolResult call(Arguments arguments) {
    int limit = arguments.number(LIMIT, 1, LIMIT_MAX, LIMIT_DEFAULT);
    int before = arguments.number(Cursors.ARGUMENT.name(), 0, SearchRequest.LIMIT_MAX - 1, 0);
    int last = Math.min(before + limit, SearchRequest.LIMIT_MAX);
    SearchResult result;
    try {
      result = wiki.search().apply(new SearchRequest(arguments.text(QUERY), last, true));
    } catch (QueryException e) {
      throw new ToolException("query: " + e.getMessage());
    }
    StringBuilder text = new StringBuilder();
    if (!result.note().isEmpty()) {
      text.append("Note: ").append(result.note()).append("\n\n");
    }
    int shown = before;
    for (SearchHit hit :
        result.hits().subList(Math.min(before, result.hits().size()), result.hits().size())) {
      String place = place(hit);
      if (text.length() + place.length()
          > Excess.ANSWER_CHAR_COUNT_MAX - Excess.HINT_CHAR_COUNT_MAX) {
        break;
      }
      text.append(place);
      shown++;
    }
    if (shown == before) {
      text.append(nothing(before));
    } else if (shown < result.hits().size() || (shown == last && last < SearchRequest.LIMIT_MAX)) {
      text.append("\n[call again with cursor: %d for further places]".formatted(shown));
    }
    return ToolResult.of(text.toString());
  }

  private String nothing(int before) {
    return before > 0
        ? "There are no more than %d places.".formatted(before)
        : "Nothing was found in %s. Try fewer or other words, or read_wiki_structure for an overview."
            .formatted(wiki.state());
  }

  private String place(SearchHit hit) {
    StringBuilder text = new StringBuilder();
    text.append("%d. %s:%d-%d".formatted(hit.rank(), hit.path(), hit.startLine(), hit.endLine()));
    text.append(hit.symbol().isEmpty() ? "" : "  %s (%s)".formatted(hit.symbol(), hit.kind()));
    text.append('\n');
    wiki.texts().text(hit.path()).ifPresent(source -> text.append(lines(source, hit)));
    return text.toString();
  }

  private static String lines(SourceText source, SearchHit hit) {
    StringBuilder text = new StringBuilder("```\n");
    int last =
        Math.min(Math.min(hit.endLine(), source.lineCount()), hit.startLine() + LINE_COUNT_MAX - 1);
    for (int line = hit.startLine(); line <= last; line++) {
      String content = source.lines(line, line).stripTrailing();
      text.append(line).append('\t');
      text.append(content, 0, Math.min(content.length(), LINE_CHAR_COUNT_MAX)).append('\n');
    }
    return text.append("```\n").toString();
  }
}
