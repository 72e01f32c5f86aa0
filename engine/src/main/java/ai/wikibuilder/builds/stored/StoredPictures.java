package ai.wikibuilder.builds.stored;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Picture;
import ai.wikibuilder.pages.PictureBook;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.pictures.PictureBytes;
import ai.wikibuilder.site.pictures.PictureFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The images of a wiki that was built before; there is no other copy of them. */
final class StoredPictures {
  private StoredPictures() {}

  /** Their content, out of the generation's site. */
  static PictureBytes of(Generation generation) {
    return picture -> {
      Path file = generation.wikiFolder().resolve(PictureFiles.name(picture));
      try {
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    };
  }

  /** Those that its pages show. */
  static PictureBook of(Wiki wiki) {
    Map<String, Picture> known = new HashMap<>();
    for (Page page : wiki.pages()) {
      for (Page.Section section : page.sections()) {
        for (Block block : section.blocks()) {
          if (block instanceof Block.Image image) {
            known.put(image.picture().path(), image.picture());
          }
        }
      }
    }
    return new PictureBook() {
      @Override
      public Optional<Picture> picture(String path) {
        return Optional.ofNullable(known.get(path));
      }

      @Override
      public boolean has(String path) {
        return true; // what is not shown is not kept, and was there when it was told of
      }
    };
  }
}
