package ai.wikibuilder.facts.process;

/**
 * What the two processes say over the child's standard input and output. Numbers are big-endian as
 * {@link java.io.DataOutputStream} writes them.
 *
 * <pre>
 * to the child    int id, string kind, int byte count, bytes
 *                 the end of the stream: exit
 * to the parent   READY
 *                 BEGAN  int id        a thread of the child has begun this piece
 *                 DONE   int id, int byte count, bytes
 *                 FAILED string reason no piece will ever be done; then the child exits
 * </pre>
 */
final class Wire {
  static final byte READY = 1;
  static final byte BEGAN = 2;
  static final byte DONE = 3;
  static final byte FAILED = 4;

  /** A longer piece or answer means that the stream is out of step. */
  static final int BYTES_MAX = 256 * 1024 * 1024;

  private Wire() {}
}
