package ai.wikibuilder.answers.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tools of one wiki. Whatever a call brings is answered, at worst with an error that says what
 * to do. Threads may share it.
 */
public final class WikiTools {
  private final ServedWiki wiki;
  private final List<Tool> tools;

  public WikiTools(ServedWiki wiki) {
    this.wiki = wiki;
    this.tools = of(wiki);
  }

  /** The tools as they are described to agents, without a wiki: they answer nothing. */
  public static List<Tool> described() {
    return of(ServedWiki.none());
  }

  private static List<Tool> of(ServedWiki wiki) {
    return List.of(
            new ReadWikiStructure(wiki),
            new ReadWikiContents(wiki),
            new AskQuestion(wiki),
            new SearchCode(wiki),
            new ReadSource(wiki),
            new DeepResearch(wiki.research()));
  }

  public List<Tool> all() {
    return tools;
  }

  /** Calls a tool by its name. */
  public ToolResult call(String name, Map<String, Object> values) {
    try {
      Tool tool =
          tools.stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new ToolException("expected one of the tools " + names()));
      expectKnown(tool, values);
      Arguments arguments = new Arguments(values);
      arguments.expectRepository(wiki);
      return tool.call(arguments);
    } catch (ToolException e) {
      return new ToolResult(String.valueOf(e.getMessage()), true);
    }
  }

  private static void expectKnown(Tool tool, Map<String, Object> values) {
    List<String> known = new ArrayList<>(List.of(Arguments.REPOSITORY));
    tool.arguments().forEach(one -> known.add(one.name()));
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new ToolException(
            "%s takes %s; got %s"
                .formatted(tool.name(), String.join(", ", known), Quoted.cut(name)));
      }
    }
  }

  private String names() {
    return tools.stream().map(Tool::name).collect(Collectors.joining(", "));
  }
}
