package ai.wikibuilder.models.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.json.JsonTree;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Reads Amazon's event stream. For one thread.
 *
 * <p>A frame, big-endian: length of all of it, length of its headers, CRC32 of these eight bytes;
 * headers; payload; CRC32 of everything before. A header: length of the name in one byte, the name,
 * a type in one byte, a value; type 7 is a text with its length in two bytes.
 */
final class EventFrames implements EventSource {
  private static final int PRELUDE_BYTES = 12;
  private static final int SUM_BYTES = 4;

  /** Largest frame Amazon sends, with some room. */
  private static final int FRAME_BYTES_MAX = 24 << 20;

  /** Bytes of a value by its type; -1 for those that say their length in two bytes. */
  private static final int[] VALUE_BYTES = {0, 0, 1, 2, 4, 8, -1, -1, 8, 16};

  private static final int TYPE_TEXT = 7;

  private final DataInputStream in;

  EventFrames(InputStream in) {
    this.in = new DataInputStream(in);
  }

  @Override
  public Optional<WireEvent> next() throws IOException {
    byte[] prelude = new byte[PRELUDE_BYTES];
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    prelude[0] = (byte) first;
    try {
      in.readFully(prelude, 1, PRELUDE_BYTES - 1);
      return Optional.of(event(frame(prelude)));
    } catch (EOFException e) {
      throw Failures.broken("the stream ends inside a frame");
    }
  }

  /** A whole frame, its sums checked. */
  private ByteBuffer frame(byte[] prelude) throws IOException {
    ByteBuffer head = ByteBuffer.wrap(prelude);
    int length = head.getInt(0);
    int headers = head.getInt(4);
    if (head.getInt(8) != sum(prelude, 8)
        || length > FRAME_BYTES_MAX
        || headers < 0
        || length < PRELUDE_BYTES + headers + SUM_BYTES) {
      throw Failures.broken("a frame is damaged");
    }
    byte[] frame = new byte[length];
    System.arraycopy(prelude, 0, frame, 0, PRELUDE_BYTES);
    in.readFully(frame, PRELUDE_BYTES, length - PRELUDE_BYTES);
    ByteBuffer whole = ByteBuffer.wrap(frame);
    if (whole.getInt(length - SUM_BYTES) != sum(frame, length - SUM_BYTES)) {
      throw Failures.broken("a frame is damaged");
    }
    return whole;
  }

  private static WireEvent event(ByteBuffer frame) {
    int headersEnd = PRELUDE_BYTES + frame.getInt(4);
    Map<String, String> headers = headers(frame.slice(PRELUDE_BYTES, headersEnd - PRELUDE_BYTES));
    String payload = text(frame.position(headersEnd), frame.capacity() - SUM_BYTES - headersEnd);
    String name = headers.getOrDefault(":event-type", "");
    if (!headers.getOrDefault(":message-type", "event").equals("event")) {
      name =
          "exception:"
              + headers.getOrDefault(":exception-type", headers.getOrDefault(":error-code", ""));
    }
    return new WireEvent(name, JsonTree.read(payload).orElseGet(JsonTree::absent));
  }

  private static Map<String, String> headers(ByteBuffer bytes) {
    Map<String, String> headers = new HashMap<>();
    try {
      while (bytes.hasRemaining()) {
        String name = text(bytes, Byte.toUnsignedInt(bytes.get()));
        int type = bytes.get();
        if (type < 0 || type >= VALUE_BYTES.length) {
          throw Failures.broken("a frame has a header of an unknown type");
        }
        int length =
            VALUE_BYTES[type] < 0 ? Short.toUnsignedInt(bytes.getShort()) : VALUE_BYTES[type];
        String value = text(bytes, length);
        if (type == TYPE_TEXT) {
          headers.put(name, value);
        }
      }
    } catch (java.nio.BufferUnderflowException e) {
      throw Failures.broken("a frame ends inside its headers");
    }
    return headers;
  }

  private static String text(ByteBuffer bytes, int length) {
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, UTF_8);
  }

  private static int sum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }
}
