package ai.wikibuilder.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.site.markup.VisibleText;
import java.util.List;
import java.util.Locale;

/**
 * Writes what the search of a static site reads: a script, because a page opened from a disk may
 * not read other files. One thread.
 *
 * <pre>
 * self.aiwikiSearch={"version":1,
 *   "pages":[[FILE,TITLE],...],
 *   "entries":[[PAGE,ANCHOR,KIND,TEXT],...]};
 * </pre>
 *
 * <p>PAGE is a position in {@code pages}; ANCHOR may be empty; KIND is 0 for a page (its title and
 * summary), 1 for a symbol, 2 for a heading, 3 for a sentence. Pages, symbols and headings of all
 * pages come first, then sentences until {@link SiteSettings#searchIndexByteCountMax()} is reached.
 * Characters that mean something in HTML are written as numbers.
 */
final class SearchIndex {
  private static final int PAGE = 0;
  private static final int SYMBOL = 1;
  private static final int HEADING = 2;
  private static final int TEXT = 3;

  /** A longer sentence is cut: what is found is shown in two lines. */
  private static final int TEXT_CHAR_COUNT_MAX = 400;

  private final SiteMap map;
  private final SiteSettings settings;
  private final StringBuilder out = new StringBuilder();
  private boolean first = true;
  private long byteCount;

  SearchIndex(SiteMap map, SiteSettings settings) {
    this.map = map;
    this.settings = settings;
  }

  String write() {
    List<Page> pages = map.wiki().pages();
    List<PageAnchors> anchors = pages.stream().map(PageAnchors::of).toList();
    out.append("self.aiwikiSearch={\"version\":1,\"pages\":[");
    for (int i = 0; i < pages.size(); i++) {
      out.append(i == 0 ? "\n[" : ",\n[");
      quote(out, map.file(pages.get(i)));
      out.append(',');
      quote(out, pages.get(i).title());
      out.append(']');
    }
    out.append("],\n\"entries\":[");
    byteCount = out.toString().getBytes(UTF_8).length;
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      entry(i, "", PAGE, page.title() + " — " + page.summary());
    }
    for (int kind : new int[] {SYMBOL, HEADING, TEXT}) {
      for (int i = 0; i < pages.size(); i++) {
        entries(i, pages.get(i), anchors.get(i), kind);
      }
    }
    return out.append("]};\n").toString();
  }

  private void entries(int page, Page content, PageAnchors anchors, int kind) {
    int symbol = 0;
    for (int s = 0; s < content.sections().size(); s++) {
      Page.Section section = content.sections().get(s);
      String anchor = anchors.sections().get(s);
      if (kind == HEADING && !anchor.isEmpty()) {
        entry(page, anchor, HEADING, section.heading());
      }
      for (Block block : section.blocks()) {
        if (block instanceof Block.Symbols(List<Block.SymbolCard> cards)) {
          for (Block.SymbolCard card : cards) {
            card(page, anchors.symbols().get(symbol++), card, kind);
          }
        } else if (kind == TEXT) {
          sentences(page, anchor, block);
        }
      }
    }
  }

  private void card(int page, String anchor, Block.SymbolCard card, int kind) {
    if (kind == SYMBOL) {
      entry(page, anchor, SYMBOL, card.name() + " " + card.kind());
    } else if (kind == TEXT) {
      card.purpose().ifPresent(purpose -> sentence(page, anchor, purpose));
      card.facts().forEach(fact -> sentence(page, anchor, fact));
    }
  }

  private void sentences(int page, String anchor, Block block) {
    switch (block) {
      case Block.Paragraph paragraph ->
          paragraph.sentences().forEach(sentence -> sentence(page, anchor, sentence));
      case Block.Items items ->
          items.items().forEach(item -> item.forEach(one -> sentence(page, anchor, one)));
      case Block.Table table -> table.rows().forEach(row -> entry(page, anchor, TEXT, plain(row)));
      case Block.Figure(Diagram diagram) -> {
        String names =
            String.join(", ", diagram.nodes().stream().map(Diagram.Node::label).toList());
        entry(page, anchor, TEXT, diagram.title() + ": " + names);
        diagram.inWords().forEach(sentence -> sentence(page, anchor, sentence));
      }
      case Block.Image image -> sentence(page, anchor, image.caption());
      case Block.CodeBlock code -> entry(page, anchor, TEXT, code.text());
      case Block.Excerpt excerpt ->
          entry(page, anchor, TEXT, SentenceHtml.place(excerpt.evidence()));
      case Block.Symbols cards -> {
        // has entries of its own
      }
    }
  }

  private void sentence(int page, String anchor, Sentence sentence) {
    entry(page, anchor, TEXT, plain(List.of(sentence)));
  }

  private static String plain(List<Sentence> sentences) {
    StringBuilder text = new StringBuilder();
    for (Sentence sentence : sentences) {
      text.append(text.isEmpty() ? "" : " ");
      for (Inline word : sentence.words()) {
        text.append(
            switch (word) {
              case Inline.Plain plain -> plain.text();
              case Inline.Code code -> code.text();
              case Inline.Strong strong -> strong.text();
              case Inline.Quote quote -> "“" + quote.text() + "”";
              case Inline.PageLink link -> link.text();
              case Inline.ExternalLink link -> link.text();
            });
      }
    }
    return text.toString();
  }

  private void entry(int page, String anchor, int kind, String text) {
    String shown = VisibleText.of(text).strip();
    if (shown.length() > TEXT_CHAR_COUNT_MAX) {
      shown = shown.substring(0, TEXT_CHAR_COUNT_MAX - 1) + "…";
    }
    StringBuilder written = new StringBuilder();
    written.append(first ? "\n[" : ",\n[").append(page).append(',');
    quote(written, anchor);
    written.append(',').append(kind).append(',');
    quote(written, shown);
    int size = written.append(']').toString().getBytes(UTF_8).length;
    if (!shown.isEmpty() && byteCount + size <= settings.searchIndexByteCountMax()) {
      out.append(written);
      byteCount += size;
      first = false;
    }
  }

  /** A text as a script may hold it: nothing in it means anything in HTML. */
  static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&';
      if (plain && c != '\u2028' && c != '\u2029' && !Character.isSurrogate(c)) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    out.append('"');
  }
}
