package ai.wikibuilder.pages.claims;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts again: the same facts are told anew, and where a stored sentence differs from a new one in
 * its numbers alone, the number is wrong. Sentences that are told otherwise are left to the other
 * checks. Stateless.
 */
final class Recount {
  private Recount() {}

  /** Numbers of {@code stored} that {@code anew}, composed from the same facts, has otherwise. */
  static List<Finding> differences(Wiki stored, Wiki anew) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Page> pages = new HashMap<>();
    anew.pages().forEach(page -> pages.put(page.slug(), page));
    for (Page page : stored.pages()) {
      Page other = pages.get(page.slug());
      if (other != null) {
        differences(page, other, findings);
      }
    }
    return findings;
  }

  private static void differences(Page stored, Page anew, List<Finding> findings) {
    List<String> rest = new ArrayList<>(texts(anew));
    List<String> others = new ArrayList<>();
    for (String sentence : texts(stored)) {
      if (!rest.remove(sentence)) {
        others.add(sentence);
      }
    }
    Map<String, List<String>> bySkeleton = new HashMap<>();
    for (String sentence : rest) {
      bySkeleton
          .computeIfAbsent(CountedNoun.skeleton(sentence), one -> new ArrayList<>())
          .add(sentence);
    }
    for (String sentence : others) {
      List<String> alike = bySkeleton.getOrDefault(CountedNoun.skeleton(sentence), List.of());
      if (!alike.isEmpty()) {
        findings.add(
            new Finding(
                stored.slug(), Finding.Kind.COUNT, shown(alike.getFirst()), shown(sentence)));
      }
    }
  }

  private static String shown(String sentence) {
    return sentence.substring(sentence.indexOf('\n') + 1);
  }

  /** Every sentence of a page with the places it cites, so that only the same claims compare. */
  private static List<String> texts(Page page) {
    List<String> result = new ArrayList<>();
    for (Page.Section section : page.sections()) {
      for (Block block : section.blocks()) {
        for (Sentence sentence : Sentences.of(block)) {
          result.add(text(sentence));
        }
        if (block instanceof Block.Figure figure) {
          figure
              .diagram()
              .edges()
              .forEach(edge ->
                  result.add("edge\n" + edge.from() + " → " + edge.to() + ": " + edge.label()));
          figure
              .diagram()
              .nodes()
              .forEach(node -> result.add("node\n" + node.label() + ": " + node.detail()));
        }
      }
    }
    return result;
  }

  private static String text(Sentence sentence) {
    StringBuilder text = new StringBuilder();
    for (Evidence evidence : sentence.evidence()) {
      text.append(evidence.path()).append(' ');
    }
    text.append('\n').append(Sentences.words(sentence));
    return text.toString();
  }
}
