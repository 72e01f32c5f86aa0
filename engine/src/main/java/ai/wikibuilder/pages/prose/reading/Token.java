package ai.wikibuilder.pages.prose.reading;

/** A run of characters of one line of prose, before it is cut into sentences. */
sealed interface Token {
  record Text(String text) implements Token {}

  record Code(String text) implements Token {}

  record Strong(String text) implements Token {}

  /** What stands between brackets: {@code 3} or {@code F2}. */
  record Mark(String mark) implements Token {}
}
