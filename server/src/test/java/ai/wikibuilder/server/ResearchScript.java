package ai.wikibuilder.server;

import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.Script;
import ai.wikibuilder.models.scripted.ScriptedReply;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model that looks into questions about tides: it says what the cards of its prompts tell. */
public final class ResearchScript implements Script {
  private static final Pattern CALL =
      Pattern.compile("\\[(\\d+)] card \\S+\\n(\\S+)\\n(?:named by .*\\n)?calls: ([\\w.]+)");

  private static final String PLAN =
      """
      {"questions":[
       {"question":"How is the next high water found?","words":"next_high TideTable later"},
       {"question":"Who asks for it?","words":"main app"}]}
      """;

  @Override
  public ScriptedReply reply(ReceivedPrompt prompt, Random random) {
    String everything = prompt.everything();
    if (everything.contains("A developer wants")) {
      return ScriptedReply.text(PLAN);
    }
    if (everything.contains("A check of your page")) {
      return ScriptedReply.text("1. REMOVE");
    }
    StringBuilder text = new StringBuilder("## Calls\n\n");
    Matcher call = CALL.matcher(everything);
    while (call.find()) {
      text.append("`%s` calls `%s` [%s]. ".formatted(call.group(2), call.group(3), call.group(1)));
    }
    boolean note = everything.contains("You look into");
    return ScriptedReply.text(text + (note ? "\nMISSING: low waters\n" : ""));
  }
}
