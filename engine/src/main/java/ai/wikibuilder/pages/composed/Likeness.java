package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes out of a page what an earlier one has told in the same words, until they share at most
 * {@link #SHARE_MAX} of the smaller: modules that were copied from one another. The page that comes
 * first keeps its words, the other says where they are. What is taken out is a walk, a drawing, a
 * paragraph below the opening, an item of a list or the words of a definition; tables that say what
 * there is stay whole. Used once, by one thread.
 */
final class Likeness {
  /**
   * Share of the runs of words of the smaller page that may stand on another. A fifth is allowed;
   * labels that Markdown adds and pages that are folded into one come to this.
   */
  static final double SHARE_MAX = 0.18;

  /** A table of so many columns says what definitions are for; others say which there are. */
  private static final int WORDS_COLUMN_COUNT = 2;

  /** Parts taken out of one page. */
  private static final int ROUND_COUNT_MAX = 40;

  private final Catalogue words;
  private final List<Page> done = new ArrayList<>();
  private final List<Integer> runCounts = new ArrayList<>();

  /** Pages done on which a run stands. */
  private final Map<Long, int[]> places = new HashMap<>();

  Likeness(Catalogue words) {
    this.words = words;
  }

  /** A part of a page that may go; {@code block} and {@code item} are -1 for all of them. */
  private record Unit(int section, int block, int item) {}

  /** How much a page shares with an earlier one. */
  private record Alike(int page, double share) {}

  List<Page> pages(List<Page> pages) {
    pages.forEach(page -> remember(distinct(page)));
    return List.copyOf(done);
  }

  private Page distinct(Page page) {
    Page at = page;
    Set<Integer> alike = new LinkedHashSet<>();
    Optional<Alike> most = mostAlike(at);
    for (int round = 0; most.isPresent() && round < ROUND_COUNT_MAX; round++) {
      Optional<Page> better = lessAlike(at, most.get());
      if (better.isEmpty()) {
        break;
      }
      alike.add(most.get().page());
      at = better.get();
      most = mostAlike(at);
    }
    return alike.isEmpty() ? at : noted(at, alike);
  }

  /** The page without the part that makes it most like another; empty when none does. */
  private Optional<Page> lessAlike(Page page, Alike other) {
    Optional<Page> best = Optional.empty();
    double least = other.share();
    for (Unit unit : units(page)) {
      Page without = without(page, unit);
      Set<Long> runs = Shingles.of(Shingles.words(without));
      int shared = 0;
      for (Long run : runs) {
        shared += stands(run, other.page()) ? 1 : 0;
      }
      double share = share(shared, runs, other.page());
      if (share < least) {
        least = share;
        best = Optional.of(without);
      }
    }
    return best;
  }

  private double share(int shared, Set<Long> runs, int page) {
    return shared / (double) Math.max(1, Math.min(runs.size(), runCounts.get(page)));
  }

  private void remember(Page page) {
    int number = done.size();
    done.add(page);
    Set<Long> runs = Shingles.of(Shingles.words(page));
    runCounts.add(runs.size());
    for (Long run : runs) {
      int[] before = places.getOrDefault(run, new int[0]);
      int[] now = Arrays.copyOf(before, before.length + 1);
      now[before.length] = number;
      places.put(run, now);
    }
  }

  /** The page that shares most with this one, when it is too much. */
  private Optional<Alike> mostAlike(Page page) {
    Set<Long> runs = Shingles.of(Shingles.words(page));
    Map<Integer, Integer> shared = new TreeMap<>();
    for (Long run : runs) {
      for (int other : places.getOrDefault(run, new int[0])) {
        shared.merge(other, 1, Integer::sum);
      }
    }
    Optional<Alike> most = Optional.empty();
    double limit = SHARE_MAX;
    for (Map.Entry<Integer, Integer> one : shared.entrySet()) {
      double share = share(one.getValue(), runs, one.getKey());
      if (share > limit) {
        limit = share;
        most = Optional.of(new Alike(one.getKey(), share));
      }
    }
    return most;
  }

  private boolean stands(Long run, int page) {
    return Arrays.stream(places.getOrDefault(run, new int[0])).anyMatch(one -> one == page);
  }

  private static List<Unit> units(Page page) {
    List<Unit> units = new ArrayList<>();
    for (int s = 0; s < page.sections().size(); s++) {
      List<Block> blocks = page.sections().get(s).blocks();
      if (s > 0 && blocks.stream().anyMatch(b -> b instanceof Block.Items i && i.numbered())) {
        units.add(new Unit(s, -1, -1));
      }
      for (int b = 0; b < blocks.size(); b++) {
        int items = itemCount(blocks, b);
        boolean text =
            s > 0 && blocks.get(b) instanceof Block.Paragraph && !announces(blocks.get(b));
        if (text || blocks.get(b) instanceof Block.Figure) {
          units.add(new Unit(s, b, -1));
        }
        for (int i = 0; i < items; i++) {
          units.add(new Unit(s, b, i));
        }
      }
    }
    return units;
  }

  /** Parts of a block that may go one by one. */
  private static int itemCount(List<Block> blocks, int at) {
    return switch (blocks.get(at)) {
      case Block.Items items ->
          items.numbered() || (at > 0 && announces(blocks.get(at - 1))) ? 0 : items.items().size();
      case Block.Table table ->
          table.columns().size() == WORDS_COLUMN_COUNT ? table.rows().size() : 0;
      case Block.Symbols symbols -> symbols.cards().size();
      case Block.Paragraph _, Block.Figure _, Block.Excerpt _, Block.CodeBlock _, Block.Image _ ->
          0;
    };
  }

  /** Whether a paragraph says what follows, and how many. */
  private static boolean announces(Block block) {
    return block instanceof Block.Paragraph(List<Sentence> sentences)
        && !sentences.isEmpty()
        && Texts.plain(sentences.getLast()).stripTrailing().endsWith(":");
  }

  private static Page without(Page page, Unit unit) {
    List<Page.Section> sections = new ArrayList<>(page.sections());
    Page.Section section = sections.get(unit.section());
    List<Block> blocks = new ArrayList<>(unit.block() < 0 ? List.of() : section.blocks());
    if (unit.block() >= 0) {
      Block block = blocks.remove(unit.block());
      without(block, unit.item()).ifPresent(kept -> blocks.add(unit.block(), kept));
    }
    if (blocks.isEmpty()) {
      sections.remove(unit.section());
    } else {
      sections.set(unit.section(), new Page.Section(section.heading(), blocks));
    }
    return page.with(sections);
  }

  private static Optional<Block> without(Block block, int item) {
    return switch (block) {
      case Block.Items(boolean numbered, List<List<Sentence>> items) ->
          without(items, item).map(kept -> new Block.Items(numbered, kept));
      case Block.Table(List<String> columns, List<List<Sentence>> rows) ->
          without(rows, item).map(kept -> new Block.Table(columns, kept));
      case Block.Symbols(List<Block.SymbolCard> cards) -> {
        List<Block.SymbolCard> kept = new ArrayList<>(cards);
        kept.set(item, silent(cards.get(item)));
        yield Optional.of(new Block.Symbols(kept));
      }
      case Block.Paragraph _, Block.Figure _, Block.Excerpt _, Block.CodeBlock _, Block.Image _ ->
          Optional.empty();
    };
  }

  private static <T> Optional<List<T>> without(List<T> all, int item) {
    List<T> kept = new ArrayList<>(all);
    kept.remove(item);
    return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
  }

  /** A symbol stays, with its place; its words are told where it is defined. */
  private static Block.SymbolCard silent(Block.SymbolCard card) {
    return new Block.SymbolCard(
        card.name(),
        card.kind(),
        card.signature(),
        card.definition(),
        Optional.empty(),
        card.facts());
  }

  /** Says at the end of the opening where the rest is. */
  private Page noted(Page page, Set<Integer> alike) {
    List<Inline> others = new ArrayList<>();
    for (int number : alike) {
      Page other = done.get(number);
      others.add(new Inline.PageLink(other.slug(), other.title()));
    }
    Phrase note = others.size() == 1 ? words.say("alike", page.slug()) : words.say("alike.several");
    List<Sentence> notes = List.of(note.list("page", others).end());
    List<Page.Section> sections = new ArrayList<>(page.sections());
    List<Block> blocks = new ArrayList<>();
    if (!sections.isEmpty() && sections.getFirst().heading().isEmpty()) {
      blocks.addAll(sections.removeFirst().blocks());
    }
    if (!blocks.isEmpty() && blocks.getFirst() instanceof Block.Paragraph(var sentences)) {
      List<Sentence> opening = new ArrayList<>(sentences);
      opening.addAll(notes);
      blocks.set(0, new Block.Paragraph(opening));
    } else {
      blocks.addFirst(new Block.Paragraph(notes));
    }
    sections.addFirst(new Page.Section("", blocks));
    return page.with(sections);
  }
}
