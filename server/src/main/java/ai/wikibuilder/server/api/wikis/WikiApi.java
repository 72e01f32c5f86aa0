package ai.wikibuilder.server.api.wikis;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.api.WikiExports;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What readers are shown of a repository. */
@RestController
@RequestMapping("/api/repositories/{id}")
final class WikiApi {
  private static final MediaType MARKDOWN = MediaType.valueOf("text/markdown;charset=UTF-8");
  private static final Pattern LINES = Pattern.compile("(\\d{1,7})(?:-(\\d{1,7}))?");

  /** Lines of source in one answer. */
  private static final int LINE_COUNT_MAX = 2_000;

  private final Wikis wikis;
  private final WikiExports exports;
  private final Admission admission;

  WikiApi(Wikis wikis, WikiExports exports, Admission admission) {
    this.wikis = wikis;
    this.exports = exports;
    this.admission = admission;
  }

  private ReadWiki open(Caller caller, UUID id) {
    TenantId tenant = admission.admitTo(caller, id, Role.READER, Scope.READ);
    return wikis.open(tenant, new RepositoryId(id));
  }

  /**
   * The table of contents.
   *
   * @param generation changes with each build
   * @param commit the wiki is of; empty without git
   * @param pages in reading order, a parent before its children
   */
  record WikiReply(
      UUID repositoryId, UUID generation, String title, String commit, List<PageLine> pages) {}

  record PageLine(String slug, String title, String summary, @Nullable String parent) {}

  @GetMapping("/wiki")
  WikiReply wiki(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    try (ReadWiki wiki = open(caller, id)) {
      return new WikiReply(
          id,
          wiki.at().generation().value(),
          wiki.title(),
          wiki.commit(),
          wiki.pages().stream()
              .map(page ->
                  new PageLine(
                      page.slug(), page.title(), page.summary(), page.parent().orElse(null)))
              .toList());
    }
  }

  /** One page as data, in the shape of {@code docs/formats/wiki-json.md}. */
  @GetMapping(value = "/pages/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> page(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable String slug) {
    try (ReadWiki wiki = open(caller, id)) {
      String json = wiki.json(slug).orElseThrow(TenantException::notFound);
      return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }
  }

  /** One page as text. */
  @GetMapping(value = "/pages/{slug}.md", produces = "text/markdown")
  ResponseEntity<String> markdown(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable String slug) {
    try (ReadWiki wiki = open(caller, id)) {
      String text = wiki.markdown(slug).orElseThrow(TenantException::notFound);
      return ResponseEntity.ok().contentType(MARKDOWN).body(text);
    }
  }

  /**
   * Lines of a file of the repository, secrets masked.
   *
   * @param lineCount lines the whole file has
   */
  record SourceReply(
      String path, String commit, int startLine, int endLine, int lineCount, String text) {}

  @GetMapping("/source/{*path}")
  SourceReply source(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable String path,
      @RequestParam(required = false) @Nullable String lines) {
    String name = path.replaceFirst("^/", "");
    try (ReadWiki wiki = open(caller, id)) {
      SourceText text = wiki.source(name).orElseThrow(TenantException::notFound);
      Range range = Range.of(lines, text.lineCount());
      return new SourceReply(
          name,
          wiki.commit(),
          range.first(),
          range.last(),
          text.lineCount(),
          text.lines(range.first(), range.last()));
    }
  }

  /** Lines that are there, not too many. */
  private record Range(int first, int last) {
    static Range of(@Nullable String asked, int lineCount) {
      Matcher range = LINES.matcher(asked == null ? "1-" + lineCount : asked);
      if (!range.matches()) {
        throw new InvalidInput("lines: expected a line such as 10, or a range such as 10-40");
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      last = Math.min(Math.min(last, lineCount), first + LINE_COUNT_MAX - 1);
      if (first < 1 || first > last) {
        throw new InvalidInput("lines: expected lines from 1 to " + lineCount);
      }
      return new Range(first, last);
    }
  }

  /**
   * The whole wiki.
   *
   * @param format {@code html}: one file that holds everything; {@code zip}: the site; {@code
   *     json}: wiki.json
   */
  @GetMapping(
      value = "/export",
      produces = {MediaType.TEXT_HTML_VALUE, "application/zip", MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<StreamingResponseBody> export(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "html") String format) {
    TenantId tenant = admission.admitTo(caller, id, Role.READER, Scope.READ);
    return exports.of(caller, tenant, new RepositoryId(id), format);
  }
}
