package ai.wikibuilder.server.web.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what of a template a reader would read as it stands there. Stateless. */
final class TemplateText {
  /** Attributes whose values people read, or have read to them. */
  private static final Pattern SPOKEN =
      Pattern.compile("(?:title|alt|placeholder|aria-label|data-label)=\"([^\"]*)\"");

  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern LETTERS = Pattern.compile(".*\\p{L}{2,}.*", Pattern.DOTALL);

  /** An address that shows what one looks like is no sentence. */
  private static final Pattern SAMPLE = Pattern.compile("(https:/)?/\\S+|\\d[\\w.]*");

  private TemplateText() {}

  static List<String> of(String template) {
    String markup = withoutCode(template);
    List<String> words = new ArrayList<>();
    Matcher spoken = SPOKEN.matcher(markup);
    while (spoken.find()) {
      add(words, spoken.group(1));
    }
    for (String between : TAG.split(markup, -1)) {
      add(words, between);
    }
    return words;
  }

  private static void add(List<String> words, String text) {
    String said = text.replace("&nbsp;", " ").replace("&amp;", "&").strip();
    if (LETTERS.matcher(said).matches() && !SAMPLE.matcher(said).matches()) {
      words.add(said);
    }
  }

  /** The markup alone: directives, expressions and what they are given are taken out. */
  private static String withoutCode(String template) {
    String text = template.replaceAll("(?m)^@(?:import|param).*$", "");
    StringBuilder markup = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("${", at) || text.startsWith("!{", at)) {
        at = end(text, at + 1, '{', '}');
      } else if (text.charAt(at) == '@') {
        int opened = at + 1;
        while (opened < text.length()
            && (Character.isLetter(text.charAt(opened)) || text.charAt(opened) == '.')) {
          opened++;
        }
        boolean hasArguments = opened < text.length() && text.charAt(opened) == '(';
        int closed = hasArguments ? end(text, opened, '(', ')') : opened;
        contents(text.substring(opened, closed), markup);
        at = Math.max(closed, at + 1);
      } else {
        markup.append(text.charAt(at++));
      }
    }
    return markup.toString();
  }

  /** Markup that a call of a template is given between backquotes. */
  private static void contents(String arguments, StringBuilder markup) {
    int at = arguments.indexOf("@`");
    while (at >= 0) {
      int close = close(arguments, at + 2);
      markup.append('\n').append(withoutCode(arguments.substring(at + 2, close))).append('\n');
      at = arguments.indexOf("@`", close);
    }
  }

  /** Where the block of markup ends that began before; others may begin and end in it. */
  private static int close(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith("@`", i)) {
        depth++;
        i++;
      } else if (text.charAt(i) == '`' && --depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("expected a backquote that ends the markup");
  }

  private static int end(String text, int from, char opening, char closing) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == opening) {
        depth++;
      } else if (text.charAt(i) == closing && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
