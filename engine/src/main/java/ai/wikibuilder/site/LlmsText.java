package ai.wikibuilder.site;

import ai.wikibuilder.pages.Page;
import ai.wikibuilder.site.data.MovedPage;
import ai.wikibuilder.site.markup.MarkdownText;
import java.util.List;

/** Writes {@code llms.txt}, which lists the pages for language models. Thread-safe. */
final class LlmsText {
  /** Moved pages told of: later ones matter more to whoever holds an old address. */
  private static final int MOVED_COUNT_MAX = 50;

  private final SiteMap map;
  private final List<MovedPage> moved;

  LlmsText(SiteMap map, List<MovedPage> moved) {
    this.map = map;
    this.moved = moved;
  }

  /** Name, summary, and a line for each page. */
  String list() {
    StringBuilder out = top();
    out.append("## Pages\n\n");
    for (Page page : map.wiki().pages()) {
      out.append("- [").append(MarkdownText.escape(page.title())).append("](markdown/");
      out.append(page.slug()).append(".md)");
      if (!page.summary().isBlank()) {
        out.append(": ").append(MarkdownText.escape(page.summary()));
      }
      out.append('\n');
    }
    moved(out);
    out.append("\n## Optional\n\n");
    out.append("- [All pages as one text](llms-full.txt)\n");
    out.append("- [All pages as data](wiki.json)\n");
    return out.toString();
  }

  private void moved(StringBuilder out) {
    if (moved.isEmpty()) {
      return;
    }
    out.append("\n## Moved\n\n");
    for (MovedPage one : moved.subList(Math.max(0, moved.size() - MOVED_COUNT_MAX), moved.size())) {
      out.append("- ").append(MarkdownText.code("markdown/" + one.slug() + ".md"));
      out.append(one.renamed() ? " is now " : " is no more; read on in ");
      out.append("[").append(MarkdownText.escape(title(one.to()))).append("](markdown/");
      out.append(one.to()).append(".md)\n");
    }
  }

  private String title(String slug) {
    return map.page(slug).map(Page::title).orElse(slug);
  }

  /** What stands above all pages in one text. */
  String head() {
    return top() + "Each page begins with the name of its file, to which links of others lead.\n\n";
  }

  /** What stands above a page among all others. */
  static String name(Page page) {
    return MarkdownText.code(page.slug() + ".md");
  }

  private StringBuilder top() {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(MarkdownText.escape(map.wiki().snapshot().name())).append("\n\n");
    if (!map.wiki().summary().isBlank()) {
      out.append("> ").append(MarkdownText.escapeAtStart(map.wiki().summary())).append("\n\n");
    }
    String label = MarkdownText.escape(map.wiki().snapshot().label());
    out.append("Commit: ").append(label);
    map.wiki()
        .snapshot()
        .address()
        .ifPresent(address -> out.append(", repository: ").append(MarkdownText.escape(address)));
    return out.append("\n\n");
  }
}
