package ai.wikibuilder.site.data;

import ai.wikibuilder.pages.Authorship;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Picture;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.Witness;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.SnapshotId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code wiki.json} back into a wiki. One thread, used once. */
public final class WikiJsonReader {
  private final List<Witness> witnesses = new ArrayList<>();
  private final Map<String, Edition> editions = new LinkedHashMap<>();
  private String slug = "";

  private WikiJsonReader() {}

  /**
   * The wiki that a text holds.
   *
   * @throws WikiDataException when it is none, or one of another version
   */
  public static StoredWiki read(String json) {
    try {
      WikiJsonReader reader = new WikiJsonReader();
      return reader.wiki(JsonTree.read(json, "pages", reader::early));
    } catch (IllegalArgumentException e) {
      throw new WikiDataException("wiki.json holds an impossible value: " + e.getMessage(), e);
    }
  }

  /** The page, where what stands before it says what it is; else its tree, to be read later. */
  private Object early(JsonTree before, JsonTree page) {
    return isOfThisVersion(before) ? page(page) : page;
  }

  private static boolean isOfThisVersion(JsonTree json) {
    return WikiJson.FORMAT.equals(json.values().get("format"))
        && Long.valueOf(WikiJson.VERSION).equals(json.values().get("version"));
  }

  private StoredWiki wiki(JsonTree json) {
    if (!isOfThisVersion(json)) {
      throw new WikiDataException(
          "expected format %s, version %d, got %s; build the wiki again"
              .formatted(
                  WikiJson.FORMAT, WikiJson.VERSION, json.optional("format").orElse("none")));
    }
    List<Page> pages = new ArrayList<>();
    for (Object one : json.things("pages")) {
      switch (one) {
        case Page page -> pages.add(page);
        case JsonTree tree -> pages.add(page(tree));
        default -> throw new WikiDataException("expected a list of pages");
      }
    }
    Wiki wiki =
        new Wiki(
            snapshot(json.tree("snapshot")),
            json.text("summary"),
            pages,
            numbers(json.tree("numbers")),
            Quality.unchecked(),
            authorship(json));
    List<MovedPage> moved =
        json.optionalTrees("moved").stream().map(WikiJsonReader::moved).toList();
    return new StoredWiki(wiki, witnesses, new Editions(editions, moved));
  }

  private static Authorship authorship(JsonTree wiki) {
    String composedIn = wiki.optional("language").orElse("");
    Optional<JsonTree> json = wiki.optionalTree("authorship");
    if (json.isEmpty()) {
      return Authorship.composed(composedIn);
    }
    Map<String, String> degraded = new LinkedHashMap<>();
    json.get().trees("degraded").forEach(one -> degraded.put(one.text("page"), one.text("reason")));
    return new Authorship(
        json.get().text("model"),
        (int) json.get().number("pages"),
        degraded,
        composedIn,
        json.get().optional("language").orElse(""));
  }

  private static MovedPage moved(JsonTree json) {
    return new MovedPage(
        json.text("slug"),
        json.text("title"),
        json.text("to"),
        json.flag("renamed"),
        json.text("until"));
  }

  private static SnapshotId snapshot(JsonTree json) {
    return new SnapshotId(
        json.text("name"),
        json.optional("address"),
        json.optional("commit"),
        json.text("treeId"),
        json.text("subPath"),
        json.flag("changed"));
  }

  private static Wiki.Numbers numbers(JsonTree json) {
    Map<String, Long> languages = new LinkedHashMap<>();
    json.trees("languages").forEach(one -> languages.put(one.text("name"), one.number("lines")));
    Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
    JsonTree counts = json.tree("skipped");
    for (String label : counts.values().keySet()) {
      skipped.put(SkipReason.ofLabel(label), (int) counts.number(label));
    }
    return new Wiki.Numbers(
        (int) json.number("files"),
        json.number("lines"),
        json.number("bytes"),
        (int) json.number("symbols"),
        (int) json.number("edges"),
        (int) json.number("maskedSecrets"),
        languages,
        skipped);
  }

  private Page page(JsonTree json) {
    slug = json.text("slug");
    json.optionalTree("edition")
        .ifPresent(edition ->
            editions.put(
                slug,
                new Edition(
                    edition.optional("commit"), edition.text("label"), edition.text("digest"))));
    List<Page.Section> sections = new ArrayList<>();
    for (JsonTree section : json.trees("sections")) {
      sections.add(
          new Page.Section(
              section.text("heading"), section.trees("blocks").stream().map(this::block).toList()));
    }
    return new Page(
        slug,
        json.text("title"),
        json.optional("parent"),
        json.text("summary"),
        sections,
        json.optionalTree("checking").map(WikiJsonReader::checking));
  }

