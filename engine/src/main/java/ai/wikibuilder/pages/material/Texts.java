package ai.wikibuilder.pages.material;

import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;

/** Turns sentences into plain text. */
public final class Texts {
  private Texts() {}

  /** The words without their marks; quotations keep their quotation marks. */
  public static String plain(Sentence sentence) {
    StringBuilder text = new StringBuilder();
    for (Inline inline : sentence.words()) {
      text.append(
          switch (inline) {
            case Inline.Plain plain -> plain.text();
            case Inline.Code code -> code.text();
            case Inline.Strong strong -> strong.text();
            case Inline.Quote quote -> "“" + quote.text() + "”";
            case Inline.PageLink link -> link.text();
            case Inline.ExternalLink link -> link.text();
          });
    }
    return text.toString();
  }
}
