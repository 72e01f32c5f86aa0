package ai.wikibuilder.server.web.library;

import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.web.Form;

/**
 * Which part of a repository is built, as a form has it. Immutable.
 *
 * @param ref branch, tag or commit; empty for the default branch
 * @param path folder; empty for all of it
 */
public record Whereabouts(String ref, String path) {
  private static final int REF_LENGTH_MAX = 255;
  private static final int PATH_LENGTH_MAX = 1_024;

  static Whereabouts of(Form form) {
    return new Whereabouts(form.value("ref"), form.value("path"));
  }

  static Whereabouts of(BuildWish wish) {
    return new Whereabouts(wish.ref().orElse(""), wish.subPath());
  }

  /** Whether it is open on the page at once, since there is something in it. */
  public boolean isOpen() {
    return !ref.isBlank() || !path.isBlank();
  }

  /** The wish for this part of the repository. */
  static BuildWish wish(BuildWish usual, Form form) {
    return usual.of(
        form.typed("ref").map(text -> Input.ref(text, REF_LENGTH_MAX)),
        form.typed("path").map(text -> Input.folder(text, PATH_LENGTH_MAX)).orElse(""));
  }
}
