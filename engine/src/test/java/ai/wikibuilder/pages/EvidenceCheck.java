package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold for every composed wiki. */
final class EvidenceCheck {
  private final Wiki wiki;
  private final TextReader reader;
  private final Set<String> slugs = new HashSet<>();

  private EvidenceCheck(Wiki wiki, TextReader reader) {
    this.wiki = wiki;
    this.reader = reader;
  }

  static void check(Wiki wiki, TextReader reader) {
    ReadingCheck.check(wiki);
    new EvidenceCheck(wiki, reader).check();
  }

  private void check() {
    assertThat(wiki.pages().getFirst().slug()).isEqualTo("overview");
    assertThat(wiki.summary()).isNotBlank();
    for (Page page : wiki.pages()) {
      assertThat(slugs.add(page.slug())).as("slug %s once", page.slug()).isTrue();
      page.parent().ifPresent(parent -> assertThat(slugs).contains(parent));
    }
    for (Page page : wiki.pages()) {
      assertThat(page.sections()).as("page %s", page.slug()).isNotEmpty();
      assertThat(page.summary()).isNotBlank();
      page.sections().forEach(section -> section.blocks().forEach(this::check));
    }
  }

  private void check(Block block) {
    sentences(block).forEach(this::check);
    switch (block) {
      case Block.Table table ->
          table.rows().forEach(row -> assertThat(row).hasSameSizeAs(table.columns()));
      case Block.Symbols symbols ->
          symbols
              .cards()
              .forEach(card -> {
                check(card.definition());
                assertThat(card.signature()).isNotBlank().doesNotContain("\n");
              });
      case Block.Figure figure -> check(figure.diagram());
      case Block.Paragraph paragraph -> assertThat(paragraph.sentences()).isNotEmpty();
      case Block.Items items -> assertThat(items.items()).isNotEmpty();
      case Block.Image image -> assertThat(image.alt()).isNotBlank();
      case Block.Excerpt excerpt -> check(excerpt.evidence());
      case Block.CodeBlock code -> code.evidence().ifPresent(this::check);
    }
  }

  static List<Sentence> sentences(Block block) {
    List<Sentence> result = new ArrayList<>();
    switch (block) {
      case Block.Paragraph paragraph -> result.addAll(paragraph.sentences());
      case Block.Items items -> items.items().forEach(result::addAll);
      case Block.Table table -> table.rows().forEach(result::addAll);
      case Block.Symbols symbols ->
          symbols
              .cards()
              .forEach(card -> {
                card.purpose().ifPresent(result::add);
                result.addAll(card.facts());
              });
      case Block.Figure figure -> result.addAll(figure.diagram().inWords());
      case Block.Image image -> result.add(image.caption());
      case Block.Excerpt excerpt -> {}
      case Block.CodeBlock code -> {}
    }
    return result;
  }

  private void check(Sentence sentence) {
    assertThat(sentence.words()).isNotEmpty();
    assertThat(sentence.evidence().size()).isLessThanOrEqualTo(4);
    sentence.evidence().forEach(this::check);
    for (Inline inline : sentence.words()) {
      switch (inline) {
        case Inline.PageLink link -> assertThat(slugs).contains(link.slug());
        case Inline.Quote quote ->
            assertThat(quote.text()).hasSizeLessThanOrEqualTo(300).doesNotContain("\n");
        case Inline.Plain plain -> assertThat(plain.text()).doesNotContain(" 0 ", "null");
        case Inline.Code code -> assertThat(code.text()).isNotBlank();
        case Inline.Strong strong -> assertThat(strong.text()).isNotBlank();
        case Inline.ExternalLink link -> assertThat(link.address()).startsWith("http");
      }
    }
  }

  private void check(Evidence evidence) {
    Optional<SourceText> text = reader.text(evidence.path());
    assertThat(text).as("file of %s", evidence).isPresent();
    assertThat(evidence.startLine()).isBetween(1, evidence.endLine());
    assertThat(evidence.endLine()).as("%s", evidence).isLessThanOrEqualTo(text.get().lineCount());
  }

  private void check(Diagram diagram) {
    assertThat(diagram.nodes()).hasSizeBetween(1, Diagram.NODE_COUNT_MAX);
    assertThat(diagram.inWords()).isNotEmpty();
    Set<String> ids = new HashSet<>();
    for (Diagram.Node node : diagram.nodes()) {
      assertThat(ids.add(node.id())).isTrue();
      assertThat(node.page().isPresent() || node.evidence().isPresent()).isTrue();
      node.page().ifPresent(page -> assertThat(slugs).contains(page));
    }
    for (Diagram.Edge edge : diagram.edges()) {
      assertThat(ids).contains(edge.from(), edge.to());
      assertThat(edge.evidence()).isNotEmpty();
      edge.evidence().forEach(this::check);
    }
  }
}
