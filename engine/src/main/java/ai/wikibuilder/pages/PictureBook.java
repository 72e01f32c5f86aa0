package ai.wikibuilder.pages;

import java.util.Optional;

/** Tells which images of the repository can be shown. */
public interface PictureBook {
  /** The image of a path; empty when there is none that is shown. */
  Optional<Picture> picture(String path);

  /** Whether there is an image of that path, shown or not. */
  boolean has(String path);

  /** For wikis without images. */
  static PictureBook none() {
    return new PictureBook() {
      @Override
      public Optional<Picture> picture(String path) {
        return Optional.empty();
      }

      @Override
      public boolean has(String path) {
        return false;
      }
    };
  }
}
