package ai.wikibuilder.pages;

/**
 * An image of the repository that a page shows. Immutable.
 *
 * @param path where it stands in the repository
 * @param file its name in the wiki, made of its content: digits and an ending
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record Picture(String path, String file, int width, int height) {
  public Picture {
    if (path.isEmpty() || file.isEmpty() || width < 1 || height < 1) {
      throw new IllegalArgumentException("no picture: " + path + " " + width + "x" + height);
    }
  }
}
