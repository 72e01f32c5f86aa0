package ai.wikibuilder.facts;

import ai.wikibuilder.facts.FactsReader.ImportMatch;
import ai.wikibuilder.facts.FactsReader.Mention;
import ai.wikibuilder.facts.FactsReader.Range;
import ai.wikibuilder.facts.FactsReader.Role;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names in use in one file: one reference a place, without what names nothing outside; and the
 * imported names.
 */
final class Mentions {
  /** A longer chain before a name is no qualifier. */
  private static final int QUALIFIER_BYTES_MAX = 200;

  private final SourceText text;
  private final byte[] utf8;
  private final Set<String> local;

  /** {@code local} holds names of type parameters and, where a grammar needs it, of variables. */
  Mentions(SourceText text, Set<String> local) {
    this.text = text;
    this.utf8 = text.utf8();
    this.local = local;
  }

  /** One reference a place: the more telling kind, then the longer qualifier. */
  List<Mention> distinct(List<Mention> all, Set<Integer> definedAt) {
    Map<Integer, Mention> byStart = HashMap.newHashMap(all.size());
    for (Mention mention : all) {
      byStart.merge(mention.name().start(), mention, Mentions::moreTelling);
    }
    Set<Integer> qualifiers = new HashSet<>();
    for (Mention mention : byStart.values()) {
      if (mention.role() == Role.TYPE || mention.role() == Role.INHERIT) {
        qualifiers.add(mention.qualifier().start());
      }
    }
    List<Mention> kept = new ArrayList<>(byStart.size());
    for (Mention mention : byStart.values()) {
      boolean type = mention.role() == Role.TYPE || mention.role() == Role.WORD;
      if (!type || !(definedAt.contains(mention.name().start()) || isNoise(mention, qualifiers))) {
        kept.add(mention);
      }
    }
    return kept;
  }

  private boolean isNoise(Mention type, Set<Integer> qualifiers) {
    int start = type.name().start();
    boolean packagePart =
        (qualifiers.contains(start) || (start > 0 && utf8[start - 1] == '.'))
            && Character.isLowerCase(utf8[start]);
    boolean typeParameter = !type.qualifier().exists() && local.contains(slice(type.name()));
    return packagePart || typeParameter;
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

  Reference reference(Mention mention, int enclosing) {
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
    }
    return slice(range).replaceAll("[\\s?!]+", "");
  }

  /** One fact for each imported name, in order of their places. */
  List<ImportFact> imports(List<ImportMatch> matches) {
    Set<Integer> named = new HashSet<>();
    for (ImportMatch match : matches) {
      if (!isBare(match)) {
        named.add(match.module().start());
      }
    }
    Map<List<Integer>, ImportMatch> distinct = new HashMap<>();
    for (ImportMatch match : matches) {
      if (!isBare(match) || !named.contains(match.module().start())) {
        distinct.merge(
            List.of(match.module().start(), match.at()),
            match,
            (one, other) -> other.alias().exists() && !one.alias().exists() ? other : one);
      }
    }
    return distinct.values().stream()
        .sorted(Comparator.comparingInt(ImportMatch::at))
        .map(this::importFact)
        .toList();
  }

  private static boolean isBare(ImportMatch match) {
    return !match.name().exists() && !match.alias().exists() && match.special() == Role.NONE;
  }

  private ImportFact importFact(ImportMatch match) {
    String module = module(match);
    String name =
        switch (match.special()) {
          case IMPORT_ALL -> "*";
          case IMPORT_DEFAULT -> "default";
          default -> match.name().exists() ? slice(match.name()) : "";
        };
    String alias = match.alias().exists() ? slice(match.alias()) : name.isEmpty() ? module : name;
    return new ImportFact(module, name, alias, text.lineOf(match.at()));
  }

  private String module(ImportMatch match) {
    String module = match.module().exists() ? slice(match.module()) : "";
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
    if (module.length() > 1 && module.startsWith("'") && module.endsWith("'")) {
      return module.substring(1, module.length() - 1);
    }
    return module.startsWith("\\") ? module.substring(1) : module;
  }

  private boolean isArrow(int at) {
    return (utf8[at] == '-' && at + 1 < utf8.length && utf8[at + 1] == '>')
        || (utf8[at] == '>' && at > 0 && utf8[at - 1] == '-');
  }

  private String slice(Range range) {
    return text.slice(range.start(), range.end());
  }
}
