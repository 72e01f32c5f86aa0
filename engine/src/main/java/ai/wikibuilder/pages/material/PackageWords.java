package ai.wikibuilder.pages.material;

import ai.wikibuilder.graph.languages.CodeFiles;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.pages.words.Quotations;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comment in which a language lets a package or a file speak of itself. */
final class PackageWords {
  /** Bytes of a file in which its own comment can stand. */
  private static final int HEAD_BYTES_MAX = 24 << 10;

  /** Sentences of one comment that are quoted. */
  private static final int SENTENCE_COUNT_MAX = 2;

  /** Files of a package in which its comment is looked for. */
  private static final int FILE_COUNT_MAX = 80;

  private static final Pattern JAVA =
      Pattern.compile(
          "/\\*\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/(?=\\s*+(?:@[\\w.]++(?:\\([^)]*+\\))?+\\s*+)*+package\\s)");

  private static final Pattern DOCSTRING =
      Pattern.compile("\\A(?:[^\\S\\n]*+(?:#[^\\n]*+)?+\\n)*+\\s*+[rRuU]?(\"\"\"|''')(?s:.*?)\\1");

  private static final Pattern GO = Pattern.compile("(?m)(?:^//[^\\n]*+\\n)++(?=package\\s+\\w)");

  private static final Pattern GO_BLOCK =
      Pattern.compile("/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/(?=\\npackage\\s)");

  // each line can be taken in one way only: two ways a line are 2^lines for a file without such
  // words
  private static final Pattern RUST =
      Pattern.compile(
          "\\A(?:(?://(?!!)[^\\n]*+|#!\\[[^\\n]*+)?+[^\\S\\n]*+\\n)*+((?://![^\\n]*+\\n)++)");

  private static final Pattern HEADER =
      Pattern.compile("\\A(?:#!?[^\\n]*+\\n|<\\?php|\\s)*+(/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/)");

  /** Marks at the front of a header that say what it is of; a licence alone is no description. */
  private static final Pattern LEGAL =
      Pattern.compile("(?i).*(?:copyright|licen[cs]e|all rights reserved|spdx|@flow|eslint).*");

  /** {@code name.c -- what it does}: the usual opening of a header in C. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:[\\w./-]+\\.\\w{1,4}\\s*(?:--?|:|—)|\\w+(?:\\s+--?\\s|\\s*:\\s|\\s*—))\\s*(\\S.*)");

  private final Repository repository;
  private final UnparsedWords unparsed;

  PackageWords(Repository repository) {
    this.repository = repository;
    this.unparsed = new UnparsedWords(repository);
  }

  /** What the files right in a module's folder say of it. */
  Optional<Repository.Quoted> of(CodeModule module) {
    List<String> paths = new ArrayList<>();
    for (int file : module.files()) {
      String path = repository.graph().path(file);
      boolean right = path.lastIndexOf('/') <= module.folder().length();
      if (path.startsWith(module.folder()) && right) {
        paths.add(path);
      }
    }
    // a file of that very name is where a package speaks of itself, if it has one
    paths.sort(Comparator.comparing((String path) -> !isFace(path)));
    if (!module.files().isEmpty() && module.files().stream().noneMatch(repository::isParsed)) {
      return ofUnparsed(module);
    }
    boolean alone = module.files().size() == 1;
    for (String path : paths.subList(0, Math.min(FILE_COUNT_MAX, paths.size()))) {
      Optional<Repository.Quoted> found = alone ? ofFile(path) : ofPackage(path);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The file that is called what the folder is called, in it or beside it. */
  private Optional<Repository.Quoted> ofUnparsed(CodeModule module) {
    String folder = module.folder();
    String name = Repository.fileName(folder);
    List<String> candidates = new ArrayList<>(repository.filesIn(folder));
    if (folder.indexOf('/') > 0) {
      candidates.addAll(repository.filesIn(folder.substring(0, folder.lastIndexOf('/'))));
    }
    for (String path : candidates) {
      boolean namesake = Repository.fileName(path).matches(Pattern.quote(name) + "\\.\\w+");
      Optional<Repository.Quoted> own =
          namesake && CodeFiles.isCode(path) ? unparsed.own(path) : Optional.empty();
      if (own.isPresent()) {
        return own;
      }
    }
    return Optional.empty();
  }

  private static boolean isFace(String path) {
    String name = Repository.fileName(path).toLowerCase(Locale.ROOT);
    return name.startsWith("package-info.")
        || name.equals("__init__.py")
        || name.equals("doc.go")
        || name.equals("lib.rs")
        || name.equals("mod.rs")
        || name.startsWith("index.");
  }

  private Optional<Repository.Quoted> ofPackage(String path) {
    if (path.endsWith(".go")) {
      return comment(path, GO).or(() -> comment(path, GO_BLOCK)).filter(PackageWords::isOfPackage);
    }
    if (!isFace(path)) {
      return Optional.empty();
    }
    return path.endsWith(".java") ? comment(path, JAVA) : ofFile(path);
  }

  /** Comments before {@code package} that do not speak of it are licences or build constraints. */
  private static boolean isOfPackage(Repository.Quoted quoted) {
    return quoted.text().startsWith("Package ") || quoted.text().startsWith("Command ");
  }

  /** What a file says of itself at its top. */
  Optional<Repository.Quoted> ofFile(String path) {
    if (path.endsWith(".java")) {
      return Optional.empty();
    }
    if (path.endsWith(".go")) {
      return ofPackage(path);
    }
    if (!repository.isParsed(repository.graph().file(path)) && CodeFiles.isCode(path)) {
      return unparsed.own(path);
    }
    if (path.endsWith(".py")) {
      return comment(path, DOCSTRING);
    }
    return path.endsWith(".rs") ? comment(path, RUST) : comment(path, HEADER);
  }

  private Optional<Repository.Quoted> comment(String path, Pattern pattern) {
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    String head = text.slice(0, Math.min(HEAD_BYTES_MAX, text.byteCount()));
    Matcher matcher = pattern.matcher(head);
    boolean group = pattern.equals(RUST) || pattern.equals(HEADER);
    while (matcher.find()) {
      String raw = matcher.group(group ? 1 : 0);
      int line = lineOf(head, matcher.start(group ? 1 : 0));
      Optional<Repository.Quoted> found = quoted(path, raw, line);
      if (found.isPresent() || group) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static int lineOf(String text, int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  private Optional<Repository.Quoted> quoted(String path, String raw, int firstLine) {
    int line = firstLine;
    int blank = 0;
    while (blank < raw.length() && (raw.charAt(blank) == '\n' || raw.charAt(blank) == ' ')) {
      line += raw.charAt(blank++) == '\n' ? 1 : 0;
    }
    int start = line;
    return Quotations.ofComment(raw.substring(blank), SENTENCE_COUNT_MAX)
        .filter(quotation -> !LEGAL.matcher(quotation.text()).matches())
        .flatMap(quotation -> repository.quoted(path, start, quotation))
        .map(PackageWords::withoutName)
        .filter(PackageWords::isSentence);
  }

  /** An address or a name alone describes nothing. */
  private static boolean isSentence(Repository.Quoted quoted) {
    return quoted.text().split("\\s+", -1).length >= 3;
  }

  private static Repository.Quoted withoutName(Repository.Quoted quoted) {
    Matcher matcher = NAMED.matcher(quoted.text());
    return matcher.matches() && matcher.group(1).length() > 11
        ? new Repository.Quoted(matcher.group(1), quoted.evidence())
        : quoted;
  }
}
