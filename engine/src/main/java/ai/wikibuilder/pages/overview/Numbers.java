package ai.wikibuilder.pages.overview;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.Unparsed;
import ai.wikibuilder.source.SkipReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells how large the repository is and what of it was left out. */
final class Numbers {
  /** Languages with their share. */
  private static final int LANGUAGE_COUNT_MAX = 4;

  /** A language with less than one part in this many is not named. */
  private static final int SHARE_MIN = 50;

  private final Repository repository;
  private final Map<String, Long> linesByLanguage;

  Numbers(Repository repository, Map<String, Long> linesByLanguage) {
    this.repository = repository;
    this.linesByLanguage = linesByLanguage;
  }

  Page.Section section() {
    long lines = linesByLanguage.values().stream().mapToLong(count -> count).sum();
    List<Sentence> result = new ArrayList<>();
    result.add(
        repository
            .say("numbers")
            .digits("lines", lines)
            .count("files", repository.graph().fileCount())
            .text("shares", repository.words().list(shares(lines)))
            .end());
    result.add(
        repository
            .say("numbers.graph")
            .count("definitions", repository.graph().symbolCount())
            .count("references", repository.graph().edgeCount())
            .end());
    Unparsed.sentence(repository).ifPresent(result::add);
    leftOut().ifPresent(result::add);
    int masked = repository.composition().maskedSecretCount();
    if (masked > 0) {
      result.add(repository.say("numbers.masked").count("count", masked).end());
    }
    return new Page.Section(
        repository.words().text("heading.numbers"), List.of(new Block.Paragraph(result)));
  }

  private List<String> shares(long lines) {
    List<String> shares = new ArrayList<>();
    linesByLanguage.forEach((language, count) -> {
      boolean large = !language.equals("other") && count * SHARE_MIN >= lines;
      if (shares.size() < LANGUAGE_COUNT_MAX && (large || shares.isEmpty())) {
        long share = lines == 0 ? 0 : Math.round(100.0 * count / lines);
        String pattern = repository.words().text(share == 0 ? "share.small" : "share");
        shares.add(
            pattern.replace("{share}", Long.toString(share)).replace("{language}", language));
      }
    });
    return shares;
  }

  private Optional<Sentence> leftOut() {
    Map<SkipReason, Integer> skipped = repository.composition().skipped();
    int all = skipped.values().stream().mapToInt(count -> count).sum();
    if (all == 0) {
      return Optional.empty();
    }
    List<String> reasons =
        skipped.entrySet().stream()
            .sorted(
                Map.Entry.<SkipReason, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(entry ->
                repository
                    .words()
                    .text("skipped." + entry.getKey().name().toLowerCase(Locale.ROOT))
                    .replace("#", repository.words().number(entry.getValue())))
            .toList();
    return Optional.of(
        repository
            .say("numbers.skipped")
            .count("files", all)
            .text("reasons", repository.words().list(reasons))
            .end());
  }
}
