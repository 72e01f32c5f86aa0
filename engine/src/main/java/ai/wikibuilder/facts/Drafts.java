package ai.wikibuilder.facts;

import ai.wikibuilder.facts.matches.Condition;
import ai.wikibuilder.facts.matches.Definition;
import ai.wikibuilder.facts.matches.DocComments;
import ai.wikibuilder.facts.matches.FileMatches;
import ai.wikibuilder.facts.matches.Mentions;
import ai.wikibuilder.facts.matches.Range;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Picks, of all matches of definitions in one file, those that are its symbols: one for each name,
 * those whose condition holds, with the range of what is wrapped around them.
 */
final class Drafts {
  private final SourceText text;
  private final FileMatches matches;
  private final DocComments comments;

  Drafts(SourceText text, FileMatches matches, DocComments comments) {
    this.text = text;
    this.matches = matches;
    this.comments = comments;
  }

  /** A symbol on its way. */
  static final class Draft {
    final Definition definition;
    final String name;
    final String owner;
    final int headEnd;
    int start;
    int end;
    int parent = -1;
    // The definition it stands in; for a field that a constructor sets not its parent.
    int around = -1;
    Range doc = Range.NONE;
    Optional<Visibility> said = Optional.empty();
    Optional<Visibility> section = Optional.empty();
    boolean isStatic;
    boolean isFinal;

    Draft(Definition definition, Range span, String name, String owner) {
      this.definition = definition;
      this.name = name;
      this.owner = owner;
      this.start = span.start();
      this.end = span.end();
      this.headEnd = span.end();
    }

    boolean goesOnIn(Draft next) {
      return definition.condition() == Condition.JOINED
          && next.definition.condition() == Condition.JOINED
          && name.equals(next.name)
          && end <= next.start;
    }

    int nameStart() {
      return definition.name().exists() ? definition.name().start() : end;
    }
  }

  /** The definitions that count, by their start, then the wider first. */
  List<Draft> sorted() {
    Map<Range, Range> outer = matches.outer();
    Set<Integer> namedElsewhere = matches.namedElsewhere();
    Set<String> owners = owners();
    Set<String> types = types();
    Map<Integer, Definition> byName = new HashMap<>();
    for (Definition definition : matches.definitions) {
      Range name = definition.name();
      int key = name.exists() ? name.start() : definition.span().start();
      if (isMadeUp(name) || namedElsewhere.contains(key) || !isWanted(definition, owners, types)) {
        continue;
      }
      byName.merge(key, definition, Drafts::better);
    }
    List<Draft> found = new ArrayList<>(byName.size());
    for (Definition definition : byName.values()) {
      found.add(draft(definition, outer));
    }
    found.sort(
        Comparator.comparingInt((Draft draft) -> draft.start)
            .thenComparing(draft -> draft.end, Comparator.reverseOrder())
            .thenComparingInt(Draft::nameStart));
    return withoutRepeated(withoutLocals(joined(found)));
  }

  /** A signature and the equations after it are one symbol. */
  private static List<Draft> joined(List<Draft> sorted) {
    List<Draft> kept = new ArrayList<>(sorted.size());
    for (Draft draft : sorted) {
      if (!kept.isEmpty() && kept.getLast().goesOnIn(draft)) {
        kept.getLast().end = draft.end;
      } else {
        kept.add(draft);
      }
    }
    return kept;
  }

  private Draft draft(Definition definition, Map<Range, Range> outer) {
    Range span = definition.span();
    for (Range wider = outer.get(span); wider != null && !wider.equals(span); ) {
      span = wider;
      wider = outer.get(span);
    }
    String name = definition.name().exists() ? slice(definition.name()) : "default";
    boolean nested = definition.condition() == Condition.IF_OWNER;
    String owner = nested ? "" : owner(definition.owner());
    return new Draft(definition, comments.withPrefixes(span), name, owner);
  }

