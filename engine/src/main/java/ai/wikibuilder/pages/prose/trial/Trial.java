package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what speaks for a claim and what against it. One claim, one thread. */
final class Trial {
  /** Longest text of a finding: enough to mend the statement. */
  private static final int TEXT_CHAR_COUNT_MAX = 240;

  private final String page;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();
  private final Set<Evidence> lines = new LinkedHashSet<>();
  private final Set<Mention> shown = new LinkedHashSet<>();
  private int confirmations;
  private boolean proven;

  Trial(String page) {
    this.page = page;
  }

  /** It does not hold. */
  void fail(Finding.Kind kind, String expected, String found) {
    findings.add(new Finding(page, kind, cut(expected), cut(found)));
  }

  private static String cut(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= TEXT_CHAR_COUNT_MAX
        ? line
        : line.substring(0, TEXT_CHAR_COUNT_MAX - 1) + "…";
  }

  /** It may hold, and nothing shows that it does. */
  void doubt(String why) {
    doubts.add(why);
  }

  /** Something of it was found to hold. */
  void confirm() {
    confirmations++;
  }

  /** These lines show it. */
  void confirm(Evidence evidence) {
    confirmations++;
    lines.add(evidence);
  }

  /** The graph, a count or the cited words themselves show what is claimed, not only its names. */
  void prove() {
    proven = true;
    confirmations++;
  }

  boolean isProven() {
    return proven;
  }

  /** The lines that show it name this in their own way. */
  void shows(Mention mention) {
    shown.add(mention);
  }

  boolean isShown(Mention mention) {
    return shown.contains(mention);
  }

  List<Finding> findings() {
    return findings;
  }

  List<String> doubts() {
    return doubts;
  }

  boolean isConfirmed() {
    return confirmations > 0;
  }

  Set<Evidence> lines() {
    return lines;
  }
}
