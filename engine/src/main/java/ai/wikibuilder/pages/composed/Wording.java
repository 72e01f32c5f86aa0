package ai.wikibuilder.pages.composed;

import ai.wikibuilder.graph.languages.CodeFiles;
import ai.wikibuilder.source.SkipReason;

/** Words for what the graph knows by its own names. */
final class Wording {
  private Wording() {}

  static String language(String path) {
    return CodeFiles.displayName(path);
  }

  /** A noun with its article: {@code an interface}, {@code a class}. */
  static String article(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  static String reason(SkipReason reason) {
    return switch (reason) {
      case BINARY -> "binary";
      case TOO_LARGE -> "over the size limit";
      case VENDORED -> "vendored";
      case GENERATED -> "generated";
      case MINIFIED -> "minified";
      case LOCK_FILE -> "with locked dependency versions";
      case DATA -> "with data";
      case IGNORED -> "ignored by git";
      case EXCLUDED -> "excluded by the request";
      case LINK -> "being symbolic links";
      case SUBMODULE -> "in submodules";
      case LFS_POINTER -> "kept in Git LFS";
      case SECRET_FILE -> "that hold secrets by their names";
      case UNSAFE_NAME -> "with unsafe names";
      case EMPTY -> "empty";
      case UNREADABLE -> "unreadable";
    };
  }
}
