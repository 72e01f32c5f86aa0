package ai.wikibuilder.server.api.wikis;

import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.storage.StorageException;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Readers;
import ai.wikibuilder.server.wikis.Readers.Reader;
import ai.wikibuilder.server.wikis.Wikis;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A picture for a README that says how a published wiki is. Changes nothing. */
@RestController
final class BadgeApi {
  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

  /** Pixels of a letter at 11 pixels, on average, and around a text. */
  private static final int LETTER = 7;

  private static final int AROUND = 10;

  private static final String LABEL = "wiki";

  private final Wikis wikis;
  private final Readers readers;

  BadgeApi(Wikis wikis, Readers readers) {
    this.wikis = wikis;
    this.readers = readers;
  }

  /** Of a published wiki alone; of any other it is not told whether it exists. */
  @GetMapping(value = "/badge/{id}.svg", produces = "image/svg+xml")
  ResponseEntity<String> badge(@PathVariable UUID id) {
    RepositoryId repository = new RepositoryId(id);
    Reader reader = readers.of(Optional.empty(), repository).orElseThrow(TenantException::notFound);
    return ResponseEntity.ok()
        .contentType(SVG)
        .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
        .body(picture(said(reader, repository)));
  }

  /** What the badge says, and its colour. */
  private record Said(String text, String colour) {}

  private Said said(Reader reader, RepositoryId repository) {
    try (ReadWiki wiki = wikis.open(reader.tenant(), repository)) {
      ReadWiki.Verified checked = wiki.verified();
      return new Said(
          "%d of %d claims verified".formatted(checked.verified(), checked.claims()),
          checked.verified() == checked.claims() ? "#17682f" : "#7a5a00");
    } catch (StorageException e) {
      return switch (e.kind()) {
        case NOT_BUILT -> new Said("not built yet", "#555b62");
        case DAMAGED, UNWRITABLE, BUSY -> new Said("being made anew", "#a3170c");
      };
    }
  }

  private static String picture(Said said) {
    int left = LABEL.length() * LETTER + AROUND;
    int right = said.text().length() * LETTER + AROUND;
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%4$s: %5$s"><title>%4$s: %5$s</title><rect width="%2$d" height="20" fill="#33383e"/><rect x="%2$d" width="%3$d" height="20" fill="%6$s"/><g fill="#fff" font-family="Verdana,sans-serif" font-size="11" text-anchor="middle"><text x="%7$d" y="14">%4$s</text><text x="%8$d" y="14">%5$s</text></g></svg>
    """
        .formatted(
            left + right,
            left,
            right,
            LABEL,
            said.text(),
            said.colour(),
            left / 2,
            left + right / 2);
  }
}
