package ai.wikibuilder.answers.asking;

import ai.wikibuilder.index.SearchHit;
import java.util.List;

/** Told of an answer while it is made, on the thread that asked. */
public interface AskListener {
  /** The places the answer will be looked for in, before any model is asked. */
  void found(List<SearchHit> hits);

  /** What was looked at further, in words: {@code read src/App.java:1-80}. */
  void looked(String what);

  /** The next sentence, checked. */
  void said(Answered.Line line);

  /** A sentence that was said is withdrawn; whoever shows it strikes it through. */
  void struck(Answered.Line line);

  /** Nobody listens. */
  static AskListener silent() {
    return new AskListener() {
      @Override
      public void found(List<SearchHit> hits) {}

      @Override
      public void looked(String what) {}

      @Override
      public void said(Answered.Line line) {}

      @Override
      public void struck(Answered.Line line) {}
    };
  }
}
