package ai.wikibuilder.facts.matches;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.treesitter.MatchVisitor;
import ai.wikibuilder.facts.treesitter.QueryPredicate;
import ai.wikibuilder.facts.treesitter.TreeQuery;
import java.util.List;
import java.util.Locale;

/**
 * Collects the matches of one language's query, file after file. For one thread.
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
 *                   a member of that name before it; .if_first_outside is both, and so is
 *                   .if_first_constructed for what only counts in the body of a constructor; with
 *                   .joined those of one name that follow each other are one
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
 * exported          a name that the file exports somewhere else; exported.all: it exports all;
 *                   exported.name, exported.as: what it gives out under another name, an import
 *                   from itself
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
 * import.member     a name whose module is the import.module of the import.from around it, whose
 *                   alias too if it has none; outside of one it is no import. With long lists this
 *                   is faster by far than one pattern for both: the library compares each place
 *                   with every match that waits for what comes after the list
 * import.path       a module known in the file by the last part of its path
 * import.child      a module inside the file's own: {@code self::child}
 * import.group, import.group.path   braces around imports, and the path that goes before them
 *
 * A qualifier that holds the name itself ends before it, and of the names in such a qualifier the
 * last counts. A module goes on to where its chain of names ends or the imported name begins.
 * </pre>
 */
public final class MatchCollector implements MatchVisitor {
  /** Longer names are not names but generated text. */
  private static final int NAME_BYTES_MAX = 400;

  private static final Role[] MENTIONS = {
    Role.CALL, Role.TYPE, Role.INHERIT, Role.ANNOTATION, Role.WORD
  };
  private static final Role[] MARKS = {
    Role.MODIFIER, Role.MODIFIER_PUBLIC, Role.MODIFIER_PRIVATE, Role.SECTION, Role.DOCSTRING
  };

  private static final long IN_MENTIONS = bits(MENTIONS);
  private static final long IN_IMPORTS =
      bits(
          Role.IMPORT_MODULE,
          Role.IMPORT_NAME,
          Role.IMPORT_MEMBER,
          Role.IMPORT_PATH,
          Role.IMPORT_CHILD,
          Role.EXPORTED_NAME);
  private static final long IN_RANGES =
      bits(MARKS)
          | bits(Role.COMMENT, Role.NAMESPACE, Role.PREFIX, Role.WRAPPER, Role.IMPORT_GROUP);

  /** Names of several parts that a grammar may nest the wrong way round. */
  private static final long JOINED =
      bits(Role.NAME, Role.OWNER, Role.QUALIFIER, Role.IMPORT_MODULE);

  private final Role[] roles;
  private final SymbolKind[] kinds;
  private final Condition[] conditions;
  private final QueryPredicate[][] predicates;

  /** The current match: the first capture of each role, by the role's ordinal. */
  private final Range[] found = new Range[Role.values().length];

  /** Roles in {@link #found}, a bit each; the other entries are of earlier matches. */
  private long present;

  private byte[] utf8 = {};
  private FileMatches matches = new FileMatches(utf8);

