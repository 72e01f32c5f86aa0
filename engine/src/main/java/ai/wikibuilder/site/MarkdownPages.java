package ai.wikibuilder.site;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.site.drawing.MermaidText;
import ai.wikibuilder.site.links.HeadingNames;
import ai.wikibuilder.site.markup.MarkdownText;
import ai.wikibuilder.site.pictures.PictureFiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes pages as Markdown that reads well at a git host. Thread-safe. */
final class MarkdownPages {
  private final SiteMap map;
  private final InterfaceText words;

  MarkdownPages(SiteMap map, InterfaceText words) {
    this.map = map;
    this.words = words;
  }

  /** The list of all pages, for {@code README.md}. */
  String list() {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(MarkdownText.escape(map.wiki().snapshot().name())).append("\n\n");
    paragraph(out, map.wiki().summary());
    for (Page page : map.top()) {
      entry(out, page, 0);
    }
    out.append('\n');
    Quality quality = map.wiki().quality();
    if (quality.claims() > 0) {
      String verified = words.number(quality.verified());
      paragraph(out, words.of("quality.claims", verified, words.number(quality.claims())) + ".");
    }
    String label = map.wiki().snapshot().label();
    paragraph(out, words.of("commit", label) + ". " + words.of("made"));
    return out.toString().stripTrailing() + "\n";
  }

  private static void paragraph(StringBuilder out, String text) {
    if (!text.isBlank()) {
      out.append(MarkdownText.escapeAtStart(text)).append("\n\n");
    }
  }

  private void entry(StringBuilder out, Page page, int depth) {
    out.append("  ".repeat(depth)).append("- [").append(MarkdownText.escape(page.title()));
    out.append("](").append(page.slug()).append(".md)");
    if (!page.summary().isBlank()) {
      out.append(": ").append(MarkdownText.escape(page.summary()));
    }
    out.append('\n');
    for (Page below : map.below(page)) {
      entry(out, below, depth + 1);
    }
  }

  /** One page, with its evidence as a list at the end. */
  String page(Page page) {
    return page(page, "images/", other -> other.slug() + ".md");
  }

  /** The page for a place beside its HTML file. */
  String beside(Page page) {
    String pictures = map.toRoot(page) + PictureFiles.FOLDER;
    return page(page, pictures, other -> besideFile(map.link(page, other).written()));
  }

  /** {@code pages/tracking.md} beside {@code pages/tracking.html}. */
  static String besideFile(String htmlFile) {
    return htmlFile.substring(0, htmlFile.length() - ".html".length()) + ".md";
  }

  /** The place of the first section that is headed so, as git hosts name it. */
  private static Optional<String> place(Page page, String heading) {
    HeadingNames names = new HeadingNames();
    names.next(page.title());
    for (Page.Section section : page.sections()) {
      String name = section.heading().isEmpty() ? "" : names.next(section.heading());
      if (!name.isEmpty() && section.heading().equals(heading)) {
        return Optional.of("#" + name);
      }
      for (Block block : section.blocks()) {
        if (block instanceof Block.Symbols(List<Block.SymbolCard> cards)) {
          cards.forEach(card -> names.next(card.name()));
        }
      }
    }
    return Optional.empty();
  }

  private String page(Page page, String pictures, Function<Page, String> linkTo) {
    MarkdownSentences sentences =
        new MarkdownSentences(
            map,
            words,
            (other, text) ->
                other.slug().equals(page.slug())
                    ? place(page, text)
                    : Optional.of(linkTo.apply(other) + place(other, text).orElse("")));
    StringBuilder out = new StringBuilder();
    out.append("# ").append(MarkdownText.escape(page.title())).append("\n\n");
    for (Page.Section section : page.sections()) {
      if (!section.heading().isEmpty()) {
        out.append("## ").append(MarkdownText.escape(section.heading())).append("\n\n");
      }
      for (Block block : section.blocks()) {
        if (block instanceof Block.Image image) {
          image(out, image, pictures, sentences);
        } else {
          write(out, block, sentences);
        }
      }
    }
    page.checking()
        .ifPresent(checking -> {
          paragraph(out, words.checked(checking));
          for (Page.Removed removed : checking.removed()) {
            Sentence gone = new Sentence(removed.words(), List.of());
            out.append("- ~~").append(sentences.line(List.of(gone))).append("~~ ");
            out.append(MarkdownText.escape(removed.why())).append('\n');
          }
          out.append(checking.removed().isEmpty() ? "" : "\n");
        });
    sentences.evidence(out);
    return out.toString().stripTrailing() + "\n";
  }

