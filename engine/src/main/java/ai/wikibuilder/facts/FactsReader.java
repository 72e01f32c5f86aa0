package ai.wikibuilder.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.facts.cfamily.ConditionalMask;
import ai.wikibuilder.facts.cfamily.MacroMask;
import ai.wikibuilder.facts.treesitter.MatchVisitor;
import ai.wikibuilder.facts.treesitter.QueryPredicate;
import ai.wikibuilder.facts.treesitter.TreeParser;
import ai.wikibuilder.facts.treesitter.TreeQuery;
import ai.wikibuilder.source.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
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
 *                   unless a function in the file has it (or the owner captured) as owner, with
 *                   .if_outside when it stands in the body of a function, with .if_new when a type
 *                   in the file has its name, with .if_first when the type (or file) around it has
 *                   a member of that name before it; with .joined those of one name that follow
 *                   each other are one
 * name, body        its name ("default" without one; several in one match: from the first to the
 *                   last), and where its signature ends; a body in a match of its own is that of
 *                   the definition that ends with it
 * owner             the type that a definition outside of it belongs to, or that a use in its head
 *                   speaks for; several in one match: from the first to the last
 * wrapped, wrapper  a definition that begins and ends like the first gets the range of the second
 * prefix            a decorator before a definition; becomes part of it
 * modifier          a word before the name: public, export, static, ...; modifier.public and
 *                   modifier.private say it whatever the word
 * section           a word in a type: who may see the members after it; any other word ends that
 * exported          a name that the file exports somewhere else; exported.all: it exports all
 * comment           any comment; docstring: the documentation inside a definition
 * namespace         the package of the file; the first one holds, and is no symbol;
 *                   namespace.next: a package in it that follows
 * call type inherit annotation   the last part of a name in use; qualifier: what stands before it,
 *                   several in one match: from the first to the last
 * local             a type parameter or variable: its uses as type or word are no references
 * word              a call, unless the file has a local of that name
 * import.module .name .alias .all .default   one imported name; several modules in one match: from
 *                   the first to the last; .prefix stands before several modules; .relative: the
 *                   module is a path from the file's own folder
 * import.path       a module known in the file by the last part of its path
 * import.child      a module inside the file's own: {@code self::child}
 * import.group, import.group.path   braces around imports, and the path that goes before them
 *
 * A qualifier that holds the name itself ends before it, and of the names in such a qualifier the
 * last counts. A module goes on to where its chain of names ends or the imported name begins.
 * </pre>
 */
final class FactsReader implements MatchVisitor {
  /** Grows when the same matches give other facts. */
  static final int VERSION = 3;

  /** Longer names are not names but generated text. */
  private static final int NAME_BYTES_MAX = 400;

  /**
   * The scanner of Lua's grammar starts with what it remembers of the text before, or with memory
   * nobody set; a comment sets it. Without this, facts would depend on the file parsed before.
   */
  private static final byte[] LUA_COMMENT = "--\n".getBytes(UTF_8);

  private static final List<Role> MENTIONS =
      List.of(Role.CALL, Role.TYPE, Role.INHERIT, Role.ANNOTATION, Role.WORD);
  private static final List<Role> MARKS =
      List.of(
          Role.MODIFIER, Role.MODIFIER_PUBLIC, Role.MODIFIER_PRIVATE, Role.SECTION, Role.DOCSTRING);

  /** Names of several parts that a grammar may nest the wrong way round. */
  private static final Set<Role> JOINED =
      EnumSet.of(Role.NAME, Role.OWNER, Role.QUALIFIER, Role.IMPORT_MODULE);

  private final Language language;
  private final Language.Grammar grammar;
  private final TreeParser parser;
  private final TreeQuery query;
  private final GrammarGaps gaps;
  private final Role[] roles;
  private final SymbolKind[] kinds;
  private final Condition[] conditions;
  private final QueryPredicate[][] predicates;

