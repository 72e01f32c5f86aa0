package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out what a reader has been told often enough: a finished sentence after {@link #TIMES_MAX}
 * times in a wiki, and what two pages share beyond {@link #SHARE_MAX} of the shorter. The page that
 * comes first keeps its words. Used once, by one thread.
 */
final class Repetition {
  /** Times the same finished sentence is told in a wiki. */
  static final int TIMES_MAX = 3;

  /** Share of the words of one page that may stand word for word on another. */
  static final double SHARE_MAX = 0.06;

  /** Shorter words are labels, not sentences. */
  private static final int WORD_COUNT_MIN = 4;

  private final List<Page> pages;
  private final Map<String, Integer> told = new HashMap<>();

  /** Pages done on which a sentence stands. */
  private final Map<String, Set<Integer>> places = new HashMap<>();

  private final List<Integer> wordCounts = new ArrayList<>();

  /** Words of the page in work that stand on each page done, too. */
  private final Map<Integer, Integer> shared = new HashMap<>();

  private int wordCount;
  private final Sentence others;

  /**
   * @param others what stands for the items of a list that are left out
   */
  Repetition(List<Page> pages, String others) {
    this.pages = pages;
    this.others = new Sentence(List.of(new Inline.Plain(others)), List.of());
  }

  List<Page> pages() {
    List<Page> result = new ArrayList<>();
    for (Page page : pages) {
      wordCount = WordCount.of(page);
      shared.clear();
      Set<String> kept = new HashSet<>();
      List<Page.Section> sections = new ArrayList<>();
      for (Page.Section section : page.sections()) {
        List<Block> blocks = new ArrayList<>();
        section.blocks().forEach(block -> add(block, blocks, kept));
        if (!blocks.isEmpty() && !isOpeningAlone(page, blocks)) {
          sections.add(new Page.Section(section.heading(), blocks));
        }
      }
      kept.forEach(
          words -> places.computeIfAbsent(words, _ -> new HashSet<>()).add(wordCounts.size()));
      wordCounts.add(wordCount);
      result.add(new Page(page.slug(), page.title(), page.parent(), page.summary(), sections));
    }
    return result;
  }

  /** Whether of a page that is one list only the words that lead to it are left. */
  private static boolean isOpeningAlone(Page page, List<Block> left) {
    List<Block> all = page.sections().getFirst().blocks();
    return page.sections().size() == 1
        && all.size() == 2
        && all.getFirst() instanceof Block.Paragraph
        && all.getLast() instanceof Block.Items
        && left.size() == 1
        && left.getFirst() instanceof Block.Paragraph;
  }

  private void add(Block block, List<Block> blocks, Set<String> kept) {
    switch (block) {
      case Block.Paragraph(List<Sentence> sentences) -> {
        List<Sentence> fresh = fresh(sentences, kept);
        if (!fresh.isEmpty()) {
          blocks.add(new Block.Paragraph(fresh));
        }
      }
      case Block.Items(boolean numbered, List<List<Sentence>> items) -> {
        List<List<Sentence>> fresh = new ArrayList<>();
        for (List<Sentence> item : items) {
          List<Sentence> told = new ArrayList<>(fresh(item, kept));
          if (numbered && (told.isEmpty() || !told.getFirst().equals(item.getFirst()))) {
            // a path without one of its steps leads nowhere
            told.addFirst(named(item.getFirst()));
            fresh.add(told);
            continue;
          }
          // without its first sentence nobody knows what the others of an item speak of
          boolean about = !told.isEmpty() && told.getFirst().equals(item.getFirst());
          if (about) {
            fresh.add(
                told.size() == 1 && item.size() > 1 ? List.of(closed(told.getFirst())) : told);
          }
        }
        if (fresh.isEmpty()) {
          unannounce(blocks);
        } else {
          if (fresh.size() < items.size() && isAnnounced(blocks)) {
            fresh.add(List.of(others));
          }
          blocks.add(new Block.Items(numbered, fresh));
        }
      }
      case Block.Symbols(List<Block.SymbolCard> cards) ->
          blocks.add(new Block.Symbols(cards.stream().map(card -> card(card, kept)).toList()));
      default -> blocks.add(block);
    }
  }

  /** Whether a sentence leads to what comes next, and maybe counts it. */
  private static boolean isAnnounced(List<Block> blocks) {
    return !blocks.isEmpty()
        && blocks.getLast() instanceof Block.Paragraph(List<Sentence> sentences)
        && Texts.plain(sentences.getLast()).stripTrailing().endsWith(":");
  }

  /** A sentence that leads to a list goes with it. */
  private static void unannounce(List<Block> blocks) {
    if (isAnnounced(blocks)
        && blocks.removeLast() instanceof Block.Paragraph(List<Sentence> sentences)) {
      if (sentences.size() > 1) {
        blocks.add(new Block.Paragraph(sentences.subList(0, sentences.size() - 1)));
      }
    }
  }

  /** What a sentence says before it quotes: the name of a step without its description. */
  private static Sentence named(Sentence sentence) {
    List<Inline> words = new ArrayList<>();
    for (Inline word : sentence.words()) {
      if (word instanceof Inline.Quote) {
        // the first place is that of what is named, the others are those of the words
        List<Evidence> place = sentence.evidence().stream().limit(1).toList();
        return closed(new Sentence(words, place));
      }
      words.add(word);
    }
    return sentence;
  }

  /** A label that nothing follows any more loses its colon. */
  private static Sentence closed(Sentence label) {
    List<Inline> words = new ArrayList<>(label.words());
    if (!words.isEmpty()
        && words.getLast() instanceof Inline.Plain(String text)
        && text.stripTrailing().endsWith(":")) {
      String open = text.stripTrailing();
      words.set(words.size() - 1, new Inline.Plain(open.substring(0, open.length() - 1) + "."));
    }
    return new Sentence(words, label.evidence());
  }

  private List<Sentence> fresh(List<Sentence> sentences, Set<String> kept) {
    List<Sentence> result = new ArrayList<>();
    for (Sentence sentence : sentences) {
      if (!isKnown(sentence, kept)) {
        result.add(sentence);
      }
    }
    return result;
  }

  private Block.SymbolCard card(Block.SymbolCard card, Set<String> kept) {
    return new Block.SymbolCard(
        card.name(),
        card.kind(),
        card.signature(),
        card.definition(),
        card.purpose().filter(purpose -> !isKnown(purpose, kept)),
        fresh(card.facts(), kept));
  }

  /** Tells whether a sentence was told often enough before; one that was not is counted. */
  private boolean isKnown(Sentence sentence, Set<String> kept) {
    String written = Texts.plain(sentence);
    int length = written.split("\\s+", -1).length;
    // signatures that differ by a sign read the same
    String words = written.replaceAll("[^\\p{L}\\p{N}]+", " ");
    if (length < WORD_COUNT_MIN) {
      return false;
    }
    boolean tooOften = told.getOrDefault(words, 0) >= TIMES_MAX;
    if (tooOften || kept.contains(words) || isSharedTooMuch(words, length)) {
      return true;
    }
    told.merge(words, 1, Integer::sum);
    places.getOrDefault(words, Set.of()).forEach(page -> shared.merge(page, length, Integer::sum));
    kept.add(words);
    return false;
  }

  private boolean isSharedTooMuch(String words, int length) {
    for (int page : places.getOrDefault(words, Set.of())) {
      int shorter = Math.min(wordCount, wordCounts.get(page));
      if (shared.getOrDefault(page, 0) + length > SHARE_MAX * shorter) {
        return true;
      }
    }
    return false;
  }
}
