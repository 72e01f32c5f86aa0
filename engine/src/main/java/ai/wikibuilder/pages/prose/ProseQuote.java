package ai.wikibuilder.pages.prose;

import ai.wikibuilder.models.ChatRequest;
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
  /** Pages with a statement to mend: so many of a hundred were seen with careful models. */
  private static final double REPAIR_SHARE = 0.1;

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
   */
  public record Expected(
      Purpose purpose,
      String subject,
      double count,
      long tokensIn,
      long tokensCached,
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
      boolean first = calls.isEmpty();
      Expected page = page(task, desk, first, tokens);
      calls.add(page);
      if (desk.order().overview().filter(order::equals).isPresent()
          && desk.order().all().size() > 2) {
        calls.add(again(page));
      }
      calls.add(repair(page));
    }
    return new ProseQuote(desk.order().all().size() - unchanged, unchanged, parallelMax, calls);
  }

  private static Expected page(
      PageWriter.Task task, Desk desk, boolean first, ToIntFunction<String> tokens) {
    ChatRequest request = desk.writer().request(task);
    long in = request.messages().stream().mapToLong(one -> tokens.applyAsInt(one.text())).sum();
    int prefix = tokens.applyAsInt(request.messages().getFirst().text());
    boolean kept = !first && prefix >= CACHED_TOKENS_MIN;
    return new Expected(
        Purpose.PAGE,
        task.slug(),
        1,
        in,
        kept ? prefix : 0,
        desk.writer().outputTokensExpected(task.order()));
  }

  /** The overview is written twice, the second time with its draft in the prompt. */
  private static Expected again(Expected page) {
    return new Expected(
        Purpose.PAGE,
        page.subject(),
        1,
        page.tokensIn() + page.tokensOut(),
        page.tokensCached(),
        page.tokensOut());
  }

  /** Begins with the whole prompt of the page, which the provider has just read. */
  private static Expected repair(Expected page) {
    long in = page.tokensIn() + page.tokensOut() + FINDING_TOKENS;
    long cached = page.tokensIn() >= CACHED_TOKENS_MIN ? page.tokensIn() : 0;
    return new Expected(
        Purpose.REPAIR,
        page.subject(),
        REPAIR_SHARE,
        (long) (in * REPAIR_SHARE),
        (long) (cached * REPAIR_SHARE),
        (long) (REPAIRED_STATEMENT_COUNT * PageWriter.REPAIR_TOKENS_PER_STATEMENT * REPAIR_SHARE));
  }
}
