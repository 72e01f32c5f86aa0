package ai.wikibuilder.server.web.library;

import ai.wikibuilder.server.accounts.browsers.Visit;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.words.Words;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Readers;
import ai.wikibuilder.server.wikis.Wikis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/**
 * Wikis as the builds wrote them. Who is not signed in reads what is published, and is told of
 * nothing else.
 */
@Controller
final class SitePages {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=UTF-8"),
          Map.entry("css", "text/css;charset=UTF-8"),
          Map.entry("js", "text/javascript;charset=UTF-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("md", "text/markdown;charset=UTF-8"),
          Map.entry("txt", "text/plain;charset=UTF-8"));

  private static final String HTML = ".html";
  private static final String PAGES = "pages/";
  private static final String LINES = ".lines.html";

  private final Wikis wikis;
  private final Readers readers;
  private final WikiFrame wikiFrame;

  SitePages(Wikis wikis, Readers readers, WikiFrame wikiFrame) {
    this.wikis = wikis;
    this.readers = readers;
    this.wikiFrame = wikiFrame;
  }

  @GetMapping("/wikis/{id}")
  ResponseEntity<String> folder(@PathVariable UUID id) {
    return Pages.go(new LocalPath("/wikis/" + id + "/"));
  }

  @GetMapping("/wikis/{id}/{*path}")
  ResponseEntity<byte[]> file(
      Frame frame, @PathVariable UUID id, @PathVariable String path, WebRequest request) {
    RepositoryId repository = new RepositoryId(id);
    Readers.Reader reader =
        readers
            .of(frame.visit().map(Visit::caller).map(Caller::user), repository)
            .orElseThrow(TenantException::notFound);
    try (ReadWiki wiki = wikis.open(reader.tenant(), repository)) {
      String name = path.equals("/") ? "index.html" : path.substring(1);
      Path file = wiki.file(name).orElseThrow(TenantException::notFound);
      Optional<WikiFrame.Strip> strip =
          reader
              .role()
              .flatMap(role ->
                  slug(wiki, name)
                      .map(page ->
                          new WikiFrame.Strip(
                              id, Optional.of(page), role.mayAsMuchAs(Role.MEMBER))));
      String tag =
          "\"%s%s\""
              .formatted(
                  wiki.at().generation(),
                  strip
                      .map(above ->
                          (above.canBuild() ? "-built-in-" : "-in-") + frame.words().language())
                      .orElse(""));
      if (request.checkNotModified(tag)) {
        return kept(304, tag).build();
      }
      return kept(200, tag).contentType(type(name)).body(content(frame.words(), file, strip));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What goes with a file, also when the browser has it already: headers of that answer take the
   * place of those it kept, and the policy of other pages would stop the wiki's scripts.
   */
  private static ResponseEntity.BodyBuilder kept(int status, String tag) {
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
        .eTag(tag)
        .header("Content-Security-Policy", WikiFrame.POLICY)
        .header("X-Robots-Tag", "noindex");
  }

  private byte[] content(Words words, Path file, Optional<WikiFrame.Strip> strip)
      throws IOException {
    if (strip.isEmpty()) {
      return Files.readAllBytes(file);
    }
    return wikiFrame
        .under(Files.readString(file), words, strip.get())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Of a page, which has a strip above it for members; none of other files. */
  private static Optional<String> slug(ReadWiki wiki, String name) {
    if (!name.endsWith(HTML) || name.endsWith(LINES)) {
      return Optional.empty();
    }
    return name.startsWith(PAGES)
        ? Optional.of(name.substring(PAGES.length(), name.length() - HTML.length()))
        : wiki.pages().stream().findFirst().map(ReadWiki.PageEntry::slug);
  }

  private static MediaType type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return Optional.ofNullable(TYPES.get(ending))
        .map(MediaType::valueOf)
        .orElse(MediaType.APPLICATION_OCTET_STREAM);
  }
}
