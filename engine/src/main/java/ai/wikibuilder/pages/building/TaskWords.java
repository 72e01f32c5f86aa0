package ai.wikibuilder.pages.building;

import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.words.Quotation;
import ai.wikibuilder.pages.words.Quotations;
import ai.wikibuilder.source.SourceText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a build file says of a command beside its name: in a remark above it or behind it, as
 * Makefiles and justfiles do, or in {@code desc}, as Rakefiles do. Stateless.
 */
final class TaskWords {
  /** A longer line says nothing of a command. */
  private static final int LINE_LENGTH_MAX = 300;

  /** {@code clean: ## Removes it}: a remark of one sign is one to who writes the file. */
  private static final Pattern BEHIND = Pattern.compile("^[^#]*+##+\\s*+(\\S.*+)$");

  private static final Pattern ABOVE = Pattern.compile("^\\s*+#++\\s*+(\\p{L}.*+)$");

  private static final Pattern DESC = Pattern.compile("^\\s*+desc[\\s(]++[\"'](.++)$");

  private TaskWords() {}

  static Optional<Repository.Quoted> of(
      Repository repository, Manifest manifest, Manifest.Command command) {
    Pattern behind = ABOVE;
    Pattern above = ABOVE;
    switch (manifest.tool()) {
      case MAKE -> behind = BEHIND;
      case JUST -> {
        // above only
      }
      case RAKE -> above = DESC;
      default -> {
        return Optional.empty();
      }
    }
    Optional<Repository.Quoted> own = at(repository, manifest, command.line(), behind);
    return own.isPresent() ? own : at(repository, manifest, command.line() - 1, above);
  }

  private static Optional<Repository.Quoted> at(
      Repository repository, Manifest manifest, int line, Pattern pattern) {
    SourceText text = repository.text(manifest.path()).orElse(SourceText.of(""));
    if (line < 1 || line > text.lineCount()) {
      return Optional.empty();
    }
    String raw = text.lines(line, line).stripTrailing();
    Matcher matcher = pattern.matcher(raw.length() > LINE_LENGTH_MAX ? "" : raw);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String words = matcher.group(1).replaceFirst("[\"']\\s*+\\)?+$", "");
    return Quotations.ofProse(words, 1)
        .map(said -> new Quotation(said.text(), 0, 0))
        .flatMap(said -> repository.quoted(manifest.path(), line, said));
  }
}
