package ai.wikibuilder.site.data;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.Witness;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes {@code wiki.json}: the whole wiki as data, for programs. One thread.
 *
 * <p>{@code
 * {"format":"aiwiki.wiki","version":2,"snapshot":{...},"summary":...,"numbers":{...},"quality":{...},"pages":[...]}}.
 * Blocks and inline parts are objects with a {@code kind}; evidence is {@code
 * {"path","startLine","endLine","digest"}}; absent values are left out. Text is exactly as in the
 * wiki: whoever shows it escapes it. {@code docs/formats/wiki-json.md} has every field.
 */
public final class WikiJson {
  static final String FORMAT = "aiwiki.wiki";
  static final int VERSION = 2;

  private final Wiki wiki;
  private final TextReader reader;
  private final Function<Page, String> fileOf;
  private final Map<Evidence, String> digests = new HashMap<>();
  private final StringWriter written = new StringWriter();
  private final JsonGenerator json =
      JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), written);

  /**
   * @param reader gives the texts whose digests are noted with the evidence
   * @param fileOf the file of a page, relative to the root of the site
   */
  public WikiJson(Wiki wiki, TextReader reader, Function<Page, String> fileOf) {
    this.wiki = wiki;
    this.reader = reader;
    this.fileOf = fileOf;
  }

  /** All of it, with a line break at the end. */
  public String write() {
    digest();
    json.writeStartObject();
    json.writeStringProperty("format", FORMAT);
    json.writeNumberProperty("version", VERSION);
    snapshot(wiki.snapshot());
    json.writeStringProperty("summary", wiki.summary());
    numbers(wiki.numbers());
    quality(wiki.quality());
    json.writeArrayPropertyStart("pages");
    for (Page page : wiki.pages()) {
      page(page);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    return written + "\n";
  }

  /** Notes what all cited lines read, file by file: none is read twice. */
  private void digest() {
    Map<String, Set<Evidence>> byFile = new TreeMap<>();
    for (Evidence evidence : CitedPlaces.of(wiki)) {
      byFile.computeIfAbsent(evidence.path(), path -> new LinkedHashSet<>()).add(evidence);
    }
    byFile.forEach((path, places) -> {
      Optional<SourceText> text = reader.text(path);
      for (Evidence place : places) {
        text.flatMap(found -> Witness.digest(found, place.startLine(), place.endLine()))
            .ifPresent(digest -> digests.put(place, digest));
      }
    });
  }

  private void quality(Quality quality) {
    json.writeObjectPropertyStart("quality");
    json.writeNumberProperty("claims", quality.claims());
    json.writeNumberProperty("verified", quality.verified());
    json.writeNumberProperty("uncited", quality.uncited());
    json.writeNumberProperty("citations", quality.citations());
    json.writeNumberProperty("resolved", quality.resolved());
    json.writeNumberProperty("modules", quality.modules());
    json.writeNumberProperty("modulesTold", quality.modulesTold());
    json.writeArrayPropertyStart("findings");
    for (Finding finding : quality.findings()) {
      json.writeStartObject();
      json.writeStringProperty("page", finding.page());
      json.writeStringProperty("kind", finding.kind().label());
      json.writeStringProperty("expected", finding.expected());
      json.writeStringProperty("found", finding.found());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void snapshot(SnapshotId snapshot) {
    json.writeObjectPropertyStart("snapshot");
    json.writeStringProperty("name", snapshot.name());
    optional("address", snapshot.address());
    optional("commit", snapshot.commit());
    json.writeStringProperty("treeId", snapshot.treeId());
    json.writeStringProperty("subPath", snapshot.subPath());
    json.writeBooleanProperty("changed", snapshot.changed());
    json.writeEndObject();
  }

  private void numbers(Wiki.Numbers numbers) {
    json.writeObjectPropertyStart("numbers");
    json.writeNumberProperty("files", numbers.fileCount());
    json.writeNumberProperty("lines", numbers.lineCount());
    json.writeNumberProperty("bytes", numbers.byteCount());
    json.writeNumberProperty("symbols", numbers.symbolCount());
    json.writeNumberProperty("edges", numbers.edgeCount());
    json.writeNumberProperty("maskedSecrets", numbers.maskedSecretCount());
    json.writeArrayPropertyStart("languages");
    numbers.linesByLanguage().entrySet().stream()
        .sorted((a, b) -> {
          int most = Long.compare(b.getValue(), a.getValue());
          return most != 0 ? most : a.getKey().compareTo(b.getKey());
        })
        .forEach(entry -> {
          json.writeStartObject();
          json.writeStringProperty("name", entry.getKey());
          json.writeNumberProperty("lines", entry.getValue());
          json.writeEndObject();
        });
    json.writeEndArray();
    json.writeObjectPropertyStart("skipped");
    numbers.skipped().entrySet().stream()
        .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
        .forEach(entry -> json.writeNumberProperty(entry.getKey().label(), entry.getValue()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private void page(Page page) {
    json.writeStartObject();
    json.writeStringProperty("slug", page.slug());
    json.writeStringProperty("title", page.title());
    optional("parent", page.parent());
    json.writeStringProperty("summary", page.summary());
    json.writeStringProperty("file", fileOf.apply(page));
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
    json.writeEndObject();
  }

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
    }
    json.writeEndObject();
  }

  private void code(String language, String text, Optional<Evidence> evidence) {
    json.writeStringProperty("language", language);
    json.writeStringProperty("text", text);
    evidence("evidence", evidence.stream().toList());
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
      evidence("evidence", node.evidence().stream().toList());
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
      json.writeEndObject();
    }
    json.writeEndArray();
    sentences("inWords", diagram.inWords());
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
      optional("digest", Optional.ofNullable(digests.get(one)));
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
