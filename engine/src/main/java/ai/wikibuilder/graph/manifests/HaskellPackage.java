package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.manifests.Manifest.Scope;
import ai.wikibuilder.graph.tokens.YamlLines;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Locale;

/** Reads Cabal packages and the lists of packages of stack and cabal projects. */
final class HaskellPackage {
  /** Longest line that is read, in bytes. */
  private static final int LINE_LENGTH_MAX = 2_000;

  private final Draft draft;
  private Scope scope = Scope.RUN;
  private String field = "";

  private HaskellPackage(Draft draft) {
    this.draft = draft;
  }

  static void readCabal(SourceText text, Draft draft) {
    HaskellPackage reader = new HaskellPackage(draft);
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = Lines.of(text, line, LINE_LENGTH_MAX);
      if (!words.isBlank() && !words.strip().startsWith("--")) {
        reader.line(words, line);
      }
    }
  }

  private void line(String words, int line) {
    String content = words.strip();
    int colon = content.indexOf(':');
    boolean outermost = !Character.isWhitespace(words.charAt(0));
    boolean names = colon > 0 && isFieldName(content.substring(0, colon));
    if (outermost && !names) {
      stanza(content, line);
      field = "";
      return;
    }
    String value = content;
    if (names) {
      field = content.substring(0, colon).toLowerCase(Locale.ROOT);
      value = content.substring(colon + 1).strip();
    }
    if (!value.isEmpty()) {
      value(value, line);
    }
  }

  private static boolean isFieldName(String words) {
    return words.chars().allMatch(letter -> Character.isLetterOrDigit(letter) || letter == '-');
  }

  private void stanza(String content, int line) {
    List<String> words = List.of(content.split(" +", 3));
    String name = words.size() > 1 ? words.get(1) : "";
    switch (words.getFirst().toLowerCase(Locale.ROOT)) {
      case "executable" -> {
        scope = Scope.RUN;
        draft.program(name, line);
        draft.target(new Manifest.Target(name, true, List.of(), line));
      }
      case "library" -> {
        scope = Scope.RUN;
        if (!name.isEmpty()) {
          draft.target(new Manifest.Target(name, false, List.of(), line));
        }
      }
      case "test-suite", "benchmark" -> scope = Scope.TEST;
      case "custom-setup" -> scope = Scope.BUILD;
      default -> scope = Scope.RUN;
    }
  }

  private void value(String value, int line) {
    switch (field) {
      case "name" -> draft.name(value, line);
      case "version" -> draft.version(value, line);
      case "synopsis" -> draft.description(value, line);
      case "license" -> draft.license(value, line);
      case "build-depends", "setup-depends" -> depends(value, line);
      case "packages" -> packages(value, line);
      default -> {
        // nothing else is read
      }
    }
  }

  private void packages(String value, int line) {
    for (String one : value.split("[ ,]+", -1)) {
      draft.module(one, line);
    }
  }

  private void depends(String value, int line) {
    for (String one : value.split(",", -1)) {
      String words = one.strip();
      int end = Lines.nameLength(words);
      String name = words.substring(0, end);
      if (!name.isEmpty() && Character.isLetter(name.charAt(0))) {
        draft.dependency(name, words.substring(end).strip(), scope, line);
      }
    }
  }

  static void readStack(SourceText text, Draft draft) {
    for (YamlLines.Entry entry : YamlLines.read(text)) {
      switch (entry.key()) {
        case "resolver", "snapshot" -> draft.runtime("Stack " + entry.value(), entry.line());
        case "packages" -> draft.module(entry.value(), entry.line());
        default -> {
          // nothing else is read
        }
      }
    }
  }
}
