package ai.wikibuilder.server.web.library;

import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.words.Words;
import ai.wikibuilder.site.served.ServedPage;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Shows pages of a wiki to somebody who may do more than read it: with the ways to ask and to
 * report above. Threads may share it.
 */
@Component
public final class WikiFrame {
  /** What the site's own files need, and nothing from elsewhere; frames show cited lines. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'self';"
          + " base-uri 'none'; form-action 'self'";

  private static final String HEAD =
      """
      <link rel="stylesheet" href="/assets/strip.css">
      <link rel="icon" href="/assets/icon.svg">
      """;

  private final Pages pages;

  WikiFrame(Pages pages) {
    this.pages = pages;
  }

  /**
   * Where the strip leads.
   *
   * @param page slug of the page below it; empty for one that is no page of the wiki
   * @param canBuild whether the person may have it built, and say when
   */
  public record Strip(UUID repository, Optional<String> page, boolean canBuild) {
    /** Above what is no page of the wiki. */
    public static Strip apart(UUID repository, boolean canBuild) {
      return new Strip(repository, Optional.empty(), canBuild);
    }
  }

  /** A page of the wiki with the strip above. */
  String under(String html, Words words, Strip strip) {
    return ServedPage.under(html, HEAD, pages.part("library/strip.jte", words, strip) + "\n");
  }

  /** A page that was made in the frame of a wiki, as if it were one of its pages. */
  public ResponseEntity<String> page(String html, Words words, Strip strip) {
    String rooted = ServedPage.rooted(html, "/wikis/" + strip.repository() + "/");
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
        .header("Content-Security-Policy", POLICY)
        .header("X-Robots-Tag", "noindex")
        .body(under(rooted, words, strip));
  }
}
