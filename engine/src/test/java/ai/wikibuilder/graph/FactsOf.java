package ai.wikibuilder.graph;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.ImportFact;
import ai.wikibuilder.facts.Reference;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.source.SourceSpan;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts of one file written down by hand, each beside the line that holds it. */
final class FactsOf {
  private final String language;
  private String namespace = "";
  private final StringBuilder text = new StringBuilder();
  private final List<Symbol> symbols = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<ImportFact> imports = new ArrayList<>();
  private int line;

  FactsOf(String language) {
    this.language = language;
  }

  FactsOf namespace(String name) {
    namespace = name;
    return this;
  }

  /** The next line; the facts added after it stand there. */
  FactsOf line(String words) {
    text.append(words).append('\n');
    line++;
    return this;
  }

  /** A symbol whose head is the line; {@code parent} counts symbols from 0. */
  FactsOf symbol(SymbolKind kind, String name, int parent, String owner) {
    String all = text.toString();
    int start = all.lastIndexOf('\n', all.length() - 2) + 1;
    int end = all.length() - 1;
    int brace = all.indexOf('{', start);
    int head = brace < 0 ? end : brace;
    symbols.add(
        new Symbol(
            kind,
            name,
            parent,
            owner,
            new SourceSpan(start, end, line, line),
            new SourceSpan(start, head, line, line),
            line,
            Optional.empty(),
            Visibility.PUBLIC));
    return this;
  }

  FactsOf symbol(SymbolKind kind, String name) {
    return symbol(kind, name, -1, "");
  }

  /** A call inside the symbol added last. */
  FactsOf call(String qualifier, String name) {
    references.add(new Reference(ReferenceKind.CALL, name, qualifier, line, symbols.size() - 1));
    return this;
  }

  /** A type named inside the symbol added last. */
  FactsOf type(String qualifier, String name) {
    references.add(new Reference(ReferenceKind.TYPE, name, qualifier, line, symbols.size() - 1));
    return this;
  }

  FactsOf imports(String module, String name, String alias) {
    imports.add(new ImportFact(module, name, alias, line));
    return this;
  }

  void addTo(CodeGraphBuilder builder, String path) {
    builder.add(
        path,
        SourceText.of(text.toString()),
        new FileFacts(language, FileFacts.Outcome.PARSED, namespace, symbols, references, imports));
  }
}
