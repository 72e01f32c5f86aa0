package ai.wikibuilder.facts.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ai.wikibuilder.source.SourceText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code <script>} elements of one file; used once. They are parsed as one text, as browsers
 * and component compilers read them too. One pass; nothing is looked for twice.
 */
final class ScriptBlocks {
  private static final Pattern LANGUAGE = Pattern.compile("\\blang\\s*=\\s*[\"']?([a-z]+)");
  private static final Pattern TYPE = Pattern.compile("\\btype\\s*=\\s*[\"']?([^\"'\\s>]*)");

  /** What a browser or a component compiler runs; others are data or templates. */
  private static final Set<String> CODE_TYPES =
      Set.of(
          "",
          "module",
          "text/javascript",
          "application/javascript",
          "text/ecmascript",
          "application/ecmascript",
          "text/typescript",
          "text/babel",
          "text/jsx");

  private final byte[] utf8;
  private final byte[] code;

  /** One character a byte, so that places in it are byte offsets. */
  private final String lower;

  private boolean found;
  private String language = "javascript";

  ScriptBlocks(byte[] utf8) {
    this.utf8 = utf8;
    this.code = EmbeddedCode.blank(utf8);
    this.lower = new String(utf8, ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  Optional<EmbeddedCode> code() {
    int at = lower.indexOf('<');
    while (at >= 0) {
      int next = at + 1;
      if (lower.startsWith("<!--", at)) {
        next = after("-->", at);
      } else if (isScript(at)) {
        next = block(at);
      }
      at = next < 0 ? -1 : lower.indexOf('<', next);
    }
    return found ? Optional.of(new EmbeddedCode(language, SourceText.of(code))) : Optional.empty();
  }

  private boolean isScript(int at) {
    int end = at + "<script".length();
    return lower.startsWith("<script", at)
        && end < lower.length()
        && (lower.charAt(end) == '>' || Character.isWhitespace(lower.charAt(end)));
  }

  /** Where to go on; negative when the file ends in the element. */
  private int block(int start) {
    int head = endOfTag(start);
    int end = head < 0 ? -1 : lower.indexOf("</script", head);
    if (end < 0) {
      return -1;
    }
    String attributes = lower.substring(start, head);
    String type = first(TYPE, attributes);
    String content = lower.substring(head, end);
    if (CODE_TYPES.contains(type) && !content.isBlank()) {
      found = true;
      speak(type.equals("text/typescript") ? "ts" : first(LANGUAGE, attributes));
      System.arraycopy(utf8, head, code, head, end - head);
    }
    return end;
  }

  /** One block in TypeScript makes all of them TypeScript, which takes JavaScript too. */
  private void speak(String word) {
    switch (word) {
      case "tsx" -> language = "tsx";
      case "ts", "typescript" -> language = language.equals("tsx") ? language : "typescript";
      default -> {}
    }
  }

  /** Behind the {@code >} of a tag, which inside quotes is none; negative without one. */
  private int endOfTag(int start) {
    char quote = 0;
    for (int i = start; i < lower.length(); i++) {
      char letter = lower.charAt(i);
      if (quote != 0) {
        quote = letter == quote ? 0 : quote;
      } else if (letter == '"' || letter == '\'') {
        quote = letter;
      } else if (letter == '>') {
        return i + 1;
      }
    }
    return -1;
  }

  private int after(String word, int from) {
    int at = lower.indexOf(word, from);
    return at < 0 ? -1 : at + word.length();
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
