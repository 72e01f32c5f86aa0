package ai.wikibuilder.site.markup;

import java.util.Locale;

/**
 * An attribute of an element. Immutable. Only the names below exist, none of them runs script or
 * style, and the two that hold addresses take a {@link Target}.
 */
public final class Attribute {
  /** Names whose value is any text. */
  public enum Name {
    LANG,
    TITLE,
    NAME,
    CONTENT,
    CHARSET,
    REL,
    TYPE,
    ROLE,
    TABINDEX,
    HIDDEN,
    OPEN,
    DEFER,
    SCOPE,
    PLACEHOLDER,
    AUTOCOMPLETE,
    SPELLCHECK,
    HTTP_EQUIV,
    ARIA_LABEL,
    ARIA_LABELLEDBY,
    ARIA_CURRENT,
    ARIA_HIDDEN,
    ARIA_LIVE,
    ARIA_EXPANDED,
    ARIA_CONTROLS,
    ARIA_AUTOCOMPLETE,
    DATA_LINE,
    DATA_LINES,
    DATA_ROOT,
    DATA_NONE,
    DATA_FOUND,
    DATA_LIGHT,
    DATA_DARK,
    DATA_SYSTEM,
    DATA_KIND,
    DATA_CLOSE,
    DATA_LARGER,
    DATA_SMALLER,
    DATA_IN,
    DATA_OUT,
    DATA_FIT,
    DATA_EVIDENCE,
    DATA_BELOW,
    DATA_SINCE,
    DATA_MORE,
    ALT,
    LOADING,
    DECODING,
    WIDTH,
    HEIGHT,
    X,
    Y,
    RX,
    D,
    VIEW_BOX,
    MARKER_END,
    MARKER_WIDTH,
    MARKER_HEIGHT,
    REF_X,
    REF_Y,
    ORIENT;

    String written() {
      return switch (this) {
        case VIEW_BOX -> "viewBox";
        case MARKER_WIDTH -> "markerWidth";
        case MARKER_HEIGHT -> "markerHeight";
        case REF_X -> "refX";
        case REF_Y -> "refY";
        default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
      };
    }
  }

  private final String name;
  private final String value;

  private Attribute(String name, String value) {
    this.name = name;
    this.value = value;
  }

  /** An attribute whose value is text; it is escaped. */
  public static Attribute attr(Name name, String value) {
    return new Attribute(name.written(), value);
  }

  /** An attribute whose value is a number. */
  public static Attribute attr(Name name, int value) {
    return new Attribute(name.written(), Integer.toString(value));
  }

  /** An attribute that says yes by being there. */
  public static Attribute flag(Name name) {
    return new Attribute(name.written(), "");
  }

  /** Names of style rules, separated by blanks. */
  public static Attribute cls(String names) {
    return new Attribute("class", names);
  }

  /**
   * The name of a place on the page.
   *
   * @throws IllegalArgumentException unless it is lower-case letters, digits and hyphens
   */
  public static Attribute id(String id) {
    return new Attribute("id", checkedId(id));
  }

  /**
   * Where a link leads. Links out of the site say nothing about the reader and pass on no weight.
   */
  public static Attribute href(Target target) {
    return new Attribute("href", target.written());
  }

  /** The file a script or an image is read from. */
  public static Attribute src(Target target) {
    if (target.external()) {
      throw new IllegalArgumentException("expected a file of the site, got " + target.written());
    }
    return new Attribute("src", target.written());
  }

  static String checkedId(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
        throw new IllegalArgumentException("expected letters, digits and hyphens, got " + id);
      }
    }
    if (id.isEmpty()) {
      throw new IllegalArgumentException("expected an id, got nothing");
    }
    return id;
  }

  String name() {
    return name;
  }

  String value() {
    return value;
  }
}
