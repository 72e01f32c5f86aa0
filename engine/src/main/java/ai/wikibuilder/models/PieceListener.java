package ai.wikibuilder.models;

/** Told of a reply while it arrives. Called on the thread that asked. */
@FunctionalInterface
public interface PieceListener {
  /** The next piece of the text; all pieces in order are the text of the reply. */
  void piece(String text);

  /**
   * The reply broke off and is asked for anew: what was told so far is void. A listener that shows
   * text to people must show that it is gone.
   */
  default void startOver() {}
}
