package ai.wikibuilder.server.api;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import ai.wikibuilder.site.exports.SingleFile;
import ai.wikibuilder.site.exports.SiteArchive;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Whole wikis to take along, for programs and browsers alike. */
@Component
public final class WikiExports {
  private static final MediaType ZIP = MediaType.valueOf("application/zip");

  private final Wikis wikis;
  private final Admission admission;

  WikiExports(Wikis wikis, Admission admission) {
    this.wikis = wikis;
    this.admission = admission;
  }

  /**
   * A wiki as a file.
   *
   * @param caller who was admitted to read it
   * @param format {@code html}: one file that holds everything; {@code zip}: the site; {@code
   *     json}: wiki.json
   */
  public ResponseEntity<StreamingResponseBody> of(
      Caller caller, TenantId tenant, RepositoryId repository, String format) {
    MediaType type =
        switch (format) {
          case "html" -> MediaType.TEXT_HTML;
          case "zip" -> ZIP;
          case "json" -> MediaType.APPLICATION_JSON;
          default -> throw new InvalidInput("format: expected html, zip or json, got another word");
        };
    admission.count(caller, tenant, Work.EXPORT);
    ReadWiki wiki = wikis.open(tenant, repository);
    Standing.Held reader = held(caller, tenant, wiki, repository);
    String name = wiki.title().replaceAll("[^A-Za-z0-9._-]+", "-");
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + "." + format).build().toString())
        .body(out -> {
          try (wiki;
              reader) {
            write(wiki, format, name, out);
          }
        });
  }

  /**
   * A whole site is taken along. Whoever does so slowly has a stream open, as whoever watches a
   * build has.
   */
  private Standing.Held held(
      Caller caller, TenantId tenant, ReadWiki wiki, RepositoryId repository) {
    try {
      wiki.requireWholeSite(); // it is too late to say so once the first byte is out
      return admission.hold(caller, tenant, repository);
    } catch (RuntimeException e) {
      wiki.close();
      throw e;
    }
  }

  private static List<SingleFile.Entry> entries(ReadWiki wiki) {
    return wiki.pages().stream()
        .map(page -> new SingleFile.Entry(page.slug(), page.title(), page.parent()))
        .toList();
  }

  private static void write(ReadWiki wiki, String format, String name, OutputStream out)
      throws IOException {
    switch (format) {
      case "html" -> SingleFile.write(wiki.site(), entries(wiki), out);
      case "zip" -> SiteArchive.write(wiki.site(), name, out);
      default -> Files.copy(wiki.site().resolve("wiki.json"), out);
    }
  }
}
