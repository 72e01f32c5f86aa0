package ai.wikibuilder.source.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Images for tests, made by the JDK's own writers. */
public final class DrawnPictures {
  private DrawnPictures() {}

  /** A PNG of one colour. */
  public static byte[] png(int width, int height, int colour) {
    return drawn("png", width, height, colour);
  }

  /** A black JPEG. */
  public static byte[] jpeg(int width, int height) {
    return drawn("jpg", width, height, 0);
  }

  private static byte[] drawn(String format, int width, int height, int colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      image.setRGB(x, 0, colour);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("this JDK writes no " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
