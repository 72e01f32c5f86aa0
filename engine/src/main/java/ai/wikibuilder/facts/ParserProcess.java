package ai.wikibuilder.facts;

import ai.wikibuilder.facts.matches.GrammarGaps;
import ai.wikibuilder.facts.process.Worker;
import ai.wikibuilder.facts.treesitter.TreeParser;
import ai.wikibuilder.facts.treesitter.TreeQuery;
import ai.wikibuilder.facts.treesitter.TreeSitter;
import ai.wikibuilder.facts.treesitter.TreeSitterException;
import ai.wikibuilder.source.SourceText;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Main class of the child process that parses. A piece's kind is a language's id, a line feed and
 * the grammar's file; its content is the text; the answer is a frame of {@link FactsCodec}.
 *
 * <p>Arguments: core library, thread count, soft limit's fixed part and its part for each byte,
 * both in nanoseconds.
 */
final class ParserProcess {
  private final TreeSitter core;
  private final Languages languages = Languages.load();
  private final Map<String, TreeQuery> queries = new ConcurrentHashMap<>();
  private final Duration softFixed;
  private final Duration softPerByte;

  private ParserProcess(TreeSitter core, Duration softFixed, Duration softPerByte) {
    this.core = core;
    this.softFixed = softFixed;
    this.softPerByte = softPerByte;
  }

  public static void main(String[] arguments) {
    Worker worker =
        new Worker(
            new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    // Standard output belongs to the frames: a stray line in it would put the parent out of step.
    System.setOut(System.err);
    try {
      ParserProcess process =
          new ParserProcess(
              TreeSitter.load(Path.of(arguments[0])),
              Duration.ofNanos(Long.parseLong(arguments[2])),
              Duration.ofNanos(Long.parseLong(arguments[3])));
      worker.work(Integer.parseInt(arguments[1]), process::newTask);
    } catch (TreeSitterException e) {
      worker.fail(String.valueOf(e.getMessage()));
    }
  }

  private Worker.Task newTask() {
    TreeParser parser = new TreeParser(core);
    Map<String, Optional<FactsReader>> readers = new HashMap<>();
    return (kind, content) -> {
      Optional<FactsReader> reader = readers.computeIfAbsent(kind, it -> reader(it, parser));
      return FactsCodec.encode(
          reader.isPresent()
              ? reader.get().read(SourceText.of(content), limit(content.length))
              : FileFacts.none(languageId(kind), FileFacts.Outcome.TEXT));
    };
  }

  private Duration limit(int byteCount) {
    return softFixed.plus(softPerByte.multipliedBy(byteCount));
  }

  /** Empty when the grammar does not work with this core; its files are searched as text. */
  private Optional<FactsReader> reader(String kind, TreeParser parser) {
    Language language = languages.byId(languageId(kind)).orElseThrow();
    try {
      TreeQuery query = queries.computeIfAbsent(kind, it -> compile(language, it));
      GrammarGaps gaps = GrammarGaps.of(languages.query(language.grammar().orElseThrow()));
      return Optional.of(new FactsReader(language, parser, query, gaps));
    } catch (TreeSitterException e) {
      System.err.println(language.displayName() + " files are not parsed: " + e.getMessage());
      return Optional.empty();
    }
  }

  private TreeQuery compile(Language language, String kind) {
    Language.Grammar grammar = language.grammar().orElseThrow();
    Path library = Path.of(kind.substring(kind.indexOf('\n') + 1));
    return TreeQuery.compile(
        core, core.grammar(library, grammar.function()), languages.query(grammar));
  }

  private static String languageId(String kind) {
    return kind.substring(0, kind.indexOf('\n'));
  }
}
