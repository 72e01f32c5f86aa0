package ai.wikibuilder.facts.matches;

import ai.wikibuilder.facts.ImportFact;
import ai.wikibuilder.facts.Reference;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in use in one file: one reference a place, without what names nothing outside; and the
 * imported names.
 */
public final class Mentions {
  /** A longer chain before a name is no qualifier. */
  private static final int QUALIFIER_BYTES_MAX = 200;

  /** A module's name in the delimiters of its text. */
  private static final Pattern QUOTED =
      Pattern.compile("(?s)(?:[\"'`]|\\[=*\\[)(.*)(?:[\"'`]|]=*])");

  /** The version at the end of a path of Go, which is no part of the package's name. */
  private static final Pattern VERSION_PART = Pattern.compile("[/.]v[0-9]+$");

  /** What may stand between the names of a chain. */
  private static final Pattern NOT_IN_CHAINS = Pattern.compile("[\\s?!]+");

  private final SourceText text;
  private final byte[] utf8;
  private final Set<String> local;

  /** {@code local} holds names of type parameters and, where a grammar needs it, of variables. */
  public Mentions(SourceText text, Set<String> local) {
    this.text = text;
    this.utf8 = text.utf8();
    this.local = local;
  }

  /**
   * One reference a place: the more telling kind, then the longer qualifier. In order of their
   * places.
   */
  public List<Mention> distinct(List<Mention> all, Set<Integer> definedAt) {
    List<Mention> byStart = onePerPlace(all);
    Set<Integer> qualifiers = new HashSet<>();
    for (Mention mention : byStart) {
      boolean names = mention.role() == Role.TYPE || mention.role() == Role.INHERIT;
      if (names && mention.qualifier().exists()) {
        qualifiers.add(mention.qualifier().start());
      }
    }
    List<Mention> kept = new ArrayList<>(byStart.size());
    for (Mention mention : byStart) {
      boolean type = mention.role() == Role.TYPE || mention.role() == Role.WORD;
      if (!type || !(definedAt.contains(mention.name().start()) || isNoise(mention, qualifiers))) {
        kept.add(mention);
      }
    }
    return kept;
  }

  private static List<Mention> onePerPlace(List<Mention> all) {
    List<Mention> sorted = new ArrayList<>(all); // matches come almost in this order
    sorted.sort(Comparator.comparingInt(mention -> mention.name().start()));
    List<Mention> distinct = new ArrayList<>(sorted.size());
    for (Mention mention : sorted) {
      boolean again =
          !distinct.isEmpty() && distinct.getLast().name().start() == mention.name().start();
      distinct.add(again ? moreTelling(distinct.removeLast(), mention) : mention);
    }
    return distinct;
  }

  private boolean isNoise(Mention type, Set<Integer> qualifiers) {
    int start = type.name().start();
    boolean packagePart =
        (qualifiers.contains(start) || isBehindOneDot(start)) && Character.isLowerCase(utf8[start]);
    boolean typeParameter = !type.qualifier().exists() && local.contains(slice(type.name()));
    return packagePart || typeParameter;
  }

  /** Behind three dots stands the type of the rest of the arguments. */
  private boolean isBehindOneDot(int start) {
    return start > 1 && utf8[start - 1] == '.' && utf8[start - 2] != '.';
  }

  private static Mention moreTelling(Mention one, Mention other) {
    if (one.role() != other.role()) {
      return rank(one.role()) < rank(other.role()) ? one : other;
    }
    return one.qualifier().exists() ? one : other;
  }

  private static int rank(Role role) {
    return switch (role) {
      case INHERIT -> 0;
      case ANNOTATION -> 1;
      case CALL -> 2;
      case WORD -> 4;
      default -> 3;
    };
  }

