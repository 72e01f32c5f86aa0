package ai.wikibuilder.source;

/** Why a file of the repository is not in the wiki. Shown to readers with its count. */
public enum SkipReason {
  /** Not text: a NUL byte, or bytes that no supported encoding explains. */
  BINARY,
  /** Larger than {@link SourceLimits#blobBytesMax()}. */
  TOO_LARGE,
  /** A folder of other people's code, or marked {@code linguist-vendored}. */
  VENDORED,
  /** Written by a tool, by its name, its header or {@code linguist-generated}. */
  GENERATED,
  /** Lines far longer than people write. */
  MINIFIED,
  /** A dependency lock file. */
  LOCK_FILE,
  /** Data rather than code or prose. */
  DATA,
  /** Named by {@code .gitignore}. */
  IGNORED,
  /** Left out by an include or exclude pattern of the request, or outside its sub-path. */
  EXCLUDED,
  /** A symbolic link; links are never followed. */
  LINK,
  /** A submodule; its repository is not fetched. */
  SUBMODULE,
  /** A pointer to Git LFS content, which is not fetched. */
  LFS_POINTER,
  /** A file that by its name holds secrets, such as {@code .env} or a private key. */
  SECRET_FILE,
  /** A name with control characters, text direction marks or invalid UTF-8. */
  UNSAFE_NAME,
  /** No bytes at all. */
  EMPTY,
  /** The content is missing from the fetched objects or cannot be read. */
  UNREADABLE;

  /**
   * The reason that a label stands for.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static SkipReason ofLabel(String label) {
    return valueOf(label.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }

  /** The reason as it stands in JSON and on pages: lower case with hyphens. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
