package ai.wikibuilder.server.web.writer;

import ai.wikibuilder.builds.stored.WikiQuote;
import ai.wikibuilder.models.Money;
import ai.wikibuilder.server.web.words.Words;
import ai.wikibuilder.server.web.writer.WriterView.Quoted.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A quote as people read it. */
record Quoted(Words words, WikiQuote quote) {
  private static final long NANOS_PER_MICRO = 1_000;

  WriterView.Quoted view() {
    List<Line> lines = new ArrayList<>();
    lines.add(line("writer.pages", words.count(quote.pageCount())));
    if (quote.unchangedCount() > 0) {
      lines.add(line("writer.unchanged", words.count(quote.unchangedCount())));
    }
    lines.add(
        line(
            "writer.tokens",
            words.say(
                "writer.tokens.value",
                words.count(quote.tokensIn()),
                words.count(quote.tokensCached()),
                words.count(quote.tokensOut()))));
    lines.add(line("writer.cost", money(quote.cost())));
    lines.add(line("writer.time", words.say("writer.time.value", words.count(minutes()))));
    if (quote.vectors().chunkCount() > 0) {
      lines.add(
          line(
              "writer.vectors",
              words.say(
                  "writer.vectors.value",
                  words.count(quote.vectors().tokens()),
                  money(quote.vectors().cost()))));
    }
    return new WriterView.Quoted(lines);
  }

  private Line line(String key, String value) {
    return new Line(words.say(key), value);
  }

  private String money(Optional<Money> cost) {
    return cost.map(money -> words.dollars(money.nanos() / NANOS_PER_MICRO))
        .orElseGet(() -> words.say("writer.cost.unknown"));
  }

  /** Begun ones count. */
  private long minutes() {
    return Math.max(1, quote.time().plusSeconds(59).toMinutes());
  }
}
