package ai.wikibuilder.benchmarks.ranking.questions;

import java.util.List;

/**
 * One commit that is no merge. Immutable.
 *
 * @param message all of it
 * @param files paths it changed, added or deleted
 */
public record Commit(String id, String message, List<String> files) {
  public Commit {
    files = List.copyOf(files);
  }
}
