package ai.wikibuilder.site.served;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes a written page where it is known to the letter. Stateless; servers call it.
 *
 * <p>The markup is our own, so places are found by its text, as {@link
 * ai.wikibuilder.site.exports.SingleFile} does; a page without the place stays as it is.
 */
public final class ServedPage {
  private static final String HEAD_END = "</head>";

  /** How the policy in the head says it. */
  private static final String NO_FORMS = "form-action &#39;none&#39;";

  private static final String OUR_FORMS = "form-action &#39;self&#39;";
  private static final String BAR = "<header class=\"bar\">";

  private static final Pattern ROOT = Pattern.compile("(?<=<body data-root=\")[^\"]*(?=\")");

  /** A link or a file of the page that is a relative one. */
  private static final Pattern RELATIVE =
      Pattern.compile("(?<= (?:href|src)=\")(?![#/]|[a-z][a-z0-9+.-]*:)(?=[^\"])");

  private static final Pattern EVIDENCE =
      Pattern.compile("(?s)<section class=\"evidence\" id=\"evidence\">.*?</section>");
  private static final Pattern LINES_FILE = Pattern.compile("(?<=\")[a-z0-9-]+\\.lines\\.html#");

  private ServedPage() {}

  /**
   * The page with a strip above its bar; a form in it may be sent to where the page is from.
   *
   * @param head markup that is added to the head
   * @param strip markup of the strip
   */
  public static String under(String html, String head, String strip) {
    int end = html.indexOf(HEAD_END);
    int bar = html.indexOf(BAR);
    if (end < 0 || bar < end) {
      return html;
    }
    return html.substring(0, end).replace(NO_FORMS, OUR_FORMS)
        + head
        + html.substring(end, bar)
        + strip
        + html.substring(bar);
  }

  /**
   * The first page of a site as it stands elsewhere.
   *
   * @param root address of the folder of the site, with a slash at its end
   */
  public static String rooted(String html, String root) {
    String quoted = Matcher.quoteReplacement(root);
    String moved = ROOT.matcher(html).replaceFirst(quoted);
    return RELATIVE.matcher(moved).replaceAll(quoted);
  }

  /** The page with the lines it cites in it, which stood in a file beside it. */
  static String withLines(String html, String file) {
    Matcher lines = EVIDENCE.matcher(file);
    if (!lines.find()) {
      return html;
    }
    String whole = EVIDENCE.matcher(html).replaceFirst(Matcher.quoteReplacement(lines.group()));
    return LINES_FILE.matcher(whole).replaceAll("#");
  }
}
