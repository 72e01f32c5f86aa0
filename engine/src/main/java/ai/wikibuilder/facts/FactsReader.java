package ai.wikibuilder.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.facts.treesitter.MatchVisitor;
import ai.wikibuilder.facts.treesitter.QueryPredicate;
import ai.wikibuilder.facts.treesitter.TreeParser;
import ai.wikibuilder.facts.treesitter.TreeQuery;
import ai.wikibuilder.source.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns the matches of one language's query into facts, file after file. For one thread.
 *
 * <p>What a query's captures mean. A match is read as a whole; where two matches name the same
 * place, the pattern that stands first in the query wins.
 *
 * <pre>
 * symbol.KIND       the definition; KIND is a {@link SymbolKind} in lower case. With the ending
 *                   .if_exported it is dropped unless the file exports its name, with .if_owner
 *                   unless a function in the file has it (or the owner captured) as owner
 * name, body        its name ("default" without one), and where its signature ends
 * owner             the type that a definition outside of it belongs to, or that a use in its head
 *                   speaks for; several in one match: from the first to the last
 * wrapped, wrapper  a definition that begins and ends like the first gets the range of the second
 * prefix            a decorator before a definition; becomes part of it
 * modifier          a word before the name: public, export, static, ...; modifier.public says it
 *                   whatever the word
 * exported          a name that the file exports somewhere else
 * comment           any comment; docstring: the documentation inside a definition
 * namespace         the package of the file
 * call type inherit annotation   the last part of a name in use; qualifier: what stands before it
 * local             a type parameter: its uses are no references
 * import.module .name .alias .all .default   one imported name
 * import.path       a module known in the file by the last part of its path
 * import.child      a module inside the file's own: {@code self::child}
 * import.group, import.group.path   braces around imports, and the path that goes before them
 * </pre>
 */
final class FactsReader implements MatchVisitor {
  /** Grows when the same matches give other facts. */
  static final int VERSION = 2;

  /** Longer names are not names but generated text. */
  private static final int NAME_BYTES_MAX = 400;

  /**
   * The scanner of Lua's grammar starts with what it remembers of the text before, or with memory
   * nobody set; a comment sets it. Without this, facts would depend on the file parsed before.
   */
  private static final byte[] LUA_COMMENT = "--\n".getBytes(UTF_8);

  private static final List<Role> MENTIONS =
      List.of(Role.CALL, Role.TYPE, Role.INHERIT, Role.ANNOTATION);
  private static final List<Role> MARKS =
      List.of(Role.MODIFIER, Role.MODIFIER_PUBLIC, Role.DOCSTRING);

  private final Language language;
  private final Language.Grammar grammar;
  private final TreeParser parser;
  private final TreeQuery query;
  private final Role[] roles;
  private final SymbolKind[] kinds;
  private final Condition[] conditions;
  private final QueryPredicate[][] predicates;

  /** The current match: the first capture of each role. */
  private final Map<Role, Range> found = new EnumMap<>(Role.class);

  private byte[] utf8 = {};
  private FileMatches matches = new FileMatches();

  FactsReader(Language language, TreeParser parser, TreeQuery query) {
    this.language = language;
    this.grammar = language.grammar().orElseThrow();
    this.parser = parser;
    this.query = query;
    int count = query.captureNames().size();
    roles = new Role[count];
    kinds = new SymbolKind[count];
    conditions = new Condition[count];
    for (int i = 0; i < count; i++) {
      define(i, query.captureNames().get(i));
    }
    predicates = new QueryPredicate[query.patternCount()][];
    for (int i = 0; i < predicates.length; i++) {
      predicates[i] = query.predicates(i).toArray(QueryPredicate[]::new);
    }
  }

