package ai.wikibuilder.benchmarks.ranking;

import java.util.List;

/**
 * One commit that is no merge. Immutable.
 *
 * @param message all of it
 * @param files paths it changed, added or deleted
 */
record Commit(String id, String message, List<String> files) {
  Commit {
    files = List.copyOf(files);
  }
}
