package ai.wikibuilder.answers.exploration;

import ai.wikibuilder.models.PieceListener;

/** Hears one reply of a model that may call tools, and how it ended. One reply, one thread. */
public interface Hearing extends PieceListener {
  /** The reply is whole and calls no tool: it is the model's answer. */
  void finish();

  /** The reply only asks for tools. */
  void pause();

  /** Nobody hears. */
  static Hearing silent() {
    return new Hearing() {
      @Override
      public void piece(String text) {}

      @Override
      public void finish() {}

      @Override
      public void pause() {}
    };
  }
}
