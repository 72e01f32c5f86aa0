package ai.wikibuilder.source.pictures;

/**
 * What an image is by its own bytes. Immutable.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record PictureFacts(Format format, int width, int height) {
  /** The formats that are shown: none of them can hold a script. */
  public enum Format {
    PNG("png"),
    JPEG("jpg"),
    WEBP("webp");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }

    /** The ending of a file of this format, without the dot. */
    public String ending() {
      return ending;
    }
  }
}