  public MatchCollector(TreeQuery query) {
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
   * Starts on the next file.
   *
   * @param text the file's own, which names are cut from
   * @param parsed what the grammar gets to see of it, of the same length
   * @return where the matches told from now on are collected
   */
  public FileMatches begin(byte[] text, byte[] parsed) {
    utf8 = text;
    matches = new FileMatches(parsed);
    return matches;
  }

  @Override
  public void match(int pattern, int count, int[] captures) {
    if (!holds(pattern, count, captures)) {
      return;
    }
    present = 0;
    int symbol = -1;
    for (int i = 0; i < 3 * count; i += 3) {
      Role role = roles[captures[i]];
      symbol = role == Role.SYMBOL ? captures[i] : symbol;
      if (role != Role.NONE) {
        find(role, captures[i + 1], captures[i + 2]);
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
    } else if (has(Role.BODY)) {
      matches.bodiesByEnd.put(get(Role.BODY).end(), get(Role.BODY));
    }
    if ((present & IN_IMPORTS) != 0) {
      collectImport();
    }
    if ((present & IN_RANGES) != 0) {
      collectRanges();
    }
    if ((present & IN_MENTIONS) != 0) {
      collectMentions();
    }
  }

  // A match is a handful of captures out of three dozen roles: bits beat a map four times.
  @SuppressWarnings("EnumOrdinal")
  private void find(Role role, int start, int end) {
    long bit = 1L << role.ordinal();
    if ((present & bit) == 0) {
      present |= bit;
      found[role.ordinal()] = new Range(start, end);
    } else if ((JOINED & bit) != 0) {
      found[role.ordinal()] = new Range(found[role.ordinal()].start(), end);
    }
  }

  @SuppressWarnings("EnumOrdinal")
  private boolean has(Role role) {
    return (present & 1L << role.ordinal()) != 0;
  }

  @SuppressWarnings("EnumOrdinal")
  private static long bits(Role... roles) {
    long bits = 0;
    for (Role role : roles) {
      bits |= 1L << role.ordinal();
    }
    return bits;
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

  @SuppressWarnings("EnumOrdinal")
  private Range get(Role role) {
    Range range = has(role) ? found[role.ordinal()] : Range.NONE;
    boolean named = range.exists() && (role == Role.NAME || role == Role.IMPORT_NAME);
    // Ruby's :name is the name; an operator that begins with a colon is not.
    boolean colon =
        named
            && utf8[range.start()] == ':'
            && range.end() > range.start() + 1
            && Character.isJavaIdentifierStart(utf8[range.start() + 1]);
    return colon ? new Range(range.start() + 1, range.end()) : range;
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
    if (has(Role.COMMENT)) {
      matches.comments.add(get(Role.COMMENT));
    }
    if (!matches.namespace.exists()) {
      matches.namespace = get(Role.NAMESPACE);
    }
    if (has(Role.PREFIX)) {
      matches.prefixes.add(get(Role.PREFIX));
    }
    if (has(Role.WRAPPER)) {
      matches.wrappings.add(new Wrapping(get(Role.WRAPPED), get(Role.WRAPPER)));
    }
    if (has(Role.IMPORT_GROUP)) {
      matches.importGroups.add(new Wrapping(get(Role.IMPORT_GROUP_PATH), get(Role.IMPORT_GROUP)));
    }
    for (Role role : MARKS) {
      if (has(role)) {
        matches.marks.add(new Mention(role, get(role), Range.NONE, Range.NONE));
      }
    }
  }

  private void collectMentions() {
    Range path = get(Role.QUALIFIER);
    for (Role role : MENTIONS) {
      Range name = get(role);
      if (name.exists()
          && (name.end() >= path.end() || utf8[name.end()] != '.')
          && name.end() - name.start() <= NAME_BYTES_MAX) {
        matches.mentions.add(new Mention(role, name, before(name, path), get(Role.OWNER)));
      }
    }
  }

  private void collectImport() {
    if (has(Role.IMPORT_FROM)) {
      matches.importLists.add(
          new ImportList(get(Role.IMPORT_FROM), get(Role.IMPORT_MODULE), get(Role.IMPORT_ALIAS)));
      return;
    }
    if (has(Role.IMPORT_MEMBER)) {
      matches.members.add(ImportMatch.ofMember(get(Role.IMPORT_MEMBER), get(Role.IMPORT_ALIAS)));
      return;
    }
    if (has(Role.EXPORTED_NAME)) {
      Range own = get(Role.EXPORTED_NAME);
      if (has(Role.EXPORTED_AS)) {
        matches.imports.add(ImportMatch.ofOwn(own, get(Role.EXPORTED_AS)));
      }
      return;
    }
    Role whole = has(Role.IMPORT_PATH) ? Role.IMPORT_PATH : Role.IMPORT_CHILD;
    whole = has(whole) ? whole : Role.NONE;
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
