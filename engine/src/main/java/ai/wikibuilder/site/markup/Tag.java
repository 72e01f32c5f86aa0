package ai.wikibuilder.site.markup;

import java.util.Locale;

/** Every element a page may contain; there is no way to write another one. */
public enum Tag {
  HTML,
  HEAD,
  META,
  TITLE,
  LINK,
  SCRIPT,
  BODY,
  HEADER,
  NAV,
  MAIN,
  ARTICLE,
  SECTION,
  FOOTER,
  DIV,
  SPAN,
  P,
  A,
  H1,
  H2,
  H3,
  UL,
  OL,
  LI,
  TABLE,
  THEAD,
  TBODY,
  TR,
  TH,
  TD,
  PRE,
  CODE,
  STRONG,
  DEL,
  SUP,
  WBR,
  IMG,
  FIGURE,
  FIGCAPTION,
  DETAILS,
  SUMMARY,
  BUTTON,
  INPUT,
  SVG,
  G,
  PATH,
  RECT,
  TEXT,
  DEFS,
  MARKER;

  String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the element has no content and no end tag. */
  boolean isVoid() {
    return this == META || this == LINK || this == INPUT || this == IMG || this == WBR;
  }
}
