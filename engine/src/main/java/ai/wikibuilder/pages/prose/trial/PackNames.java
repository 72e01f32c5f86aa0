package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.language.NameWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of what the evidence defines or uses, so that plain words can be understood: {@code the
 * transition table} is {@code TransitionTable} where the evidence has one. Immutable once made.
 */
final class PackNames {
  /** Words of a name that are looked for beside each other. */
  private static final int WORD_COUNT_MAX = 7;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final Map<String, String> nameByWords = new HashMap<>();
  private final Set<String> types = new HashSet<>();
  private final Set<String> constants = new HashSet<>();

  /** A run of plain words and the name they say. */
  record Found(int start, int end, String name) {}

  PackNames(Ground ground) {
    CodeGraph graph = ground.names().graph();
    for (EvidencePiece piece : ground.pack().pieces()) {
      int file = piece.path().isEmpty() ? -1 : graph.file(piece.path());
      if (file >= 0) {
        for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
          if (Ground.touches(piece, ground.span(id))) {
            add(graph.symbol(id));
          }
        }
        for (GraphEdge edge : ground.names().edges(file, piece.startLine(), piece.endLine())) {
          add(graph.symbol(edge.target()));
        }
      }
    }
  }

  private void add(GraphSymbol symbol) {
    if (symbol.kind().isType()) {
      types.add(symbol.name());
    }
    if (symbol.kind() == SymbolKind.ENUM_MEMBER || symbol.kind() == SymbolKind.CONSTANT) {
      constants.add(symbol.name());
    }
    List<String> words = NameWords.of(symbol.name());
    if (words.size() >= 2
        && words.size() <= WORD_COUNT_MAX
        && (symbol.kind().isType() || symbol.kind().isCallable())) {
      nameByWords.merge(
          String.join(" ", words),
          symbol.name(),
          (one, other) -> types.contains(one) ? one : other);
    }
  }

  boolean hasType(String name) {
    return types.contains(name);
  }

  boolean hasConstant(String name) {
    return constants.contains(name);
  }

  /** Names said in plain words, longest first, none inside another. */
  List<Found> in(String text) {
    List<int[]> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new int[] {matcher.start(), matcher.end()});
    }
    List<Found> result = new ArrayList<>();
    for (int first = 0; first < words.size(); first++) {
      Optional<Found> found = longest(text, words, first);
      if (found.isPresent()) {
        result.add(found.get());
        int end = found.get().end();
        while (first + 1 < words.size() && words.get(first + 1)[0] < end) {
          first++;
        }
      }
    }
    return result;
  }

  private Optional<Found> longest(String text, List<int[]> words, int first) {
    for (int last = Math.min(words.size(), first + WORD_COUNT_MAX) - 1; last > first; last--) {
      int start = words.get(first)[0];
      int end = words.get(last)[1];
      String said = text.substring(start, end).toLowerCase(Locale.ROOT);
      if (said.indexOf('⟦') < 0 && !said.matches(".*[.,;:()].*")) {
        String plain = said.replaceAll("[\\s-]+", " ");
        String single = plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
        String name = nameByWords.getOrDefault(plain, nameByWords.get(single));
        if (name != null) {
          return Optional.of(new Found(start, end, name));
        }
      }
    }
    return Optional.empty();
  }
}
