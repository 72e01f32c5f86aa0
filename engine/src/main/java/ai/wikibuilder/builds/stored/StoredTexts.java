package ai.wikibuilder.builds.stored;

import ai.wikibuilder.generations.ContentRef;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The masked texts of a generation, by path. May be used by several threads. */
public final class StoredTexts implements TextReader {
  private final Map<String, ContentRef> texts = new HashMap<>();
  private final Function<ContentRef, byte[]> content;

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
    return Optional.ofNullable(texts.get(path)).map(ref -> SourceText.of(content.apply(ref)));
  }
}
