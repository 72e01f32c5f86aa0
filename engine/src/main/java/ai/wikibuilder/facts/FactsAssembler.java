package ai.wikibuilder.facts;

import ai.wikibuilder.facts.FactsReader.Condition;
import ai.wikibuilder.facts.FactsReader.Definition;
import ai.wikibuilder.facts.FactsReader.FileMatches;
import ai.wikibuilder.facts.FactsReader.ImportMatch;
import ai.wikibuilder.facts.FactsReader.Mention;
import ai.wikibuilder.facts.FactsReader.Range;
import ai.wikibuilder.facts.FactsReader.Role;
import ai.wikibuilder.facts.FactsReader.Wrapping;
import ai.wikibuilder.facts.Language.VisibilityRule;
import ai.wikibuilder.source.SourceSpan;
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
 * Builds the facts of one file from its matches; used once.
 *
 * <p>Definitions are sorted by start, then the wider first; those still open while going through
 * the file form a stack, whose top is the innermost symbol around the place.
 */
final class FactsAssembler {
  /** Longer heads without a body, as of a table of values, are cut after their first line. */
  private static final int SIGNATURE_BYTES_MAX = 400;

  private final SourceText text;
  private final byte[] utf8;
  private final String language;
  private final VisibilityRule rule;
  private final FileMatches matches;
  private final DocComments comments;
  private final List<Draft> drafts;

  FactsAssembler(SourceText text, String language, VisibilityRule rule, FileMatches matches) {
    this.text = text;
    this.utf8 = text.utf8();
    this.language = language;
    this.rule = rule;
    this.matches = matches;
    this.comments = new DocComments(text, matches.comments, matches.prefixes);
    this.drafts = drafts();
  }

  /** A symbol on its way. */
  private static final class Draft {
    final Definition definition;
    final String name;
    final String owner;
    int start;
    int end;
    int parent = -1;
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
    }

