package ai.wikibuilder.server.web.library;

import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A file of a repository, with the lines that somebody cites. */
@Controller
final class SourcePages {
  private static final Pattern LINES = Pattern.compile("(\\d{1,7})-(\\d{1,7})");

  /** Lines shown before and behind the cited ones. */
  private static final int AROUND = 400;

  private final Pages pages;
  private final Admission admission;
  private final Repositories repositories;
  private final Wikis wikis;

  SourcePages(Pages pages, Admission admission, Repositories repositories, Wikis wikis) {
    this.pages = pages;
    this.admission = admission;
    this.repositories = repositories;
    this.wikis = wikis;
  }

  @GetMapping("/repositories/{id}/source")
  ResponseEntity<String> show(
      Frame frame,
      @PathVariable UUID id,
      @RequestParam String path,
      @RequestParam(defaultValue = "") String lines) {
    RepositoryId repository = new RepositoryId(id);
    TenantId tenant =
        admission.admit(
            frame.caller(), repositories.tenantOf(repository).value(), Role.READER, Scope.READ);
    try (ReadWiki wiki = wikis.open(tenant, repository)) {
      SourceText text = wiki.source(path).orElseThrow(TenantException::notFound);
      Matcher cited = LINES.matcher(lines);
      int first = cited.matches() ? Integer.parseInt(cited.group(1)) : 1;
      int last = cited.matches() ? Integer.parseInt(cited.group(2)) : 0;
      List<SourceView.Line> shown = new ArrayList<>();
      int end = Math.min(text.lineCount(), Math.max(first, last) + AROUND);
      for (int line = Math.max(1, first - AROUND); line <= end; line++) {
        shown.add(
            new SourceView.Line(
                line, text.lines(line, line).stripTrailing(), line >= first && line <= last));
      }
      return pages.show(
          "library/source.jte",
          frame.titled(path, Section.LIBRARY),
          new SourceView(id, wiki.title(), wiki.commit(), shown));
    }
  }
}
