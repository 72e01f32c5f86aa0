package ai.wikibuilder.pages.surface;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells when a clock starts a job, and why where the documents say so. */
final class Schedules {
  /** Lines below the mark on which its arguments can stand. */
  private static final int LINE_COUNT_MAX = 4;

  private static final Pattern CRON =
      Pattern.compile(
          "[\"'](?:0 )?(\\d{1,2} \\d{1,2} \\S+ \\S+ \\S+|[\\d*/,-]+(?: [\\d*/,?-]+){4,5})[\"']");

  private static final Pattern DAILY = Pattern.compile("(\\d{1,2}) (\\d{1,2}) \\* \\* [*?]");

  private final Material material;
  private final Repository repository;
  private final CodeGraph graph;

  Schedules(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.graph = repository.graph();
  }

  List<Sentence> of(EntryPoint job, Optional<GraphSymbol> handler) {
    List<Sentence> result = new ArrayList<>();
    bySetting(job).or(() -> byClock(job)).ifPresent(result::add);
    handler
        .flatMap(function -> material.reasons().ofFunction(function.name()))
        .ifPresent(words ->
            result.add(
                repository
                    .say("type.reason")
                    .quote("quote", words.text())
                    .by(words.evidence())
                    .end()));
    return result;
  }

  /** A setting that the mark names gives the time between two runs. */
  private Optional<Sentence> bySetting(EntryPoint job) {
    for (Setting read : graph.settings()) {
      boolean mark =
          read.use() == Setting.Use.READ
              && read.path().equals(job.path())
              && read.line() >= job.line()
              && read.line() < job.line() + LINE_COUNT_MAX
              && read.kind() == Setting.Kind.PROPERTY;
      if (mark) {
        List<Setting> stated =
            graph.settings().stream()
                .filter(one -> one.use() == Setting.Use.STATED && one.name().equals(read.name()))
                .filter(one -> one.value().isPresent())
                .toList();
        return stated.stream().findFirst().map(one -> spaced(read, one));
      }
    }
    return Optional.empty();
  }

  private Sentence spaced(Setting read, Setting stated) {
    Phrase phrase =
        repository
            .say("api.spaced")
            .code("setting", read.name())
            .code("value", stated.value().orElseThrow())
            .by(repository.lines(read.path(), read.line(), read.line()));
    StatedComment.first(repository, List.of(stated))
        .ifPresentOrElse(
            comment -> phrase.quote("comment", comment.text()).by(comment.lines()),
            () -> phrase.by(repository.lines(stated.path(), stated.line(), stated.line())));
    return phrase.end();
  }

  private Optional<Sentence> byClock(EntryPoint job) {
    SourceText text = repository.text(job.path()).orElse(SourceText.of(""));
    int last = Math.min(text.lineCount(), job.line() + LINE_COUNT_MAX - 1);
    for (int line = job.line(); line <= last; line++) {
      Matcher cron = CRON.matcher(text.lines(line, line));
      if (cron.find()) {
        Matcher daily = DAILY.matcher(cron.group(1));
        Phrase phrase =
            daily.matches()
                ? repository
                    .say("api.daily")
                    .text("time", time(daily.group(2)) + ":" + time(daily.group(1)))
                : repository.say("api.cron").code("cron", cron.group(1));
        return Optional.of(phrase.by(repository.lines(job.path(), line, line)).end());
      }
    }
    return Optional.empty();
  }

  private static String time(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }
}
