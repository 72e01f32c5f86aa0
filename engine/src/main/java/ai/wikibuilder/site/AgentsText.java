package ai.wikibuilder.site;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.site.markup.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@code AGENTS.md}: what a program that is to work in the repository reads first. Short
 * enough to stand in every prompt. One thread.
 */
final class AgentsText {
  /** Some four thousand tokens. */
  private static final int CHAR_COUNT_MAX = 16_000;

  private static final int SYMBOL_COUNT_MAX = 3;

  private final SiteMap map;
  private final MarkdownSentences sentences;

  AgentsText(SiteMap map, InterfaceText words) {
    this.map = map;
    this.sentences =
        new MarkdownSentences(
            map, words, (page, text) -> Optional.of("markdown/" + page.slug() + ".md"));
  }

  String write() {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(MarkdownText.escape(map.wiki().snapshot().name())).append("\n\n");
    out.append(MarkdownText.escapeAtStart(map.wiki().summary())).append("\n\n");
    out.append("Commit ").append(MarkdownText.escape(map.wiki().snapshot().label()));
    out.append(". Places are `path:first-last`, true at this commit.\n\n");
    commands(out);
    out.append("## Parts\n\n");
    int left = 0;
    for (Page page : map.wiki().pages()) {
      String entry = map.isOverview(page) ? "" : entry(page);
      if (out.length() + entry.length() > CHAR_COUNT_MAX) {
        left++;
      } else {
        out.append(entry);
      }
    }
    if (left > 0) {
      out.append("\n").append(left).append(" more pages are listed in `llms.txt`.\n");
    }
    return out.toString();
  }

  /** Tables and code of the overview that say what to type. */
  private void commands(StringBuilder out) {
    List<String> lines = new ArrayList<>();
    for (Page.Section section : map.overview().sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Table table && lines.isEmpty()) {
          for (List<Sentence> row : table.rows()) {
            lines.add("- " + String.join(": ", row.stream().map(sentences::plain).toList()));
          }
        }
      }
    }
    if (!lines.isEmpty()) {
      out.append("## Commands\n\n").append(String.join("\n", lines)).append("\n\n");
    }
  }

  private String entry(Page page) {
    StringBuilder out = new StringBuilder();
    out.append("- [").append(MarkdownText.escape(page.title())).append("](markdown/");
    out.append(page.slug()).append(".md): ").append(MarkdownText.escape(page.summary()));
    out.append('\n');
    int shown = 0;
    for (Page.Section section : page.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Symbols(List<Block.SymbolCard> cards)) {
          for (Block.SymbolCard card : cards) {
            if (shown++ < SYMBOL_COUNT_MAX) {
              out.append("  - ").append(MarkdownText.code(card.name())).append(' ');
              out.append(MarkdownText.code(SentenceHtml.place(card.definition()))).append('\n');
            }
          }
        }
      }
    }
    return out.toString();
  }
}
