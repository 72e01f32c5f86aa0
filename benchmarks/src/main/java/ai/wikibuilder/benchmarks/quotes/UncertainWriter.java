package ai.wikibuilder.benchmarks.quotes;

import ai.wikibuilder.models.scripted.Fault;
import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.Script;
import ai.wikibuilder.models.scripted.ScriptedReply;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A writer like those one pays: pages 40 % shorter or longer than asked for, one of ten with
 * statements that do not hold, one of fifty calls that fails the first time. Counts and keeps
 * beginnings of prompts as providers do. Threads may share it; the same seed and prompts give the
 * same replies.
 */
final class UncertainWriter implements Script {
  private static final double LENGTH_SPREAD = 0.4;
  private static final double FALSE_SHARE = 0.1;
  private static final double FAILING_SHARE = 0.02;

  /** Of prose about code: names in backticks, and a mark behind each sentence. */
  private static final double TOKENS_PER_WORD = 1.9;

  /** Shorter beginnings are not kept, and what is kept is a multiple of the second. */
  private static final int KEPT_TOKENS_MIN = 1_024;

  private static final int KEPT_TOKENS_STEP = 128;

  private static final Pattern LENGTH = Pattern.compile("LENGTH (\\d+) to (\\d+) words");
  private static final Pattern TO_MEND = Pattern.compile("(?m)^(\\d+)\\. ");

  private final ToIntFunction<String> tokens;
  private final long seed;
  private final KeptBeginnings beginnings = new KeptBeginnings();
  private final Set<String> failed = ConcurrentHashMap.newKeySet();

  UncertainWriter(ToIntFunction<String> tokens, long seed) {
    this.tokens = tokens;
    this.seed = seed;
  }

  @Override
  public ScriptedReply reply(ReceivedPrompt prompt, Random byOrdinal) {
    String asked = prompt.everything();
    Random random = new Random(seed * 1_000_003 + asked.hashCode()); // whichever came first
    String text = text(asked, random);
    int in = tokens.applyAsInt(asked);
    ScriptedReply reply = ScriptedReply.text(text).counted(in, tokens.applyAsInt(text));
    boolean fails = random.nextDouble() < FAILING_SHARE && failed.add(asked);
    if (fails && random.nextBoolean()) {
      return reply.with(Fault.broken()); // nobody read the prompt, so nothing of it is kept
    }
    ScriptedReply read = reply.cached(kept(asked));
    return fails ? read.with(new Fault.DropWithin()) : read;
  }

  private String text(String asked, Random random) {
    if (asked.contains("table of contents")) {
      return "{\"rename\": [], \"move\": []}";
    }
    int check = asked.lastIndexOf("A check of your page");
    if (check >= 0) {
      return mended(asked, asked.substring(check), random);
    }
    Matcher length = LENGTH.matcher(asked);
    if (!length.find()) {
      return "ready";
    }
    double middle = (Integer.parseInt(length.group(1)) + Integer.parseInt(length.group(2))) / 2.0;
    double wanted =
        middle * TOKENS_PER_WORD * (1 - LENGTH_SPREAD + 2 * LENGTH_SPREAD * random.nextDouble());
    List<String> sentences = Quotations.of(asked);
    StringBuilder page = new StringBuilder();
    int written = 0;
    while (written < wanted && !sentences.isEmpty()) {
      String sentence = sentences.remove(random.nextInt(sentences.size()));
      page.append(sentence).append(' ');
      written += tokens.applyAsInt(sentence);
    }
    boolean isFalse = random.nextDouble() < FALSE_SHARE;
    return isFalse
        ? page
            + "The class `Unheard%d` counts to %d [1]. `vanish%d` is older [2]."
                .formatted(random.nextInt(100), random.nextInt(1_000), random.nextInt(100))
        : page.toString();
  }

  private static String mended(String asked, String findings, Random random) {
    List<String> sentences = Quotations.of(asked);
    StringBuilder reply = new StringBuilder();
    Matcher number = TO_MEND.matcher(findings);
    while (number.find() && !sentences.isEmpty()) {
      String sentence = sentences.remove(random.nextInt(sentences.size()));
      reply.append(number.group(1)).append(". ").append(sentence).append('\n');
    }
    return reply.toString();
  }

  /** Tokens of the longest beginning that an earlier prompt had too. */
  private int kept(String asked) {
    int kept = tokens.applyAsInt(beginnings.read(asked));
    return kept < KEPT_TOKENS_MIN ? 0 : kept / KEPT_TOKENS_STEP * KEPT_TOKENS_STEP;
  }
}
