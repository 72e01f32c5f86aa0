package ai.wikibuilder.benchmarks.research;

import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.PieceListener;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that knows nothing: it asks about the names of the question, looks up who calls them and
 * what they call, and writes down every call that a card shows. Threads may share it.
 */
final class CallTeller implements ChatModel {
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final Pattern CARD =
      Pattern.compile("(?m)^\\[(\\d+)] card \\S+\\n(\\S+)\\n(?:named by .*\\n)?calls: (.*)$");
  private static final Pattern SUB_QUESTION = Pattern.compile("(?m)^SUB-QUESTION\\n(.*)$");

  /** Calls told of one card. */
  private static final int CALLS_OF_A_CARD = 8;

  @Override
  public ChatReply reply(ChatRequest request, PieceListener pieces) {
    String told = request.messages().getFirst().text();
    StringBuilder all = new StringBuilder();
    request.messages().forEach(message -> all.append(message.text()).append('\n'));
    if (told.startsWith("A developer wants")) {
      return said(plan(request.subject()), pieces);
    }
    if (request.purpose() == Purpose.REPAIR) {
      return said("1. REMOVE", pieces);
    }
    boolean looked = request.messages().getLast() instanceof Message.ToolResult;
    if (!request.tools().isEmpty() && !looked) {
      Matcher sub = SUB_QUESTION.matcher(all);
      return looking(names(sub.find() ? sub.group(1) : request.subject()));
    }
    return said(calls(all.toString()), pieces);
  }

  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }

  private static String plan(String question) {
    List<Map<String, String>> questions = new ArrayList<>();
    questions.add(Map.of("question", question, "words", String.join(" ", names(question))));
    for (String name : names(question)) {
      questions.add(
          Map.of(
              "question", "What does `%s` call, and who calls it?".formatted(name), "words", name));
    }
    return JsonText.of(Map.of("questions", questions));
  }

  private static ChatReply looking(List<String> names) {
    List<ToolCall> calls = new ArrayList<>();
    for (String name : names) {
      calls.add(new ToolCall("c" + calls.size(), "callers", JsonText.of(Map.of("name", name)), ""));
    }
    return new ChatReply("", calls, ChatReply.Stop.TOOL_CALLS, Usage.none(), "script");
  }

  private static String calls(String prompt) {
    Set<String> sentences = new LinkedHashSet<>();
    Matcher card = CARD.matcher(prompt);
    while (card.find()) {
      String[] called = card.group(3).split(", ", -1);
      for (int i = 0; i < Math.min(CALLS_OF_A_CARD, called.length); i++) {
        sentences.add("`%s` calls `%s` [%s].".formatted(card.group(2), called[i], card.group(1)));
      }
    }
    return sentences.isEmpty() ? "NOT FOUND" : String.join(" ", sentences);
  }

  private static ChatReply said(String text, PieceListener pieces) {
    pieces.piece(text);
    return new ChatReply(
        text,
        List.of(),
        ChatReply.Stop.END,
        new Usage(0, 0, text.length() / 4, Optional.empty()),
        "script");
  }

  @Override
  public int promptTokensMax(Tier tier, int outputTokensMax) {
    return 100_000;
  }
}
