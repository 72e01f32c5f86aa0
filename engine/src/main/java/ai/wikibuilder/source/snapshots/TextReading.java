package ai.wikibuilder.source.snapshots;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ai.wikibuilder.source.ReadOutcome;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.secrets.SecretMask;
import ai.wikibuilder.source.text.TextDecoder;
import ai.wikibuilder.source.text.ToolMarks;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the raw content of a file into the text that every later stage sees, or says why it is not
 * for them. Immutable, shared by threads.
 */
final class TextReading implements ContentReader {
  /** How a Git LFS pointer starts; the format is fixed by its specification. */
  private static final String LFS_START = "version https://git-lfs.github.com/spec/v1";

  /** An LFS pointer is at most this long, by its specification. */
  private static final int LFS_BYTES_MAX = 1_024;

  /** Formats that have long lines by nature: prose with a paragraph on a line. */
  private static final Set<String> PROSE =
      Set.of("md", "mdx", "markdown", "rst", "adoc", "asciidoc", "asc", "txt", "tex", "org", "");

  /** Languages that are squeezed before they go to browsers. */
  private static final Set<String> WEB =
      Set.of("js", "mjs", "cjs", "jsx", "ts", "tsx", "css", "vue", "svelte");

  /** Formats whose long lines mean data rather than squeezed code. */
  private static final Set<String> DATA =
      Set.of("json", "xml", "yaml", "yml", "sql", "ipynb", "html", "htm", "plist");

  /** Formats in which values stand without quotes. */
  private static final Set<String> SETTINGS =
      Set.of(
          "properties",
          "yml",
          "yaml",
          "toml",
          "ini",
          "cfg",
          "conf",
          "config",
          "env",
          "example",
          "sample",
          "template",
          "dist",
          "tfvars",
          "npmrc",
          "pypirc",
          "sh",
          "bash",
          "xml");

  /** Prose with a paragraph on a line stays; a novel or a table on one line does not. */
  private static final int PROSE_LINE_BYTES_MAX = 20_000;

  private final SecretMask secrets = SecretMask.load();

  @Override
  public ReadOutcome read(String path, byte[] raw) {
    return read(path, raw, false);
  }

  @Override
  public ReadOutcome readDeclared(String path, byte[] raw) {
    return read(path, raw, true);
  }

  private ReadOutcome read(String path, byte[] raw, boolean declared) {
    if (raw.length == 0) {
      return new ReadOutcome.LeftOut(SkipReason.EMPTY);
    }
    if (isLfsPointer(raw)) {
      return new ReadOutcome.LeftOut(SkipReason.LFS_POINTER);
    }
    Optional<byte[]> decoded = TextDecoder.decode(raw);
    if (decoded.isEmpty()) {
      return new ReadOutcome.LeftOut(SkipReason.BINARY);
    }
    byte[] utf8 = decoded.get();
    Optional<SkipReason> reason = declared ? Optional.empty() : judge(path, utf8);
    if (reason.isPresent()) {
      return new ReadOutcome.LeftOut(reason.get());
    }
    SecretMask.Masked masked = secrets.mask(utf8, SETTINGS.contains(extension(path)));
    return new ReadOutcome.Text(SourceText.of(masked.utf8()), masked.secretCount());
  }

  private static boolean isLfsPointer(byte[] raw) {
    return raw.length <= LFS_BYTES_MAX
        && raw.length > LFS_START.length()
        && new String(raw, 0, LFS_START.length(), ISO_8859_1).equals(LFS_START);
  }

  private static Optional<SkipReason> judge(String path, byte[] utf8) {
    if (ToolMarks.isGenerated(utf8) && !ToolMarks.isKept(path)) {
      return Optional.of(SkipReason.GENERATED);
    }
    if (ToolMarks.isKept(path)) {
      return Optional.empty();
    }
    String extension = extension(path);
    if (extension.equals("ts") && ToolMarks.isMarkup(utf8)) {
      return Optional.of(SkipReason.DATA); // texts of Qt, which share their ending with TypeScript
    }
    if (PROSE.contains(extension)
        ? ToolMarks.longestLine(utf8) > PROSE_LINE_BYTES_MAX
        : ToolMarks.isMinified(utf8, WEB.contains(extension) || DATA.contains(extension))) {
      return Optional.of(
          DATA.contains(extension) || PROSE.contains(extension)
              ? SkipReason.DATA
              : SkipReason.MINIFIED);
    }
    return Optional.empty();
  }

  private static String extension(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
