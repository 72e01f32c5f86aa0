package ai.wikibuilder.server.wikis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Where each page stands in wiki.json: the file of a large wiki has megabytes, and a reader wants
 * one page. Immutable, for the file does not change.
 */
final class PageIndex {
  private final Path file;
  private final List<ReadWiki.PageEntry> entries;
  private final List<Slice> slices;

  private record Slice(long from, long to) {}

  private PageIndex(Path file, List<ReadWiki.PageEntry> entries, List<Slice> slices) {
    this.file = file;
    this.entries = List.copyOf(entries);
    this.slices = List.copyOf(slices);
  }

  /** Reads the file once; no pages when it is not there. */
  static PageIndex of(Path file) {
    List<ReadWiki.PageEntry> entries = new ArrayList<>();
    List<Slice> slices = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      return new PageIndex(file, entries, slices);
    }
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean isPages = json.currentName().equals("pages");
        json.nextToken();
        if (!isPages) {
          json.skipChildren();
          continue;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
          long from = json.currentTokenLocation().getByteOffset();
          entries.add(entry(json));
          slices.add(new Slice(from, json.currentLocation().getByteOffset()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PageIndex(file, entries, slices);
  }

  /** Reads to the end of the page. */
  private static ReadWiki.PageEntry entry(JsonParser json) {
    String slug = "";
    String title = "";
    String summary = "";
    Optional<String> parent = Optional.empty();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "slug" -> slug = json.getString();
        case "title" -> title = json.getString();
        case "summary" -> summary = json.getString();
        case "parent" -> parent = Optional.of(json.getString());
        default -> json.skipChildren();
      }
    }
    return new ReadWiki.PageEntry(slug, title, summary, parent);
  }

  List<ReadWiki.PageEntry> entries() {
    return entries;
  }

  /** A page as JSON, as wiki.json has it. */
  Optional<String> json(String slug) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).slug().equals(slug)) {
        return Optional.of(text(slices.get(i)));
      }
    }
    return Optional.empty();
  }

  private String text(Slice slice) {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(slice.from());
      byte[] bytes = in.readNBytes((int) (slice.to() - slice.from()));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