  private void write(StringBuilder out, Block block, MarkdownSentences sentences) {
    switch (block) {
      case Block.Paragraph paragraph ->
          out.append(sentences.line(paragraph.sentences())).append("\n\n");
      case Block.Items items -> items(out, items, sentences);
      case Block.Table table -> table(out, table, sentences);
      case Block.Symbols symbols -> symbols.cards().forEach(card -> card(out, card, sentences));
      case Block.Excerpt excerpt -> {
        out.append(MarkdownText.code(SentenceHtml.place(excerpt.evidence())));
        out.append(sentences.mark(excerpt.evidence())).append("\n\n");
        out.append(MarkdownText.block(excerpt.language(), excerpt.text())).append('\n');
      }
      case Block.CodeBlock code -> {
        out.append(MarkdownText.block(code.language(), code.text())).append('\n');
        code.evidence()
            .ifPresent(evidence ->
                out.append(MarkdownText.code(SentenceHtml.place(evidence)))
                    .append(sentences.mark(evidence))
                    .append("\n\n"));
      }
      case Block.Figure figure -> figure(out, figure.diagram(), sentences);
      case Block.Image image -> out.append(sentences.line(image.caption())).append("\n\n");
    }
  }

  /**
   * @param pictures what leads from the page to the folder of images
   */
  private static void image(
      StringBuilder out, Block.Image image, String pictures, MarkdownSentences sentences) {
    out.append("![").append(MarkdownText.escape(image.alt())).append("](");
    out.append(pictures).append(image.picture().file()).append(")\n\n");
    out.append(sentences.line(image.caption())).append("\n\n");
  }

  private static void items(StringBuilder out, Block.Items items, MarkdownSentences sentences) {
    for (int i = 0; i < items.items().size(); i++) {
      out.append(items.numbered() ? (i + 1) + ". " : "- ");
      out.append(sentences.line(items.items().get(i))).append('\n');
    }
    out.append('\n');
  }

  private static void table(StringBuilder out, Block.Table table, MarkdownSentences sentences) {
    out.append('|');
    for (String column : table.columns()) {
      out.append(' ').append(MarkdownText.escape(column)).append(" |");
    }
    out.append("\n|").append(" --- |".repeat(table.columns().size())).append('\n');
    for (var row : table.rows()) {
      out.append('|');
      row.forEach(cell -> out.append(' ').append(sentences.cell(cell)).append(" |"));
      out.append('\n');
    }
    out.append('\n');
  }

  private static void card(StringBuilder out, Block.SymbolCard card, MarkdownSentences sentences) {
    out.append("### ").append(MarkdownText.code(card.name())).append("\n\n");
    String kind = MarkdownText.escapeAtStart(card.kind());
    out.append(kind).append(sentences.mark(card.definition())).append("\n\n");
    if (!card.signature().isEmpty()) {
      String path = card.definition().path();
      String language = path.substring(path.lastIndexOf('.') + 1);
      out.append(MarkdownText.block(language, card.signature())).append('\n');
    }
    card.purpose().ifPresent(purpose -> out.append(sentences.line(purpose)).append("\n\n"));
    card.facts().forEach(fact -> out.append("- ").append(sentences.line(fact)).append('\n'));
    out.append(card.facts().isEmpty() ? "" : "\n");
  }

  private void figure(StringBuilder out, Diagram diagram, MarkdownSentences sentences) {
    if (!diagram.title().isBlank()) {
      out.append("**").append(MarkdownText.escape(diagram.title().strip())).append("**\n\n");
    }
    out.append(MarkdownText.block("mermaid", MermaidText.of(diagram))).append('\n');
    if (!diagram.inWords().isEmpty()) {
      out.append('*').append(words.of("diagram.inwords")).append(":* ");
      out.append(sentences.line(diagram.inWords())).append("\n\n");
    }
  }
}
