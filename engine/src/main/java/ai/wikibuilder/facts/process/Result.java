package ai.wikibuilder.facts.process;

/** What became of one piece of work. */
public sealed interface Result {
  /** The child's answer. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Answered(byte[] content) implements Result {}

  /** The child did not answer in time, also when the piece was alone in it. */
  record TimedOut() implements Result {}

  /** The child ended while it did the piece, also when the piece was alone in it. */
  record Crashed() implements Result {}

  /** No child runs, and none will. */
  record Unavailable(String reason) implements Result {}
}
