package ai.wikibuilder.benchmarks.languages;

import ai.wikibuilder.benchmarks.MeasuredProcess;
import ai.wikibuilder.facts.FactsCodec;
import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Language;
import ai.wikibuilder.facts.Languages;
import ai.wikibuilder.outbound.AllowedHosts;
import ai.wikibuilder.outbound.HostResolver;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.source.ReadOutcome;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SourceFile;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.snapshots.SnapshotSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  /** One file as the product sees it. */
  record Parsed(SourceText text, FileFacts facts) {}

  /** Reads the commit that is checked out, or the head of a bare repository. */
  static ParsedRepository read(Path folder, Path natives) {
    Map<String, TreeMap<String, SourceText>> byLanguage = texts(folder);
    TreeMap<String, Parsed> files = new TreeMap<>();
    Map<String, Double> seconds = new LinkedHashMap<>();
    byLanguage.forEach((language, texts) -> {
      try (FactsExtractor extractor = new FactsExtractor(FactsSettings.defaults(natives))) {
        FileFacts _ = extractor.extract(texts.firstKey(), texts.firstEntry().getValue());
        seconds.put(language, extract(extractor, texts, files));
      }
    });
    String commit =
        MeasuredProcess.run(
                List.of("git", "-C", folder.toString(), "rev-parse", "--short=10", "HEAD"),
                Map.of())
            .output()
            .strip();
    return new ParsedRepository(name(folder), commit, files, seconds);
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

  private static Map<String, TreeMap<String, SourceText>> texts(Path folder) {
    Languages languages = Languages.load();
    Map<String, TreeMap<String, SourceText>> texts = new TreeMap<>();
    OutboundGuard guard =
        new OutboundGuard(
            new OutboundSettings(AllowedHosts.of(List.of()), Optional.empty(), Optional.empty()),
            HostResolver.ofThisMachine());
    SourceRequest request =
        new SourceRequest(
            new SourceRequest.Origin.Folder(folder, Optional.empty()),
            Optional.empty(),
            "",
            List.of(),
            List.of());
    try (Snapshot snapshot =
        new SnapshotSource(guard, SourceLimits.forCommandLine(), folder.resolve("unused"))
            .open(request, (objects, total, bytes) -> {})) {
      for (SourceFile file : snapshot.files()) {
        if (snapshot.read(file) instanceof ReadOutcome.Text read) {
          String language = languages.lookup(file.path()).map(Language::id).orElse("text");
          texts.computeIfAbsent(language, id -> new TreeMap<>()).put(file.path(), read.text());
        }
      }
    }
    return texts;
  }

  private static String name(Path folder) {
    String last = "";
    for (Path part : folder.toAbsolutePath().normalize()) {
      String name = part.toString();
      last = name.equals("repo") || name.equals(".git") ? last : name.replace('+', '/');
    }
    return last;
  }
}
