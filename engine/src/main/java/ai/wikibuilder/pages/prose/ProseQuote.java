package ai.wikibuilder.pages.prose;

import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What writing a wiki would take, found by making every prompt and sending none. Immutable.
 *
 * @param pageCount pages a model is asked for
 * @param unchangedCount pages taken over as they were written, at no cost
 * @param parallelMax calls at once
 */
public record ProseQuote(int pageCount, int unchangedCount, int parallelMax, List<Expected> calls) {
  /** Statements mended in one such call. */
  private static final int REPAIRED_STATEMENT_COUNT = 2;

  /** Tokens of the findings sent back. */
  private static final int FINDING_TOKENS = 200;

  /** Shorter beginnings of prompts are not kept by providers. */
  private static final int CACHED_TOKENS_MIN = 1_024;

  /**
   * A call as it is expected, or several of a kind together.
   *
   * @param subject slug of the page; empty for the plan
   * @param count calls, or a part of one: not every page needs a repair
   * @param tokensIn of all of them, as counted here
   * @param tokensCached of those the provider has already
   * @param tokensWritten of those it is told to keep, at a price of its own
   */
  public record Expected(
      Purpose purpose,
      String subject,
      double count,
      long tokensIn,
      long tokensCached,
      long tokensWritten,
      long tokensOut) {}

  public ProseQuote {
    calls = List.copyOf(calls);
  }

  static ProseQuote of(
      Desk desk, WrittenTexts texts, ToIntFunction<String> tokens, int parallelMax) {
    List<Expected> calls = new ArrayList<>();
    Map<String, String> summaries = new HashMap<>();
    desk.order()
        .all()
        .forEach(order -> summaries.put(order.planned().slug(), order.composed().summary()));
    int unchanged = 0;
    for (WritingOrder.Order order : desk.order().all()) {
      Optional<WrittenText> earlier = texts.find(order.planned().slug());
      PageWriter.Task task = desk.task(order, summaries, earlier);
      if (earlier.filter(text -> Writing.isOf(text, task)).isPresent()) {
        unchanged++;
        continue;
      }
      Prompt prompt = Prompt.of(task, desk, tokens);
      calls.add(prompt.page(calls.isEmpty()));
      if (desk.order().overview().filter(order::equals).isPresent()
          && earlier.filter(Writing::isOfUse).isEmpty()
          && desk.order().all().size() > 2) {
        calls.add(prompt.again());
      }
      calls.add(prompt.repair());
    }
    return new ProseQuote(desk.order().all().size() - unchanged, unchanged, parallelMax, calls);
  }

  /**
   * A page's prompt.
   *
   * @param in tokens of all of it
   * @param shared those of its beginning that all pages share and that the provider keeps
   * @param marked whether the provider is told to keep the rest too
   * @param unasked whether the provider keeps everything without being told, at no price
   */
  private record Prompt(
      String subject, long in, long shared, boolean marked, boolean unasked, long out) {
    static Prompt of(PageWriter.Task task, Desk desk, ToIntFunction<String> tokens) {
      List<Message> messages = desk.writer().request(task).messages();
      int shared = tokens.applyAsInt(messages.getFirst().text());
      return new Prompt(
          task.slug(),
          messages.stream().mapToLong(one -> tokens.applyAsInt(one.text())).sum(),
          shared >= CACHED_TOKENS_MIN ? shared : 0,
          messages.getLast() instanceof Message.User user && user.cacheBreakpoint(),
          desk.writer().isKeptUnasked(),
          desk.writer().outputTokensExpected(task.order()));
    }

    Expected page(boolean first) {
      long written = (first ? shared : 0) + (marked ? in - shared : 0);
      return new Expected(
          Purpose.PAGE, subject, 1, in, first ? 0 : shared, unasked ? 0 : written, out);
    }

    /**
     * The overview is written twice, the second time with its draft behind what the provider has
     * read; what is kept up to a mark is another prompt then.
     */
    Expected again() {
      return new Expected(Purpose.PAGE, subject, 1, in + out, unasked ? kept(in) : shared, 0, out);
    }

    private static long kept(long tokens) {
      return tokens >= CACHED_TOKENS_MIN ? tokens : 0;
    }

    /** Begins with the whole prompt of the page, which the provider has just read. */
    Expected repair() {
      long cached = kept(unasked || marked ? in : shared);
      return new Expected(
          Purpose.REPAIR,
          subject,
          PageWriter.REPAIR_SHARE,
          (long) ((in + out + FINDING_TOKENS) * PageWriter.REPAIR_SHARE),
          (long) (cached * PageWriter.REPAIR_SHARE),
          0,
          (long)
              (REPAIRED_STATEMENT_COUNT
                  * PageWriter.REPAIR_TOKENS_PER_STATEMENT
                  * PageWriter.REPAIR_SHARE));
    }
  }
}
