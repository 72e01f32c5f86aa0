package ai.wikibuilder.answers.tools;

import ai.wikibuilder.pages.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text of one page or of all. */
final class ReadWikiContents implements Tool {
  private static final String PAGE = "page";

  private final ServedWiki wiki;

  ReadWikiContents(ServedWiki wiki) {
    this.wiki = wiki;
  }

  @Override
  public String name() {
    return "read_wiki_contents";
  }

  @Override
  public String description() {
    return "Reads the wiki as Markdown, every statement with file and line: one page by its name"
        + " from read_wiki_structure, or all pages in reading order.";
  }

  @Override
  public List<Argument> arguments() {
    return List.of(
        new Argument(PAGE, "string", "Name of a page; all pages when left out.", false),
        Cursors.ARGUMENT);
  }

  @Override
  public ToolResult call(Arguments arguments) {
    if (wiki.pages().isEmpty()) {
      throw new ToolException(
          "this repository has an index and no pages; use search_code, read_source or ask_question");
    }
    int cursor = Cursors.of(arguments);
    String text =
        arguments
            .optionalText(PAGE)
            .map(this::page)
            .orElseGet(() ->
                wiki.pages().stream()
                    .map(page -> page(page.slug()))
                    .collect(Collectors.joining("\n\n")));
    return ToolResult.of(Excess.part(text, cursor));
  }

  private String page(String slug) {
    boolean known = wiki.pages().stream().anyMatch(page -> page.slug().equals(slug));
    return (known ? wiki.markdown().apply(slug) : Optional.<String>empty())
        .orElseThrow(() ->
            new ToolException(
                "page: expected one of %s; got %s"
                    .formatted(
                        wiki.pages().stream().map(Page::slug).collect(Collectors.joining(", ")),
                        Quoted.cut(slug))));
  }
}
