package ai.wikibuilder.site.data;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** Writes what a page says as part of {@code wiki.json}. One thread. */
final class PageJson {
  private final JsonGenerator json;
  private final CitedLines lines;
  private final Set<String> linked = new TreeSet<>();

  PageJson(JsonGenerator json, CitedLines lines) {
    this.json = json;
    this.lines = lines;
  }

  /** Its names and its sections as properties of the object that is open. */
  void write(Page page) {
    json.writeStringProperty("slug", page.slug());
    json.writeStringProperty("title", page.title());
    optional("parent", page.parent());
    json.writeStringProperty("summary", page.summary());
    json.writeArrayPropertyStart("sections");
    for (Page.Section section : page.sections()) {
      json.writeStartObject();
      json.writeStringProperty("heading", section.heading());
      json.writeArrayPropertyStart("blocks");
      section.blocks().forEach(this::block);
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    page.checking().ifPresent(this::checking);
  }

  /** Of a page that a model wrote. */
  private void checking(Page.Checking checking) {
    json.writeObjectPropertyStart("checking");
    json.writeNumberProperty("verified", checking.verified());
    json.writeNumberProperty("repaired", checking.repaired());
    json.writeNumberProperty("uncited", checking.uncited());
    json.writeArrayPropertyStart("removed");
    for (Page.Removed removed : checking.removed()) {
      json.writeStartObject();
      words(removed.words());
      json.writeStringProperty("why", removed.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Slugs of all pages that what was written leads to. */
  Set<String> linked() {
    return linked;
  }

  private void block(Block block) {
    json.writeStartObject();
    switch (block) {
      case Block.Paragraph(List<Sentence> words) -> {
        kind("paragraph");
        sentences("sentences", words);
      }
      case Block.Items items -> {
        kind("items");
        json.writeBooleanProperty("numbered", items.numbered());
        rows("items", items.items());
      }
      case Block.Table table -> {
        kind("table");
        json.writeArrayPropertyStart("columns");
        table.columns().forEach(json::writeString);
        json.writeEndArray();
        rows("rows", table.rows());
      }
      case Block.Symbols(List<Block.SymbolCard> cards) -> {
        kind("symbols");
        json.writeArrayPropertyStart("symbols");
        cards.forEach(this::card);
        json.writeEndArray();
      }
      case Block.Excerpt excerpt -> {
        kind("excerpt");
        code(excerpt.language(), excerpt.text(), Optional.of(excerpt.evidence()));
      }
      case Block.CodeBlock code -> {
        kind("code");
        code(code.language(), code.text(), code.evidence());
      }
      case Block.Figure(Diagram diagram) -> diagram(diagram);
      case Block.Image image -> image(image);
    }
    json.writeEndObject();
  }

  private void code(String language, String text, Optional<Evidence> evidence) {
    json.writeStringProperty("language", language);
    json.writeStringProperty("text", text);
    evidence("evidence", evidence.stream().toList());
  }

  private void image(Block.Image image) {
    kind("image");
    json.writeStringProperty("path", image.picture().path());
    json.writeStringProperty("file", image.picture().file());
    json.writeNumberProperty("width", image.picture().width());
    json.writeNumberProperty("height", image.picture().height());
    json.writeStringProperty("alt", image.alt());
    json.writeNumberProperty("wishedWidth", image.wishedWidth());
    sentences("caption", List.of(image.caption()));
  }

  private void card(Block.SymbolCard card) {
    json.writeStartObject();
    json.writeStringProperty("name", card.name());
    json.writeStringProperty("symbolKind", card.kind());
    json.writeStringProperty("signature", card.signature());
    evidence("definition", List.of(card.definition()));
    sentences("purpose", card.purpose().stream().toList());
    sentences("facts", card.facts());
    json.writeEndObject();
  }

  private void diagram(Diagram diagram) {
    kind("diagram");
    json.writeStringProperty("diagramKind", word(diagram.kind()));
    json.writeStringProperty("title", diagram.title());
    json.writeArrayPropertyStart("nodes");
    for (Diagram.Node node : diagram.nodes()) {
      json.writeStartObject();
      json.writeStringProperty("id", node.id());
      json.writeStringProperty("label", node.label());
      json.writeStringProperty("detail", node.detail());
      optional("page", node.page());
      node.page().ifPresent(linked::add);
      evidence("evidence", node.evidence().stream().toList());
      mark(node.mark());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("edges");
    for (Diagram.Edge edge : diagram.edges()) {
      json.writeStartObject();
      json.writeStringProperty("from", edge.from());
      json.writeStringProperty("to", edge.to());
      json.writeStringProperty("label", edge.label());
      evidence("evidence", edge.evidence());
      mark(edge.mark());
      json.writeEndObject();
    }
    json.writeEndArray();
    sentences("inWords", diagram.inWords());
  }

  private void mark(Diagram.Mark mark) {
    if (mark != Diagram.Mark.NONE) {
      json.writeStringProperty("mark", mark.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The kind as it stands in the data: lower case with hyphens. */
  static String word(Diagram.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void rows(String name, List<List<Sentence>> rows) {
    json.writeArrayPropertyStart(name);
    for (List<Sentence> row : rows) {
      json.writeStartArray();
      row.forEach(this::sentence);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void sentences(String name, List<Sentence> sentences) {
    json.writeArrayPropertyStart(name);
    sentences.forEach(this::sentence);
    json.writeEndArray();
  }

  private void sentence(Sentence sentence) {
    json.writeStartObject();
    words(sentence.words());
    evidence("evidence", sentence.evidence());
    json.writeEndObject();
  }

  private void words(List<Inline> words) {
    json.writeArrayPropertyStart("words");
    for (Inline word : words) {
      json.writeStartObject();
      inline(word);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void inline(Inline word) {
    switch (word) {
      case Inline.Plain(String text) -> text("plain", text);
      case Inline.Code(String text) -> text("code", text);
      case Inline.Strong(String text) -> text("strong", text);
      case Inline.Quote(String text) -> text("quote", text);
      case Inline.PageLink(String slug, String text) -> {
        text("page-link", text);
        json.writeStringProperty("slug", slug);
        linked.add(slug);
      }
      case Inline.ExternalLink(String address, String text) -> {
        text("external-link", text);
        json.writeStringProperty("address", address);
      }
    }
  }

  private void text(String kind, String text) {
    kind(kind);
    json.writeStringProperty("text", text);
  }

  private void evidence(String name, List<Evidence> evidence) {
    json.writeArrayPropertyStart(name);
    for (Evidence one : evidence) {
      json.writeStartObject();
      json.writeStringProperty("path", one.path());
      json.writeNumberProperty("startLine", one.startLine());
      json.writeNumberProperty("endLine", one.endLine());
      optional("digest", lines.digest(one));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void kind(String kind) {
    json.writeStringProperty("kind", kind);
  }

  private void optional(String name, Optional<String> value) {
    value.ifPresent(text -> json.writeStringProperty(name, text));
  }
}
