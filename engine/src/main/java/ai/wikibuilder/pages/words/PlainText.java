package ai.wikibuilder.pages.words;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the markup off a run of prose: Javadoc tags, HTML, Markdown, reStructuredText. */
final class PlainText {
  private static final Pattern LINK_TAG =
      Pattern.compile("\\{@link(?:plain)?\\s++([^\\s}(]++(?:\\([^)}]*+\\))?)\\s*+([^}]*+)\\}");
  private static final Pattern WORD_TAG =
      Pattern.compile("\\{@(?:code|literal|value|index|summary)\\s++([^}]*+)\\}");

  /** What Doxygen sets in another face or begins a part with: {@code \\c name}, {@code \\brief}. */
  private static final Pattern DOXYGEN =
      Pattern.compile(
          "(?<![\\w\\\\@])[\\\\@](?:[acepb]|ref|brief|short)\\s++(?=[\\p{L}\\p{N}_:~&<*'\"])");

  private static final Pattern OTHER_TAG = Pattern.compile("\\{@[a-zA-Z]++\\s*+([^}]*+)\\}");

  /** Code in a run of text, which is no role and no link of reStructuredText. */
  private static final Pattern CODE_SPAN = Pattern.compile("(?<![:`}\\w])`([^`\\n]+)`(?![_`])");

  /** What an angle of code is called until tags are gone: {@code Call<Repo>} has none. */
  private static final char ANGLE = '\uE000';

  /** A reference in a comment that is XML, with or without words of its own. */
  private static final Pattern XML_REFERENCE =
      Pattern.compile(
          "<(?:see|seealso|paramref|typeparamref)\\s+(?:cref|name|langword|href)\\s*=\\s*\"([^\"<>]*+)\"\\s*(?:/>|>([^<]*+)</(?:see|seealso)>)");

  private static final Pattern HTML =
      Pattern.compile(
          "</?[a-zA-Z][a-zA-Z0-9]*+(?:\\s++[a-zA-Z-]++\\s*+=\\s*+(?:\"[^\"]*+\"|'[^']*+'))*+\\s*+/?>");

  /** {@code :class:`Gate`} of reStructuredText, {@code {class}`Gate`} of MyST. */
  private static final Pattern ROLE =
      Pattern.compile("(?::[a-zA-Z:]+:|\\{[a-zA-Z:]++\\})`~?(?:([^`<]+?)\\s*<[^`>]*>|([^`]+))`");

  private static final Pattern RST_LINK = Pattern.compile("`([^`<]+?)\\s*<[^`>]+>`__?");
  private static final Pattern CODE = Pattern.compile("``?([^`]+)``?_{0,2}");
  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*\\]\\([^)]*\\)");
  private static final Pattern INLINE_LINK = Pattern.compile("\\[([^\\]]+)\\]\\([^)\\s]*[^)]*\\)");

  /** A link of AsciiDoc: {@code https://git.example/tide[Tide]}, {@code link:guide.adoc[guide]}. */
  private static final Pattern ADOC_LINK =
      Pattern.compile(
          "(?<![\\w(\\[])(?:link:(?!//)|xref:|https?://)[^\\s\\[\\]()<>\"]{1,300}+\\[([^\\[\\]\\n]{1,200}+)\\](?!\\()");

  private static final Pattern NAMED_LINK = Pattern.compile("\\[([^\\]]+)\\]\\[[^\\]]*\\]");
  private static final Pattern BARE_LINK =
      Pattern.compile("(?<!\\w)\\[([^\\]\\[]{2,})\\](?![(\\[:])");
  private static final Pattern STRONG =
      Pattern.compile("(?<![\\w*])\\*\\*?([^*\\s][^*]*)\\*\\*?(?![\\w*])");

  /** A name that reStructuredText links elsewhere: {@code Scrapy_ is}. */
  private static final Pattern REFERENCE =
      Pattern.compile("(?<![\\w.])([A-Z][A-Za-z0-9-]+)__?(?=[\\s.,;:!?)]|$)");

  private PlainText() {}

  static String of(String marked) {
    String text = replaceLinkTags(marked);
    text = DOXYGEN.matcher(text).replaceAll("");
    text = keepingAngles(WORD_TAG, text);
    text = CODE_SPAN.matcher(text).replaceAll(PlainText::withTypeAngles);
    text = OTHER_TAG.matcher(text).replaceAll("$1");
    text = replaceXmlReferences(text);
    text = HTML.matcher(text).replaceAll("");
    text = replaceRoles(text);
    text = RST_LINK.matcher(text).replaceAll("$1");
    text = IMAGE.matcher(text).replaceAll("");
    text = INLINE_LINK.matcher(text).replaceAll("$1");
    text = ADOC_LINK.matcher(text).replaceAll("$1");
    text = NAMED_LINK.matcher(text).replaceAll("$1");
    text = BARE_LINK.matcher(text).replaceAll("$1");
    text = CODE.matcher(text).replaceAll("$1");
    text = STRONG.matcher(text).replaceAll("$1");
    text = REFERENCE.matcher(text).replaceAll("$1");
    text = entities(text).replace(ANGLE, '<');
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String keepingAngles(Pattern tag, String text) {
    return tag.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(found.group(1).replace('<', ANGLE)));
  }

  /** An angle right after a name begins its arguments: the address of a link has a blank before. */
  private static String withTypeAngles(MatchResult span) {
    return Matcher.quoteReplacement(span.group().replaceAll("(?<=[\\w:])<", "" + ANGLE));
  }

  private static String replaceLinkTags(String text) {
    Matcher matcher = LINK_TAG.matcher(text);
    return matcher.replaceAll(found -> {
      String label = found.group(2).strip();
      String target = found.group(1);
      String named = target.startsWith("#") ? target.substring(1) : target.replace('#', '.');
      // a blank that was forgotten before the tag: it shows where the tag is not
      boolean joined = found.start() > 0 && Character.isLetter(text.charAt(found.start() - 1));
      return Matcher.quoteReplacement((joined ? " " : "") + (label.isEmpty() ? named : label));
    });
  }

  /** The words of a reference, else the last name it leads to. */
  private static String replaceXmlReferences(String text) {
    return XML_REFERENCE
        .matcher(text)
        .replaceAll(found -> {
          String label = found.group(2) == null ? "" : found.group(2).strip();
          String target = found.group(1).replaceFirst("[{(<].*$", "").replaceFirst("`\\d+$", "");
          boolean address = target.contains("/");
          String name = address ? target : target.substring(target.lastIndexOf('.') + 1);
          return Matcher.quoteReplacement(label.isEmpty() ? name.replaceFirst("^\\w:", "") : label);
        });
  }

  private static String replaceRoles(String text) {
    return ROLE.matcher(text)
        .replaceAll(found -> {
          String label = found.group(1);
          String target = label == null ? found.group(2) : label;
          boolean tilde = found.group().contains("`~");
          String shown = tilde ? target.substring(target.lastIndexOf('.') + 1) : target;
          return Matcher.quoteReplacement(shown);
        });
  }

  private static String entities(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#64;", "@")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&mdash;", "–")
        .replace("&ndash;", "–")
        .replace("&amp;", "&");
  }
}
