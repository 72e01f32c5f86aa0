package ai.wikibuilder.pages.prose;

import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.PieceListener;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.facts.ModelFacts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model that says what a test wants, and keeps what it was asked. */
final class ScriptedAuthor implements ChatModel {
  /** More would be longer than any page may be. */
  private static final int QUOTED_COUNT_MAX = 24;

  private static final Pattern FACT = Pattern.compile("(?m)^\\[(F\\d+)] (.*?)\\.?$");
  private static final Pattern CARD =
      Pattern.compile(
          "(?m)^\\[(\\d+)] card .*\\n(\\S+)\\n(?:named by: .*\\n)?calls: (\\S+?)(?:,|\\n)");
  private static final Pattern CODE = Pattern.compile("^\\[(\\d+)] code .*$");
  private static final Pattern COMMENT = Pattern.compile("^\\s*/\\*\\* (.*?) \\*/$");

  private final Function<ChatRequest, String> script;
  private IntUnaryOperator promptTokensMax = _ -> 100_000;
  private double marksPayFrom = Double.MAX_VALUE;
  private final List<ChatRequest> requests = new CopyOnWriteArrayList<>();

  ScriptedAuthor(Function<ChatRequest, String> script) {
    this.script = script;
  }

  /** One that writes only what its evidence says. */
  static ScriptedAuthor honest() {
    return new ScriptedAuthor(ScriptedAuthor::page);
  }

  /** With room for a prompt of so many tokens, whatever the reply. */
  ScriptedAuthor taking(int tokens) {
    promptTokensMax = _ -> tokens;
    return this;
  }

  /** One of which this is known. */
  ScriptedAuthor knownAs(ModelFacts facts) {
    promptTokensMax = facts::promptTokensMax;
    return this;
  }

  /**
   * At a provider that must be told what to keep.
   *
   * @param readsMin later reads from which on that pays
   */
  ScriptedAuthor wantingMarks(double readsMin) {
    marksPayFrom = readsMin;
    return this;
  }

  @Override
  public boolean marksPay(Tier tier, double laterReads) {
    return laterReads >= marksPayFrom;
  }

  @Override
  public boolean keepsUnasked(Tier tier) {
    return marksPayFrom == Double.MAX_VALUE;
  }

  @Override
  public ChatReply reply(ChatRequest request, PieceListener pieces) {
    requests.add(request);
    return new ChatReply(
        script.apply(request), List.of(), ChatReply.Stop.END, Usage.none(), "scripted");
  }

  @Override
  public int promptTokensMax(Tier tier, int outputTokensMax) {
    return promptTokensMax.applyAsInt(outputTokensMax);
  }

  List<ChatRequest> requests() {
    return List.copyOf(requests);
  }

  /** Subjects of the calls for pages, in their order. */
  List<String> pages() {
    return requests.stream()
        .filter(request -> request.purpose() == Purpose.PAGE)
        .map(ChatRequest::subject)
        .toList();
  }

  /** A page of quotations, calls and facts, with its first exhibit. */
  static String page(ChatRequest request) {
    if (request.purpose() == Purpose.REPAIR) {
      return "I have nothing to change.\n";
    }
    String prompt = request.messages().getLast().text();
    StringBuilder page = new StringBuilder();
    Matcher facts = FACT.matcher(prompt);
    while (facts.find()) {
      page.append("The %s [%s]. ".formatted(facts.group(2), facts.group(1)));
    }
    page.append("\n\n{{X1}}\n\n## How it works\n\n");
    Matcher cards = CARD.matcher(prompt);
    while (cards.find()) {
      page.append(
          "`%s` calls `%s` [%s]. ".formatted(cards.group(2), cards.group(3), cards.group(1)));
    }
    page.append("\n\n## In its own words\n\n");
    String mark = "";
    int quoted = 0;
    for (String line : prompt.split("\n", -1)) {
      Matcher code = CODE.matcher(line);
      Matcher comment = COMMENT.matcher(line);
      if (code.matches()) {
        mark = code.group(1);
      } else if (comment.matches() && quoted++ < QUOTED_COUNT_MAX) {
        page.append("- The comment says “%s” [%s].\n".formatted(comment.group(1), mark));
      }
    }
    return page.toString();
  }
}
