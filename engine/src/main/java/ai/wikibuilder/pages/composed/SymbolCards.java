package ai.wikibuilder.pages.composed;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.words.English;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what a reader needs of one symbol: its head, its own words, who uses it. */
final class SymbolCards {
  /** Names told in full; beyond that the rest is counted. */
  private static final int NAME_COUNT_MAX = 3;

  private final Repository repository;

  SymbolCards(Repository repository) {
    this.repository = repository;
  }

  Block.SymbolCard card(GraphSymbol symbol) {
    List<Sentence> facts = new ArrayList<>();
    if (symbol.kind().isType()) {
      implementations(symbol, facts);
      members(symbol, facts);
    }
    usage(symbol, facts);
    return new Block.SymbolCard(
        repository.graph().qualifiedName(symbol.id()),
        symbol.kind().label(),
        repository.signature(symbol),
        repository.definition(symbol),
        repository
            .doc(symbol)
            .map(words -> new Say().quote(words.text()).by(words.evidence()).end()),
        facts);
  }

  private void implementations(GraphSymbol symbol, List<Sentence> facts) {
    Map<String, GraphEdge> names = new LinkedHashMap<>();
    for (GraphEdge edge : repository.graph().incoming(symbol.id())) {
      if (edge.kind() == ReferenceKind.INHERIT
          && edge.source() >= 0
          && repository.isMain(edge.sourceFile())) {
        names.putIfAbsent(repository.graph().qualifiedName(edge.source()), edge);
      }
    }
    if (names.isEmpty()) {
      return;
    }
    boolean contract = symbol.kind() == SymbolKind.INTERFACE || symbol.kind() == SymbolKind.TRAIT;
    List<String> shown = names.keySet().stream().limit(NAME_COUNT_MAX).toList();
    Say say;
    if (names.size() == 1) {
      say = Say.text(contract ? "The one type built on it is " : "Its one subtype is ");
      say.codes(shown);
    } else if (names.size() == shown.size()) {
      say = Say.text(English.countAtStart(names.size(), "type builds", "types build") + " on it: ");
      say.codes(shown);
    } else {
      say = Say.text(English.countAtStart(names.size(), "type builds", "types build"));
      say.then(" on it, among them ").codes(shown);
    }
    names.values().stream()
        .limit(NAME_COUNT_MAX)
        .forEach(edge -> say.by(repository.line(edge.sourceFile(), edge.line())));
    facts.add(say.end("."));
  }

  private void members(GraphSymbol symbol, List<Sentence> facts) {
    List<GraphSymbol> members = new ArrayList<>();
    List<String> constants = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (int id = symbol.id() + 1; id < repository.graph().endSymbol(symbol.file()); id++) {
      GraphSymbol member = repository.graph().symbol(id);
      if (member.startLine() > symbol.endLine()) {
        break;
      }
      if (member.parent() != symbol.id()) {
        continue;
      }
      if (member.kind() == SymbolKind.ENUM_MEMBER) {
        constants.add(member.name());
      } else if (isOffered(member) && names.add(member.name())) {
        members.add(member);
      }
    }
    if (!constants.isEmpty()) {
      facts.add(constants(symbol, constants));
    }
    if (!members.isEmpty()) {
      members.sort(
          Comparator.comparingDouble((GraphSymbol member) -> -member.importance())
              .thenComparingInt(GraphSymbol::id));
      facts.add(offered(members));
    }
  }

  private static boolean isOffered(GraphSymbol member) {
    return member.kind().isCallable()
        && member.kind() != SymbolKind.CONSTRUCTOR
        && (member.visibility() == Visibility.PUBLIC || member.visibility() == Visibility.PROTECTED)
        && !member.name().startsWith("_")
        && !member.name().equals("constructor");
  }

  private Sentence constants(GraphSymbol symbol, List<String> constants) {
    List<String> shown = constants.subList(0, Math.min(NAME_COUNT_MAX + 1, constants.size()));
    Say say = Say.text("It has " + English.count(constants.size(), "constant", "constants"));
    say.then(shown.size() < constants.size() ? ", beginning with " : ": ").codes(shown);
    return say.by(repository.definition(symbol)).end(".");
  }

  private Sentence offered(List<GraphSymbol> members) {
    List<GraphSymbol> shown = members.subList(0, Math.min(NAME_COUNT_MAX, members.size()));
    List<String> names = shown.stream().map(GraphSymbol::name).toList();
    String count = English.count(members.size(), "method", "methods");
    Say say =
        switch (members.size()) {
          case 1 -> Say.text("It offers one method, ").codes(names);
          case 2, 3 -> Say.text("It offers " + count + ": ").codes(names);
          default -> Say.text("Of its " + count + " the most used are ").codes(names);
        };
    shown.forEach(member -> say.by(repository.head(member)));
    return say.end(".");
  }

  /** Where the product's own code names it, without its own file and without inheritance. */
  private void usage(GraphSymbol symbol, List<Sentence> facts) {
    Map<String, GraphEdge> places = new LinkedHashMap<>();
    int lineCount = 0;
    Set<Integer> files = new LinkedHashSet<>();
    int lastFile = -1;
    int lastLine = -1;
    for (GraphEdge edge : repository.graph().incoming(symbol.id())) {
      if (edge.sourceFile() == symbol.file()
          || edge.certainty() != Certainty.EXACT
          || edge.kind() == ReferenceKind.INHERIT
          || !repository.isMain(edge.sourceFile())) {
        continue;
      }
      lineCount += edge.sourceFile() == lastFile && edge.line() == lastLine ? 0 : 1;
      lastFile = edge.sourceFile();
      lastLine = edge.line();
      files.add(lastFile);
      places.putIfAbsent(place(edge), edge);
    }
    if (lineCount > 0) {
      facts.add(used(lineCount, files.size(), places));
    }
  }

  private String place(GraphEdge edge) {
    if (edge.source() >= 0) {
      return repository.graph().qualifiedName(edge.source());
    }
    String path = repository.graph().path(edge.sourceFile());
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Sentence used(int lineCount, int fileCount, Map<String, GraphEdge> places) {
    List<String> names = places.keySet().stream().limit(NAME_COUNT_MAX).toList();
    String named = lineCount == 1 ? "One line" : English.countAtStart(lineCount, "line", "lines");
    Say say = Say.text(named + (lineCount == 1 ? " outside its file names it, in " : ""));
    if (lineCount > 1) {
      say.then(
          fileCount == 1
              ? " of one other file name it, "
              : " in " + English.number(fileCount) + " other files name it, ");
      say.then(places.size() <= NAME_COUNT_MAX ? "in " : "among others in ");
    }
    say.codes(names);
    places.values().stream()
        .limit(NAME_COUNT_MAX)
        .forEach(edge -> say.by(repository.line(edge.sourceFile(), edge.line())));
    return say.end(".");
  }
}
