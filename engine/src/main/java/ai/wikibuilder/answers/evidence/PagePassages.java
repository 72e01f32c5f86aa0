package ai.wikibuilder.answers.evidence;

import ai.wikibuilder.answers.WordParts;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.material.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds sentences of the wiki's pages that speak of what is asked for. All are read once; threads
 * may share it. Weighs some 4 bytes a word of the pages.
 */
public final class PagePassages {
  /** Lines of a place that a sentence is about; longer ones are files. */
  private static final int LINE_COUNT_MAX = 250;

  /** Sentences about a place, in the order of the pages. */
  private final List<Read> sentences = new ArrayList<>();

  private final Map<String, Integer> numbers = new HashMap<>();

  public PagePassages(Wiki wiki) {
    for (Page page : wiki.pages()) {
      for (Page.Section section : page.sections()) {
        for (Block block : section.blocks()) {
          sentences(block).stream()
              .filter(PagePassages::isAboutAPlace)
              .forEach(sentence -> sentences.add(new Read(page, sentence, parts(sentence))));
        }
      }
    }
  }

  /** A sentence of a page, and the sorted numbers of its words. */
  private static final class Read {
    final Page page;
    final Sentence sentence;
    final int[] parts;

    Read(Page page, Sentence sentence, int[] parts) {
      this.page = page;
      this.sentence = sentence;
      this.parts = parts;
    }

    int shared(int[] words) {
      int shared = 0;
      for (int word : words) {
        shared += Arrays.binarySearch(parts, word) >= 0 ? 1 : 0;
      }
      return shared;
    }
  }

  private int[] parts(Sentence sentence) {
    return WordParts.of(plain(sentence)).stream()
        .mapToInt(part -> numbers.computeIfAbsent(part, _ -> numbers.size()))
        .sorted()
        .toArray();
  }

  /**
   * A sentence of a page.
   *
   * @param shared words of the question it has
   */
  public record Passage(Page page, Sentence sentence, int shared) {}

  /** Sentences with evidence that have more than half of the words, those with most first. */
  public List<Passage> about(List<String> words, int countMax) {
    Set<String> asked = WordParts.of(String.join(" ", words));
    int[] known = asked.stream().filter(numbers::containsKey).mapToInt(numbers::get).toArray();
    List<Passage> all = new ArrayList<>();
    for (Read one : sentences) {
      int shared = one.shared(known);
      if (shared >= 2 && shared * 2 > asked.size()) {
        all.add(new Passage(one.page, one.sentence, shared));
      }
    }
    all.sort(
        Comparator.comparingInt(Passage::shared)
            .reversed()
            .thenComparing(passage -> !isQuoted(passage.sentence())));
    Set<String> said = new HashSet<>();
    return all.stream()
        .filter(passage -> said.add(plain(passage.sentence()))) // pages of likes say the like
        .limit(countMax)
        .toList();
  }

  private static List<Sentence> sentences(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> paragraph.sentences();
      case Block.Items items -> items.items().stream().flatMap(List::stream).toList();
      case Block.Figure figure -> figure.diagram().inWords();
      case Block.Symbols _, Block.Table _, Block.Excerpt _, Block.CodeBlock _, Block.Image _ ->
          List.of();
    };
  }

  /** Whether it cites lines one can look at, and not whole files that were counted. */
  private static boolean isAboutAPlace(Sentence sentence) {
    return !sentence.evidence().isEmpty()
        && sentence.evidence().stream()
            .allMatch(place -> place.endLine() - place.startLine() < LINE_COUNT_MAX);
  }

  /** Whether it gives the repository's own words, which say more than who calls whom. */
  private static boolean isQuoted(Sentence sentence) {
    return sentence.words().stream().anyMatch(word -> word instanceof Inline.Quote);
  }

  private static String plain(Sentence sentence) {
    return Texts.plain(sentence);
  }
}
