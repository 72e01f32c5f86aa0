package ai.wikibuilder.facts;

import ai.wikibuilder.facts.FactsReader.Mention;
import ai.wikibuilder.facts.FactsReader.Range;
import ai.wikibuilder.facts.FactsReader.Role;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names in use in one file: one reference a place, without what names nothing outside. */
final class Mentions {
  /** A longer chain before a name is no qualifier. */
  private static final int QUALIFIER_BYTES_MAX = 200;

  private final SourceText text;
  private final byte[] utf8;
  private final Set<String> local;

  /** {@code local} holds names of type parameters. */
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
      boolean type = mention.role() == Role.TYPE;
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
      default -> 3;
    };
  }

  /** A type's name without white space and type arguments. */
  static String bareType(String written) {
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

  Reference reference(Mention mention, int enclosing) {
    ReferenceKind kind =
        switch (mention.role()) {
          case INHERIT -> ReferenceKind.INHERIT;
          case ANNOTATION -> ReferenceKind.ANNOTATION;
          case CALL -> ReferenceKind.CALL;
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
          letter < 0 || Character.isLetterOrDigit(letter) || "_$#.:?!".indexOf(letter) >= 0;
      boolean arrow =
          (letter == '-' && utf8[i + 1] == '>') || (letter == '>' && utf8[i - 1] == '-');
      if (!named && !arrow && !DocComments.isBlank(letter)) {
        return "";
      }
    }
    return slice(range).replaceAll("[\\s?!]+", "");
  }

  private String slice(Range range) {
    return text.slice(range.start(), range.end());
  }
}
