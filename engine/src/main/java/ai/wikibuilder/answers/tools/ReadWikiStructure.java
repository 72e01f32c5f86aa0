package ai.wikibuilder.answers.tools;

import ai.wikibuilder.pages.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tree of pages. */
final class ReadWikiStructure implements Tool {
  private final ServedWiki wiki;

  ReadWikiStructure(ServedWiki wiki) {
    this.wiki = wiki;
  }

  @Override
  public String name() {
    return "read_wiki_structure";
  }

  @Override
  public String description() {
    return "Lists the pages of the repository's wiki, each with its name for read_wiki_contents and"
        + " a line on what it tells.";
  }

  @Override
  public List<Argument> arguments() {
    return List.of(Cursors.ARGUMENT);
  }

  @Override
  public ToolResult call(Arguments arguments) {
    Map<String, Page> bySlug =
        wiki.pages().stream().collect(Collectors.toMap(Page::slug, Function.identity()));
    StringBuilder text = new StringBuilder("Pages of the wiki of " + wiki.state() + ":\n\n");
    for (Page page : wiki.pages()) {
      int depth = 0;
      for (Optional<String> above = page.parent();
          above.isPresent() && bySlug.containsKey(above.get()) && depth < wiki.pages().size();
          above = bySlug.get(above.get()).parent()) {
        depth++;
      }
      text.append("  ".repeat(depth)).append("- ").append(page.slug()).append(": ");
      text.append(page.title());
      text.append(page.summary().isBlank() ? "\n" : ". " + page.summary() + "\n");
    }
    if (wiki.pages().isEmpty()) {
      throw new ToolException(
          "this repository has an index and no pages; use search_code, read_source or ask_question");
    }
    return ToolResult.of(Excess.part(text.toString(), Cursors.of(arguments)));
  }
}
