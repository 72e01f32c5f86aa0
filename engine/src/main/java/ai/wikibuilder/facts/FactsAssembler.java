package ai.wikibuilder.facts;

import ai.wikibuilder.facts.FactsReader.Condition;
import ai.wikibuilder.facts.FactsReader.Definition;
import ai.wikibuilder.facts.FactsReader.FileMatches;
import ai.wikibuilder.facts.FactsReader.Mention;
import ai.wikibuilder.facts.FactsReader.Range;
import ai.wikibuilder.facts.FactsReader.Role;
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

  private static final List<Role> MODIFIERS =
      List.of(Role.MODIFIER, Role.MODIFIER_PUBLIC, Role.MODIFIER_PRIVATE);

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
    this.comments = new DocComments(text, matches);
    this.drafts = drafts();
  }

  /** A symbol on its way. */
  private static final class Draft {
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

  FileFacts facts(FileFacts.Outcome outcome) {
    attachDocs();
    Mentions mentions = new Mentions(text, matches.local);
    List<Mention> places = new ArrayList<>(mentions.distinct(matches.mentions, namePlaces()));
    places.addAll(matches.marks);
    places.sort(Comparator.comparingInt(place -> place.name().start()));
    List<Reference> references = walk(places, mentions);
    return new FileFacts(
        language, outcome, namespace(), symbols(), references, mentions.imports(matches));
  }

  /** Where definitions have their names and owners: grammars make those look like types in use. */
  private Set<Integer> namePlaces() {
    Set<Integer> places = new HashSet<>();
    for (Definition definition : matches.definitions) {
      places.add(definition.name().start());
      places.add(definition.owner().start());
    }
    matches.mentions.forEach(mention -> places.add(mention.owner().start()));
    return places;
  }

  private List<Draft> drafts() {
    Map<Range, Range> outer = matches.outer();
    Set<Integer> namedElsewhere = matches.namedElsewhere();
    Set<String> owners = owners();
    Set<String> types = types();
    Map<Integer, Definition> byName = new HashMap<>();
    for (Definition definition : matches.definitions) {
      Range name = definition.name();
      int key = name.exists() ? name.start() : definition.span().start();
      if (namedElsewhere.contains(key) || !isWanted(definition, owners, types)) {
        continue;
      }
      byName.merge(key, definition, FactsAssembler::better);
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
      if (isNew || draft.definition.condition() != Condition.IF_FIRST) {
        kept.add(draft);
      }
      if (type) {
        open.add(draft);
      }
    }
    return kept;
  }

  private static List<Draft> withoutLocals(List<Draft> sorted) {
    List<Draft> kept = new ArrayList<>(sorted.size());
    int bodyEnd = -1;
    for (Draft draft : sorted) {
      if (draft.definition.condition() != Condition.IF_OUTSIDE || draft.start >= bodyEnd) {
        kept.add(draft);
      }
      if (draft.definition.kind().isCallable() && draft.definition.body().exists()) {
        bodyEnd = Math.max(bodyEnd, draft.end);
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
      case NONE, IF_OUTSIDE, IF_FIRST, JOINED -> true;
      case IF_EXPORTED -> matches.exported.contains(slice(definition.name()));
      case IF_OWNER ->
          owners.contains(
              definition.owner().exists() ? owner(definition.owner()) : slice(definition.name()));
      case IF_NEW -> !types.contains(slice(definition.name()));
    };
  }

  /** A type's name without white space and type arguments; empty for a type parameter. */
  private String owner(Range range) {
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
          drafts.get(top).section = Visibility.ofWord(slice(place.name()));
        }
      } else if (place.role() == Role.DOCSTRING || isModifier(place.role())) {
        mark(place, top);
      } else {
        int spokenFor = spokenFor(owner(place.owner()), place.name().start());
        int user = place.role() == Role.CALL ? caller(top) : top;
        references.add(mentions.reference(place, spokenFor < 0 ? user : spokenFor));
      }
    }
    while (next < drafts.size()) {
      depth = open(open, depth, next++);
    }
    return references;
  }

  /** A field that a constructor sets calls nothing: the constructor does. */
  private int caller(int top) {
    return top >= 0 && drafts.get(top).around != drafts.get(top).parent
        ? drafts.get(top).around
        : top;
  }

  /**
   * What the head of an impl block is said about: the first type of the name, or, when that is in
   * another file, the type's first member that follows; -1 without either.
   */
  private int spokenFor(String type, int at) {
    int member = -1;
    for (int i = 0; !type.isEmpty() && i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (draft.definition.kind().isType() && draft.name.equals(type)) {
        return i;
      }
      if (member < 0 && draft.start > at && draft.owner.equals(type)) {
        member = i;
      }
    }
    return member;
  }

  private int open(int[] open, int depth, int ordinal) {
    Draft draft = drafts.get(ordinal);
    int left = depth;
    // Several names in one declaration have the same range and are no members of each other.
    while (left > 0 && !contains(drafts.get(open[left - 1]), draft)) {
      left--;
    }
    draft.around = left == 0 ? -1 : open[left - 1];
    boolean field = draft.definition.kind() == SymbolKind.FIELD;
    draft.parent = field ? outOfCallables(draft.around) : draft.around;
    draft.said = left == 0 ? Optional.empty() : drafts.get(draft.around).section;
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
    return MODIFIERS.contains(role);
  }

  private void mark(Mention place, int top) {
    for (int i = top; i >= 0; i--) {
      Draft draft = drafts.get(i);
      if (i != top && (draft.start != drafts.get(top).start || draft.end != drafts.get(top).end)) {
        return;
      }
      if (place.role() == Role.DOCSTRING) {
        draft.doc = comments.joined(draft.doc, place.name());
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
      default -> draft.said = Visibility.ofWord(word).or(() -> draft.said);
    }
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
              owner(draft, symbols),
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

  /** What is hung on {@code self} belongs to the type of the function around. */
  private static String owner(Draft draft, List<Symbol> around) {
    String owner = draft.owner;
    for (int at = draft.parent; at >= 0 && owner.equals("self"); at = around.get(at).parent()) {
      Symbol symbol = around.get(at);
      String type = symbol.kind().isType() ? symbol.name() : symbol.owner();
      owner = type.isEmpty() ? owner : type;
    }
    return owner;
  }

  private SymbolKind kind(Draft draft, Optional<Symbol> parent) {
    SymbolKind kind = draft.definition.kind();
    String type = draft.owner.isEmpty() ? parent.map(Symbol::name).orElse("") : draft.owner;
    if (rule == VisibilityRule.LINKAGE && ("::" + type).endsWith("::" + draft.name)) {
      return kind.isCallable() ? SymbolKind.CONSTRUCTOR : kind;
    }
    boolean member = !draft.owner.isEmpty() || (parent.isPresent() && parent.get().kind().isType());
    return switch (kind) {
      case FUNCTION -> member ? SymbolKind.METHOD : kind;
      case VARIABLE -> member ? SymbolKind.FIELD : kind;
      case FIELD -> draft.isStatic && draft.isFinal ? SymbolKind.CONSTANT : kind;
      default -> kind;
    };
  }

  private Visibility visibility(Draft draft, Optional<Symbol> parent) {
    boolean exported = matches.exported.contains(draft.name);
    if (exported && parent.isEmpty() && draft.owner.isEmpty()) {
      return Visibility.PUBLIC;
    }
    return draft.said.orElseGet(() ->
        rule.visibility(
            new Language.Declared(
                draft.definition.kind(),
                draft.name,
                parent,
                draft.owner,
                draft.isStatic,
                isExported(draft.name))));
  }

  /** By its name, as one of all, or because the module exports itself. */
  private boolean isExported(String name) {
    return matches.exported.contains(name)
        || matches.exported.contains("*")
        || matches.exported.contains(namespace());
  }

  private String namespace() {
    String first = matches.namespace.exists() ? slice(matches.namespace).strip() : "";
    return first + matches.inNamespace;
  }

  private SourceSpan signature(Draft draft) {
    Range alone = matches.bodiesByEnd.getOrDefault(draft.headEnd, Range.NONE);
    Range body = draft.definition.body().exists() ? draft.definition.body() : alone;
    int end = body.exists() ? body.start() : draft.headEnd;
    if (end <= draft.start || end > draft.end) {
      end = draft.end;
    }
    end = comments.startOfCommentsBefore(draft.nameStart(), end);
    boolean callable = draft.definition.kind().isCallable();
    if (!callable && end - draft.start > SIGNATURE_BYTES_MAX) {
      int line = text.lineOf(Math.max(draft.start, Math.min(draft.nameStart(), end - 1)));
      end = Math.min(end, text.startOfLine(line + 1));
    }
    end = comments.withoutLast(Math.max(draft.start, draft.definition.name().start()) + 1, end);
    if (utf8[end - 1] == '=' && DocComments.isBlank(utf8[end - 2])) {
      end = comments.withoutLast(draft.start + 1, end - 1);
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
