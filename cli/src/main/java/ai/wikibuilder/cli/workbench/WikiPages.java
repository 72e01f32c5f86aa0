package ai.wikibuilder.cli.workbench;

import ai.wikibuilder.builds.stored.WikiCheck;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The pages in a wiki's folder, as they are and as Markdown. */
public final class WikiPages {
  private static final String MARKDOWN = "markdown/";

  private final Path folder;

  public WikiPages(Path folder) {
    this.folder = folder;
  }

  /** All pages in their order; none when there is an index alone. */
  public List<Page> all() {
    return WikiCheck.pages(folder).map(Wiki::pages).orElse(List.of());
  }

  /** The text of a page by its slug. */
  public Optional<String> text(String slug) {
    Path file = folder.resolve(MARKDOWN + slug + ".md");
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UsageException("cannot read %s: %s".formatted(file, e.getMessage()));
    }
  }

  /** The text of a page by the path that a hit has. */
  public Optional<SourceText> file(String path) {
    boolean page = path.matches("markdown/[a-z0-9-]+\\.md");
    return page
        ? text(path.substring(MARKDOWN.length(), path.length() - ".md".length()))
            .map(SourceText::of)
        : Optional.empty();
  }
}
