package ai.wikibuilder.site.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.Page;
import ai.wikibuilder.site.data.WikiJsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts all pages of a site into one HTML file that needs nothing else: it can be mailed, kept and
 * printed. Pages follow each other in reading order; links between them lead within the file.
 *
 * <p>It is made of the written pages. Their markup is our own and known to the letter, so names of
 * places are told apart by the page's name in front of them: {@code #e-3} of the page {@code
 * tracking} becomes {@code #tracking--e-3}. Style and script are allowed by their digests and
 * nothing else is.
 */
public final class SingleFile {
  private static final Pattern MAIN = Pattern.compile("(?s)<main id=\"content\"[^>]*>(.*)</main>");
  private static final Pattern TREE = Pattern.compile("(?s)<nav class=\"tree\".*?</nav>");
  private static final Pattern BAR = Pattern.compile("(?s)<header class=\"bar\">.*?</header>");
  private static final Pattern FIND =
      Pattern.compile("(?s)<div class=\"find\".*?<span id=\"found\"[^>]*></span></div>");
  private static final Pattern HEAD =
      Pattern.compile("(?s)<html lang=\"([a-z]+)\">.*?(<title>.*?</title>)");
  private static final Pattern AROUND = Pattern.compile("(?s)<nav class=\"around\".*?</nav>");
  private static final Pattern NAMED =
      Pattern.compile(" (id|aria-labelledby|aria-controls)=\"([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile("(href=\"#|url\\(#)([a-z0-9-]+)");
  private static final Pattern PAGE =
      Pattern.compile("href=\"(?:\\.\\./|pages/)?([a-z0-9-]+)\\.html(?:#([a-z0-9-]+))?\"");

  private final Path site;

  private SingleFile(Path site) {
    this.site = site;
  }

  /**
   * The whole file.
   *
   * @throws IOException when a file of the site cannot be read
   */
  public static String of(Path site) throws IOException {
    return new SingleFile(site).write();
  }

  private String write() throws IOException {
    List<Page> pages = WikiJsonReader.read(read("wiki.json")).wiki().pages();
    String first = read("index.html");
    String overview = pages.getFirst().slug();
    String style = read("assets/wiki.css");
    String script = read("assets/theme.js");
    String more = read("assets/wiki.js");
    StringBuilder out = new StringBuilder();
    Matcher head = HEAD.matcher(first);
    if (!head.find()) {
      throw new IOException("expected a page of ours in " + site.resolve("index.html"));
    }
    out.append("<!doctype html>\n<html lang=\"").append(head.group(1)).append("\">\n<head>\n");
    out.append("<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    out.append(" style-src 'sha256-").append(digest(style)).append("'; script-src 'sha256-");
    out.append(digest(script)).append("' 'sha256-").append(digest(more));
    out.append("'; base-uri 'none'; form-action 'none'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.append(head.group(2)).append("\n<style>").append(style).append("</style>\n");
    out.append("<script>").append(script).append("</script>\n</head>\n<body data-root=\"\">\n");
    String bar = FIND.matcher(part(BAR, first)).replaceAll("");
    out.append(links(bar, overview)).append("\n<div class=\"frame\">\n");
    String tree = part(TREE, first).replace(" aria-current=\"page\"", "");
    out.append(links(tree, overview)).append("\n<main>\n");
    for (Page page : pages) {
      String file = page.slug().equals(overview) ? "index.html" : "pages/" + page.slug() + ".html";
      Matcher content = MAIN.matcher(read(file));
      if (content.find()) {
        out.append("<section class=\"one\" id=\"").append(page.slug()).append("\">\n");
        String body = AROUND.matcher(content.group(1)).replaceAll("");
        out.append(links(places(body, page.slug()), overview)).append("</section>\n");
      }
    }
    out.append("</main>\n</div>\n<script>").append(more).append("</script>\n</body>\n</html>\n");
    return out.toString();
  }

  private static String part(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    return matcher.find() ? matcher.group() : "";
  }

  /** Names of places get the page's name in front. */
  private static String places(String html, String slug) {
    String named =
        NAMED
            .matcher(html)
            .replaceAll(
                found -> " " + found.group(1) + "=\"" + slug + "--" + found.group(2) + "\"");
    return PLACE.matcher(named).replaceAll(found -> found.group(1) + slug + "--" + found.group(2));
  }

  /** Links between pages become links between places. */
  private static String links(String html, String overview) {
    return PAGE.matcher(html)
        .replaceAll(found -> {
          String page = found.group(1).equals("index") ? overview : found.group(1);
          String place = found.group(2);
          return "href=\"#" + (place == null ? page : page + "--" + place) + "\"";
        });
  }

  private String read(String name) throws IOException {
    return Files.readString(site.resolve(name));
  }

  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