    int nameStart() {
      return definition.name().exists() ? definition.name().start() : end;
    }
  }

  FileFacts facts(FileFacts.Outcome outcome) {
    attachDocs();
    Mentions mentions = new Mentions(text, matches.local);
    List<Mention> places = new ArrayList<>(mentions.distinct(matches.mentions, namePlaces()));
    places.addAll(matches.marks);
    places.sort(Comparator.comparingInt(place -> place.name().start()));
    List<Reference> references = walk(places, mentions);
    String namespace = matches.namespace.exists() ? slice(matches.namespace).strip() : "";
    return new FileFacts(
        language, outcome, namespace, symbols(), references, mentions.imports(matches.imports));
  }

  /** Where definitions have their names: some grammars make those look like types in use. */
  private Set<Integer> namePlaces() {
    Set<Integer> places = new HashSet<>();
    drafts.forEach(draft -> places.add(draft.nameStart()));
    return places;
  }

  private List<Draft> drafts() {
    Map<Range, Range> outer = HashMap.newHashMap(matches.wrappings.size());
    for (Wrapping wrapping : matches.wrappings) {
      outer.put(wrapping.inner(), wrapping.outer());
    }
    Set<Integer> importedAt = new HashSet<>();
    for (ImportMatch match : matches.imports) {
      importedAt.add(match.alias().exists() ? match.alias().start() : match.at());
    }
    importedAt.add(matches.namespace.start());
    Set<String> owners = new HashSet<>();
    matches.definitions.forEach(definition -> owners.add(owner(definition.owner())));
    Map<Integer, Definition> byName = new HashMap<>();
    for (Definition definition : matches.definitions) {
      Range name = definition.name();
      int key = name.exists() ? name.start() : definition.span().start();
      if (importedAt.contains(key) || !isWanted(definition, owners)) {
        continue;
      }
      byName.merge(key, definition, FactsAssembler::better);
    }
    List<Draft> found = new ArrayList<>(byName.size());
    for (Definition definition : byName.values()) {
      Range span = definition.span();
      for (Range wider = outer.get(span); wider != null && !wider.equals(span); ) {
        span = wider;
        wider = outer.get(span);
      }
      String name = definition.name().exists() ? slice(definition.name()) : "default";
      found.add(
          new Draft(definition, comments.withPrefixes(span), name, owner(definition.owner())));
    }
    found.sort(
        Comparator.comparingInt((Draft draft) -> draft.start)
            .thenComparing(draft -> draft.end, Comparator.reverseOrder())
            .thenComparingInt(Draft::nameStart));
    return withoutRepeated(found);
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
      int owner = draft.start;
      if (!draft.definition.kind().isType()) {
        owner = open.isEmpty() ? -1 : open.getLast().start;
      }
      boolean isNew = members.computeIfAbsent(owner, _ -> new HashSet<>()).add(draft.name);
      if (isNew || draft.definition.condition() != Condition.IF_FIRST) {
        kept.add(draft);
      }
      if (draft.definition.kind().isType()) {
        open.add(draft);
      }
    }
    return kept;
  }

  private boolean isWanted(Definition definition, Set<String> owners) {
    return switch (definition.condition()) {
      case NONE, IF_FIRST -> true;
      case IF_EXPORTED -> matches.exported.contains(slice(definition.name()));
      case IF_OWNER -> owners.contains(slice(definition.name()));
    };
  }

  /** A type's name without white space and type arguments. */
  private String owner(Range range) {
    if (!range.exists()) {
      return "";
    }
    StringBuilder name = new StringBuilder();
    int depth = 0;
    for (char letter : slice(range).toCharArray()) {
      depth += letter == '<' ? 1 : 0;
      if (depth == 0 && !Character.isWhitespace(letter)) {
        name.append(letter);
      }
      depth -= letter == '>' ? 1 : 0;
    }
    return name.toString();
  }

  /** The earlier pattern; of the same pattern the match that found a body. */
  private static Definition better(Definition one, Definition other) {
    if (one.pattern() != other.pattern()) {
      return one.pattern() < other.pattern() ? one : other;
    }
    return one.body().exists() ? one : other;
  }

  private void attachDocs() {
    int lastStart = -1;
    Range lastDoc = Range.NONE;
    for (Draft draft : drafts) {
      // Several names in one declaration share its comment.
      lastDoc = draft.start == lastStart ? lastDoc : comments.docBefore(draft.start);
      lastStart = draft.start;
      draft.doc = lastDoc;
    }
  }

  private List<Reference> walk(List<Mention> places, Mentions mentions) {
    List<Reference> references = new ArrayList<>(places.size());
    int[] open = new int[drafts.size() + 1];
    int depth = 0;
    int next = 0;
    for (Mention place : places) {
      int at = place.name().start();
      while (next < drafts.size() && drafts.get(next).start <= at) {
        depth = open(open, depth, next++);
      }
      while (depth > 0 && drafts.get(open[depth - 1]).end <= at) {
        depth--;
      }
      int top = depth == 0 ? -1 : open[depth - 1];
      if (place.role() == Role.SECTION) {
        if (top >= 0) {
          drafts.get(top).section = visibility(slice(place.name()));
        }
      } else if (place.role() == Role.DOCSTRING || isModifier(place.role())) {
        mark(place, top);
      } else {
        int spokenFor = ordinalOfType(owner(place.owner()));
        references.add(mentions.reference(place, spokenFor < 0 ? top : spokenFor));
      }
    }
    while (next < drafts.size()) {
      depth = open(open, depth, next++);
    }
    return references;
  }

  /** The first type of a name, which what stands in the head of an impl block is said about. */
  private int ordinalOfType(String name) {
    for (int i = 0; !name.isEmpty() && i < drafts.size(); i++) {
      if (drafts.get(i).definition.kind().isType() && drafts.get(i).name.equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private int open(int[] open, int depth, int ordinal) {
    Draft draft = drafts.get(ordinal);
    int left = depth;
    // Several names in one declaration have the same range and are no members of each other.
    while (left > 0 && !contains(drafts.get(open[left - 1]), draft)) {
      left--;
    }
    draft.parent = left == 0 ? -1 : open[left - 1];
    if (draft.definition.kind() == SymbolKind.FIELD) {
      draft.parent = outOfCallables(draft.parent);
    }
    draft.said = left == 0 ? Optional.empty() : drafts.get(open[left - 1]).section;
    open[left] = ordinal;
    return left + 1;
  }

  /** Fields that a constructor's head or body declares belong to its type. */
  private int outOfCallables(int parent) {
    int at = parent;
    while (at >= 0 && drafts.get(at).definition.kind().isCallable()) {
      at = drafts.get(at).parent;
    }
    return at >= 0 && drafts.get(at).definition.kind().isType() ? at : parent;
  }

  private static boolean contains(Draft outer, Draft inner) {
    return outer.end >= inner.end
        && outer.start <= inner.start
        && (outer.end > inner.end || outer.start < inner.start);
  }

  private static boolean isModifier(Role role) {
    return role == Role.MODIFIER || role == Role.MODIFIER_PUBLIC || role == Role.MODIFIER_PRIVATE;
  }

  private void mark(Mention place, int top) {
    for (int i = top; i >= 0; i--) {
      Draft draft = drafts.get(i);
      if (i != top && (draft.start != drafts.get(top).start || draft.end != drafts.get(top).end)) {
        return;
      }
      if (place.role() == Role.DOCSTRING) {
        draft.doc = place.name();
      } else if (place.name().start() <= draft.nameStart()) {
        switch (place.role()) {
          case MODIFIER_PUBLIC -> modify(draft, "public");
          case MODIFIER_PRIVATE -> modify(draft, "private");
          default -> modify(draft, slice(place.name()));
        }
      }
    }
  }

  private static void modify(Draft draft, String word) {
    switch (word) {
      case "static" -> draft.isStatic = true;
      case "final", "readonly" -> draft.isFinal = true;
      default -> draft.said = visibility(word).or(() -> draft.said);
    }
  }

  private static Optional<Visibility> visibility(String word) {
    return switch (word) {
      case "public", "export" -> Optional.of(Visibility.PUBLIC);
      case "protected" -> Optional.of(Visibility.PROTECTED);
      case "private" -> Optional.of(Visibility.PRIVATE);
      case "internal" -> Optional.of(Visibility.INTERNAL);
      default -> Optional.empty();
    };
  }

  private List<Symbol> symbols() {
    List<Symbol> symbols = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      Optional<Symbol> parent =
          draft.parent < 0 ? Optional.empty() : Optional.of(symbols.get(draft.parent));
      int nameAt = draft.definition.name().exists() ? draft.nameStart() : draft.start;
      symbols.add(
          new Symbol(
              kind(draft, parent),
              draft.name,
              draft.parent,
              draft.owner,
              span(draft.start, draft.end),
              signature(draft),
              text.lineOf(nameAt),
              draft.doc.exists()
                  ? Optional.of(span(draft.doc.start(), draft.doc.end()))
                  : Optional.empty(),
              visibility(draft, parent)));
    }
    return symbols;
  }

  private static SymbolKind kind(Draft draft, Optional<Symbol> parent) {
    SymbolKind kind = draft.definition.kind();
    boolean member = !draft.owner.isEmpty() || (parent.isPresent() && parent.get().kind().isType());
    return switch (kind) {
      case FUNCTION -> member ? SymbolKind.METHOD : kind;
      case VARIABLE -> member ? SymbolKind.FIELD : kind;
      case FIELD -> draft.isStatic && draft.isFinal ? SymbolKind.CONSTANT : kind;
      default -> kind;
    };
  }

  private Visibility visibility(Draft draft, Optional<Symbol> parent) {
    return draft.said.orElseGet(() ->
        rule.visibility(
            new Language.Declared(
                draft.definition.kind(),
                draft.name,
                parent,
                matches.exported.contains(draft.name))));
  }

  private SourceSpan signature(Draft draft) {
    int end = draft.definition.body().exists() ? draft.definition.body().start() : draft.end;
    if (end <= draft.start || end > draft.end) {
      end = draft.end;
    }
    boolean callable = draft.definition.kind().isCallable();
    if (!callable && end - draft.start > SIGNATURE_BYTES_MAX) {
      int line = text.lineOf(Math.max(draft.start, Math.min(draft.nameStart(), end - 1)));
      end = Math.min(end, text.startOfLine(line + 1));
    }
    while (end > draft.start + 1 && DocComments.isBlank(utf8[end - 1])) {
      end--;
    }
    return span(draft.start, end);
  }

  private SourceSpan span(int start, int end) {
    return new SourceSpan(start, end, text.lineOf(start), text.lineOf(Math.max(start, end - 1)));
  }

  private String slice(Range range) {
    return text.slice(range.start(), range.end());
  }
}
