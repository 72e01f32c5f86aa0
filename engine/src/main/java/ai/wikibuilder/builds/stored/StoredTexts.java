package ai.wikibuilder.builds.stored;

import ai.wikibuilder.generations.ContentRef;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The masked texts of a generation, by path. A question looks into the same files again and again,
 * so those read last are kept. May be used by several threads.
 */
public final class StoredTexts implements TextReader {
  /** Of all texts that are kept: some hundred files of usual length. */
  private static final int KEPT_BYTES_MAX = 1 << 20;

  /** A larger text would push out too many others. */
  private static final int KEPT_TEXT_BYTES_MAX = KEPT_BYTES_MAX / 8;

  private final Map<String, ContentRef> texts = new HashMap<>();
  private final Function<ContentRef, byte[]> content;

  /** The one asked for longest ago first. */
  private final LinkedHashMap<String, SourceText> kept = new LinkedHashMap<>(16, 0.75f, true);

  private int keptByteCount;

  public StoredTexts(List<StoredFile> files, Function<ContentRef, byte[]> content) {
    for (StoredFile file : files) {
      if (file.text().isPresent()) {
        texts.put(file.path(), file.text());
      }
    }
    this.content = content;
  }

  /** The texts of a finished generation, readable as long as it is open. */
  public static StoredTexts of(Generation generation) {
    return new StoredTexts(generation.files(), generation::read);
  }

  @Override
  public Optional<SourceText> text(String path) {
    ContentRef ref = texts.get(path);
    if (ref == null) {
      return Optional.empty();
    }
    synchronized (kept) {
      SourceText there = kept.get(path);
      if (there != null) {
        return Optional.of(there);
      }
    }
    SourceText text = SourceText.of(content.apply(ref));
    if (text.byteCount() <= KEPT_TEXT_BYTES_MAX) {
      keep(path, text);
    }
    return Optional.of(text);
  }

  private void keep(String path, SourceText text) {
    synchronized (kept) {
      if (kept.putIfAbsent(path, text) == null) {
        keptByteCount += text.byteCount();
      }
      while (keptByteCount > KEPT_BYTES_MAX) {
        keptByteCount -= kept.pollFirstEntry().getValue().byteCount();
      }
    }
  }
}
