package ai.wikibuilder.facts;

import ai.wikibuilder.facts.Drafts.Draft;
import ai.wikibuilder.facts.Language.VisibilityRule;
import ai.wikibuilder.facts.matches.Condition;
import ai.wikibuilder.facts.matches.Definition;
import ai.wikibuilder.facts.matches.DocComments;
import ai.wikibuilder.facts.matches.FileMatches;
import ai.wikibuilder.facts.matches.Mention;
import ai.wikibuilder.facts.matches.Mentions;
import ai.wikibuilder.facts.matches.Range;
import ai.wikibuilder.facts.matches.Role;
import ai.wikibuilder.source.SourceSpan;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
  private final Drafts definitions;
  private final List<Draft> drafts;

  FactsAssembler(SourceText text, String language, VisibilityRule rule, FileMatches matches) {
    this.text = text;
    this.utf8 = text.utf8();
    this.language = language;
    this.rule = rule;
    this.matches = matches;
    this.comments = new DocComments(text, matches);
    this.definitions = new Drafts(text, matches, comments);
    this.drafts = definitions.sorted();
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
        int spokenFor = spokenFor(definitions.owner(place.owner()), place.name().start());
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
    while (left > 0 && !Drafts.contains(drafts.get(open[left - 1]), draft)) {
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
    if (kind != SymbolKind.FUNCTION
        && draft.definition.condition() == Condition.IF_FIRST_OUTSIDE
        && parent.map(Symbol::kind).equals(Optional.of(SymbolKind.ENUM))) {
      return SymbolKind.ENUM_MEMBER;
    }
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
