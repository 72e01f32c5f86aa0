package ai.wikibuilder.server.web.library;

import java.util.List;
import java.util.UUID;

/** Lines of a file. */
public record SourceView(UUID repository, String name, String commit, List<Line> lines) {
  /** One line, numbered from 1. */
  public record Line(int number, String text, boolean isCited) {}
}
