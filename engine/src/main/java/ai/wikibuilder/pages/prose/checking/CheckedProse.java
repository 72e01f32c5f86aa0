package ai.wikibuilder.pages.prose.checking;

import ai.wikibuilder.pages.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * A page as it may be shown, and what became of every statement. Immutable.
 *
 * @param sections what is left, without headings that nothing stands under
 * @param verdicts in reading order
 * @param dropped what was left behind that is no statement: HTML, images, addresses, arrows, code
 * @param verifiedWordCount words of verified statements
 */
public record CheckedProse(
    List<Page.Section> sections,
    List<Verdict> verdicts,
    List<String> dropped,
    int verifiedWordCount) {
  /** A page with fewer verified words gives way to the composed one. */
  public static final int WORD_COUNT_MIN = 150;

  public CheckedProse {
    sections = List.copyOf(sections);
    verdicts = List.copyOf(verdicts);
    dropped = List.copyOf(dropped);
  }

  public List<Verdict.Verified> verified() {
    return all(Verdict.Verified.class);
  }

  public List<Verdict.Uncited> uncited() {
    return all(Verdict.Uncited.class);
  }

  public List<Verdict.Failed> failed() {
    return all(Verdict.Failed.class);
  }

  private <T extends Verdict> List<T> all(Class<T> kind) {
    List<T> result = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (kind.isInstance(verdict)) {
        result.add(kind.cast(verdict));
      }
    }
    return result;
  }

  /** Whether too little of it is verified for a page of its own. */
  public boolean givesWay() {
    return verifiedWordCount < WORD_COUNT_MIN;
  }

  /** How the page came out, for its foot. */
  public Page.Checking checking(int repaired) {
    List<Page.Removed> removed = new ArrayList<>();
    for (Verdict.Failed one : failed()) {
      removed.add(
          new Page.Removed(
              one.statement().words(),
              one.findings().getFirst().expected()
                  + "; found: "
                  + one.findings().getFirst().found()));
    }
    return new Page.Checking(verified().size(), repaired, uncited().size(), removed);
  }
}
