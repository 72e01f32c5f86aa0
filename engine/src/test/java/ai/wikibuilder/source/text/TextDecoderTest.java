package ai.wikibuilder.source.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextDecoderTest {
  private static final String TEXT = "class Gr\u00fc\u00dfe {}\r\n// \u00e9t\u00e9\n";

  private static String decoded(byte[] raw) {
    return TextDecoder.decode(raw).map(utf8 -> new String(utf8, UTF_8)).orElse("(binary)");
  }

  @Test
  void plainUtf8IsGivenBackUncopied() {
    byte[] raw = TEXT.getBytes(UTF_8);

    assertThat(TextDecoder.decode(raw)).hasValueSatisfying(utf8 -> assertThat(utf8).isSameAs(raw));
  }

  @Test
  void aByteOrderMarkIsDroppedAndWindowsLineEndsStay() {
    assertThat(decoded(("\ufeff" + TEXT).getBytes(UTF_8))).isEqualTo(TEXT);
    assertThat(decoded(("\ufeff" + TEXT).getBytes(UTF_16LE))).isEqualTo(TEXT);
    assertThat(decoded(("\ufeff" + TEXT).getBytes(UTF_16BE))).isEqualTo(TEXT);
  }

  @Test
  void utf16WithoutAMarkIsKnownByItsZeros() {
    assertThat(decoded(TEXT.getBytes(UTF_16LE))).isEqualTo(TEXT);
    assertThat(decoded(TEXT.getBytes(UTF_16BE))).isEqualTo(TEXT);
  }

  @Test
  void westernTextIsRead() {
    assertThat(decoded(TEXT.getBytes(ISO_8859_1))).isEqualTo(TEXT);
  }

  @Test
  void aZeroByteAndNoiseAreBinary() {
    byte[] noise = new byte[1_000];
    new Random(1).nextBytes(noise);

    assertThat(decoded("class A {\0}".getBytes(UTF_8))).isEqualTo("(binary)");
    assertThat(decoded(noise)).isEqualTo("(binary)");
  }

  @Test
  void wellFormedMeansWhatTheStrictDecoderSays() {
    long seed = 7;
    Random random = new Random(seed);
    for (int round = 0; round < 200_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(12)];
      for (int i = 0; i < bytes.length; i++) {
        int high =
            new int[] {0x80, 0xBF, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0x90, 0xA0}
                [random.nextInt(10)];
        bytes[i] = (byte) (random.nextInt(3) == 0 ? 1 + random.nextInt(127) : high);
      }
      assertThat(TextDecoder.isUtf8WithoutNul(bytes))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(strictlyUtf8(bytes));
    }
  }

  private static boolean strictlyUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
