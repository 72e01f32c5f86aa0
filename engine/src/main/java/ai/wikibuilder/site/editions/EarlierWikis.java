package ai.wikibuilder.site.editions;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.site.data.StoredWiki;
import ai.wikibuilder.site.data.WikiDataException;
import ai.wikibuilder.site.data.WikiJsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the wiki of an earlier generation for the one that follows it. */
public final class EarlierWikis {
  private EarlierWikis() {}

  /**
   * The wiki of a generation; empty when it has none that this program can read.
   *
   * @param now files of the generation that follows
   * @param sameWriting whether the site is written as it was then
   */
  public static Optional<EarlierWiki> of(
      Generation generation, List<StoredFile> now, boolean sameWriting) {
    Path json = generation.wikiFolder().resolve("wiki.json");
    if (!Files.isRegularFile(json)) {
      return Optional.empty();
    }
    try {
      StoredWiki stored = WikiJsonReader.read(Files.readString(json));
      return Optional.of(
          new EarlierWiki(
              generation.wikiFolder(),
              stored.wiki(),
              stored.editions(),
              sameWriting,
              renamed(generation.files(), now)));
    } catch (IOException | WikiDataException e) {
      return Optional.empty(); // what cannot be read is written anew
    }
  }

  /** Files that stand elsewhere now, known by their content: earlier path to the one path now. */
  private static Map<String, String> renamed(List<StoredFile> before, List<StoredFile> now) {
    Set<String> paths = new HashSet<>();
    Map<String, String> byContent = new HashMap<>();
    for (StoredFile file : now) {
      paths.add(file.path());
    }
    Set<String> known = new HashSet<>();
    before.forEach(file -> known.add(file.path()));
    for (StoredFile file : now) {
      if (!known.contains(file.path())) {
        byContent.putIfAbsent(file.blobId(), file.path());
      }
    }
    Map<String, String> renamed = new HashMap<>();
    for (StoredFile file : before) {
      String path = byContent.get(file.blobId());
      if (path != null && !paths.contains(file.path())) {
        renamed.put(file.path(), path);
      }
    }
    return renamed;
  }
}