  private static Page.Checking checking(JsonTree json) {
    List<Page.Removed> removed = new ArrayList<>();
    for (JsonTree one : json.trees("removed")) {
      removed.add(new Page.Removed(words(one), one.text("why")));
    }
    return new Page.Checking(
        (int) json.number("verified"),
        (int) json.number("repaired"),
        (int) json.number("uncited"),
        removed);
  }

  private Block block(JsonTree json) {
    return switch (json.text("kind")) {
      case "paragraph" -> new Block.Paragraph(sentences(json.trees("sentences")));
      case "items" -> new Block.Items(json.flag("numbered"), rows(json.rows("items")));
      case "table" -> new Block.Table(json.texts("columns"), rows(json.rows("rows")));
      case "symbols" -> new Block.Symbols(json.trees("symbols").stream().map(this::card).toList());
      case "excerpt" ->
          new Block.Excerpt(
              evidence(json, "evidence").getFirst(), json.text("language"), json.text("text"));
      case "code" ->
          new Block.CodeBlock(
              json.text("language"),
              json.text("text"),
              evidence(json, "evidence").stream().findFirst());
      case "diagram" -> new Block.Figure(diagram(json));
      case "image" -> image(json);
      default -> throw new WikiDataException("expected a kind of block, got " + json.text("kind"));
    };
  }

  private Block.Image image(JsonTree json) {
    Picture picture =
        new Picture(
            json.text("path"),
            json.text("file"),
            (int) json.number("width"),
            (int) json.number("height"));
    return new Block.Image(
        picture,
        json.text("alt"),
        (int) json.number("wishedWidth"),
        sentences(json.trees("caption")).getFirst());
  }

  private List<List<Sentence>> rows(List<List<JsonTree>> rows) {
    return rows.stream().map(this::sentences).toList();
  }

  private Block.SymbolCard card(JsonTree json) {
    return new Block.SymbolCard(
        json.text("name"),
        json.text("symbolKind"),
        json.text("signature"),
        evidence(json, "definition").getFirst(),
        sentences(json.trees("purpose")).stream().findFirst(),
        sentences(json.trees("facts")));
  }

  private Diagram diagram(JsonTree json) {
    List<Diagram.Node> nodes = new ArrayList<>();
    for (JsonTree node : json.trees("nodes")) {
      nodes.add(
          new Diagram.Node(
              node.text("id"),
              node.text("label"),
              node.text("detail"),
              node.optional("page"),
              evidence(node, "evidence").stream().findFirst(),
              mark(node)));
    }
    List<Diagram.Edge> edges = new ArrayList<>();
    for (JsonTree edge : json.trees("edges")) {
      edges.add(
          new Diagram.Edge(
              edge.text("from"),
              edge.text("to"),
              edge.text("label"),
              evidence(edge, "evidence"),
              mark(edge)));
    }
    String kind = json.text("diagramKind").toUpperCase(Locale.ROOT).replace('-', '_');
    return new Diagram(
        Diagram.Kind.valueOf(kind),
        json.text("title"),
        nodes,
        edges,
        sentences(json.trees("inWords")));
  }

  private static Diagram.Mark mark(JsonTree json) {
    return json.optional("mark")
        .map(mark -> Diagram.Mark.valueOf(mark.toUpperCase(Locale.ROOT)))
        .orElse(Diagram.Mark.NONE);
  }

  private List<Sentence> sentences(List<JsonTree> all) {
    return all.stream().map(this::sentence).toList();
  }

  private Sentence sentence(JsonTree json) {
    return new Sentence(words(json), evidence(json, "evidence"));
  }

  private static List<Inline> words(JsonTree json) {
    return json.trees("words").stream().map(WikiJsonReader::inline).toList();
  }

  private static Inline inline(JsonTree json) {
    String text = json.text("text");
    return switch (json.text("kind")) {
      case "plain" -> new Inline.Plain(text);
      case "code" -> new Inline.Code(text);
      case "strong" -> new Inline.Strong(text);
      case "quote" -> new Inline.Quote(text);
      case "page-link" -> new Inline.PageLink(json.text("slug"), text);
      case "external-link" -> new Inline.ExternalLink(json.text("address"), text);
      default -> throw new WikiDataException("expected a kind of words, got " + json.text("kind"));
    };
  }

  private List<Evidence> evidence(JsonTree json, String name) {
    List<Evidence> result = new ArrayList<>();
    for (JsonTree one : json.trees(name)) {
      Evidence evidence =
          new Evidence(
              one.text("path"), (int) one.number("startLine"), (int) one.number("endLine"));
      Optional<String> digest = one.optional("digest");
      digest.ifPresent(text -> witnesses.add(new Witness(slug, evidence, text)));
      result.add(evidence);
    }
    return result;
  }
}
