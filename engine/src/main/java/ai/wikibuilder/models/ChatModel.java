package ai.wikibuilder.models;

/**
 * A language model that answers one conversation at a time. May be shared by threads; called by the
 * writers of plans, pages and answers. The only implementation that reaches a provider is the gate.
 */
public interface ChatModel {
  /**
   * Asks and waits for the whole reply, which may take minutes: call it on a virtual thread.
   *
   * <p>Interrupting the calling thread ends the call within a second; the thread's interrupt flag
   * is set then. Whatever happens, the call was counted: after a failure the ledger holds what the
   * tries so far cost.
   *
   * @param pieces told of the text as it arrives, on the calling thread
   * @return the reply, never without both text and tool calls
   * @throws ModelException for everything that is no reply; its kind says whose turn it is
   */
  ChatReply reply(ChatRequest request, PieceListener pieces);

  /** The same for callers that wait for the whole. */
  default ChatReply reply(ChatRequest request) {
    return reply(request, text -> {});
  }

  /**
   * Looks whether it would answer, where that has to be found out and was not yet; costs next to
   * nothing. What does not answer just now says why when it is asked.
   *
   * @throws ModelException when it never could answer: no key, no such model
   */
  default void ready() {}

  /**
   * Whether it pays to mark a beginning of prompts, so that a provider that must be told keeps it.
   *
   * @param laterReads how many later prompts are expected to share it, within minutes
   */
  default boolean marksPay(Tier tier, double laterReads) {
    return laterReads >= 1;
  }

  /** Whether the provider keeps beginnings of prompts without being told. */
  default boolean keepsUnasked(Tier tier) {
    return true;
  }

  /**
   * How large a prompt may be for a reply of this length, in tokens as {@code
   * models.tokens.TokenCounter} counts them: what the model takes, less the reply, less a margin
   * for models that count otherwise.
   *
   * @return 0 or less when there is no room at all
   */
  int promptTokensMax(Tier tier, int outputTokensMax);
}
