package ai.wikibuilder.plan;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.modules.FileRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Picks the documents readers should know of. */
final class KeyDocuments {
  /** Documents named on a page; a manual of a thousand files is named by its first ones. */
  private static final int COUNT_MAX = 40;

  /** Folders above a README that still speaks for the repository. */
  private static final int README_DEPTH_MAX = 2;

  /** Fewer documents are those of some code. */
  private static final int PROSE_COUNT_MIN = 8;

  /** So many documents stand against one file of code. */
  private static final int CODE_SHARE = 5;

  /** In a folder of documents at the top, or at the top of a site or a guide. */
  private static final Pattern GUIDE =
      Pattern.compile(
          "(?:[^/]*docs?/)?(?:docs?|guides?)/(?:[^/]+/)?[^/]+|[^/]*(?:guide|site|manual|book)[^/]*/docs?/[^/]+");

  /** A file for each release, or for each change of the next one: no guide. */
  private static final Pattern CHANGES =
      Pattern.compile(
          "(?i)(?:.*/)?(?:\\.?changesets?|change-?logs?(?:\\.d)?|changes|news(?:fragments)?|release[-_]?notes|releases)/.*");

  private static final Pattern TRANSLATION =
      Pattern.compile("(?i)readme[-_.][a-z]{2,3}(?:[-_][a-z]{2,4})?\\.\\w+");

  private KeyDocuments() {}

  static List<KeyDocument> of(CodeGraph graph) {
    List<KeyDocument> found = new ArrayList<>();
    for (int file = 0; file < graph.fileCount(); file++) {
      String path = graph.path(file);
      kind(path).ifPresent(kind -> found.add(new KeyDocument(path, kind)));
    }
    if (isOfDocuments(graph)) {
      others(graph, found);
    }
    if (found.stream().noneMatch(document -> document.kind() == KeyDocument.Kind.README)) {
      longestReadme(graph).ifPresent(found::add);
    }
    found.sort(
        Comparator.comparing(KeyDocument::kind)
            .thenComparingInt(document -> depth(document.path()))
            .thenComparing(document -> isTranslation(document.path()))
            .thenComparing(KeyDocument::path));
    // guides give way: of the other kinds there are few, and each is looked for
    long others = found.stream().filter(one -> one.kind() != KeyDocument.Kind.GUIDE).count();
    long guideCountMax = Math.max(0, COUNT_MAX - others);
    List<KeyDocument> kept = new ArrayList<>();
    long guides = 0;
    for (KeyDocument document : found) {
      guides += document.kind() == KeyDocument.Kind.GUIDE ? 1 : 0;
      if (document.kind() != KeyDocument.Kind.GUIDE || guides <= guideCountMax) {
        kept.add(document);
      }
    }
    return List.copyOf(kept.subList(0, Math.min(COUNT_MAX, kept.size())));
  }

  /** Whether there are many more documents than files of code. */
  private static boolean isOfDocuments(CodeGraph graph) {
    int prose = 0;
    int code = 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      String name = graph.path(file).substring(graph.path(file).lastIndexOf('/') + 1);
      boolean told = isProse(name.toLowerCase(Locale.ROOT)) && isTold(graph.path(file));
      prose += told ? 1 : 0;
      code += graph.moduleOf(file) >= 0 ? 1 : 0;
    }
    return prose >= PROSE_COUNT_MIN && code * CODE_SHARE < prose;
  }

  private static boolean isTold(String path) {
    return FileRole.of(path) != FileRole.TEST && !CHANGES.matcher(path).matches();
  }

  /** A repository of documents is told by all of them, wherever they stand. */
  private static void others(CodeGraph graph, List<KeyDocument> found) {
    Set<String> known = new HashSet<>();
    found.forEach(document -> known.add(document.path()));
    for (int file = 0; file < graph.fileCount(); file++) {
      String path = graph.path(file);
      String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      if (isProse(name) && isTold(path) && !path.startsWith(".") && known.add(path)) {
        found.add(new KeyDocument(path, KeyDocument.Kind.GUIDE));
      }
    }
  }

  /** Where the root has none: the README below it that says most. */
  private static Optional<KeyDocument> longestReadme(CodeGraph graph) {
    int longest = -1;
    for (int file = 0; file < graph.fileCount(); file++) {
      String name = graph.path(file).substring(graph.path(file).lastIndexOf('/') + 1);
      boolean wanted =
          name.toLowerCase(Locale.ROOT).startsWith("readme")
              && isProse(name.toLowerCase(Locale.ROOT))
              && depth(graph.path(file)) <= README_DEPTH_MAX
              && graph.role(file) == FileRole.MAIN;
      if (wanted && (longest < 0 || graph.lineCount(file) > graph.lineCount(longest))) {
        longest = file;
      }
    }
    return longest < 0
        ? Optional.empty()
        : Optional.of(new KeyDocument(graph.path(longest), KeyDocument.Kind.README));
  }

  private static int depth(String path) {
    return (int) path.chars().filter(character -> character == '/').count();
  }

  private static Optional<KeyDocument.Kind> kind(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String name = lower.substring(lower.lastIndexOf('/') + 1);
    boolean top = depth(path) == 0;
    if (top && (name.startsWith("license") || name.startsWith("copying"))) {
      return Optional.of(KeyDocument.Kind.LICENSE);
    }
    if (!isProse(name) || !isTold(path)) {
      return Optional.empty();
    }
    KeyDocument.Kind kind = topKind(name);
    if (top || (lower.startsWith(".github/") && kind != KeyDocument.Kind.GUIDE)) {
      return Optional.of(kind);
    }
    boolean guide = GUIDE.matcher(lower).matches();
    return guide ? Optional.of(KeyDocument.Kind.GUIDE) : Optional.empty();
  }

  /** {@code README-ja.md} says what {@code README.md} says. */
  private static boolean isTranslation(String path) {
    return TRANSLATION.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
  }

  private static boolean isProse(String name) {
    return name.endsWith(".md")
        || name.endsWith(".mdx")
        || name.endsWith(".markdown")
        || name.endsWith(".rst")
        || name.endsWith(".adoc")
        || name.equals("readme")
        || name.equals("readme.rdoc")
        || name.equals("readme.org")
        || name.equals("readme.txt");
  }

  private static KeyDocument.Kind topKind(String name) {
    if (name.startsWith("readme")) {
      return KeyDocument.Kind.README;
    }
    if (name.startsWith("change") || name.startsWith("history") || name.startsWith("news")) {
      return KeyDocument.Kind.CHANGELOG;
    }
    if (name.startsWith("contributing")) {
      return KeyDocument.Kind.CONTRIBUTING;
    }
    return name.startsWith("security") ? KeyDocument.Kind.SECURITY : KeyDocument.Kind.GUIDE;
  }
}
