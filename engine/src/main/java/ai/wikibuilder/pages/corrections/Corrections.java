package ai.wikibuilder.pages.corrections;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All claims that were reported as wrong. Immutable; threads may share it. */
public final class Corrections {
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
    for (Page page : wiki.pages()) {
      pages.add(new Round(rewording).page(page));
    }
    return wiki.showing(pages);
  }

  /** Goes through one page and remembers what it took out. */
  private final class Round {
    private final Rewording rewording;
    private final List<Page.Removed> removed = new ArrayList<>();

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
      return page.with(sections)
          .checked(
              new Page.Checking(before.verified(), before.repaired(), before.uncited(), removed));
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

    private Optional<Sentence> sentence(Sentence sentence) {
      Optional<Correction> correction = of(sentence);
      if (correction.isEmpty()) {
        return Optional.of(sentence);
      }
      Optional<Sentence> instead =
          correction.get().instead().flatMap(words -> rewording.reword(words, sentence));
      removed.add(new Page.Removed(sentence.words(), correction.get().why()));
      return instead;
    }
  }
}
