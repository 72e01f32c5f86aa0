package ai.wikibuilder.site.data;

import ai.wikibuilder.pages.Authorship;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.source.SnapshotId;
import java.io.StringWriter;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes {@code wiki.json}: the whole wiki as data, for programs. One thread.
 *
 * <p>{@code
 * {"format":"aiwiki.wiki","version":2,"snapshot":{...},"summary":...,"numbers":{...},"quality":{...},"authorship":{...},"pages":[...],"moved":[...]}}.
 * Blocks and inline parts are objects with a {@code kind}; evidence is {@code
 * {"path","startLine","endLine","digest"}}; absent values are left out. Text is exactly as in the
 * wiki: whoever shows it escapes it. {@code docs/formats/wiki-json.md} has every field.
 */
public final class WikiJson {
  static final String FORMAT = "aiwiki.wiki";
  static final int VERSION = 2;

  private final Wiki wiki;
  private final CitedLines lines;
  private final Editions editions;
  private final Function<Page, String> fileOf;
  private final StringWriter written = new StringWriter();
  private final JsonGenerator json =
      JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), written);

  /**
   * @param lines what all that is cited reads
   * @param editions when each page was written, and where pages went that are no more
   * @param fileOf the file of a page, relative to the root of the site
   */
  public WikiJson(Wiki wiki, CitedLines lines, Editions editions, Function<Page, String> fileOf) {
    this.wiki = wiki;
    this.lines = lines;
    this.editions = editions;
    this.fileOf = fileOf;
  }

  /** All of it, with a line break at the end. */
  public String write() {
    json.writeStartObject();
    json.writeStringProperty("format", FORMAT);
    json.writeNumberProperty("version", VERSION);
    snapshot(wiki.snapshot());
    json.writeStringProperty("summary", wiki.summary());
    numbers(wiki.numbers());
    quality(wiki.quality());
    optional("language", said(wiki.authorship().composedIn()));
    if (!wiki.authorship().isComposed()) {
      authorship(wiki.authorship());
    }
    json.writeArrayPropertyStart("pages");
    for (Page page : wiki.pages()) {
      page(page);
    }
    json.writeEndArray();
    moved();
    json.writeEndObject();
    json.close();
    return written + "\n";
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

  private void authorship(Authorship authorship) {
    json.writeObjectPropertyStart("authorship");
    json.writeStringProperty("model", authorship.model());
    json.writeNumberProperty("pages", authorship.pageCount());
    optional("language", said(authorship.writtenIn()));
    json.writeArrayPropertyStart("degraded");
    authorship
        .degraded()
        .forEach((page, reason) -> {
          json.writeStartObject();
          json.writeStringProperty("page", page);
          json.writeStringProperty("reason", reason);
          json.writeEndObject();
        });
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

  private void moved() {
    json.writeArrayPropertyStart("moved");
    for (MovedPage one : editions.moved()) {
      json.writeStartObject();
      json.writeStringProperty("slug", one.slug());
      json.writeStringProperty("title", one.title());
      json.writeStringProperty("to", one.to());
      json.writeBooleanProperty("renamed", one.renamed());
      json.writeStringProperty("until", one.until());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void edition(Page page) {
    Edition edition = editions.bySlug().get(page.slug());
    if (edition != null) {
      json.writeObjectPropertyStart("edition");
      optional("commit", edition.commit());
      json.writeStringProperty("label", edition.label());
      json.writeStringProperty("digest", edition.digest());
      json.writeEndObject();
    }
  }

  private void page(Page page) {
    json.writeStartObject();
    json.writeStringProperty("file", fileOf.apply(page));
    edition(page);
    new PageJson(json, lines).write(page);
    json.writeEndObject();
  }

  private static Optional<String> said(String language) {
    return language.isEmpty() ? Optional.empty() : Optional.of(language);
  }

  private void optional(String name, Optional<String> value) {
    value.ifPresent(text -> json.writeStringProperty(name, text));
  }
}
