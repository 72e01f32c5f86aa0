package ai.wikibuilder.models.scripted;

import java.util.Random;

/** Decides what the scripted model says. May be called by many threads at once. */
@FunctionalInterface
public interface Script {
  /**
   * The reply to a prompt.
   *
   * @param random seeded by the server's seed and the ordinal of the prompt
   */
  ScriptedReply reply(ReceivedPrompt prompt, Random random);
}
