package ai.wikibuilder.site;

import static ai.wikibuilder.site.markup.Attribute.attr;
import static ai.wikibuilder.site.markup.Attribute.cls;
import static ai.wikibuilder.site.markup.Attribute.id;
import static ai.wikibuilder.site.markup.Attribute.src;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.site.markup.Attribute;
import ai.wikibuilder.site.markup.Attribute.Name;
import ai.wikibuilder.site.markup.Html;
import ai.wikibuilder.site.markup.Tag;
import ai.wikibuilder.site.markup.Target;
import ai.wikibuilder.site.pictures.PictureFiles;
import ai.wikibuilder.site.pictures.PictureSize;
import java.util.ArrayList;
import java.util.List;

/** Writes the blocks of one page as HTML, in reading order. One thread. */
final class BlockHtml {
  private final Sheet sheet;
  private final Html html;
  private final SentenceHtml sentences;
  private final SourceHtml sources;
  private final DiagramHtml diagrams;
  private int symbolCount;
  private int tableCount;

  BlockHtml(Sheet sheet, SentenceHtml sentences, SourceHtml sources) {
    this.sheet = sheet;
    this.html = sheet.html();
    this.sentences = sentences;
    this.sources = sources;
    this.diagrams = new DiagramHtml(sheet, sentences);
  }

  void write(Block block) {
    switch (block) {
      case Block.Paragraph(List<Sentence> words) -> {
        html.open(Tag.P);
        sentences.tell(words);
        html.close(Tag.P);
      }
      case Block.Items items -> items(items);
      case Block.Table table -> table(table);
      case Block.Symbols(List<Block.SymbolCard> cards) -> cards.forEach(this::symbol);
      case Block.Excerpt excerpt -> excerpt(excerpt);
      case Block.CodeBlock code -> code(code);
      case Block.Figure figure -> diagrams.write(figure.diagram());
      case Block.Image image -> image(image);
    }
    html.line();
  }

  private void items(Block.Items items) {
    Tag list = items.numbered() ? Tag.OL : Tag.UL;
    html.open(list).line();
    for (List<Sentence> item : items.items()) {
      html.open(Tag.LI);
      sentences.tell(item);
      html.close(Tag.LI).line();
    }
    html.close(list);
  }

  private void table(Block.Table table) {
    html.open(
        Tag.DIV,
        cls("scroll"),
        attr(Name.TABINDEX, 0),
        attr(Name.ROLE, "region"),
        attr(Name.ARIA_LABEL, sheet.words().of("table.label", Integer.toString(++tableCount))));
    html.open(Tag.TABLE).line().open(Tag.THEAD).open(Tag.TR);
    for (String column : table.columns()) {
      html.leaf(Tag.TH, column, attr(Name.SCOPE, "col"));
    }
    html.close(Tag.TR).close(Tag.THEAD).line().open(Tag.TBODY).line();
    for (List<Sentence> row : table.rows()) {
      html.open(Tag.TR);
      for (Sentence cell : row) {
        html.open(Tag.TD);
        sentences.write(cell);
        html.close(Tag.TD);
      }
      html.close(Tag.TR).line();
    }
    html.close(Tag.TBODY).close(Tag.TABLE).close(Tag.DIV);
  }

  private void symbol(Block.SymbolCard card) {
    String anchor = sheet.anchors().symbols().get(symbolCount++);
    List<Attribute> attributes = new ArrayList<>(List.of(cls("symbol"), id(anchor)));
    sheet.composedApart().ifPresent(language -> attributes.add(attr(Name.LANG, language)));
    html.open(Tag.SECTION, attributes.toArray(Attribute[]::new)).line();
    html.open(Tag.H3).leaf(Tag.CODE, card.name()).text(" ");
    html.leaf(Tag.SPAN, card.kind(), cls("kind"));
    sentences.marks(List.of(card.definition()));
    html.close(Tag.H3).line();
    if (!card.signature().isEmpty()) {
      sources.plain(card.definition().path(), card.signature());
      html.line();
    }
    if (card.purpose().isPresent()) {
      html.open(Tag.P);
      sentences.write(card.purpose().get());
      html.close(Tag.P).line();
    }
    if (!card.facts().isEmpty()) {
      html.open(Tag.UL, cls("facts"));
      for (Sentence fact : card.facts()) {
        html.open(Tag.LI);
        sentences.write(fact);
        html.close(Tag.LI);
      }
      html.close(Tag.UL).line();
    }
    html.close(Tag.SECTION).line();
  }

  private void excerpt(Block.Excerpt excerpt) {
    html.open(Tag.FIGURE, cls("source")).open(Tag.FIGCAPTION);
    html.leaf(Tag.SPAN, SentenceHtml.place(excerpt.evidence()), cls("path"));
    sentences.marks(List.of(excerpt.evidence()));
    html.close(Tag.FIGCAPTION).line();
    sources.excerpt(excerpt.evidence(), excerpt.language(), excerpt.text());
    html.close(Tag.FIGURE);
  }

  /** It has its size before it is there, so that nothing jumps, and is fetched when it is near. */
  private void image(Block.Image image) {
    PictureSize size = PictureSize.shown(image);
    html.open(Tag.FIGURE, cls("picture")).line();
    html.open(
        Tag.IMG,
        src(Target.file(sheet.map().toRoot(sheet.page()) + PictureFiles.name(image.picture()))),
        attr(Name.ALT, image.alt()),
        attr(Name.WIDTH, size.width()),
        attr(Name.HEIGHT, size.height()),
        attr(Name.LOADING, "lazy"),
        attr(Name.DECODING, "async"));
    html.line().open(Tag.FIGCAPTION);
    sentences.write(image.caption());
    html.close(Tag.FIGCAPTION).line().close(Tag.FIGURE);
  }

  private void code(Block.CodeBlock code) {
    html.open(Tag.DIV, cls("type"));
    sources.plain(code.language(), code.text());
    if (code.evidence().isPresent()) {
      html.open(Tag.P, cls("from"));
      html.leaf(Tag.SPAN, SentenceHtml.place(code.evidence().get()), cls("path"));
      sentences.marks(List.of(code.evidence().get()));
      html.close(Tag.P);
    }
    html.close(Tag.DIV);
  }
}
