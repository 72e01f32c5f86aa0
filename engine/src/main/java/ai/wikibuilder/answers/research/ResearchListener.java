package ai.wikibuilder.answers.research;

import java.util.List;

/** Told of a research while it goes on, on the thread that asked for it. */
public interface ResearchListener {
  /** What it will look into; also told when a run is gone on with. */
  void planned(List<String> questions);

  /** The next step begins. */
  void began(String question);

  /** What was looked at, in words. */
  void looked(String what, int found);

  /** A sentence that was learned and checked. */
  void learned(String sentence);

  /** A step has ended; the run is as it is kept. */
  void stepped(ResearchRun run);

  /** The report is being written. */
  void writing();

  /** Nobody listens. */
  static ResearchListener silent() {
    return new ResearchListener() {
      @Override
      public void planned(List<String> questions) {}

      @Override
      public void began(String question) {}

      @Override
      public void looked(String what, int found) {}

      @Override
      public void learned(String sentence) {}

      @Override
      public void stepped(ResearchRun run) {}

      @Override
      public void writing() {}
    };
  }
}
