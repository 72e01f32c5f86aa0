package ai.wikibuilder.benchmarks.languages;

import ai.wikibuilder.benchmarks.Benchmarks;
import ai.wikibuilder.benchmarks.Machine;
import ai.wikibuilder.facts.Language;
import ai.wikibuilder.facts.Languages;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.CodeGraphBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Measures every language with a grammar on the repositories that are named. */
public final class LanguagesBenchmark {
  /** Fewer lines of a language say little about it. */
  private static final long LINES_MIN = 10_000;

  private final Path scratch;
  private final CtagsLanguages ctags = CtagsLanguages.load();

  /** Lines of the table by language and repository; texts and facts are not kept. */
  private final TreeMap<String, String> rows = new TreeMap<>();

  private LanguagesBenchmark(Path scratch) {
    this.scratch = scratch;
  }

  /** Arguments: the project's folder, then the folders of the repositories. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Ctags.require();
    Path scratch = Files.createTempDirectory("languages");
    try {
      LanguagesBenchmark benchmark = new LanguagesBenchmark(scratch);
      for (String folder : List.of(arguments).subList(1, arguments.length)) {
        System.err.println("measuring " + folder);
        benchmark.measure(Path.of(folder));
        Files.writeString(root.resolve("docs/languages.md"), benchmark.document(root));
      }
    } finally {
      Benchmarks.delete(scratch);
    }
  }

  private void measure(Path folder) throws IOException {
    ParsedRepository repository = ParsedRepository.read(folder, scratch.resolve("natives"));
    CodeGraphBuilder builder = new CodeGraphBuilder();
    repository.files().forEach((path, file) -> builder.add(path, file.text(), file.facts()));
    CodeGraph graph = builder.build();
    Map<String, Followed> calls = Followed.calls(repository, graph);
    Map<String, Followed> imports = Followed.imports(repository, graph);
    for (Language language : Languages.load().all()) {
      TreeMap<String, ParsedRepository.Parsed> files = new TreeMap<>();
      repository
          .files()
          .forEach((path, file) -> {
            if (file.facts().language().equals(language.id())) {
              files.put(path, file);
            }
          });
      long lines = files.values().stream().mapToLong(file -> file.text().lineCount()).sum();
      if (language.parsed() && lines >= LINES_MIN) {
        LanguageRow row =
            new LanguageRow(
                language.displayName(),
                repository.name() + " " + repository.commit(),
                List.copyOf(files.values()),
                repository.seconds().getOrDefault(language.id(), 0.0),
                agreement(language, files),
                calls.getOrDefault(language.id(), new Followed(0, 0, 0)),
                imports.getOrDefault(language.id(), new Followed(0, 0, 0)));
        rows.put(row.language() + " " + row.repository(), row.toString());
      }
    }
  }

  private Optional<Agreement> agreement(
      Language language, Map<String, ParsedRepository.Parsed> files) throws IOException {
    Optional<CtagsLanguages.Entry> entry = ctags.of(language.id());
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Path texts = scratch.resolve("texts");
    Benchmarks.delete(texts);
    List<Tag> ours = new ArrayList<>();
    for (Map.Entry<String, ParsedRepository.Parsed> file : files.entrySet()) {
      Path target = texts.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue().text().utf8());
      for (Symbol symbol : file.getValue().facts().symbols()) {
        String kind = symbol.kind().label();
        int last = symbol.span().endLine();
        ours.add(new Tag(file.getKey(), symbol.name(), kind, symbol.nameLine(), last));
      }
    }
    List<Tag> theirs = Ctags.tags(texts, List.copyOf(files.keySet()), entry.get());
    Agreement agreement = Agreement.between(theirs, ours);
    report(language, agreement);
    return Optional.of(agreement);
  }

  /** Examples of what is missing go to the one who looks, not into the document. */
  private static void report(Language language, Agreement agreement) {
    System.err.printf(
        "%s: %d of %d%n", language.displayName(), agreement.found(), agreement.total());
    agreement
        .missed()
        .forEach((kind, tags) -> {
          System.err.printf("  %s, %d missed%n", kind, tags.size());
          int step = Math.max(1, tags.size() / Agreement.EXAMPLES_MAX);
          for (int i = 0; i < tags.size(); i += step) {
            Tag tag = tags.get(i);
            System.err.printf("    %s:%d %s%n", tag.path(), tag.line(), tag.name());
          }
        });
  }

  private String document(Path root) throws IOException {
    StringBuilder text = new StringBuilder(heading(root));
    text.append(LanguageRow.HEAD);
    rows.values().forEach(row -> text.append(row).append('\n'));
    text.append(leftOut());
    return text.toString();
  }

  private static String heading(Path root) throws IOException {
    return """
    # Languages

    Made by `benchmarks/run languages FOLDER...`: every language with a grammar, on the real repositories that were
    named and have at least %,d lines of it. A language without a row is searched as text.

    - *Of ctags'*: definitions found of those that Universal Ctags finds in the same texts: same file, same name, at
      most two lines apart or inside the definition. Names that ctags makes up and kinds that are no
      definitions are left out, see below.
    - *Calls resolved*: calls that lead to a symbol in the code graph, of the calls whose name some function or type
      of the repository has, and of all (most of these are calls of libraries). *Imports resolved*: those that lead to a
      file or a symbol, of those whose module may by its name be in the repository, and of all.
    - *Files failed*: parser out of time, crashed, or file too large. *With errors*: parsed around text that the
      grammar cannot explain.
    - *MB/s*: extraction of facts alone, all cores, from text in memory to facts in memory.

    %s

    """
        .formatted(LINES_MIN, Machine.sentence(root));
  }

  /** The table of what ctags finds and is not asked for. */
  private String leftOut() {
    StringBuilder text =
        new StringBuilder(
            """

            ## Left out of the comparison

            | Language | Kind of ctags | What it is |
            |---|---|---|
            """);
    for (Language language : Languages.load().all()) {
      ctags
          .of(language.id())
          .ifPresent(entry ->
              entry
                  .leftOut()
                  .forEach((kind, reason) ->
                      text.append(
                          "| %s | %s | %s |\n".formatted(language.displayName(), kind, reason))));
    }
    return text.toString();
  }
}
