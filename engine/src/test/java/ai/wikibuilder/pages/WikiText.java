package ai.wikibuilder.pages;

import java.util.List;

/** A wiki as plain text, for golden files: every word and every mark, nothing about looks. */
final class WikiText {
  private final StringBuilder text = new StringBuilder();

  private WikiText() {}

  static String of(Wiki wiki) {
    WikiText result = new WikiText();
    wiki.pages().forEach(result::page);
    return result.text.toString();
  }

  private void page(Page page) {
    line("# " + page.title() + " (" + page.slug() + ", below " + page.parent().orElse("-") + ")");
    line("> " + page.summary());
    for (Page.Section section : page.sections()) {
      line("## " + section.heading());
      section.blocks().forEach(this::block);
    }
    line("");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph paragraph -> paragraph.sentences().forEach(one -> line(words(one)));
      case Block.Items items -> items.items().forEach(item -> line("- " + joined(item)));
      case Block.Table table -> {
        line("| " + String.join(" | ", table.columns()));
        table.rows().forEach(row -> line("| " + joined(row)));
      }
      case Block.Symbols symbols -> symbols.cards().forEach(this::card);
      case Block.Figure figure -> diagram(figure.diagram());
      case Block.Image image -> line("! " + image.alt() + ": " + words(image.caption()));
      case Block.Excerpt excerpt -> line(excerpt.text());
      case Block.CodeBlock code -> line(code.text());
    }
  }

  private void card(Block.SymbolCard card) {
    line("* " + card.kind() + " " + card.name() + ": " + card.signature());
    line("  " + mark(card.definition()));
    card.purpose().ifPresent(one -> line("  " + words(one)));
    card.facts().forEach(one -> line("  " + words(one)));
  }

  private void diagram(Diagram diagram) {
    line("figure " + diagram.title());
    diagram.nodes().forEach(node -> line("  node " + node.label() + " (" + node.detail() + ")"));
    for (Diagram.Edge edge : diagram.edges()) {
      line("  " + edge.from() + " -" + edge.label() + "-> " + edge.to());
    }
    diagram.inWords().forEach(one -> line("  " + words(one)));
  }

  /** The words of a sentence without marks. */
  static String plain(Sentence sentence) {
    return words(new Sentence(sentence.words(), List.of()));
  }

  private static String joined(List<Sentence> sentences) {
    return String.join(" | ", sentences.stream().map(WikiText::words).toList());
  }

  private static String words(Sentence sentence) {
    StringBuilder words = new StringBuilder();
    for (Inline inline : sentence.words()) {
      words.append(
          switch (inline) {
            case Inline.Plain plain -> plain.text();
            case Inline.Code code -> "`" + code.text() + "`";
            case Inline.Strong strong -> "**" + strong.text() + "**";
            case Inline.Quote quote -> "“" + quote.text() + "”";
            case Inline.PageLink link -> "[" + link.text() + "](" + link.slug() + ")";
            case Inline.ExternalLink link -> link.text();
          });
    }
    sentence.evidence().forEach(one -> words.append(' ').append(mark(one)));
    return words.toString();
  }

  private static String mark(Evidence evidence) {
    return "[" + evidence.path() + ":" + evidence.startLine() + "-" + evidence.endLine() + "]";
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
