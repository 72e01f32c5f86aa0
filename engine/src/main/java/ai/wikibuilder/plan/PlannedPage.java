package ai.wikibuilder.plan;

import java.util.List;
import java.util.Optional;

/**
 * One page to write. Immutable.
 *
 * @param slug stable name in addresses: lower-case letters, digits and hyphens
 * @param parent slug of the page above it; empty for the overview alone
 * @param module number of the module the page is about, or of the topic asked for; -1 for a page
 *     about more
 * @param folded numbers of the modules without a page of their own that are told here, the most
 *     important first
 */
public record PlannedPage(
    String slug,
    String title,
    Optional<String> parent,
    Kind kind,
    int module,
    List<Integer> folded) {

  /** What the page is about. */
  public enum Kind {
    OVERVIEW,
    ARCHITECTURE,
    /** One module with code of its own. */
    MODULE,
    /** Modules below one folder, which has no code of its own. */
    AREA,
    /** Tables and families of types. */
    DATA_MODEL,
    /** Routes, commands, schedules and exported names. */
    API,
    CONFIGURATION,
    /** Building, testing, dependencies. */
    BUILD,
    DEPLOYMENT,
    GLOSSARY,
    /** The documents people wrote. */
    DOCUMENTS,
    /** What the repository asks for in its steering file. */
    TOPIC
  }

  public PlannedPage {
    folded = List.copyOf(folded);
  }
}
