package ai.wikibuilder.site.pictures;

import ai.wikibuilder.pages.Picture;
import java.util.Optional;

/** Gives the content of the images that pages show. */
@FunctionalInterface
public interface PictureBytes {
  /** The bytes, empty when they cannot be had or are not those the picture is named after. */
  Optional<byte[]> bytes(Picture picture);

  /** For wikis whose images are left out: their captions stay. */
  static PictureBytes none() {
    return _ -> Optional.empty();
  }
}
