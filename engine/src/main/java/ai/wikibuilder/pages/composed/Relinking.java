package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.plan.Planner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Leads links to where a page has gone, be it a section; a link to nothing becomes plain words. */
final class Relinking {
  private final Map<String, Optional<String>> moved;

  /** The page in work: a link to it leads to a section or nowhere. */
  private String current = "";

  private Set<String> headings = Set.of();

  /**
   * @param moved by the slug of a page that is no more: where its words stand now, if they do
   */
  Relinking(Map<String, Optional<String>> moved) {
    this.moved = moved;
  }

  Page page(Page page) {
    current = page.slug();
    headings = page.sections().stream().map(Page.Section::heading).collect(Collectors.toSet());
    return new Page(
        page.slug(),
        page.title(),
        page.parent().map(slug -> target(slug).orElse(Planner.OVERVIEW)),
        page.summary(),
        page.sections().stream()
            .map(section ->
                new Page.Section(
                    section.heading(), section.blocks().stream().map(this::block).toList()))
            .toList());
  }

  private Optional<String> target(String slug) {
    Optional<String> at = Optional.of(slug);
    while (at.isPresent() && moved.containsKey(at.get())) {
      at = moved.getOrDefault(at.get(), Optional.empty());
    }
    return at;
  }

  private Block block(Block block) {
    return switch (block) {
      case Block.Paragraph(List<Sentence> sentences) -> new Block.Paragraph(all(sentences));
      case Block.Items(boolean numbered, List<List<Sentence>> items) ->
          new Block.Items(numbered, items.stream().map(this::all).toList());
      case Block.Table(List<String> columns, List<List<Sentence>> rows) ->
          new Block.Table(columns, rows.stream().map(this::all).toList());
      case Block.Figure(Diagram diagram) -> new Block.Figure(diagram(diagram));
      case Block.Symbols(List<Block.SymbolCard> cards) ->
          new Block.Symbols(cards.stream().map(this::card).toList());
      case Block.Image image -> image;
      case Block.Excerpt excerpt -> excerpt;
      case Block.CodeBlock code -> code;
    };
  }

  private Block.SymbolCard card(Block.SymbolCard card) {
    return new Block.SymbolCard(
        card.name(),
        card.kind(),
        card.signature(),
        card.definition(),
        card.purpose(),
        all(card.facts()));
  }

  private Diagram diagram(Diagram diagram) {
    List<Diagram.Node> nodes =
        diagram.nodes().stream()
            .map(node ->
                new Diagram.Node(
                    node.id(),
                    node.label(),
                    node.detail(),
                    node.page().flatMap(this::target),
                    node.evidence()))
            .toList();
    return new Diagram(
        diagram.kind(), diagram.title(), nodes, diagram.edges(), all(diagram.inWords()));
  }

  private List<Sentence> all(List<Sentence> sentences) {
    return sentences.stream()
        .map(sentence ->
            new Sentence(sentence.words().stream().map(this::inline).toList(), sentence.evidence()))
        .toList();
  }

  private Inline inline(Inline inline) {
    if (inline instanceof Inline.PageLink(String slug, String text)) {
      return target(slug)
          .filter(to -> to.equals(slug) || !to.equals(current) || headings.contains(text))
          .<Inline>map(to -> new Inline.PageLink(to, text))
          .orElseGet(() -> new Inline.Plain(text));
    }
    return inline;
  }
}