  /** The current match: the first capture of each role. */
  private final Map<Role, Range> found = new EnumMap<>(Role.class);

  private byte[] utf8 = {};
  private FileMatches matches = new FileMatches(utf8);

  FactsReader(Language language, TreeParser parser, TreeQuery query, GrammarGaps gaps) {
    this.language = language;
    this.gaps = gaps;
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
    matches = new FileMatches(withoutDirectives());
    FileFacts.Outcome outcome =
        switch (parser.parse(gaps.readable(matches.parsed), query, limit, this)) {
          case COMPLETE -> FileFacts.Outcome.PARSED;
          case WITH_ERRORS, TOO_BROKEN -> FileFacts.Outcome.PARSED_WITH_ERRORS;
          case TIMED_OUT -> FileFacts.Outcome.TIMED_OUT;
        };
    if (outcome == FileFacts.Outcome.TIMED_OUT) {
      return FileFacts.none(language.id(), outcome);
    }
    return new FactsAssembler(text, language.id(), grammar.visibility(), matches).facts(outcome);
  }

  private byte[] withoutDirectives() {
    return switch (language.id()) {
      case "c", "cpp" -> MacroMask.mask(utf8);
      case "csharp" -> ConditionalMask.mask(utf8);
      default -> utf8;
    };
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
    MODIFIER_PRIVATE,
    SECTION,
    EXPORTED,
    EXPORTED_ALL,
    COMMENT,
    DOCSTRING,
    NAMESPACE,
    NAMESPACE_NEXT,
    QUALIFIER,
    LOCAL,
    CALL,
    TYPE,
    INHERIT,
    ANNOTATION,
    WORD,
    IMPORT_PREFIX,
    IMPORT_RELATIVE,
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
    IF_OWNER,
    IF_OUTSIDE,
    IF_NEW,
    IF_FIRST,
    JOINED
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
  record ImportMatch(
      Range prefix,
      Range module,
      Range name,
      Range alias,
      Role special,
      boolean relative,
      int at) {}

  /** All that one file's matches said, in the order they came. */
  static final class FileMatches {
    /** The text as the grammar saw it, of the same length. */
    final byte[] parsed;

    final List<Definition> definitions = new ArrayList<>();
    final List<Mention> mentions = new ArrayList<>();
    final List<Mention> marks = new ArrayList<>();
    final List<ImportMatch> imports = new ArrayList<>();
    final List<Wrapping> importGroups = new ArrayList<>();
    final List<Range> comments = new ArrayList<>();
    final List<Range> prefixes = new ArrayList<>();
    final List<Wrapping> wrappings = new ArrayList<>();
    final Map<Integer, Range> bodiesByEnd = new HashMap<>();
    final Set<String> exported = new HashSet<>();
    final Set<String> local = new HashSet<>();
    Range namespace = Range.NONE;
    String inNamespace = "";

    FileMatches(byte[] parsed) {
      this.parsed = parsed;
    }

    /** By the range of what is wrapped, the range of what is around it. */
    Map<Range, Range> outer() {
      Map<Range, Range> outer = HashMap.newHashMap(wrappings.size());
      wrappings.forEach(wrapping -> outer.put(wrapping.inner(), wrapping.outer()));
      return outer;
    }

    /** Where names stand that are no symbols of this file: imported ones and its namespace. */
    Set<Integer> namedElsewhere() {
      Set<Integer> places = new HashSet<>(Set.of(namespace.start()));
      for (ImportMatch match : imports) {
        places.add(match.alias().exists() ? match.alias().start() : match.at());
      }
      return places;
    }
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
            (first, next) -> JOINED.contains(role) ? new Range(first.start(), end) : first);
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
    if (symbol < 0 && get(Role.BODY).exists()) {
      matches.bodiesByEnd.put(get(Role.BODY).end(), get(Role.BODY));
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
    Range range = found.getOrDefault(role, Range.NONE);
    boolean named = range.exists() && (role == Role.NAME || role == Role.IMPORT_NAME);
    // Ruby's :name is the name.
    return named && utf8[range.start()] == ':' ? new Range(range.start() + 1, range.end()) : range;
  }

  private void collectWords(Role role, int start, int end) {
    switch (role) {
      case EXPORTED -> matches.exported.add(text(start, end));
      case LOCAL -> matches.local.add(text(start, end));
      case EXPORTED_ALL -> matches.exported.add("*");
      case NAMESPACE_NEXT -> matches.inNamespace += "." + text(start, end);
      default -> {}
    }
  }

  private void collectRanges() {
    if (get(Role.COMMENT).exists()) {
      matches.comments.add(get(Role.COMMENT));
    }
    if (!matches.namespace.exists()) {
      matches.namespace = get(Role.NAMESPACE);
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
      Range path = get(Role.QUALIFIER);
      if (name.exists()
          && (name.end() >= path.end() || utf8[name.end()] != '.')
          && name.end() - name.start() <= NAME_BYTES_MAX) {
        matches.mentions.add(new Mention(role, name, before(name, path), get(Role.OWNER)));
      }
    }
  }

  private void collectImport() {
    Role whole = found.containsKey(Role.IMPORT_PATH) ? Role.IMPORT_PATH : Role.IMPORT_CHILD;
    whole = found.containsKey(whole) ? whole : Role.NONE;
    Range name = get(Role.IMPORT_NAME);
    Range all = get(Role.IMPORT_ALL);
    Range module = whole == Role.NONE ? withoutAngles(module(name, all)) : get(whole);
    Range byDefault = get(Role.IMPORT_DEFAULT);
    if (!module.exists() && !name.exists()) {
      return;
    }
    Role special =
        all.exists() ? Role.IMPORT_ALL : byDefault.exists() ? Role.IMPORT_DEFAULT : whole;
    Range alias = byDefault.exists() ? byDefault : get(Role.IMPORT_ALIAS);
    int at = name.exists() ? name.start() : alias.exists() ? alias.start() : module.start();
    matches.imports.add(
        new ImportMatch(
            get(Role.IMPORT_PREFIX),
            module,
            name,
            alias,
            special,
            get(Role.IMPORT_RELATIVE).exists(),
            at));
  }

  /** In C the name of a system's header has its delimiters. */
  private Range withoutAngles(Range module) {
    boolean angles = module.exists() && utf8[module.start()] == '<';
    return angles ? new Range(module.start() + 1, module.end() - 1) : module;
  }

  /** Of a path with its last name: what stands before that name and the dot. */
  private Range before(Range name, Range path) {
    boolean inside = name.start() >= path.start() && name.end() <= path.end();
    return path.exists() ? withoutDots(path.start(), inside ? name.start() : path.end()) : path;
  }

  /** The module, with the names that follow it up to the imported one. */
  private Range module(Range name, Range all) {
    Range path = get(Role.IMPORT_MODULE);
    int stop = utf8.length;
    for (Range imported : List.of(name, all)) {
      stop = imported.start() > path.start() ? Math.min(stop, imported.start()) : stop;
    }
    int end = Math.min(path.end(), stop);
    while (path.exists() && end < stop && end >= path.end() && isChain(utf8[end])) {
      end++;
    }
    return end == path.end() ? path : withoutDots(path.start(), end);
  }

  private static boolean isChain(int letter) {
    return letter < 0 || letter == '.' || letter == '`' || Character.isJavaIdentifierPart(letter);
  }

  private Range withoutDots(int start, int end) {
    int last = end;
    while (last > start && " \t\r\n.:\\".indexOf(utf8[last - 1]) >= 0) {
      last--;
    }
    return last > start ? new Range(start, last) : Range.NONE;
  }

  private String text(int start, int end) {
    return new String(utf8, start, end - start, UTF_8);
  }
}
