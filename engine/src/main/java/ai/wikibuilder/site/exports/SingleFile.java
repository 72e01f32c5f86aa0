package ai.wikibuilder.site.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.Page;
import ai.wikibuilder.site.data.WikiJsonReader;
import ai.wikibuilder.site.markup.Html;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts all pages of a site into one HTML file that needs nothing else: it can be mailed, kept and
 * printed. Pages follow each other in reading order; links between them lead within the file.
 *
 * <p>It is made of the written pages. Their markup is our own and known to the letter, so names of
 * places are told apart by the page's name in front of them: {@code #e-3} of the page {@code
 * tracking} becomes {@code #tracking--e-3}. The search is in it. Style and scripts are allowed by
 * their digests and nothing else is.
 */
public final class SingleFile {
  private static final Pattern MAIN = Pattern.compile("(?s)<main id=\"content\"[^>]*>(.*)</main>");

  /** With what opens it where the page is narrow. */
  private static final Pattern TREE =
      Pattern.compile(
          "(?s)(?:<details class=\"menu\">.*?</details>\\s*)?<nav class=\"tree\"[^>]*>");

  private static final Pattern BAR = Pattern.compile("(?s)<header class=\"bar\">.*?</header>");
  private static final Pattern EVIDENCE =
      Pattern.compile("(?s)<section class=\"evidence\" id=\"evidence\">.*?</section>");
  private static final Pattern LINES_LINK =
      Pattern.compile("<a href=\"[a-z0-9-]+\\.lines\\.html(?:#e-\\d+)?\">(.*?)</a>");

  /** Marks that lead straight to such a file. */
  private static final Pattern LINES_FILE = Pattern.compile("(?<=\")[a-z0-9-]+\\.lines\\.html#");

  private static final Pattern HEAD =
      Pattern.compile("(?s)<html lang=\"([a-z]+)\">.*?(<title>.*?</title>)");
  private static final Pattern AROUND = Pattern.compile("(?s)<nav class=\"around\".*?</nav>");
  private static final Pattern NAMED =
      Pattern.compile(" (id|aria-labelledby|aria-controls)=\"([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile("(href=\"#|url\\(#)([a-z0-9-]+)");
  private static final Pattern IMAGE =
      Pattern.compile(
          "<img src=\"(?:\\.\\./)?(assets/images/[0-9a-f]+\\.(png|jpg|webp))\"([^<>]*)>");
  private static final Pattern PAGE =
      Pattern.compile("href=\"(?:\\.\\./|pages/)?([a-z0-9-]+)\\.html(?:#([a-z0-9-]+))?\"");

  /**
   * Size up to which the lines of pages that cite much are taken in; the others keep their list of
   * places. More is nothing that a browser opens with ease.
   */
  private static final int BYTE_COUNT_WISHED = 24 << 20;

  /** Size up to which images are taken in; of the others the captions stay. */
  private static final int IMAGE_BYTE_COUNT_MAX = 8 << 20;

  private final Path site;
  private final List<Entry> pages;
  private int imageByteCount;

  private SingleFile(Path site, List<Entry> pages) {
    this.site = site;
    this.pages = pages;
  }

  /**
   * A page of the site.
   *
   * @param parent slug of the page above; empty at the top
   */
  public record Entry(String slug, String title, Optional<String> parent) {}

  /**
   * The whole file.
   *
   * @throws IOException when a file of the site cannot be read
   */
  public static String of(Path site) throws IOException {
    List<Page> pages =
        WikiJsonReader.read(Files.readString(site.resolve("wiki.json"))).wiki().pages();
    StringBuilder whole = new StringBuilder();
    new SingleFile(
            site,
            pages.stream().map(one -> new Entry(one.slug(), one.title(), one.parent())).toList())
        .write(whole);
    return whole.toString();
  }

  /**
   * Writes it page by page, so that memory holds one of them, however many there are.
   *
   * @param pages of the site in reading order, the overview first
   * @param out takes UTF-8; stays open
   * @throws IOException when a file of the site cannot be read, or nobody takes what is written
   */
  public static void write(Path site, List<Entry> pages, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, UTF_8);
    new SingleFile(site, List.copyOf(pages)).write(writer);
    writer.flush();
  }

  private void write(Appendable file) throws IOException {
    String first = read("index.html");
    String overview = pages.getFirst().slug();
    List<String> scripts = new ArrayList<>();
    for (String name : List.of("wiki.js", "search.js", "search-index.js")) {
      scripts.add(read("assets/" + name));
    }
    scripts.addFirst(read("assets/theme.js"));
    StringBuilder out = new StringBuilder();
    head(out, first, scripts);
    out.append("<body data-root=\"\" data-one=\"").append(overview).append("\">\n");
    out.append(links(part(BAR, first), overview)).append("\n<div class=\"frame\">\n");
    out.append(part(TREE, first)).append('\n');
    tree(out, pages, Optional.empty());
    out.append("</nav>\n<main id=\"content\">\n");
    file.append(out);
    long written = out.length();
    for (Entry page : pages) {
      String section = section(page, overview, written < BYTE_COUNT_WISHED);
      file.append(section);
      written += section.length();
    }
    out.setLength(0);
    out.append("</main>\n</div>\n");
    for (String script : scripts.subList(1, scripts.size())) {
      out.append("<script>").append(script).append("</script>\n");
    }
    file.append(out.append("</body>\n</html>\n"));
  }

  /** A page as a part of the file; empty when its file is none of ours. */
  private String section(Entry page, String overview, boolean isLined) throws IOException {
    String file = page.slug().equals(overview) ? "index" : "pages/" + page.slug();
    Matcher content = MAIN.matcher(read(file + ".html"));
    if (!content.find()) {
      return "";
    }
    String body = AROUND.matcher(content.group(1)).replaceAll("");
    boolean isNeeded = !body.contains("<ul class=\"places\">"); // its marks lead nowhere else
    String whole = isLined || isNeeded ? withLines(body, file) : body;
    String plain =
        LINES_LINK.matcher(withImages(whole)).replaceAll("<span class=\"path\">$1</span>");
    return "<section class=\"one\" id=\"%s\">\n".formatted(page.slug())
        + links(places(plain, page.slug()), overview)
        + "</section>\n";
  }

  private void head(StringBuilder out, String first, List<String> scripts) throws IOException {
    Matcher head = HEAD.matcher(first);
    if (!head.find()) {
      throw new IOException("expected a page of ours in " + site.resolve("index.html"));
    }
    String style = read("assets/wiki.css");
    out.append("<!doctype html>\n<html lang=\"").append(head.group(1)).append("\">\n<head>\n");
    out.append("<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    out.append(" style-src 'sha256-").append(digest(style)).append("'; script-src");
    for (String script : scripts) {
      out.append(" 'sha256-").append(digest(script)).append("'");
    }
    out.append("; img-src data:; base-uri 'none'; form-action 'none'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.append(head.group(2)).append("\n<style>").append(style).append("</style>\n");
    out.append("<script>").append(scripts.getFirst()).append("</script>\n</head>\n");
  }

  /** The pages below one, as far down as there are some. */
  private static void tree(StringBuilder out, List<Entry> pages, Optional<String> parent) {
    Set<String> slugs = pages.stream().map(Entry::slug).collect(Collectors.toSet());
    List<Entry> here =
        pages.stream().filter(one -> one.parent().filter(slugs::contains).equals(parent)).toList();
    if (here.isEmpty()) {
      return;
    }
    out.append("<ul>\n");
    for (Entry one : here) {
      Html title = new Html().breakable(one.title());
      out.append("<li><a href=\"#").append(one.slug()).append("\">").append(title.finish());
      out.append("</a>\n");
      tree(out, pages, Optional.of(one.slug()));
      out.append("</li>\n");
    }
    out.append("</ul>\n");
  }

  /** Lines that stand in a file beside the page take the place of the list that leads to them. */
  private String withLines(String body, String file) throws IOException {
    String name = file + ".lines.html";
    if (!Files.isRegularFile(site.resolve(name))) {
      return body;
    }
    String lines = part(EVIDENCE, read(name));
    String whole = EVIDENCE.matcher(body).replaceFirst(Matcher.quoteReplacement(lines));
    return LINES_FILE.matcher(whole).replaceAll("#");
  }

  /** Images become part of the file. */
  private String withImages(String html) throws IOException {
    StringBuilder out = new StringBuilder();
    Matcher image = IMAGE.matcher(html);
    while (image.find()) {
      Path file = site.resolve(image.group(1));
      byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
      boolean fits = bytes.length > 0 && imageByteCount + bytes.length <= IMAGE_BYTE_COUNT_MAX;
      imageByteCount += fits ? bytes.length : 0;
      String type = image.group(2).equals("jpg") ? "jpeg" : image.group(2);
      String whole =
          "<img src=\"data:image/%s;base64,%s\"%s>"
              .formatted(type, Base64.getEncoder().encodeToString(bytes), image.group(3));
      image.appendReplacement(out, fits ? Matcher.quoteReplacement(whole) : "");
    }
    return image.appendTail(out).toString();
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
