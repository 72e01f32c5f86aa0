package ai.wikibuilder.pages.claims;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what does not hold, and counts what does. One thread. */
final class Findings {
  /** Longest text of a finding: enough to find the statement. */
  private static final int TEXT_CHAR_COUNT_MAX = 160;

  /** Claims that are named one by one; the counts tell the rest. */
  private static final int UNCONFIRMED_COUNT_MAX = 200;

  private final List<Finding> all = new ArrayList<>();
  private final List<Finding> unconfirmed = new ArrayList<>();
  private final Set<Sentence> doubtful = new HashSet<>();
  private String page = "";
  private int claims;
  private int verified;
  private int uncited;
  private int citations;
  private int resolved;

  /** The page that what follows stands on. */
  void on(String slug) {
    page = slug;
  }

  void add(Finding.Kind kind, String expected, String found) {
    all.add(new Finding(page, kind, cut(expected), cut(found)));
  }

  /** Notes what would confirm a claim that nothing speaks against. */
  void unconfirmed(String expected, String found) {
    if (unconfirmed.size() < UNCONFIRMED_COUNT_MAX) {
      unconfirmed.add(new Finding(page, Finding.Kind.UNCONFIRMED, cut(expected), cut(found)));
    }
  }

  private static String cut(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= TEXT_CHAR_COUNT_MAX
        ? line
        : line.substring(0, TEXT_CHAR_COUNT_MAX - 1) + "…";
  }

  /** Counts one claim: it is verified when nothing was found since {@code before}. */
  void claim(int before, boolean confirmed) {
    claims++;
    verified += all.size() == before && confirmed ? 1 : 0;
  }

  void doubt(int before, Sentence sentence) {
    if (all.size() > before) {
      doubtful.add(sentence);
    }
  }

  void uncited() {
    uncited++;
  }

  void citation(boolean holds) {
    citations++;
    resolved += holds ? 1 : 0;
  }

  int count() {
    return all.size();
  }

  static String place(Evidence evidence) {
    return evidence.path() + ":" + evidence.startLine() + "-" + evidence.endLine();
  }

  List<Finding> all() {
    return all;
  }

  List<Finding> unconfirmed() {
    return unconfirmed;
  }

  Set<Sentence> doubtful() {
    return doubtful;
  }

  int claims() {
    return claims;
  }

  int verified() {
    return verified;
  }

  int uncitedCount() {
    return uncited;
  }

  int citations() {
    return citations;
  }

  int resolved() {
    return resolved;
  }
}