  /** A gap between bits, or what error recovery put in, has no letters. */
  private static boolean isMadeUp(Range name) {
    return name.exists() && name.start() >= name.end();
  }

  /** Drops what counts only if first, when the type or the file has a member of that name. */
  private static List<Draft> withoutRepeated(List<Draft> sorted) {
    List<Draft> kept = new ArrayList<>(sorted.size());
    List<Draft> open = new ArrayList<>();
    Map<Integer, Set<String>> members = new HashMap<>();
    for (Draft draft : sorted) {
      while (!open.isEmpty() && !contains(open.getLast(), draft)) {
        open.removeLast();
      }
      boolean type = draft.definition.kind().isType();
      int owner = type ? draft.start : open.isEmpty() ? -1 : open.getLast().start;
      boolean isNew = members.computeIfAbsent(owner, _ -> new HashSet<>()).add(draft.name);
      if (isNew || !draft.definition.condition().isFirstOnly()) {
        kept.add(draft);
      }
      if (type) {
        open.add(draft);
      }
    }
    return kept;
  }

  /** Drops what counts only outside of functions, or only in constructors, and is not there. */
  private static List<Draft> withoutLocals(List<Draft> sorted) {
    List<Draft> kept = new ArrayList<>(sorted.size());
    List<Draft> functions = new ArrayList<>();
    for (Draft draft : sorted) {
      while (!functions.isEmpty() && functions.getLast().end <= draft.start) {
        functions.removeLast();
      }
      boolean wanted =
          switch (draft.definition.condition()) {
            case IF_OUTSIDE, IF_FIRST_OUTSIDE -> functions.isEmpty();
            case IF_FIRST_CONSTRUCTED ->
                !functions.isEmpty()
                    && functions.getLast().definition.kind() == SymbolKind.CONSTRUCTOR;
            default -> true;
          };
      if (wanted) {
        kept.add(draft);
      }
      if (draft.definition.kind().isCallable() && draft.definition.body().exists()) {
        functions.add(draft);
      }
    }
    return kept;
  }

  /** What functions are hung on. */
  private Set<String> owners() {
    Set<String> owners = new HashSet<>();
    for (Definition definition : matches.definitions) {
      if (definition.kind().isCallable()) {
        owners.add(owner(definition.owner()));
      }
    }
    return owners;
  }

  /** Names of the types that the file defines in any case. */
  private Set<String> types() {
    Set<String> types = new HashSet<>();
    for (Definition definition : matches.definitions) {
      if (definition.kind().isType() && definition.condition() == Condition.NONE) {
        types.add(definition.name().exists() ? slice(definition.name()) : "");
      }
    }
    return types;
  }

  private boolean isWanted(Definition definition, Set<String> owners, Set<String> types) {
    return switch (definition.condition()) {
      case NONE, IF_OUTSIDE, IF_FIRST, IF_FIRST_OUTSIDE, IF_FIRST_CONSTRUCTED, JOINED -> true;
      case IF_EXPORTED -> matches.exported.contains(slice(definition.name()));
      case IF_OWNER ->
          owners.contains(
              definition.owner().exists() ? owner(definition.owner()) : slice(definition.name()));
      case IF_NEW -> !types.contains(slice(definition.name()));
    };
  }

  /** A type's name without white space and type arguments; empty for a type parameter. */
  String owner(Range range) {
    String name = range.exists() ? Mentions.bareType(slice(range)) : "";
    return matches.local.contains(name) ? "" : name;
  }

  /** The earlier pattern; of the same pattern the match that found a body. */
  private static Definition better(Definition one, Definition other) {
    if (one.pattern() != other.pattern()) {
      return one.pattern() < other.pattern() ? one : other;
    }
    return one.body().exists() ? one : other;
  }

  static boolean contains(Draft outer, Draft inner) {
    return outer.end >= inner.end
        && outer.start <= inner.start
        && (outer.end > inner.end || outer.start < inner.start);
  }

  private String slice(Range range) {
    return text.slice(range.start(), range.end());
  }
}
