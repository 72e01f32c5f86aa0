package ai.wikibuilder.source.snapshots;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.patterns.AttributeRules;
import ai.wikibuilder.source.patterns.PathPattern;
import ai.wikibuilder.source.patterns.SimilarFolders;
import ai.wikibuilder.source.secrets.SecretMask;
import ai.wikibuilder.source.text.ToolMarks;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which files of a tree are read: those the request asks for, without what people did not write. A
 * repository's own {@code .gitattributes} has the last word on what is vendored or generated.
 */
final class Selection implements TreeSelectionFactory {
  private static final String VENDORED = "linguist-vendored";
  private static final String GENERATED = "linguist-generated";

  /** Files of rules read in one tree; a repository with more gets the marks of the first. */
  private static final int ATTRIBUTE_FILE_COUNT_MAX = 1_000;

  /**
   * Up to here a file of these formats is configuration or a description that people read; above it
   * is data. Measured: schemas and build files of large projects stay below 200 kB.
   */
  private static final long CONFIGURATION_BYTES_MAX = 256 << 10;

  private static final Set<String> CONFIGURATION_FORMATS =
      Set.of("json", "yaml", "yml", "xml", "sql", "txt", "ipynb", "plist", "resx");

  private final String subPath;
  private final List<PathPattern> includes;
  private final List<PathPattern> excludes;
  private final SourceLimits limits;
  private final NameRules names;
  private final SecretMask secrets = SecretMask.load();

  Selection(SourceRequest request, SourceLimits limits) {
    this.subPath = normalized(request.subPath());
    this.includes = request.includes().stream().map(PathPattern::of).toList();
    this.excludes = request.excludes().stream().map(PathPattern::of).toList();
    this.limits = limits;
    this.names = NameRules.load();
  }

  /** A sub-path without {@code ./} before and {@code /} around it. */
  static String normalized(String subPath) {
    String path = subPath.replace('\\', '/');
    while (path.startsWith("./") || path.startsWith("/")) {
      path = path.substring(path.indexOf('/') + 1);
    }
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return path.equals(".") ? "" : path;
  }

  @Override
  public TreeSelection over(TreeFiles files) {
    List<String> paths = files.paths();
    if (!subPath.isEmpty() && paths.stream().noneMatch(this::isInSubPath)) {
      throw new SourceException(
          SourceException.Kind.NOT_FOUND, SimilarFolders.message(subPath, paths));
    }
    return new OfTree(attributes(files, paths));
  }

  private boolean isInSubPath(String path) {
    return subPath.isEmpty()
        || (path.startsWith(subPath)
            && (path.length() == subPath.length() || path.charAt(subPath.length()) == '/'));
  }

  private static Map<String, AttributeRules> attributes(TreeFiles files, List<String> paths) {
    Map<String, AttributeRules> byFolder = new HashMap<>();
    int count = 0;
    for (String path : paths) {
      if (!path.endsWith(".gitattributes") || ++count > ATTRIBUTE_FILE_COUNT_MAX) {
        continue;
      }
      String folder = path.substring(0, path.lastIndexOf('/') + 1);
      if (path.length() != folder.length() + ".gitattributes".length()) {
        continue;
      }
      Optional<byte[]> raw = files.bytes(path);
      if (raw.isPresent()) {
        AttributeRules rules =
            AttributeRules.parse(new String(raw.get(), UTF_8), List.of(VENDORED, GENERATED));
        if (!rules.isEmpty()) {
          byFolder.put(folder, rules);
        }
      }
    }
    return byFolder;
  }

  private final class OfTree implements TreeSelection {
    private final Map<String, AttributeRules> attributes;

    OfTree(Map<String, AttributeRules> attributes) {
      this.attributes = attributes;
    }

    @Override
    public Optional<SkipReason> judge(String path, long byteCount) {
      if (!isInSubPath(path) || isExcluded(path)) {
        return Optional.of(SkipReason.EXCLUDED);
      }
      Optional<SkipReason> byName = byName(path);
      if (byName.isPresent()) {
        return byName;
      }
      // a path is shown everywhere, and one with stars in it would lead nowhere
      if (secrets.mask(path.getBytes(UTF_8), false).secretCount() > 0) {
        return Optional.of(SkipReason.SECRET_FILE);
      }
      if (byteCount == 0) {
        return Optional.of(SkipReason.EMPTY);
      }
      boolean large = byteCount > CONFIGURATION_BYTES_MAX && !ToolMarks.isKept(path);
      if (large && CONFIGURATION_FORMATS.contains(extension(path))) {
        return Optional.of(SkipReason.DATA);
      }
      return byteCount > limits.blobBytesMax()
          ? Optional.of(SkipReason.TOO_LARGE)
          : Optional.empty();
    }

    @Override
    public boolean isDeclaredSource(String path) {
      return mark(path, GENERATED).equals(Optional.of(false));
    }

    private Optional<SkipReason> byName(String path) {
      if (mark(path, VENDORED).equals(Optional.of(true))) {
        return Optional.of(SkipReason.VENDORED);
      }
      if (mark(path, GENERATED).equals(Optional.of(true)) && !ToolMarks.isKept(path)) {
        return Optional.of(SkipReason.GENERATED);
      }
      // Who asks for a sub-path of vendored code wants it: only what lies below counts.
      boolean below = !subPath.isEmpty() && path.length() > subPath.length();
      Optional<SkipReason> reason =
          names.judge(below ? path.substring(subPath.length() + 1) : path);
      return reason.filter(found -> !isOverruled(found, path));
    }

    private boolean isOverruled(SkipReason reason, String path) {
      return switch (reason) {
        case VENDORED -> mark(path, VENDORED).equals(Optional.of(false));
        case GENERATED, MINIFIED, LOCK_FILE -> isDeclaredSource(path);
        default -> false;
      };
    }

    /** What the nearest {@code .gitattributes} that speaks about the path says. */
    private Optional<Boolean> mark(String path, String attribute) {
      if (attributes.isEmpty()) {
        return Optional.empty();
      }
      int end = path.lastIndexOf('/') + 1;
      while (true) {
        AttributeRules rules = attributes.get(path.substring(0, end));
        Optional<Boolean> value =
            rules == null ? Optional.empty() : rules.value(path.substring(end), attribute);
        if (value.isPresent() || end == 0) {
          return value;
        }
        end = path.lastIndexOf('/', end - 2) + 1;
      }
    }
  }

  private boolean isExcluded(String path) {
    return (!includes.isEmpty() && includes.stream().noneMatch(glob -> glob.covers(path)))
        || excludes.stream().anyMatch(glob -> glob.covers(path));
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
