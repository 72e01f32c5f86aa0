package ai.wikibuilder.site.data;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import java.util.ArrayList;
import java.util.List;

/** Collects every place that pages cite. Used once, by one thread. */
public final class CitedPlaces {
  private final List<Evidence> places = new ArrayList<>();

  private CitedPlaces() {}

  /** All of a wiki, in reading order, each as often as it is cited. */
  static List<Evidence> of(Wiki wiki) {
    return wiki.pages().stream().flatMap(page -> of(page).stream()).toList();
  }

  /** All of a page, in reading order, each as often as it is cited. */
  public static List<Evidence> of(Page page) {
    CitedPlaces collected = new CitedPlaces();
    for (Page.Section section : page.sections()) {
      section.blocks().forEach(collected::block);
    }
    return collected.places;
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph paragraph -> sentences(paragraph.sentences());
      case Block.Items items -> items.items().forEach(this::sentences);
      case Block.Table table -> table.rows().forEach(this::sentences);
      case Block.Symbols symbols -> symbols.cards().forEach(this::card);
      case Block.Excerpt excerpt -> places.add(excerpt.evidence());
      case Block.CodeBlock code -> code.evidence().ifPresent(places::add);
      case Block.Figure figure -> diagram(figure.diagram());
      case Block.Image image -> sentences(List.of(image.caption()));
    }
  }

  private void card(Block.SymbolCard card) {
    places.add(card.definition());
    sentences(card.purpose().stream().toList());
    sentences(card.facts());
  }

  private void diagram(Diagram diagram) {
    diagram.nodes().forEach(node -> node.evidence().ifPresent(places::add));
    diagram.edges().forEach(edge -> places.addAll(edge.evidence()));
    sentences(diagram.inWords());
  }

  private void sentences(List<Sentence> sentences) {
    sentences.forEach(sentence -> places.addAll(sentence.evidence()));
  }
}
