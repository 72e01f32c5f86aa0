package ai.wikibuilder.pages.prose;

import java.util.Optional;

/**
 * What models wrote before, one text for each name, the latest. May be shared by threads. Texts are
 * kept when a page is finished and stay whatever becomes of the build.
 */
public interface WrittenTexts {
  /** The latest text of a name; empty when there is none or it is damaged. */
  Optional<WrittenText> find(String name);

  /** Keeps a text in place of the one before it; after the call it is on the disk. */
  void keep(WrittenText text);

  /** Keeps nothing. */
  static WrittenTexts none() {
    return new WrittenTexts() {
      @Override
      public Optional<WrittenText> find(String name) {
        return Optional.empty();
      }

      @Override
      public void keep(WrittenText text) {}
    };
  }
}
