package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.research.ResearchListener;
import ai.wikibuilder.answers.research.ResearchRun;
import java.util.List;
import java.util.Map;

/** Keeps how a research goes on as events, for whoever watches. */
record Trail(ResearchEvents events, KeptResearch taken) implements ResearchListener {
  @Override
  public void planned(List<String> questions) {
    events.add(taken, "planned", Map.of("questions", questions));
  }

  @Override
  public void began(String question) {
    events.add(taken, "step", Map.of("question", question));
  }

  @Override
  public void looked(String what, int found) {
    events.add(taken, "looked", Map.of("what", what, "found", found));
  }

  @Override
  public void learned(String sentence) {
    events.add(taken, "learned", Map.of("sentence", sentence));
  }

  @Override
  public void stepped(ResearchRun run) {
    events.add(taken, "usage", Map.of("steps", run.steps().size(), "tokens", run.usage().tokens()));
  }

  @Override
  public void writing() {
    events.add(taken, "writing", Map.of());
  }
}
