package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a sentence together. Used once for each sentence. */
final class Say {
  /** Marks a sentence carries at most. */
  private static final int EVIDENCE_COUNT_MAX = 4;

  private final List<Inline> words = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();

  static Say text(String text) {
    return new Say().then(text);
  }

  /** A sentence about what the repository does not say itself. */
  static Say derived() {
    return new Say().strong("Derived:").then(" ");
  }

  Say then(String text) {
    words.add(new Inline.Plain(text));
    return this;
  }

  Say code(String text) {
    words.add(new Inline.Code(text));
    return this;
  }

  Say strong(String text) {
    words.add(new Inline.Strong(text));
    return this;
  }

  Say quote(String text) {
    words.add(new Inline.Quote(text));
    return this;
  }

  Say page(String slug, String text) {
    words.add(new Inline.PageLink(slug, text));
    return this;
  }

  /** Names in code letters as a list: {@code a}, {@code b} and {@code c}. */
  Say codes(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        then(i == names.size() - 1 ? " and " : ", ");
      }
      code(names.get(i));
    }
    return this;
  }

  Say by(Evidence lines) {
    if (evidence.size() < EVIDENCE_COUNT_MAX && !evidence.contains(lines)) {
      evidence.add(lines);
    }
    return this;
  }

  Say by(Optional<Evidence> lines) {
    lines.ifPresent(this::by);
    return this;
  }

  Say by(List<Evidence> lines) {
    lines.forEach(this::by);
    return this;
  }

  Sentence end() {
    return new Sentence(words, evidence);
  }

  Sentence end(String text) {
    return then(text).end();
  }
}
