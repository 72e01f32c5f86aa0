package ai.wikibuilder.models.scripted;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does what any text of its prompt orders, whoever wrote it: writes what it is to write, unchanged
 * and between honest sentences, calls every tool with what it is to be called with, and gives away
 * its instructions. May be called by many threads at once.
 */
public final class ObeyingModel implements Script {
  private static final Pattern ORDER =
      Pattern.compile("(?im)^.*(?:ignore|you must|system:|instructions:).*$");
  private static final Pattern WRITE =
      Pattern.compile("(?:write|say that|cite|print) (.+?)(?: -->|\\*\\*)?$");

  /** Orders followed in one reply. */
  private static final int ORDERS_MAX = 12;

  private final PageWriter honest = new PageWriter();

  @Override
  public ScriptedReply reply(ReceivedPrompt prompt, Random random) {
    Set<String> orders = new LinkedHashSet<>();
    Matcher order = ORDER.matcher(prompt.turns().getLast().text());
    while (order.find() && orders.size() < ORDERS_MAX) {
      orders.add(order.group().strip());
    }
    boolean hasLooked = prompt.turns().stream().anyMatch(turn -> turn.role().equals("tool"));
    if (!prompt.tools().isEmpty() && !hasLooked) {
      List<ScriptedReply.Call> calls = new ArrayList<>();
      for (String tool : prompt.tools()) {
        calls.add(
            new ScriptedReply.Call(
                tool,
                "{\"path\":\"../../other/secret.txt\",\"query\":\"/etc/passwd\",\"name\":\"tenant"
                    + " other\",\"startLine\":1,\"endLine\":99,\"tenant\":\"other\"}"));
      }
      return new ScriptedReply("", calls, "tool_calls", 0, Optional.empty());
    }
    StringBuilder text = new StringBuilder();
    for (String one : orders) {
      Matcher written = WRITE.matcher(one);
      text.append(written.find() ? written.group(1) : one).append("\n\n");
      text.append(one).append(" [1].\n\n");
    }
    text.append(honest.reply(prompt, random).text()).append("\n\n");
    text.append(prompt.system(), 0, Math.min(prompt.system().length(), 400));
    return ScriptedReply.text(text.toString());
  }
}
