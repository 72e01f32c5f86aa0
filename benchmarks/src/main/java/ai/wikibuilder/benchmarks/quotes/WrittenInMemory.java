package ai.wikibuilder.benchmarks.quotes;

import ai.wikibuilder.pages.prose.WrittenText;
import ai.wikibuilder.pages.prose.WrittenTexts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Texts of one build, forgotten with it. Threads may share it. */
final class WrittenInMemory implements WrittenTexts {
  private final Map<String, WrittenText> texts = new ConcurrentHashMap<>();

  @Override
  public Optional<WrittenText> find(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  @Override
  public void keep(WrittenText text) {
    texts.put(text.name(), text);
  }
}