  /**
   * The facts of one text.
   *
   * @param limit soft limit for the parse, and again for the query
   */
  FileFacts read(SourceText text, Duration limit) {
    if (language.id().equals("lua")) {
      utf8 = LUA_COMMENT;
      parser.parse(utf8, query, limit, this);
    }
    utf8 = text.utf8();
    matches = new FileMatches();
    FileFacts.Outcome outcome =
        switch (parser.parse(utf8, query, limit, this)) {
          case COMPLETE -> FileFacts.Outcome.PARSED;
          case WITH_ERRORS, TOO_BROKEN -> FileFacts.Outcome.PARSED_WITH_ERRORS;
          case TIMED_OUT -> FileFacts.Outcome.TIMED_OUT;
        };
    if (outcome == FileFacts.Outcome.TIMED_OUT) {
      return FileFacts.none(language.id(), outcome);
    }
    return new FactsAssembler(text, language.id(), grammar.visibility(), matches).facts(outcome);
  }

  /** What a capture is for. */
  enum Role {
    SYMBOL,
    NAME,
    BODY,
    OWNER,
    WRAPPED,
    WRAPPER,
    PREFIX,
    MODIFIER,
    MODIFIER_PUBLIC,
    EXPORTED,
    COMMENT,
    DOCSTRING,
    NAMESPACE,
    QUALIFIER,
    LOCAL,
    CALL,
    TYPE,
    INHERIT,
    ANNOTATION,
    IMPORT_MODULE,
    IMPORT_PATH,
    IMPORT_CHILD,
    IMPORT_GROUP,
    IMPORT_GROUP_PATH,
    IMPORT_NAME,
    IMPORT_ALIAS,
    IMPORT_ALL,
    IMPORT_DEFAULT,
    /** Only there for a condition: its name begins with an underscore. */
    NONE
  }

  /** A byte range. */
  record Range(int start, int end) {
    /** No range: a capture that a match does not have. */
    static final Range NONE = new Range(-1, -1);

    boolean exists() {
      return start >= 0;
    }
  }

  /** What must be true of the rest of the file for a definition to count. */
  enum Condition {
    NONE,
    IF_EXPORTED,
    IF_OWNER
  }

  /** A match of a definition. */
  record Definition(
      int pattern,
      SymbolKind kind,
      Condition condition,
      Range span,
      Range name,
      Range body,
      Range owner) {}

  /** A match of a name in use. */
  record Mention(Role role, Range name, Range qualifier, Range owner) {}

  /**
   * A match of an import. {@code special} is IMPORT_ALL, IMPORT_DEFAULT, IMPORT_PATH, IMPORT_CHILD
   * or NONE.
   */
  record ImportMatch(Range module, Range name, Range alias, Role special, int at) {}

  /** All that one file's matches said, in the order they came. */
  static final class FileMatches {
    final List<Definition> definitions = new ArrayList<>();
    final List<Mention> mentions = new ArrayList<>();
    final List<Mention> marks = new ArrayList<>();
    final List<ImportMatch> imports = new ArrayList<>();
    final List<Wrapping> importGroups = new ArrayList<>();
    final List<Range> comments = new ArrayList<>();
    final List<Range> prefixes = new ArrayList<>();
    final List<Wrapping> wrappings = new ArrayList<>();
    final Set<String> exported = new HashSet<>();
    final Set<String> local = new HashSet<>();
    String namespace = "";
  }

  /** A definition inside a statement that belongs to it; a path and the imports it goes before. */
  record Wrapping(Range inner, Range outer) {}

  @Override
  public void match(int pattern, int count, int[] captures) {
    if (!holds(pattern, count, captures)) {
      return;
    }
    found.clear();
    int symbol = -1;
    for (int i = 0; i < 3 * count; i += 3) {
      Role role = roles[captures[i]];
      symbol = role == Role.SYMBOL ? captures[i] : symbol;
      if (role != Role.NONE) {
        int end = captures[i + 2];
        found.merge(
            role,
            new Range(captures[i + 1], end),
            (first, next) -> role == Role.OWNER ? new Range(first.start(), end) : first);
        collectWords(role, captures[i + 1], captures[i + 2]);
      }
    }
    if (symbol >= 0) {
      matches.definitions.add(
          new Definition(
              pattern,
              kinds[symbol],
              conditions[symbol],
              get(Role.SYMBOL),
              get(Role.NAME),
              get(Role.BODY),
              get(Role.OWNER)));
    }
    collectImport();
    collectRanges();
    collectMentions();
  }

