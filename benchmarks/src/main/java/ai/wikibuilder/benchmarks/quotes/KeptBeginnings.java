package ai.wikibuilder.benchmarks.quotes;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a provider has kept of the prompts it read. Threads may share it. */
final class KeptBeginnings {
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();

  /** The longest beginning that an earlier prompt had too; the prompt is kept from now on. */
  String read(String prompt) {
    int longest = 0;
    for (String earlier : seen) {
      int mismatch = Arrays.mismatch(earlier.toCharArray(), prompt.toCharArray());
      longest = Math.max(longest, mismatch < 0 ? prompt.length() : mismatch);
    }
    seen.add(prompt);
    return prompt.substring(0, longest);
  }
}
