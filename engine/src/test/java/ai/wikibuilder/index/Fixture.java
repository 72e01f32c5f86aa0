package ai.wikibuilder.index;

import ai.wikibuilder.chunks.Chunk;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.source.SourceSpan;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small repositories for the tests of this package. */
final class Fixture implements TextReader {
  /** Lines of a chunk: small, so that short files have several. */
  private static final int CHUNK_LINES = 12;

  private static final Pattern DEFINITION =
      Pattern.compile(
          "^(\\s*)(?:public |final |static )*(class|def|void|function|func|var) (\\w+)");

  private final Map<String, String> files = new TreeMap<>();

  Fixture put(String path, String text) {
    files.put(path, text);
    return this;
  }

  void remove(String path) {
    files.remove(path);
  }

  List<String> paths() {
    return List.copyOf(files.keySet());
  }

  @Override
  public Optional<SourceText> text(String path) {
    return Optional.ofNullable(files.get(path)).map(SourceText::of);
  }

  /** Builds all files at once. */
  Fixture build(Path directory) {
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      paths().forEach(path -> builder.add(file(path)));
      builder.commit();
    }
    return this;
  }

  IndexedFile file(String path) {
    SourceText text = text(path).orElseThrow();
    FileFacts facts = facts(text);
    List<Chunk> chunks = new ArrayList<>();
    for (int line = 1; line <= text.lineCount(); line += CHUNK_LINES) {
      int last = Math.min(text.lineCount(), line + CHUNK_LINES - 1);
      chunks.add(new Chunk(span(text, line, last), owner(facts, line), 1));
    }
    return new IndexedFile(path, text, facts, chunks);
  }

  private static int owner(FileFacts facts, int line) {
    int owner = -1;
    for (int i = 0; i < facts.symbols().size(); i++) {
      SourceSpan span = facts.symbols().get(i).span();
      owner = span.startLine() <= line && span.endLine() >= line ? i : owner;
    }
    return owner;
  }

  /** Definitions by their first line; members are indented, and end where the next one begins. */
  private static FileFacts facts(SourceText text) {
    List<Symbol> symbols = new ArrayList<>();
    int type = -1;
    for (int line = 1; line <= text.lineCount(); line++) {
      Matcher matcher = DEFINITION.matcher(text.lines(line, line));
      if (!matcher.find()) {
        continue;
      }
      boolean member = !matcher.group(1).isEmpty();
      boolean isType = matcher.group(2).equals("class");
      int end = member ? lastOfMember(text, line) : text.lineCount();
      SourceSpan head = span(text, line, line);
      symbols.add(
          new Symbol(
              kind(matcher.group(2)),
              matcher.group(3),
              member ? type : -1,
              "",
              span(text, line, end),
              head,
              line,
              Optional.empty(),
              Visibility.PUBLIC));
      type = isType ? symbols.size() - 1 : type;
    }
    return new FileFacts("x", FileFacts.Outcome.PARSED, "", symbols, List.of(), List.of());
  }

  private static SymbolKind kind(String keyword) {
    return switch (keyword) {
      case "class" -> SymbolKind.CLASS;
      case "var" -> SymbolKind.FIELD;
      default -> SymbolKind.METHOD;
    };
  }

  private static int lastOfMember(SourceText text, int line) {
    int last = line;
    while (last < text.lineCount() && !text.lines(last + 1, last + 1).isBlank()) {
      last++;
    }
    return last;
  }

  private static SourceSpan span(SourceText text, int first, int last) {
    return new SourceSpan(text.startOfLine(first), text.startOfLine(last + 1), first, last);
  }
}
