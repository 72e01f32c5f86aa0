package ai.wikibuilder.benchmarks.languages;

import ai.wikibuilder.benchmarks.SelectedTexts;
import ai.wikibuilder.facts.FactsCodec;
import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Language;
import ai.wikibuilder.facts.Languages;
import ai.wikibuilder.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * All texts of a repository with their facts, and how long each language took. Immutable.
 *
 * @param files sorted by path
 * @param seconds of extraction alone, by id of the language; all cores, a warm process
 */
record ParsedRepository(
    String name, String commit, SortedMap<String, Parsed> files, Map<String, Double> seconds) {
  /** Enough of a commit's name to find it. */
  private static final int COMMIT_LENGTH = 10;

  /** One file as the product sees it. */
  record Parsed(SourceText text, FileFacts facts) {}

  /** Reads the commit that is checked out, or the head of a bare repository. */
  static ParsedRepository read(Path folder, Path natives) {
    Map<String, TreeMap<String, SourceText>> byLanguage = byLanguage(folder);
    TreeMap<String, Parsed> files = new TreeMap<>();
    Map<String, Double> seconds = new LinkedHashMap<>();
    byLanguage.forEach((language, texts) -> {
      try (FactsExtractor extractor = new FactsExtractor(FactsSettings.defaults(natives))) {
        FileFacts _ = extractor.extract(texts.firstKey(), texts.firstEntry().getValue());
        seconds.put(language, extract(extractor, texts, files));
      }
    });
    String commit = SelectedTexts.commit(folder).substring(0, COMMIT_LENGTH);
    return new ParsedRepository(SelectedTexts.name(folder), commit, files, seconds);
  }

  private static double extract(
      FactsExtractor extractor, Map<String, SourceText> texts, Map<String, Parsed> files) {
    long started = System.nanoTime();
    List<CompletableFuture<byte[]>> frames = new ArrayList<>();
    texts.forEach((path, text) -> frames.add(extractor.submit(path, text)));
    frames.forEach(CompletableFuture::join);
    double seconds = (System.nanoTime() - started) / 1e9;
    int next = 0;
    for (Map.Entry<String, SourceText> text : texts.entrySet()) {
      FileFacts facts = FactsCodec.decode(frames.get(next++).join());
      files.put(text.getKey(), new Parsed(text.getValue(), facts));
    }
    return seconds;
  }

  private static Map<String, TreeMap<String, SourceText>> byLanguage(Path folder) {
    Languages languages = Languages.load();
    Map<String, TreeMap<String, SourceText>> texts = new TreeMap<>();
    SelectedTexts.read(folder)
        .forEach((path, text) -> {
          String language = languages.lookup(path).map(Language::id).orElse("text");
          texts.computeIfAbsent(language, id -> new TreeMap<>()).put(path, text);
        });
    return texts;
  }
}
