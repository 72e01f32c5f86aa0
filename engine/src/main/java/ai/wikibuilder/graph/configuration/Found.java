package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.configuration.Setting.Kind;
import ai.wikibuilder.graph.configuration.Setting.Use;
import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Settings found in one file, each name once for each kind and use. */
final class Found {
  /** Settings kept of one file. */
  private static final int COUNT_MAX = 400;

  /** Longest default value kept, in characters. */
  private static final int VALUE_LENGTH_MAX = 200;

  /** Longest comment kept, in characters. */
  private static final int COMMENT_LENGTH_MAX = 300;

  /** Lines of a comment above that are read. */
  private static final int COMMENT_LINE_COUNT_MAX = 6;

  /** Longest line in which a comment is looked for, in bytes. */
  private static final int LINE_LENGTH_MAX = 1_000;

  /** What Cargo, CMake and shells set themselves is nobody's setting. */
  private static final Pattern OF_TOOLS =
      Pattern.compile(
          "CARGO_(?:PKG|CFG|BIN|MANIFEST|CRATE|FEATURE)_\\w+|OUT_DIR|COMP_\\w+|COMPREPLY|BASH_\\w+|IFS|RANDOM|PWD|OLDPWD|PIPESTATUS|LINENO");

  private final CodeFile file;
  private final List<Setting> settings = new ArrayList<>();
  private final List<Setting> awaited = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  Found(CodeFile file) {
    this.file = file;
  }

  List<Setting> settings() {
    return List.copyOf(settings);
  }

  /** Reads of variables whose names stand in constants of other files: named as the constants. */
  List<Setting> awaited() {
    return List.copyOf(awaited);
  }

  void awaited(String constant, Optional<String> value, int line) {
    if (awaited.size() < COUNT_MAX) {
      awaited.add(
          new Setting(
              Kind.ENVIRONMENT, Use.READ, constant, value, comment(line), file.path(), line));
    }
  }

  /**
   * Lines of a read.
   *
   * @param constant where the name of the variable is written, with what is said of it
   */
  record Lines(int read, int constant) {}

  /** A variable read by a constant of the file. */
  void environment(String name, Optional<String> value, Lines lines) {
    int count = settings.size();
    environment(Use.READ, name, value, lines.read());
    if (settings.size() > count && settings.getLast().comment().isEmpty()) {
      settings.addLast(settings.removeLast().withComment(comment(lines.constant())));
    }
  }

  void environment(Use use, String name, Optional<String> value, int line) {
    if (isVariable(name) && !OF_TOOLS.matcher(name).matches()) {
      add(Kind.ENVIRONMENT, use, new Named(name, value, line));
    }
  }

  /** A name with the value it has at a line. */
  record Named(String name, Optional<String> value, int line) {}

  void add(Kind kind, Use use, Named named) {
    add(kind, use, named, comment(named.line()));
  }

  /** Adds what says itself what it is for, within the lines below its name. */
  void add(Kind kind, Use use, Named named, String comment) {
    boolean fits =
        !named.name().isBlank() && named.name().length() <= 120 && settings.size() < COUNT_MAX;
    if (fits && named.line() >= 1 && known.add(kind + " " + use + " " + named.name())) {
      Optional<String> value = named.value().filter(text -> isShown(named.name(), text));
      String words = comment.length() > COMMENT_LENGTH_MAX ? "" : comment;
      settings.add(new Setting(kind, use, named.name(), value, words, file.path(), named.line()));
    }
  }

  /** The value of a password is nobody's business, even one that only developers use. */
  static boolean isShown(String name, String value) {
    String upper = name.toUpperCase(Locale.ROOT);
    boolean secret =
        upper.contains("PASSW")
            || upper.contains("SECRET")
            || upper.contains("TOKEN")
            || upper.endsWith("PWD");
    return value.length() <= VALUE_LENGTH_MAX
        && value.indexOf('\n') < 0
        && (!secret || value.isEmpty());
  }

  /** Letters, digits and underscores, not starting with a digit. */
  static boolean isVariable(String name) {
    boolean plain =
        !name.isEmpty()
            && name.chars().allMatch(letter -> letter == '_' || isAsciiLetterOrDigit(letter));
    return plain && name.length() > 1 && !Character.isDigit(name.charAt(0));
  }

  private static boolean isAsciiLetterOrDigit(int letter) {
    return letter < 128 && Character.isLetterOrDigit(letter);
  }

  /** The words of the comment right above a line; empty when there is none. */
  String comment(int line) {
    StringBuilder result = new StringBuilder();
    for (int at = line - 1; at >= Math.max(1, line - COMMENT_LINE_COUNT_MAX); at--) {
      Optional<String> words = commentLine(at);
      if (words.isEmpty()) {
        break;
      }
      result.insert(0, words.get().isEmpty() ? "" : words.get() + " ");
    }
    String comment = result.toString().strip();
    if (comment.toLowerCase(Locale.ROOT).contains("licen")) {
      return "";
    }
    return comment.length() > COMMENT_LENGTH_MAX
        ? comment.substring(0, COMMENT_LENGTH_MAX)
        : comment;
  }

  /** The words of a line that is nothing but a comment. */
  private Optional<String> commentLine(int line) {
    SourceText text = file.text();
    if (line > text.lineCount()
        || text.startOfLine(line + 1) - text.startOfLine(line) > LINE_LENGTH_MAX) {
      return Optional.empty();
    }
    String words = text.lines(line, line).strip();
    for (String mark : List.of("///", "//", "/**", "/*", "*/", "*", "##", "#:", "#", "--", ";")) {
      boolean directive =
          words.startsWith("#[") || words.startsWith("#!") || words.startsWith("*.");
      if (words.startsWith(mark) && !directive && !words.equals("---") && !isPreprocessor(words)) {
        String rest = words.substring(mark.length()).strip();
        return Optional.of(
            rest.endsWith("*/") ? rest.substring(0, rest.length() - 2).strip() : rest);
      }
    }
    return Optional.empty();
  }

  private boolean isPreprocessor(String words) {
    String language = file.facts().language();
    return words.startsWith("#")
        && (language.equals("c") || language.equals("cpp") || language.equals("csharp"));
  }
}