  /** A type's name without white space and type arguments. */
  public static String bareType(String written) {
    StringBuilder name = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < written.length(); i++) {
      char letter = written.charAt(i);
      depth += letter == '<' ? 1 : 0;
      if (depth == 0 && !Character.isWhitespace(letter)) {
        name.append(letter);
      }
      depth -= letter == '>' ? 1 : 0;
    }
    return name.toString();
  }

  public Reference reference(Mention mention, int enclosing) {
    ReferenceKind kind =
        switch (mention.role()) {
          case INHERIT -> ReferenceKind.INHERIT;
          case ANNOTATION -> ReferenceKind.ANNOTATION;
          case CALL, WORD -> ReferenceKind.CALL;
          default -> ReferenceKind.TYPE;
        };
    int line = text.lineOf(mention.name().start());
    return new Reference(
        kind, slice(mention.name()), qualifier(mention.qualifier()), line, enclosing);
  }

  /** The text of a chain of names, white space removed; anything else gives the empty text. */
  private String qualifier(Range range) {
    if (!range.exists() || range.end() - range.start() > QUALIFIER_BYTES_MAX) {
      return "";
    }
    boolean plain = true;
    for (int i = range.start(); i < range.end(); i++) {
      int letter = utf8[i];
      boolean named =
          letter < 0
              || Character.isLetterOrDigit(letter)
              || "_$#.:?!@\\".indexOf(letter) >= 0
              || isArrow(i);
      if (!named && !DocComments.isBlank(letter)) {
        return "";
      }
      plain &= named && letter != '?' && letter != '!';
    }
    return plain ? slice(range) : NOT_IN_CHAINS.matcher(slice(range)).replaceAll("");
  }

  /** One fact for each imported name, in order of their places. */
  public List<ImportFact> imports(FileMatches matches) {
    Set<Integer> named = new HashSet<>();
    for (ImportMatch match : matches.imports) {
      if (!isBare(match)) {
        named.add(match.module().start());
      }
    }
    Map<List<Integer>, ImportMatch> distinct = new HashMap<>();
    for (ImportMatch match : matches.imports) {
      if (match.special() == Role.EXPORTED_AS && slice(match.name()).equals(slice(match.alias()))) {
        continue;
      }
      if (!isBare(match) || !named.contains(match.module().start())) {
        distinct.merge(
            List.of(match.module().start(), match.at()),
            match,
            (one, other) -> other.alias().exists() && !one.alias().exists() ? other : one);
      }
    }
    List<ImportMatch> sorted = new ArrayList<>(distinct.values());
    sorted.sort(Comparator.comparingInt(ImportMatch::at));
    return inGroups(sorted, matches.importGroups);
  }

  /** The groups still open at a match are those around it, from the outermost inwards. */
  private List<ImportFact> inGroups(List<ImportMatch> sorted, List<Wrapping> groups) {
    List<Wrapping> byStart = new ArrayList<>(groups);
    byStart.sort(Comparator.comparingInt(group -> group.outer().start()));
    List<ImportFact> facts = new ArrayList<>(sorted.size());
    List<Wrapping> open = new ArrayList<>();
    int next = 0;
    for (ImportMatch match : sorted) {
      while (next < byStart.size() && byStart.get(next).outer().start() <= match.at()) {
        Wrapping group = byStart.get(next++);
        open.removeIf(outer -> outer.outer().end() <= group.outer().start());
        open.add(group);
      }
      open.removeIf(group -> group.outer().end() <= match.at());
      facts.add(importFact(match, open));
    }
    return facts;
  }

  private static boolean isBare(ImportMatch match) {
    return !match.name().exists() && !match.alias().exists() && match.special() == Role.NONE;
  }

  private ImportFact importFact(ImportMatch match, List<Wrapping> groups) {
    String module = module(match, groups);
    String name =
        switch (match.special()) {
          case IMPORT_ALL -> "*";
          case IMPORT_DEFAULT -> "default";
          default -> match.name().exists() ? slice(match.name()) : "";
        };
    int line = text.lineOf(match.at());
    if (match.alias().exists()) {
      return new ImportFact(module, name, slice(match.alias()), line);
    }
    String alias =
        switch (match.special()) {
          case IMPORT_PATH -> lastPart(module);
          case IMPORT_CHILD -> slice(match.module());
          default -> name.isEmpty() ? module : name;
        };
    return new ImportFact(module, name, alias, line);
  }

  private String module(ImportMatch match, List<Wrapping> groups) {
    StringBuilder module = new StringBuilder();
    for (Wrapping group : groups) {
      module.append(module.isEmpty() ? "" : "::").append(slice(group.inner()));
    }
    if (match.special() == Role.IMPORT_CHILD) {
      module.append("self");
    }
    if (match.module().exists()) {
      module.append(module.isEmpty() ? "" : "::").append(ownModule(match));
    }
    return module.toString();
  }

  private String ownModule(ImportMatch match) {
    String module = unquoted(slice(match.module()));
    if (match.prefix().exists()) {
      // What joins the two stands behind the prefix: A\{B\C} is A\B\C.
      int end = match.prefix().end();
      while (end < utf8.length && "\\:./".indexOf(utf8[end]) >= 0) {
        end++;
      }
      module = text.slice(match.prefix().start(), end) + module;
    }
    if (match.relative() && !module.startsWith(".")) {
      return module.startsWith("/") ? "." + module : "./" + module;
    }
    return module.startsWith("\\") ? module.substring(1) : module;
  }

  private static String unquoted(String module) {
    Matcher quoted = QUOTED.matcher(module);
    return quoted.matches() ? quoted.group(1) : module;
  }

  /** What a path is known as: a/b/c.v2 and a/b/c/v2 as c, and so is a::b::c. */
  private static String lastPart(String path) {
    String named = VERSION_PART.matcher(path).replaceFirst("");
    return named.substring(Math.max(named.lastIndexOf('/'), named.lastIndexOf(':')) + 1);
  }

  private boolean isArrow(int at) {
    return (utf8[at] == '-' && at + 1 < utf8.length && utf8[at + 1] == '>')
        || (utf8[at] == '>' && at > 0 && utf8[at - 1] == '-');
  }

  private String slice(Range range) {
    return text.slice(range.start(), range.end());
  }
}
