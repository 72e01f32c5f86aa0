package ai.wikibuilder.pages.surface;

import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.source.SourceText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a command says of itself to who asks for help: a text beside its name. Stateless. */
final class StatedHelp {
  /** Lines below the name of a command that still belong to it. */
  private static final int LINE_COUNT_MAX = 6;

  /** {@code Short: "Reads it"}, {@code about = "…"}, {@code .description('…')}. */
  private static final Pattern TEXT =
      Pattern.compile(
          "(?i).*\\b(?:short|about|desc(?:ription)?|help|summary)\\b[\\])]?\\s*(?:[:=(]|:=)\\s*"
              + "(?:\"([^\"\\\\]{12,200})\"|'([^'\\\\]{12,200})'|`([^`\\\\]{12,200})`).*");

  /** {@code "--name"} begins an option. */
  private static final Pattern OPTION = Pattern.compile("[\"'`]--[a-z]");

  private StatedHelp() {}

  /** The first such text at a command; empty without one. */
  static Optional<Repository.Quoted> of(Repository repository, EntryPoint command) {
    return at(repository, command.path(), command.line(), Optional.empty());
  }

  /** The first such text at an option, before the next one begins; empty without one. */
  static Optional<Repository.Quoted> ofOption(Repository repository, Setting option) {
    return at(repository, option.path(), option.line(), Optional.of(option.name()));
  }

  private static Optional<Repository.Quoted> at(
      Repository repository, String path, int first, Optional<String> option) {
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    int last = Math.min(text.lineCount(), first + LINE_COUNT_MAX);
    for (int at = first; at <= last; at++) {
      String line = text.lines(at, at);
      boolean next = OPTION.matcher(line).find() && !line.contains(option.orElse(""));
      if (option.isPresent() && next) {
        return Optional.empty();
      }
      Matcher matcher = TEXT.matcher(line.stripTrailing());
      if (matcher.matches()) {
        String words =
            Optional.ofNullable(matcher.group(1))
                .or(() -> Optional.ofNullable(matcher.group(2)))
                .orElseGet(() -> matcher.group(3));
        return words.indexOf(' ') < 0
            ? Optional.empty()
            : repository
                .lines(path, at, at)
                .map(lines -> new Repository.Quoted(words.strip(), lines));
      }
    }
    return Optional.empty();
  }
}
