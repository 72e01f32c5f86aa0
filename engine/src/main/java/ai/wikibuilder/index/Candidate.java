package ai.wikibuilder.index;

import ai.wikibuilder.index.vectors.ChunkPlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A chunk on its way to becoming a hit, collecting what speaks for and against it. One thread. */
final class Candidate {
  final int document;
  final String path;
  final int startLine;
  final int endLine;
  final List<DefinedSymbols.Entry> about;
  private final List<SearchHit.Signal> signals = new ArrayList<>();
  private Optional<DefinedSymbols.Entry> asked = Optional.empty();
  private List<Integer> matches = List.of();
  private double score;
  private boolean named;

  Candidate(int document, String path, long lines, List<DefinedSymbols.Entry> about) {
    this.document = document;
    this.path = path;
    this.startLine = (int) (lines >>> 32);
    this.endLine = (int) lines;
    this.about = about;
  }

  /** Another that goes on collecting from here. */
  Candidate copy() {
    long lines = ((long) startLine << 32) | endLine;
    Candidate copy = new Candidate(document, path, lines, about);
    copy.signals.addAll(signals);
    copy.asked = asked;
    copy.matches = matches;
    copy.score = score;
    copy.named = named;
    return copy;
  }

  ChunkPlace place() {
    return new ChunkPlace(path, startLine, endLine);
  }

  double score() {
    return score;
  }

  void add(String signal, double value) {
    if (value != 0) {
      signals.add(new SearchHit.Signal(signal, value));
      score += value;
    }
  }

  /** Says that the question surely names it, by its symbol or its path. */
  void named() {
    named = true;
  }

  boolean isNamed() {
    return named;
  }

  /** Says which of its lines hold what the question strictly asks for, counted from 0. */
  void matched(List<Integer> lines) {
    matches = List.copyOf(lines);
  }

  /** Lines that hold what the question strictly asks for; empty when it asks for nothing so. */
  List<Integer> matches() {
    return matches;
  }

  /** Brings all signals to another scale. */
  void scale(double factor) {
    signals.replaceAll(signal -> new SearchHit.Signal(signal.name(), signal.value() * factor));
    score = signals.stream().mapToDouble(SearchHit.Signal::value).sum();
  }

  /** Says which of its symbols the question names. */
  void askedFor(DefinedSymbols.Entry symbol) {
    asked = Optional.of(symbol);
  }

  /** The symbol it stands for: the one asked for, otherwise the one the chunk belongs to. */
  Optional<DefinedSymbols.Entry> symbol() {
    return asked.or(() -> about.stream().findFirst());
  }

  /** The symbol the chunk belongs to, where it is also defined in it. */
  private Optional<DefinedSymbols.Entry> owner() {
    return about.stream().findFirst().filter(one -> one.isNamedWithin(startLine, endLine));
  }

  /**
   * The hit, with the lines that match or those of the symbol asked for, if it has any; otherwise
   * from where its symbol begins, past licence and imports, to the end of the chunk.
   */
  SearchHit hit(int rank) {
    int first = asked.or(this::owner).map(DefinedSymbols.Entry::startLine).orElse(startLine);
    first = Math.max(startLine, first);
    int last = asked.map(symbol -> Math.min(endLine, symbol.endLine())).orElse(endLine);
    if (!matches.isEmpty()) {
      first = startLine + Collections.min(matches);
      last = startLine + Collections.max(matches);
    }
    boolean inside = first <= last;
    return new SearchHit(
        rank,
        path,
        inside ? first : startLine,
        inside ? last : endLine,
        symbol().map(DefinedSymbols.Entry::qualified).orElse(""),
        symbol().map(DefinedSymbols.Entry::kind).orElse(""),
        score,
        signals);
  }
}
