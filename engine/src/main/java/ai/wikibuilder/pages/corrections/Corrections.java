package ai.wikibuilder.pages.corrections;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All claims that were reported as wrong. Immutable; threads may share it. */
public final class Corrections {
  /** A longer sentence sums nothing up. */
  private static final int SUMMARY_LENGTH_MAX = 220;

  private final List<Correction> all;
  private final Map<String, List<Correction>> byWords = new HashMap<>();

  Corrections(List<Correction> all) {
    this.all = List.copyOf(all);
    for (Correction one : all) {
      byWords.computeIfAbsent(one.form().words(), words -> new ArrayList<>()).add(one);
    }
  }

  /** Nobody reported anything. */
  public static Corrections none() {
    return new Corrections(List.of());
  }

  public List<Correction> all() {
    return all;
  }

  /** These with one more; an earlier one of the same claim is replaced. */
  public Corrections with(Correction correction) {
    List<Correction> more = new ArrayList<>(all);
    more.removeIf(one -> one.form().isSameClaim(correction.form()));
    more.add(correction);
    return new Corrections(more);
  }

  /** What was reported of a sentence; empty when nothing was. */
  public Optional<Correction> of(Sentence sentence) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    ClaimForm form = ClaimForm.of(sentence);
    return byWords.getOrDefault(form.words(), List.of()).stream()
        .filter(one -> one.form().isSameClaim(form))
        .findFirst();
  }

  /** The wiki as it is with all of them, on whichever page a claim stands now. */
  public Wiki applyTo(Wiki wiki, Rewording rewording) {
    if (all.isEmpty()) {
      return wiki;
    }
    List<Page> pages = new ArrayList<>();
    String summary = wiki.summary();
    for (Page page : wiki.pages()) {
      Round round = new Round(rewording);
      pages.add(round.page(page));
      summary = round.saidInstead(summary, pages.getFirst());
    }
    return wiki.showing(pages).summedUp(summary);
  }

  /** Goes through one page and remembers what it took out. */
  private final class Round {
    private final Rewording rewording;
    private final List<Page.Removed> removed = new ArrayList<>();

    /** What stands in place of a removed claim, by its words; empty for nothing. */
    private final Map<String, String> instead = new LinkedHashMap<>();

    /** Sentences with evidence, and without it, that are there more than before. */
    private int cited;

    private int uncited;

    Round(Rewording rewording) {
      this.rewording = rewording;
    }

    Page page(Page page) {
      List<Page.Section> sections = new ArrayList<>();
      for (Page.Section section : page.sections()) {
        List<Block> blocks = new ArrayList<>();
        section.blocks().forEach(block -> block(block).ifPresent(blocks::add));
        if (!blocks.isEmpty()) {
          sections.add(new Page.Section(section.heading(), blocks));
        }
      }
      if (removed.isEmpty()) {
        return sections.equals(page.sections()) ? page : page.with(sections);
      }
      Page.Checking before = page.checking().orElse(new Page.Checking(0, 0, 0, List.of()));
      removed.addAll(0, before.removed());
      Page corrected =
          page.with(sections)
              .checked(
                  new Page.Checking(
                      Math.max(0, before.verified() + cited),
                      before.repaired(),
                      Math.max(0, before.uncited() + uncited),
                      removed));
      return corrected.summedUp(saidInstead(page.summary(), corrected));
    }

    /** A summary that repeats no removed claim: with the other words, else what the page begins. */
    String saidInstead(String summary, Page page) {
      String words = ClaimForm.words(summary);
      for (Map.Entry<String, String> claim : instead.entrySet()) {
        if (words.equals(claim.getKey()) && !claim.getValue().isEmpty()) {
          return claim.getValue();
        }
        if ((" " + words + " ").contains(" " + claim.getKey() + " ")) {
          return page.sections().stream()
              .flatMap(section -> section.blocks().stream())
              .flatMap(block ->
                  block instanceof Block.Paragraph(var told) ? told.stream() : Stream.empty())
              .filter(told -> !told.evidence().isEmpty())
              .map(ClaimForm::text)
              .filter(text -> text.length() <= SUMMARY_LENGTH_MAX)
              .findFirst()
              .orElse(page.title());
        }
      }
      return summary;
    }

    private Optional<Block> block(Block block) {
      return switch (block) {
        case Block.Paragraph paragraph -> {
          List<Sentence> kept = sentences(paragraph.sentences());
          yield kept.isEmpty() ? Optional.empty() : Optional.of(new Block.Paragraph(kept));
        }
        case Block.Items items -> {
          List<List<Sentence>> kept =
              items.items().stream().map(this::sentences).filter(one -> !one.isEmpty()).toList();
          yield kept.isEmpty()
              ? Optional.empty()
              : Optional.of(new Block.Items(items.numbered(), kept));
        }
        case Block.Table table -> table(table);
        case Block.Symbols symbols ->
            Optional.of(new Block.Symbols(symbols.cards().stream().map(this::card).toList()));
        case Block.Figure figure -> Optional.of(new Block.Figure(diagram(figure.diagram())));
        case Block.Image image ->
            sentence(image.caption()).map(caption -> image.captioned(caption));
        case Block.Excerpt excerpt -> Optional.of(excerpt);
        case Block.CodeBlock code -> Optional.of(code);
      };
    }

    /** A row without one of its cells says something else, so it goes as a whole. */
    private Optional<Block> table(Block.Table table) {
      List<List<Sentence>> rows = new ArrayList<>();
      for (List<Sentence> row : table.rows()) {
        List<Sentence> kept = sentences(row);
        if (kept.size() == row.size()) {
          rows.add(kept);
        }
      }
      return rows.isEmpty()
          ? Optional.empty()
          : Optional.of(new Block.Table(table.columns(), rows));
    }

    private Block.SymbolCard card(Block.SymbolCard card) {
      return new Block.SymbolCard(
          card.name(),
          card.kind(),
          card.signature(),
          card.definition(),
          card.purpose().flatMap(this::sentence),
          sentences(card.facts()));
    }

    private Diagram diagram(Diagram diagram) {
      return new Diagram(
          diagram.kind(),
          diagram.title(),
          diagram.nodes(),
          diagram.edges(),
          sentences(diagram.inWords()));
    }

    private List<Sentence> sentences(List<Sentence> sentences) {
      List<Sentence> kept = new ArrayList<>();
      sentences.forEach(one -> sentence(one).ifPresent(kept::add));
      return kept;
    }

    private void count(Sentence sentence, int more) {
      cited += sentence.evidence().isEmpty() ? 0 : more;
      uncited += sentence.evidence().isEmpty() ? more : 0;
    }

    private Optional<Sentence> sentence(Sentence sentence) {
      Optional<Correction> correction = of(sentence);
      if (correction.isEmpty()) {
        return Optional.of(sentence);
      }
      Optional<Sentence> other =
          correction.get().instead().flatMap(words -> rewording.reword(words, sentence));
      removed.add(new Page.Removed(sentence.words(), correction.get().why()));
      count(sentence, -1);
      other.ifPresent(one -> count(one, 1));
      instead.put(ClaimForm.of(sentence).words(), other.map(ClaimForm::text).orElse(""));
      return other;
    }
  }
}
