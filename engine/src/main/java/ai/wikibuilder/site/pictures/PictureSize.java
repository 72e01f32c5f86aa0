package ai.wikibuilder.site.pictures;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Picture;

/**
 * How large an image is shown. Immutable.
 *
 * @param width in pixels of a page, at least 1
 * @param height in pixels of a page, at least 1
 */
public record PictureSize(int width, int height) {
  /** The column of text is about as wide. */
  private static final int WIDTH_MAX = 760;

  /** A higher one would take the whole window. */
  private static final int HEIGHT_MAX = 560;

  /** As its document wishes, never larger than it is, and so that it fits beside the text. */
  public static PictureSize shown(Block.Image image) {
    Picture picture = image.picture();
    int wished = Math.clamp(image.wishedWidth(), 1, picture.width());
    double scale = (double) wished / picture.width();
    scale = Math.min(scale, (double) WIDTH_MAX / picture.width());
    scale = Math.min(scale, (double) HEIGHT_MAX / picture.height());
    return new PictureSize(scaled(picture.width(), scale), scaled(picture.height(), scale));
  }

  private static int scaled(int side, double scale) {
    return Math.max(1, (int) Math.round(side * scale));
  }
}
