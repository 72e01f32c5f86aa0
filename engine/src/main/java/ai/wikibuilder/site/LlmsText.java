package ai.wikibuilder.site;

import ai.wikibuilder.pages.Page;
import ai.wikibuilder.site.markup.MarkdownText;

/**
 * Writes {@code llms.txt}, which lists the pages for language models, and {@code llms-full.txt},
 * which holds them all. Both are Markdown. Thread-safe.
 */
final class LlmsText {
  private final SiteMap map;
  private final MarkdownPages pages;

  LlmsText(SiteMap map, MarkdownPages pages) {
    this.map = map;
    this.pages = pages;
  }

  /** Name, summary, and a line for each page. */
  String list() {
    StringBuilder out = head();
    out.append("## Pages\n\n");
    for (Page page : map.wiki().pages()) {
      out.append("- [").append(MarkdownText.escape(page.title())).append("](markdown/");
      out.append(page.slug()).append(".md)");
      if (!page.summary().isBlank()) {
        out.append(": ").append(MarkdownText.escape(page.summary()));
      }
      out.append('\n');
    }
    out.append("\n## Optional\n\n");
    out.append("- [All pages as one text](llms-full.txt)\n");
    out.append("- [All pages as data](wiki.json)\n");
    return out.toString();
  }

  /** Every page after the other, in reading order. */
  String full() {
    StringBuilder out = head();
    for (Page page : map.wiki().pages()) {
      out.append("---\n\n").append(pages.page(page)).append('\n');
    }
    return out.toString();
  }

  private StringBuilder head() {
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
