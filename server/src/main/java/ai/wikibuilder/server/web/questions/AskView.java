package ai.wikibuilder.server.web.questions;

import ai.wikibuilder.answers.conversations.Marks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A question, and what it was answered.
 *
 * @param earlier the conversation before it
 * @param conversation that a further question goes on with
 * @param sharedAs what other members read it by; empty when they do not
 * @param past conversations that can be gone on with
 * @param canBuild whether the person may have it built, and say when
 * @param isAskedAtOnce whether the question was typed on another page of ours
 */
public record AskView(
    UUID repository,
    String name,
    String typed,
    List<Earlier> earlier,
    Optional<Shown> answer,
    Optional<UUID> conversation,
    Optional<UUID> sharedAs,
    List<Past> past,
    boolean canBuild,
    boolean isAskedAtOnce) {
  /** The same whose question the page asks by itself, where it has script. */
  AskView atOnce() {
    return new AskView(
        repository, name, typed, earlier, answer, conversation, sharedAs, past, canBuild, true);
  }

  /**
   * A turn before this one.
   *
   * @param answer empty when nothing was found
   * @param note that it was broken off, or that nothing was found; empty otherwise
   */
  public record Earlier(String question, String answer, String note, List<Source> sources) {
    /** Of the answer, each as words and the numbers of its sources. */
    public List<List<Marks.Piece>> paragraphs() {
      return answer
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> Marks.pieces(line, sources.size()))
          .toList();
    }
  }

  /** An earlier conversation. */
  public record Past(UUID id, String title, String at) {}

  /**
   * An answer.
   *
   * @param parts paragraphs, headings and lists, in their order
   * @param sources numbered from 1
   * @param searched words that were looked for; shown when nothing was found
   */
  public record Shown(
      String question,
      List<Part> parts,
      List<Source> sources,
      List<String> notes,
      List<String> searched,
      String by) {}

  /**
   * A paragraph, a heading or an item.
   *
   * @param kind {@code heading}, {@code item} or {@code paragraph}
   */
  public record Part(String kind, List<Said> sentences) {}

  /**
   * A sentence.
   *
   * @param standing {@code verified}, {@code uncited} or {@code struck}
   * @param why it is struck; empty otherwise
   */
  public record Said(String text, String standing, String why, List<Source> sources) {
    public boolean isStruck() {
      return standing.equals("struck");
    }

    public boolean isSure() {
      return standing.equals("verified");
    }
  }

  /**
   * Lines that are cited.
   *
   * @param link to them
   */
  public record Source(int number, String place, String link) {}
}
