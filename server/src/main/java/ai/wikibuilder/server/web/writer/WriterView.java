package ai.wikibuilder.server.web.writer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who writes a wiki, and what it would take to have a model do it.
 *
 * @param isPossible whether there is a model
 * @param now who wrote the wiki that is shown, in words; empty without a wiki
 * @param isByModel whether the wiki is asked for from a model at present
 * @param languages that a model writes, each in its own words
 * @param cap as it was typed
 * @param quote what was asked about just now
 * @param pages of the wiki a model was asked for, those it did not get done first
 */
public record WriterView(
    UUID repository,
    boolean isPossible,
    Optional<String> now,
    boolean isByModel,
    List<Choice> languages,
    String language,
    String cap,
    Optional<Quoted> quote,
    List<PageChoice> pages) {
  /** Something to choose: the word that is sent, and what people read. */
  public record Choice(String word, String text) {}

  /**
   * A page that can be written anew.
   *
   * @param link its address
   * @param reason why it is composed; empty when the model wrote it
   */
  public record PageChoice(String slug, String title, String link, Optional<String> reason) {}

  /**
   * What it would take.
   *
   * @param lines name and value, in words
   */
  public record Quoted(List<Line> lines) {
    /** One figure. */
    public record Line(String name, String value) {}
  }

  /** Pages the model did not get done. */
  public List<PageChoice> composed() {
    return pages.stream().filter(page -> page.reason().isPresent()).toList();
  }
}
