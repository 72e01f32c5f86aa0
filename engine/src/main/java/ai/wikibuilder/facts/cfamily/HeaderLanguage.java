package ai.wikibuilder.facts.cfamily;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells in which language a header is written that is called {@code .h}: its first word that only
 * one of the languages has decides. Sections for C++ in a header for both do not count. Stateless.
 */
public final class HeaderLanguage {
  /** Headers of the C++ library have names without an ending. */
  private static final Pattern CPP_HEADER =
      Pattern.compile("(?m)^[ \\t]*#[ \\t]*include[ \\t]*<[a-z_]+>");

  private static final Pattern OBJC_IMPORT = Pattern.compile("(?m)^[ \\t]*#[ \\t]*import\\b");

  /** A directive: {@code if} with all its forms, {@code else} with its forms, {@code endif}. */
  private static final Pattern DIRECTIVE =
      Pattern.compile("^[ \\t]*#[ \\t]*(if|ifdef|ifndef|else|elif|endif)\\b(.*)$");

  private static final Pattern IF_CPP =
      Pattern.compile("ifdef\\s+__cplusplus|if\\s.*(?<!!)\\s*(defined\\s*\\(?\\s*)?__cplusplus.*");

  private static final Set<String> LABELS = Set.of("public", "private", "protected");
  private static final Set<String> OBJC_WORDS =
      Set.of("interface", "protocol", "implementation", "class", "import", "end");

  private HeaderLanguage() {}

  /** The language's id: {@code c}, {@code cpp} or {@code objc}. */
  public static String of(byte[] utf8) {
    String common = withoutCppSections(new String(utf8, ISO_8859_1));
    if (OBJC_IMPORT.matcher(common).find()) {
      return "objc";
    }
    if (CPP_HEADER.matcher(common).find()) {
      return "cpp";
    }
    Tokens tokens = new Tokens(common.getBytes(ISO_8859_1));
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.kind(i) == '@' && OBJC_WORDS.contains(tokens.word(i + 1))) {
        return "objc";
      }
      if (isCpp(tokens, i)) {
        return "cpp";
      }
    }
    return "c";
  }

  private static boolean isCpp(Tokens tokens, int i) {
    if (tokens.kind(i) == Tokens.SCOPE) {
      return tokens.isWord(i - 1) && tokens.isWord(i + 1);
    }
    String word = tokens.word(i);
    if (LABELS.contains(word)) {
      return tokens.kind(i + 1) == ':';
    }
    char before = tokens.kind(i - 1);
    boolean first = before == Tokens.NONE || before == ';' || before == '{' || before == '}';
    return switch (word) {
      case "template" -> tokens.kind(i + 1) == '<';
      case "class", "using", "virtual", "constexpr" -> first && tokens.isWord(i + 1);
      case "namespace" -> first && (tokens.isWord(i + 1) || tokens.kind(i + 1) == '{');
      default -> false;
    };
  }

  /** The text without the lines between {@code #ifdef __cplusplus} and its end. */
  private static String withoutCppSections(String text) {
    if (!text.contains("__cplusplus")) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    int depth = 0;
    int skippedFrom = 0;
    for (String line : text.split("\n", -1)) {
      var directive = DIRECTIVE.matcher(line.stripTrailing());
      String word = directive.find() ? directive.group(1) : "";
      if (word.startsWith("if")) {
        depth++;
        boolean cpp = IF_CPP.matcher(word + directive.group(2)).matches();
        skippedFrom = skippedFrom == 0 && cpp ? depth : skippedFrom;
      } else if (skippedFrom == depth && !word.isEmpty()) {
        skippedFrom = 0;
      }
      depth -= word.equals("endif") && depth > 0 ? 1 : 0;
      if (skippedFrom == 0) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }
}
