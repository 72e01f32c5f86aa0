package ai.wikibuilder.site;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.site.markup.MarkdownText;
import ai.wikibuilder.site.markup.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Writes the sentences of one page as Markdown and numbers what they cite. One thread, one page.
 *
 * <p>A mark is a link to the lines at the host; without a host it is the number alone, explained by
 * the list at the end of the page.
 */
final class MarkdownSentences {
  private final SiteMap map;
  private final InterfaceText words;
  private final BiFunction<Page, String, Optional<String>> linkTo;
  private final Map<Evidence, Integer> numbers = new LinkedHashMap<>();

  /**
   * @param linkTo the address of a page, or of the section of it that is headed so, as seen from
   *     the one that is written
   */
  MarkdownSentences(
      SiteMap map, InterfaceText words, BiFunction<Page, String, Optional<String>> linkTo) {
    this.map = map;
    this.words = words;
    this.linkTo = linkTo;
  }

  /** The words without the marks of their evidence. */
  String plain(Sentence sentence) {
    return line(new Sentence(sentence.words(), List.of()));
  }

  /** Sentences that begin a line. */
  String line(List<Sentence> sentences) {
    StringBuilder out = new StringBuilder();
    for (Sentence sentence : sentences) {
      out.append(out.isEmpty() ? "" : " ");
      write(out, sentence, false);
    }
    return out.toString();
  }

  String line(Sentence sentence) {
    return line(List.of(sentence));
  }

  /** A sentence in a cell of a table. */
  String cell(Sentence sentence) {
    StringBuilder out = new StringBuilder();
    write(out, sentence, true);
    return out.toString();
  }

  private void write(StringBuilder out, Sentence sentence, boolean inCell) {
    for (Inline word : sentence.words()) {
      switch (word) {
        case Inline.Plain(String text) ->
            out.append(
                out.isEmpty() ? MarkdownText.escapeAtStart(text) : MarkdownText.escape(text));
        case Inline.Code(String text) ->
            out.append(inCell ? MarkdownText.codeInCell(text) : MarkdownText.code(text));
        case Inline.Strong(String text) -> strong(out, text);
        case Inline.Quote(String text) ->
            out.append('“').append(MarkdownText.escape(text)).append('”');
        case Inline.PageLink(String slug, String text) ->
            link(out, text, map.page(slug).flatMap(page -> linkTo.apply(page, text)));
        case Inline.ExternalLink(String address, String text) ->
            link(out, text, Target.web(address).map(Target::written));
      }
    }
    for (Evidence evidence : sentence.evidence()) {
      out.append(mark(evidence));
    }
    if (map.wiki().quality().doubtful().contains(sentence)) {
      out.append(" (").append(words.of("doubtful")).append(')');
    }
  }

  /** Emphasis holds only when no blank stands inside its stars. */
  private static void strong(StringBuilder out, String text) {
    String bare = text.strip();
    if (bare.isEmpty()) {
      out.append(' ');
    } else {
      out.append("**").append(MarkdownText.escape(bare)).append("**");
    }
  }

  private static void link(StringBuilder out, String text, Optional<String> address) {
    String shown = MarkdownText.escape(text);
    if (address.isEmpty()) {
      out.append(shown);
    } else {
      out.append('[').append(shown).append("](");
      out.append(MarkdownText.address(address.get())).append(')');
    }
  }

  /** The mark of a citation, with the blank before it. */
  String mark(Evidence evidence) {
    Integer known = numbers.get(evidence);
    int number = known == null ? numbers.size() + 1 : known;
    numbers.put(evidence, number);
    String shown = "\\[" + number + "\\]";
    return map.host(evidence.path(), evidence.startLine(), evidence.endLine())
        .map(host -> " [" + shown + "](" + MarkdownText.address(host.written()) + ")")
        .orElse(" " + shown);
  }

  /** The list of all that was cited, in the order of the numbers. */
  void evidence(StringBuilder out) {
    if (numbers.isEmpty()) {
      return;
    }
    out.append("## ").append(words.of("evidence")).append("\n\n");
    numbers.forEach((evidence, number) -> {
      String place = MarkdownText.code(SentenceHtml.place(evidence));
      String shown =
          map.host(evidence.path(), evidence.startLine(), evidence.endLine())
              .map(host -> "[" + place + "](" + MarkdownText.address(host.written()) + ")")
              .orElse(place);
      out.append(number).append(". ").append(shown).append('\n');
    });
  }
}
