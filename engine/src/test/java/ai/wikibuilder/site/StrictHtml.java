package ai.wikibuilder.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads HTML the way a suspicious person would: knows the elements and attributes a page may have
 * and refuses all else, unquoted values, stray signs and wrong nesting included. Knows nothing of
 * the writer's own lists.
 */
final class StrictHtml {
  private static final Set<String> ELEMENTS =
      Set.of(
          ("html head meta title link script body header nav main article section footer div span p"
                  + " a h1 h2 h3 ul ol li table thead tbody tr th td pre code strong sup wbr del img figure"
                  + " figcaption details summary button input svg g path rect text defs marker")
              .split(" "));
  private static final Set<String> VOID = Set.of("meta", "link", "input", "img", "wbr");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("lang title name content charset rel type role tabindex hidden open defer scope"
                  + " placeholder autocomplete spellcheck http-equiv id class href src alt loading decoding width height x"
                  + " y rx d viewBox marker-end markerWidth markerHeight refX refY orient text-anchor")
              .split(" "));
  private static final Pattern ATTRIBUTE = Pattern.compile("\\G ([a-zA-Z-]+)(?:=\"([^\"<>]*)\")?");
  private static final Pattern TAG = Pattern.compile("\\G</?([a-z0-9]+)([^<>]*)>");
  private static final Pattern ENTITY = Pattern.compile("\\G&(lt|gt|amp|quot|#39);");
  private static final Pattern LOCAL = Pattern.compile("(\\.\\./)?[a-z0-9/.-]*(#[a-z0-9-]+)?");

  /** An element's name and attributes, values decoded. */
  record Element(String name, Map<String, String> attributes) {}

  final List<Element> elements = new ArrayList<>();
  final StringBuilder text = new StringBuilder();
  private final String html;

  private StrictHtml(String html) {
    this.html = html;
  }

  /**
   * Reads a file.
   *
   * @throws AssertionError at the first thing that should not be there
   */
  static StrictHtml read(String html) {
    StrictHtml page = new StrictHtml(html);
    page.read();
    return page;
  }

  Set<String> ids() {
    Set<String> ids = new HashSet<>();
    for (Element element : elements) {
      String id = element.attributes().get("id");
      if (id != null && !ids.add(id)) {
        throw new AssertionError("id twice: " + id);
      }
    }
    return ids;
  }

  private void read() {
    String start = "<!doctype html>\n";
    require(html.startsWith(start), 0, "doctype");
    Deque<String> open = new ArrayDeque<>();
    int at = start.length();
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<') {
        Matcher tag = TAG.matcher(html).region(at, html.length());
        require(tag.find(), at, "tag");
        at = tag.end();
        tag(html.charAt(tag.start() + 1) == '/', tag.group(1), tag.group(2), open, tag.start());
      } else if (c == '&') {
        Matcher entity = ENTITY.matcher(html).region(at, html.length());
        require(entity.find(), at, "entity");
        text.append(decode(entity.group()));
        at = entity.end();
      } else {
        require(c != '>' && c != '"' && c != '\'', at, "escaped text");
        require(c >= ' ' || c == '\n' || c == '\t', at, "no control character");
        require(!Character.isWhitespace(c) || !"script".equals(open.peek()), at, "empty script");
        require(!"script".equals(open.peek()), at, "empty script");
        text.append(c);
        at++;
      }
    }
    require(open.isEmpty(), at, "all closed, open: " + open);
  }

  private void tag(boolean end, String name, String rest, Deque<String> open, int at) {
    require(ELEMENTS.contains(name), at, "known element, not " + name);
    if (end) {
      require(rest.isEmpty() && name.equals(open.poll()), at, "end of " + name);
      return;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(rest);
    int read = 0;
    while (attribute.find()) {
      String key = attribute.group(1);
      boolean known =
          ATTRIBUTES.contains(key) || key.startsWith("aria-") || key.startsWith("data-");
      require(known, at, "known attribute, not " + key);
      String value = attribute.group(2) == null ? "" : decode(attribute.group(2));
      require(attributes.put(key, value) == null, at, "attribute once");
      read = attribute.end();
    }
    require(read == rest.length(), at, "attributes, not " + rest);
    addresses(name, attributes, at);
    elements.add(new Element(name, attributes));
    if (!VOID.contains(name)) {
      open.push(name);
    }
  }

  private void addresses(String name, Map<String, String> attributes, int at) {
    String href = attributes.get("href");
    if (href != null && !LOCAL.matcher(href).matches()) {
      require(name.equals("a") && href.matches("https?://[^/].*"), at, "address, not " + href);
      require("noopener noreferrer nofollow".equals(attributes.get("rel")), at, "rel of " + href);
    }
    String src = attributes.get("src");
    String file = name.equals("img") ? "images/[0-9a-f]{32}\\.(png|jpg|webp)" : "[a-z-]+\\.js";
    require(src == null || src.matches("(\\.\\./)?assets/" + file), at, "script or image " + src);
    String end = attributes.get("marker-end");
    require(end == null || end.matches("url\\(#d-\\d+-tip\\)"), at, "marker " + end);
    require(!attributes.containsKey("style"), at, "no style");
  }

  private static String decode(String value) {
    return value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private void require(boolean holds, int at, String expected) {
    if (!holds) {
      int from = Math.max(0, at - 60);
      String around = html.substring(from, Math.min(html.length(), at + 120));
      throw new AssertionError("expected " + expected + " at " + at + ": …" + around);
    }
  }
}
