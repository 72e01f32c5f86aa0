package ai.wikibuilder.benchmarks.languages;

import ai.wikibuilder.facts.FileFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was measured of one language on one repository. Immutable.
 *
 * @param agreement with ctags; empty when it does not know the language
 * @param calls followed in the graph
 * @param imports followed in the graph
 */
record LanguageRow(
    String language,
    String repository,
    List<ParsedRepository.Parsed> files,
    double seconds,
    Optional<Agreement> agreement,
    Followed calls,
    Followed imports) {

  static final String HEAD =
      """
      | Language | Repository | Files | Lines | Definitions | Of ctags' | With doc | Calls resolved, name known | Of all calls | Imports resolved, name known | Of all imports | Files failed | With errors | MB/s |
      |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
      """;

  @Override
  public String toString() {
    long lines = files.stream().mapToLong(file -> file.text().lineCount()).sum();
    long bytes = files.stream().mapToLong(file -> file.text().byteCount()).sum();
    long symbols = files.stream().mapToLong(file -> file.facts().symbols().size()).sum();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %,d | %,d | %s | %s | %s | %s | %s | %s | %d | %d | %.1f |",
        language,
        repository,
        files.size(),
        lines,
        symbols,
        agreement.map(LanguageRow::recall).orElse("n/a"),
        share(documented(), symbols),
        share(calls.followed(), calls.known()),
        share(calls.followed(), calls.all()),
        share(imports.followed(), imports.known()),
        share(imports.followed(), imports.all()),
        count(FileFacts.Outcome.TIMED_OUT, FileFacts.Outcome.CRASHED, FileFacts.Outcome.TOO_LARGE),
        count(FileFacts.Outcome.PARSED_WITH_ERRORS),
        bytes / 1e6 / seconds);
  }

  private long documented() {
    return files.stream()
        .flatMap(file -> file.facts().symbols().stream())
        .filter(symbol -> symbol.doc().isPresent())
        .count();
  }

  private long count(FileFacts.Outcome... outcomes) {
    List<FileFacts.Outcome> wanted = List.of(outcomes);
    return files.stream().filter(file -> wanted.contains(file.facts().outcome())).count();
  }

  private static String recall(Agreement agreement) {
    return String.format(
        Locale.ROOT, "%s of %,d", share(agreement.found(), agreement.total()), agreement.total());
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "none" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
