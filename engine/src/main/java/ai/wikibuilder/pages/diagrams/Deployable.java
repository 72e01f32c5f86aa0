package ai.wikibuilder.pages.diagrams;

import java.util.List;
import java.util.Locale;

/**
 * Something that is run: a service of a compose file, a workload of Kubernetes. Immutable.
 *
 * @param what image, build folder or kind of workload; empty when the file says none
 * @param needs what it names: other services, volumes, configuration
 * @param line where it begins
 */
record Deployable(String name, String what, List<Need> needs, String path, int line) {
  /** How something is needed. */
  enum How {
    NEEDS,
    STORES,
    LEADS,
    READS;

    /** Key of its words. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One name, with the line that states it and how it is needed. */
  record Need(String name, How how, int line) {}

  Deployable {
    needs = List.copyOf(needs);
  }
}
