package ai.wikibuilder.source.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the encoding of a file and gives its text in UTF-8 without a byte order mark. Line breaks
 * stay as they are.
 *
 * <p>The order: a byte order mark; UTF-8, which other encodings hardly ever are by accident; UTF-16
 * by the zero bytes that Latin letters leave in it; Windows-1252 for what reads like text in it.
 */
public final class TextDecoder {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Bytes looked at to tell UTF-16 from binary content; file headers end well before. */
  private static final int SAMPLE_BYTES = 4_096;

  /** Largest share of bytes above 127 that reads as a Western text, in percent. */
  private static final int HIGH_PERCENT_MAX = 30;

  private TextDecoder() {}

  /**
   * The text in UTF-8, empty when the bytes are none.
   *
   * @return {@code raw} itself when it already is the result
   */
  public static Optional<byte[]> decode(byte[] raw) {
    if (startsWith(raw, 0xEF, 0xBB, 0xBF)) {
      byte[] text = Arrays.copyOfRange(raw, 3, raw.length);
      return isUtf8WithoutNul(text) ? Optional.of(text) : Optional.empty();
    }
    if (isUtf8WithoutNul(raw)) {
      return Optional.of(raw);
    }
    if (startsWith(raw, 0xFF, 0xFE)) {
      return strictly(UTF_16LE, raw, 2);
    }
    if (startsWith(raw, 0xFE, 0xFF)) {
      return strictly(UTF_16BE, raw, 2);
    }
    if (indexOfNul(raw) >= 0) {
      return utf16WithoutMark(raw);
    }
    return readsAsWestern(raw) ? strictly(WINDOWS_1252, raw, 0) : Optional.empty();
  }

  private static boolean startsWith(byte[] raw, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= raw.length || (raw[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** One pass, eight bytes a step while they are ASCII. */
  static boolean isUtf8WithoutNul(byte[] raw) {
    int at = 0;
    while (at < raw.length) {
      while (at + Long.BYTES <= raw.length && isAsciiWithoutNul((long) LONGS.get(raw, at))) {
        at += Long.BYTES;
      }
      if (at == raw.length) {
        return true;
      }
      int length = lengthOfCharacter(raw, at);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  private static boolean isAsciiWithoutNul(long eight) {
    long ones = 0x0101010101010101L;
    long highs = 0x8080808080808080L;
    return ((eight | (eight - ones)) & highs) == 0;
  }

  /** Bytes of the well-formed character that starts here, 0 for NUL and for what is none. */
  private static int lengthOfCharacter(byte[] raw, int at) {
    int first = raw[at] & 0xFF;
    if (first < 0x80) {
      return first == 0 ? 0 : 1;
    }
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > raw.length) {
      return 0;
    }
    for (int i = at + 1; i < at + length; i++) {
      if ((raw[i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = raw[at + 1] & 0xFF;
    boolean malformed =
        (first == 0xE0 && second < 0xA0)
            || (first == 0xED && second > 0x9F)
            || (first == 0xF0 && second < 0x90)
            || (first == 0xF4 && second > 0x8F);
    return malformed ? 0 : length;
  }

  private static int indexOfNul(byte[] raw) {
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<byte[]> utf16WithoutMark(byte[] raw) {
    int sample = Math.min(raw.length, SAMPLE_BYTES) & ~1;
    int zerosAtEven = 0;
    int zerosAtOdd = 0;
    for (int i = 0; i < sample; i += 2) {
      zerosAtEven += raw[i] == 0 ? 1 : 0;
      zerosAtOdd += raw[i + 1] == 0 ? 1 : 0;
    }
    int units = sample / 2;
    // Of Latin text nearly every unit has a zero half, and no text has zeros in the other half.
    if (units > 1 && zerosAtOdd * 10 >= units * 7 && zerosAtEven == 0) {
      return strictly(UTF_16LE, raw, 0);
    }
    if (units > 1 && zerosAtEven * 10 >= units * 7 && zerosAtOdd == 0) {
      return strictly(UTF_16BE, raw, 0);
    }
    return Optional.empty();
  }

  private static boolean readsAsWestern(byte[] raw) {
    int high = 0;
    for (byte each : raw) {
      int value = each & 0xFF;
      if (value >= 0x80) {
        high++;
      } else if (value < 0x20 && !isTextControl(value)) {
        return false;
      }
    }
    return (long) high * 100 <= (long) raw.length * HIGH_PERCENT_MAX;
  }

  private static boolean isTextControl(int value) {
    return value == '\t' || value == '\n' || value == '\r' || value == '\f' || value == 0x1B;
  }

  private static Optional<byte[]> strictly(Charset charset, byte[] raw, int from) {
    try {
      CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(raw, from, raw.length - from));
      byte[] utf8 = text.toString().getBytes(UTF_8);
      return indexOfNul(utf8) < 0 ? Optional.of(utf8) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
