package ai.wikibuilder.site.markup;

import static ai.wikibuilder.site.markup.Attribute.attr;

import ai.wikibuilder.site.markup.Attribute.Name;

/** What every page tells the browser first: what to refuse, and how wide the page is. Stateless. */
public final class PagePolicy {
  /**
   * Nothing but the site's own files, no inline script or style, and no form: what a page could be
   * talked into the browser refuses. Frames are for the lines a page cites.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " frame-src 'self'; base-uri 'none'; form-action 'none'";

  /** As wide as the device, so that phones do not shrink the page. */
  private static final String VIEWPORT = "width=device-width, initial-scale=1";

  private PagePolicy() {}

  /** Two elements of the head, a line each. */
  public static void write(Html html) {
    html.open(
        Tag.META, attr(Name.HTTP_EQUIV, "Content-Security-Policy"), attr(Name.CONTENT, POLICY));
    html.line().open(Tag.META, attr(Name.NAME, "viewport"), attr(Name.CONTENT, VIEWPORT)).line();
  }
}