  private void define(int capture, String name) {
    roles[capture] = Role.NONE;
    if (name.startsWith("_")) {
      return;
    }
    if (!name.startsWith("symbol.")) {
      roles[capture] = Role.valueOf(name.replace('.', '_').toUpperCase(Locale.ROOT));
      return;
    }
    String kind = name.substring("symbol.".length());
    int end = kind.indexOf('.');
    conditions[capture] =
        end < 0
            ? Condition.NONE
            : Condition.valueOf(kind.substring(end + 1).toUpperCase(Locale.ROOT));
    roles[capture] = Role.SYMBOL;
    kinds[capture] =
        SymbolKind.valueOf((end < 0 ? kind : kind.substring(0, end)).toUpperCase(Locale.ROOT));
  }

  private boolean holds(int pattern, int count, int[] captures) {
    for (QueryPredicate predicate : predicates[pattern]) {
      for (int i = 0; i < 3 * count; i += 3) {
        if (captures[i] == predicate.capture()
            && !predicate.holds(utf8, captures[i + 1], captures[i + 2])) {
          return false;
        }
      }
    }
    return true;
  }

  private Range get(Role role) {
    return found.getOrDefault(role, Range.NONE);
  }

  private void collectWords(Role role, int start, int end) {
    switch (role) {
      case EXPORTED -> matches.exported.add(text(start, end));
      case LOCAL -> matches.local.add(text(start, end));
      case NAMESPACE -> matches.namespace = text(start, end);
      default -> {}
    }
  }

  private void collectRanges() {
    if (get(Role.COMMENT).exists()) {
      matches.comments.add(get(Role.COMMENT));
    }
    if (get(Role.PREFIX).exists()) {
      matches.prefixes.add(get(Role.PREFIX));
    }
    if (get(Role.WRAPPER).exists()) {
      matches.wrappings.add(new Wrapping(get(Role.WRAPPED), get(Role.WRAPPER)));
    }
    if (get(Role.IMPORT_GROUP).exists()) {
      matches.importGroups.add(new Wrapping(get(Role.IMPORT_GROUP_PATH), get(Role.IMPORT_GROUP)));
    }
    for (Role role : MARKS) {
      if (get(role).exists()) {
        matches.marks.add(new Mention(role, get(role), Range.NONE, Range.NONE));
      }
    }
  }

  private void collectMentions() {
    for (Role role : MENTIONS) {
      Range name = get(role);
      if (name.exists() && name.end() - name.start() <= NAME_BYTES_MAX) {
        matches.mentions.add(new Mention(role, name, get(Role.QUALIFIER), get(Role.OWNER)));
      }
    }
  }

  private void collectImport() {
    Role whole = found.containsKey(Role.IMPORT_PATH) ? Role.IMPORT_PATH : Role.IMPORT_CHILD;
    whole = found.containsKey(whole) ? whole : Role.NONE;
    Range module = get(whole == Role.NONE ? Role.IMPORT_MODULE : whole);
    Range name = get(Role.IMPORT_NAME);
    Range all = get(Role.IMPORT_ALL);
    Range byDefault = get(Role.IMPORT_DEFAULT);
    if (!module.exists() && !name.exists()) {
      return;
    }
    Role special =
        all.exists() ? Role.IMPORT_ALL : byDefault.exists() ? Role.IMPORT_DEFAULT : whole;
    Range alias = byDefault.exists() ? byDefault : get(Role.IMPORT_ALIAS);
    int at = name.exists() ? name.start() : alias.exists() ? alias.start() : module.start();
    matches.imports.add(new ImportMatch(module, name, alias, special, at));
  }

  private String text(int start, int end) {
    return new String(utf8, start, end - start, UTF_8);
  }
}
