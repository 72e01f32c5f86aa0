package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What two pages have in common, as a reader of their Markdown sees it: runs of {@link #WORD_COUNT}
 * words. Headings, tables, drawings and code count like sentences; marks and targets of links are
 * not words. Stateless.
 */
public final class Shingles {
  /** Words of a run: fewer are a phrase that any two pages share. */
  public static final int WORD_COUNT = 8;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Shingles() {}

  /** Runs that stand on both pages as a share of those of the smaller, 0 to 1. */
  public static double share(Page one, Page other) {
    Set<Long> ours = of(words(one));
    Set<Long> theirs = of(words(other));
    int smaller = Math.min(ours.size(), theirs.size());
    ours.retainAll(theirs);
    return smaller == 0 ? 0 : ours.size() / (double) smaller;
  }

  /** The runs of some words, each as a number. */
  static Set<Long> of(List<String> words) {
    Set<Long> runs = new HashSet<>();
    for (int i = 0; i + WORD_COUNT <= words.size(); i++) {
      long run = 0;
      for (String word : words.subList(i, i + WORD_COUNT)) {
        run = run * 1_000_003 + word.hashCode();
      }
      runs.add(run);
    }
    return runs;
  }

  static List<String> words(Page page) {
    List<String> words = new ArrayList<>();
    add(page.title(), words);
    page.sections().forEach(section -> words.addAll(words(section)));
    return words;
  }

  static List<String> words(Page.Section section) {
    List<String> words = new ArrayList<>();
    add(section.heading(), words);
    section.blocks().forEach(block -> words.addAll(words(block)));
    return words;
  }

  static List<String> words(Block block) {
    List<String> words = new ArrayList<>();
    switch (block) {
      case Block.Items(boolean numbered, List<List<Sentence>> items) -> {
        for (int i = 0; i < items.size(); i++) {
          add(numbered ? Integer.toString(i + 1) : "", words);
          words.addAll(words(items.get(i)));
        }
      }
      case Block.Table table -> {
        table.columns().forEach(column -> add(column, words));
        words.addAll(words(WordCount.sentences(block)));
      }
      case Block.Symbols symbols -> symbols.cards().forEach(card -> add(card, words));
      case Block.Figure figure -> add(figure.diagram(), words);
      case Block.Image image -> {
        add(image.alt(), words);
        words.addAll(words(List.of(image.caption())));
      }
      case Block.Paragraph _, Block.Excerpt _, Block.CodeBlock _ ->
          words.addAll(words(WordCount.sentences(block)));
    }
    return words;
  }

  static List<String> words(List<Sentence> sentences) {
    List<String> words = new ArrayList<>();
    sentences.forEach(sentence -> add(Texts.plain(sentence), words));
    return words;
  }

  private static void add(Diagram diagram, List<String> words) {
    add(diagram.title(), words);
    for (Diagram.Node node : diagram.nodes()) {
      add(node.label(), words);
      if (diagram.kind() != Diagram.Kind.SEQUENCE) {
        add(node.detail(), words);
      }
    }
    diagram.edges().forEach(edge -> add(edge.label(), words));
    words.addAll(words(diagram.inWords()));
  }

  private static void add(Block.SymbolCard card, List<String> words) {
    add(card.name(), words);
    add(card.kind(), words);
    add(card.signature(), words);
    card.purpose().ifPresent(purpose -> add(Texts.plain(purpose), words));
    words.addAll(words(card.facts()));
  }

  private static void add(String text, List<String> words) {
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
  }
}
