package ai.wikibuilder.source.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.wikibuilder.source.pictures.PictureFacts.Format;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
  @Test
  void theSizeIsThatOfTheImage() {
    assertThat(PictureReader.read(DrawnPictures.png(70, 31, 0xFF0000)))
        .hasValue(new PictureFacts(Format.PNG, 70, 31));
    assertThat(PictureReader.read(DrawnPictures.jpeg(301, 12)))
        .hasValue(new PictureFacts(Format.JPEG, 301, 12));
  }

  @Test
  void theThreeKindsOfWebpAreRead() {
    assertThat(PictureReader.read(webp("VP8X", "00000000 FF0100 630000")))
        .hasValue(new PictureFacts(Format.WEBP, 512, 100));
    assertThat(PictureReader.read(webp("VP8 ", "000000 9D012A 9001 2C01")))
        .hasValue(new PictureFacts(Format.WEBP, 400, 300));
    // 14 bits of width - 1, then 14 bits of height - 1
    assertThat(PictureReader.read(webp("VP8L", "2F C7C02700")))
        .hasValue(new PictureFacts(Format.WEBP, 200, 160));
  }

  private static byte[] webp(String kind, String rest) {
    byte[] body = HexFormat.of().parseHex(rest.replace(" ", ""));
    byte[] raw = Arrays.copyOf(("RIFFxxxxWEBP" + kind + "xxxx").getBytes(ISO_8859_1), 40);
    System.arraycopy(body, 0, raw, 20, body.length);
    return raw;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GIF89a\1\0\1\0",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<!doctype html><script>alert(1)</script>",
        "\u0089PNG\r\n\u001a\n",
        "\u0089PNG\r\n\u001a\nxxxxIDATxxxxxxxx",
        "\u00ff\u00d8\u00ff",
        "\u00ff\u00d8\u00ff\u00e0\0\1JFIF",
        "RIFFxxxxWAVEfmt ",
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
      })
  void whatIsNoImageIsNone(String text) {
    assertThat(PictureReader.read(text.getBytes(ISO_8859_1))).isEmpty();
  }

  @Test
  void anImageThatUnpacksToGigabytesIsNotShown() {
    byte[] raw = DrawnPictures.png(8, 8, 0);
    System.arraycopy(HexFormat.of().parseHex("0000EA600000EA60"), 0, raw, 16, 8);

    assertThat(PictureReader.read(raw)).as("60,000 by 60,000").isEmpty();
  }

  @Test
  void moreThanAMegabyteIsNotShown() {
    byte[] raw = Arrays.copyOf(DrawnPictures.png(8, 8, 0), PictureReader.BYTES_MAX + 1);

    assertThat(PictureReader.read(raw)).isEmpty();
    assertThat(PictureReader.read(Arrays.copyOf(raw, PictureReader.BYTES_MAX))).isPresent();
  }

  @Test
  void damagedImagesNeverFailTheBuild() {
    Random random = new Random(7);
    byte[] jpeg = DrawnPictures.jpeg(40, 40);
    for (int i = 0; i < 5_000; i++) {
      byte[] raw = Arrays.copyOf(jpeg, random.nextInt(jpeg.length));
      for (int change = 0; change < 4 && raw.length > 3; change++) {
        raw[3 + random.nextInt(raw.length - 3)] = (byte) random.nextInt();
      }

      assertThatCode(() -> PictureReader.read(raw)).doesNotThrowAnyException();
    }
  }

  @Test
  void onlyTheThreeFormatsAreLookedAt() {
    assertThat(PictureReader.isNamed("docs/Map.PNG")).isTrue();
    assertThat(PictureReader.isNamed("a.jpeg")).isTrue();
    assertThat(PictureReader.isNamed("a.svg")).isFalse();
    assertThat(PictureReader.isNamed("a.gif")).isFalse();
    assertThat(PictureReader.isNamedAny("a.svg")).isTrue();
    assertThat(PictureReader.isNamedAny("png")).isTrue();
    assertThat(PictureReader.isNamedAny("a.java")).isFalse();
  }
}
