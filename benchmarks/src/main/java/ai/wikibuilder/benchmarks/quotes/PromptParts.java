package ai.wikibuilder.benchmarks.quotes;

import ai.wikibuilder.models.scripted.ReceivedPrompt;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the prompts are made of that ask for pages, their repairs among them, in tokens. Immutable.
 *
 * @param all of all these prompts
 * @param evidence their facts and passages of the repository
 * @param shared of the beginning that all have byte for byte
 */
record PromptParts(long all, long evidence, int shared) {
  private static final Pattern ASKS_FOR_PAGE = Pattern.compile("LENGTH \\d+ to \\d+ words");
  private static final Pattern EVIDENCE =
      Pattern.compile("\nFACTS\n(.*?)(?=\nPAGES BELOW\n|\nEARLIER PAGE,|\\z)", Pattern.DOTALL);

  static PromptParts of(List<ReceivedPrompt> prompts, ToIntFunction<String> tokens) {
    long all = 0;
    long evidence = 0;
    String shared = "";
    for (ReceivedPrompt prompt : prompts) {
      String text = prompt.everything();
      if (ASKS_FOR_PAGE.matcher(text).find()) {
        shared = all == 0 ? text : common(shared, text);
        all += tokens.applyAsInt(text);
        Matcher part = EVIDENCE.matcher(prompt.turns().getFirst().text());
        evidence += part.find() ? tokens.applyAsInt(part.group(1)) : 0;
      }
    }
    return new PromptParts(all, evidence, tokens.applyAsInt(shared));
  }

  /** Evidence as a share of all that is sent for pages. */
  double evidenceShare() {
    return all == 0 ? 0 : (double) evidence / all;
  }

  private static String common(String one, String other) {
    int mismatch = Arrays.mismatch(one.toCharArray(), other.toCharArray());
    return mismatch < 0 ? one : one.substring(0, mismatch);
  }
}
