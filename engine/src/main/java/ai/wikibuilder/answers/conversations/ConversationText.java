package ai.wikibuilder.answers.conversations;

import ai.wikibuilder.answers.Question;
import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.wording.Catalogue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation as JSON, to be kept, and as Markdown, to be read. Stateless.
 *
 * <p>{@code {"turns":[{"at","question","standalone","answer","evidence":[{"path","startLine",
 * "endLine"}],"state","commit","model","tokens"}],"summary":{"turns","text"}}}; the summary is left
 * out where there is none.
 */
public final class ConversationText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private ConversationText() {}

  /** As one line of JSON. */
  public static String json(Conversation conversation) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("turns", conversation.turns().stream().map(ConversationText::asMap).toList());
    conversation
        .summary()
        .ifPresent(one -> map.put("summary", Map.of("turns", one.turnCount(), "text", one.text())));
    return JsonText.of(map);
  }

  /** One turn as one line of JSON. */
  public static String json(Turn turn) {
    return JsonText.of(asMap(turn));
  }

  /** Reads a turn back; empty when it is none. */
  public static Optional<Turn> readTurn(String json) {
    try {
      return JsonTree.read(json).map(ConversationText::turn);
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> asMap(Turn turn) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("at", turn.at().toString());
    map.put("question", turn.question());
    map.put("standalone", turn.standalone());
    map.put("answer", turn.answer());
    map.put("evidence", turn.evidence().stream().map(ConversationText::asMap).toList());
    map.put("state", turn.state());
    map.put("commit", turn.commit());
    map.put("model", turn.model());
    map.put("tokens", turn.tokens());
    return map;
  }

  private static Map<String, Object> asMap(Evidence place) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", place.path());
    map.put("startLine", place.startLine());
    map.put("endLine", place.endLine());
    return map;
  }

  /** Reads it back; empty when it is none. */
  static Optional<Conversation> read(String id, String json) {
    try {
      JsonTree tree = JsonTree.read(json).orElse(JsonTree.absent());
      List<Turn> turns = new ArrayList<>();
      for (JsonTree turn : tree.items("turns")) {
        turns.add(turn(turn));
      }
      JsonTree summary = tree.at("summary");
      return turns.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Conversation(
                  id,
                  turns,
                  summary
                      .text("text")
                      .map(text ->
                          new Conversation.Summary(summary.count("turns").orElse(0), text))));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Turn turn(JsonTree turn) {
    List<Evidence> evidence = new ArrayList<>();
    for (JsonTree place : turn.items("evidence")) {
      evidence.add(
          new Evidence(
              place.text("path").orElse(""),
              place.count("startLine").orElse(0),
              place.count("endLine").orElse(0)));
    }
    return new Turn(
        Instant.parse(turn.text("at").orElse("")),
        turn.text("question").orElse(""),
        turn.text("standalone").orElse(""),
        turn.text("answer").orElse(""),
        evidence,
        turn.text("state").orElse(""),
        turn.text("commit").orElse(""),
        turn.text("model").orElse(""),
        turn.count("tokens").orElse(0));
  }

  /** As Markdown, in the language of its first question where there are words for that. */
  public static String markdown(Conversation conversation) {
    return markdown(conversation, Question.of(conversation.title()).language());
  }

  /**
   * As Markdown; what was asked and answered stays as it is.
   *
   * @param language of what is said about it; English where there are no words of it
   */
  public static String markdown(Conversation conversation, String language) {
    Catalogue words = new Catalogue(Catalogue.LANGUAGES.contains(language) ? language : "en");
    StringBuilder text = new StringBuilder();
    text.append("# ").append(conversation.heading()).append("\n");
    for (Turn turn : conversation.turns()) {
      text.append("\n## ").append(line(turn.question())).append("\n\n");
      text.append(said(turn, words)).append("\n\n");
      int number = 0;
      for (Evidence place : turn.evidence()) {
        text.append("- [%d] `%s`\n".formatted(++number, place.shown()));
      }
      text.append(turn.evidence().isEmpty() ? "" : "\n");
      String by = turn.model().isEmpty() ? words.text("conversation.nomodel") : turn.model();
      text.append("_%s UTC".formatted(MINUTE.format(turn.at())));
      text.append(turn.commit().isEmpty() ? "" : ", commit " + turn.commit());
      text.append(", ").append(by).append("_\n");
    }
    return text.toString();
  }

  private static String said(Turn turn, Catalogue words) {
    if (!turn.isOver()) {
      return "%s _(%s)_".formatted(turn.answer(), words.text("conversation.broken")).strip();
    }
    return turn.answer().isBlank() ? words.text("conversation.notfound") : turn.answer();
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
