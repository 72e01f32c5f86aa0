package ai.wikibuilder.pages.corrections;

import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.claims.Sentences;
import java.util.ArrayList;
import java.util.List;

/** Finds the sentence of a page that somebody copied out of it. Stateless. */
public final class ReportedSentence {
  /** Sentences offered when none is the one that was meant. */
  private static final int ALIKE_COUNT_MAX = 5;

  private ReportedSentence() {}

  /**
   * The sentences that were meant: those of exactly these words, else those that hold them.
   *
   * @param copied with or without marks, quotation marks and markup
   */
  public static List<Sentence> find(Page page, String copied) {
    String words = ClaimForm.words(copied);
    List<Sentence> same = new ArrayList<>();
    List<Sentence> around = new ArrayList<>();
    for (Sentence sentence : all(page)) {
      String own = ClaimForm.of(sentence).words();
      if (own.equals(words)) {
        same.add(sentence);
      } else if (!words.isEmpty() && (" " + own + " ").contains(" " + words + " ")) {
        around.add(sentence);
      }
    }
    return same.isEmpty() ? around : same;
  }

  /** The sentences that share most words with what was asked for, best first. */
  public static List<String> alike(Page page, String copied) {
    List<String> wanted = List.of(ClaimForm.words(copied).split(" ", -1));
    List<Sentence> all = new ArrayList<>(all(page));
    all.sort((a, b) -> Long.compare(shared(b, wanted), shared(a, wanted)));
    return all.stream()
        .filter(one -> shared(one, wanted) > 0)
        .limit(ALIKE_COUNT_MAX)
        .map(ClaimForm::text)
        .toList();
  }

  private static long shared(Sentence sentence, List<String> wanted) {
    List<String> own = List.of(ClaimForm.of(sentence).words().split(" ", -1));
    return wanted.stream().distinct().filter(own::contains).count();
  }

  private static List<Sentence> all(Page page) {
    List<Sentence> result = new ArrayList<>();
    for (Page.Section section : page.sections()) {
      section.blocks().forEach(block -> result.addAll(Sentences.of(block)));
    }
    return result;
  }
}
