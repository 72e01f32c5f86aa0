package ai.wikibuilder.builds;

import ai.wikibuilder.comparisons.Version;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.steering.SteeringReader;
import java.util.Map;

/** What pages and maps are made from, of a state that was built before. */
public final class StoredComposition {
  private StoredComposition() {}

  /** The same that the build had, but for the counts of what was left out. */
  public static Composition of(Version version) {
    return new Composition(
        version.snapshot(),
        version.graph(),
        new Planner().plan(version.graph(), SteeringReader.read(version.reader())),
        version.reader(),
        Map.of(),
        0);
  }
}
