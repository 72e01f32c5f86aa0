package ai.wikibuilder.models;

/** Stands where no language model is configured: every use says why. May be shared by threads. */
public final class AbsentChatModel implements ChatModel {
  private final String reason;

  /**
   * @param reason for people, a whole sentence
   */
  public AbsentChatModel(String reason) {
    this.reason = reason;
  }

  /**
   * Always fails.
   *
   * @throws ModelException UNAVAILABLE, with the reason
   */
  @Override
  public ChatReply reply(ChatRequest request, PieceListener pieces) {
    throw new ModelException(ModelException.Kind.UNAVAILABLE, reason);
  }

  @Override
  public int promptTokensMax(Tier tier, int outputTokensMax) {
    return 0;
  }
}
