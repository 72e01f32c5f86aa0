package ai.wikibuilder.source.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ai.wikibuilder.source.pictures.PictureFacts.Format;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the head of an image. Its bytes decide, not its name: a page that is called {@code
 * photo.png} is no image. Stateless.
 *
 * <p>Formats: PNG (second edition, 5.2 and 11.2.2), JPEG (ITU T.81, B.2.2), WebP (RFC 9649, 2.5 and
 * 2.7).
 */
public final class PictureReader {
  /** A larger image is not copied into a wiki. */
  public static final int BYTES_MAX = 1 << 20;

  /** A megabyte can hold an image that takes gigabytes once it is unpacked. */
  private static final int SIDE_MAX = 12_000;

  private static final long PIXELS_MAX = 50_000_000;

  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "webp");

  /** Images that are not shown: they move, are unknown to browsers, or can hold a script. */
  private static final Set<String> OTHER_ENDINGS =
      Set.of("gif", "svg", "avif", "bmp", "tif", "tiff", "heic");

  private static final int[] PNG_START = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private PictureReader() {}

  /** Whether a file by its name may be an image that is shown. */
  public static boolean isNamed(String path) {
    return ENDINGS.contains(ending(path));
  }

  /** Whether a file by its name is an image of any format. */
  public static boolean isNamedAny(String path) {
    return isNamed(path) || OTHER_ENDINGS.contains(ending(path));
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** What the image is; empty when it is none, damaged at its head, or too large to be shown. */
  public static Optional<PictureFacts> read(byte[] raw) {
    if (raw.length > BYTES_MAX) {
      return Optional.empty();
    }
    return new Head(raw).read().filter(PictureReader::isOfShownSize);
  }

  private static boolean isOfShownSize(PictureFacts facts) {
    return facts.width() > 0
        && facts.height() > 0
        && facts.width() <= SIDE_MAX
        && facts.height() <= SIDE_MAX
        && (long) facts.width() * facts.height() <= PIXELS_MAX;
  }

  /** The bytes of one image; what lies behind their end reads as zero. */
  private static final class Head {
    private final byte[] raw;

    Head(byte[] raw) {
      this.raw = raw;
    }

    Optional<PictureFacts> read() {
      if (startsWith(PNG_START)) {
        return png();
      }
      if (at(0) == 0xFF && at(1) == 0xD8 && at(2) == 0xFF) {
        return jpeg();
      }
      boolean webp = word(0).equals("RIFF") && word(8).equals("WEBP");
      return webp ? webp() : Optional.empty();
    }

    private Optional<PictureFacts> png() {
      return word(12).equals("IHDR")
          ? Optional.of(new PictureFacts(Format.PNG, big(16, 4), big(20, 4)))
          : Optional.empty();
    }

    /** Goes from segment to segment to the one that begins the frame. */
    private Optional<PictureFacts> jpeg() {
      int place = 2;
      while (place + 9 < raw.length && at(place) == 0xFF) {
        int marker = at(place + 1);
        if (marker == 0xFF) {
          place++; // a filling byte
          continue;
        }
        boolean frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame) {
          return Optional.of(new PictureFacts(Format.JPEG, big(place + 7, 2), big(place + 5, 2)));
        }
        int length = big(place + 2, 2);
        if (marker == 0xDA || length < 2) {
          break;
        }
        place += 2 + length;
      }
      return Optional.empty();
    }

    private Optional<PictureFacts> webp() {
      return switch (word(12)) {
        case "VP8 " ->
            at(23) == 0x9D && at(24) == 0x01 && at(25) == 0x2A
                ? sized(little(26, 2) & 0x3FFF, little(28, 2) & 0x3FFF)
                : Optional.empty();
        case "VP8L" -> {
          int bits = little(21, 4);
          yield at(20) == 0x2F
              ? sized((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1)
              : Optional.empty();
        }
        case "VP8X" -> sized(little(24, 3) + 1, little(27, 3) + 1);
        default -> Optional.empty();
      };
    }

    private static Optional<PictureFacts> sized(int width, int height) {
      return Optional.of(new PictureFacts(Format.WEBP, width, height));
    }

    private boolean startsWith(int[] bytes) {
      for (int i = 0; i < bytes.length; i++) {
        if (at(i) != bytes[i]) {
          return false;
        }
      }
      return true;
    }

    private int at(int place) {
      return place < raw.length ? raw[place] & 0xFF : 0;
    }

    private String word(int place) {
      return place + 4 <= raw.length ? new String(raw, place, 4, ISO_8859_1) : "";
    }

    private int big(int place, int count) {
      int value = 0;
      for (int i = 0; i < count; i++) {
        value = value << 8 | at(place + i);
      }
      return value;
    }

    private int little(int place, int count) {
      int value = 0;
      for (int i = count - 1; i >= 0; i--) {
        value = value << 8 | at(place + i);
      }
      return value;
    }
  }
}
