package ai.wikibuilder.pages.claims;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks one sentence against the lines it cites. One thread. */
final class SentenceCheck {

  /** A file that is found by the name of its folder. */
  private static final Pattern FOLDERS_FILE =
      Pattern.compile("(?:.*/)?([^/]++)/(?:index|mod|__init__)\\.\\w++");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Shorter words stand everywhere and say nothing about a place. */
  private static final int WORD_CHAR_COUNT_MIN = 4;

  /** A name of so many letters is one, though it lacks its end. */
  private static final int SHORT_NAME_CHAR_COUNT_MIN = 5;

  private static final int SHORTENED_CHAR_COUNT_MAX = 3;

  private final Scene scene;
  private final boolean marked;

  SentenceCheck(Scene scene, boolean marked) {
    this.scene = scene;
    this.marked = marked;
  }

  /**
   * Checks it and counts it.
   *
   * @param about names the sentence speaks of without repeating them, such as the symbol it
   *     describes
   * @param nearby sentences it stands together with, whose lines may hold its names too
   */
  void check(Sentence sentence, List<String> about, List<Sentence> nearby) {
    Findings findings = scene.findings();
    int before = findings.count();
    links(sentence);
    boolean resolved = true;
    for (Evidence evidence : sentence.evidence()) {
      resolved &= scene.resolves(evidence);
    }
    if (marked && sentence.evidence().isEmpty()) {
      findings.uncited();
      return;
    }
    if (resolved) {
      String lines = lines(List.of(sentence));
      String around = nearby.size() > 1 ? lines(nearby) : lines;
      for (Inline word : sentence.words()) {
        check(word, lines, around);
      }
      boolean confirmed = true;
      for (Evidence evidence : sentence.evidence()) {
        confirmed &= isPlaceOf(sentence, about, evidence);
      }
      if (!sentence.evidence().isEmpty()) {
        findings.claim(before, confirmed);
      }
    } else {
      findings.claim(before, false);
    }
    if (sentence.evidence().isEmpty()) {
      findings.uncited();
    }
    findings.doubt(before, sentence);
  }

  private String lines(List<Sentence> sentences) {
    StringBuilder all = new StringBuilder();
    for (Sentence sentence : sentences) {
      for (Evidence evidence : sentence.evidence()) {
        all.append(scene.text().lines(evidence).orElse("")).append('\n');
      }
    }
    return all.toString();
  }

  private void links(Sentence sentence) {
    for (Inline word : sentence.words()) {
      if (word instanceof Inline.PageLink(String slug, String text)
          && !scene.slugs().contains(slug)) {
        scene.findings().add(Finding.Kind.LINK, "a page of the wiki for “" + text + "”", slug);
      } else if (word instanceof Inline.ExternalLink(String address, String text)
          && !address.matches("(?i)https?://[^\\s]+")) {
        scene.findings().add(Finding.Kind.LINK, "an http address for “" + text + "”", address);
      }
    }
  }

  private void check(Inline word, String lines, String around) {
    if (word instanceof Inline.Quote(String text) && !CitedWords.isQuoted(text, lines)) {
      scene.findings().add(Finding.Kind.QUOTE, "“" + text + "” in the cited lines", lines);
    } else if (word instanceof Inline.Code(String text)
        && !CitedWords.isNamed(text, around, scene.names()::has)) {
      scene
          .findings()
          .add(Finding.Kind.IDENTIFIER, text + " in the cited lines or the repository", "nothing");
    }
  }

  /** Whether the lines show what the sentence speaks of. What shows nothing at all is noted. */
  private boolean isPlaceOf(Sentence sentence, List<String> about, Evidence evidence) {
    String lines = scene.text().lines(evidence).orElse("");
    List<String> facts = scene.facts().in(evidence);
    boolean named = false;
    boolean quoted = false;
    boolean worded = scene.text().isWhole(evidence);
    for (Inline word : sentence.words()) {
      switch (word) {
        case Inline.Code(String text) -> named |= isNamed(text, lines, facts, evidence);
        case Inline.Strong(String text) -> named |= isNamed(text, lines, facts, evidence);
        case Inline.Quote(String text) -> quoted |= shares(text, lines) || isAllShort(text, lines);
        case Inline.PageLink(String slug, String text) -> worded |= shares(text, lines);
        case Inline.Plain(String text) -> worded |= shares(text, lines);
        case Inline.ExternalLink(String address, String text) ->
            worded |= shares(text, lines) || lines.contains(address);
      }
    }
    for (String name : about) {
      named |= isNamed(name, lines, facts, evidence);
    }
    boolean confirmed = named || quoted || worded;
    if (!confirmed && facts.isEmpty()) {
      scene
          .findings()
          .add(
              Finding.Kind.PLACE,
              "lines about: " + Sentences.words(sentence),
              Findings.place(evidence) + " reads: " + lines);
    }
    return confirmed || !facts.isEmpty();
  }

  private static boolean isNamed(String name, String lines, List<String> facts, Evidence evidence) {
    List<String> parts = KnownNames.parts(name);
    String last = parts.isEmpty() ? name : parts.getLast();
    return CitedText.hasWord(lines, last.isEmpty() ? name : last, false)
        || facts.stream().anyMatch(fact -> fact.equals(name) || fact.endsWith("." + last))
        || evidence.path().contains(name)
        || shares(name, lines)
        || standsInParts(name, lines)
        || isFileOf(name, lines);
  }

  /** Whether the lines lead to a file that stands for its folder: {@code './lib'}. */
  private static boolean isFileOf(String name, String lines) {
    Matcher matcher = FOLDERS_FILE.matcher(name);
    return matcher.matches() && CitedText.hasWord(lines, matcher.group(1), false);
  }

  /** Whether a name of short parts only is written otherwise: {@code psr/log} as Psr\\Log. */
  private static boolean standsInParts(String name, String lines) {
    List<String> parts = NO_WORD.splitAsStream(name).filter(part -> !part.isEmpty()).toList();
    return parts.size() > 1
        && parts.stream()
            .allMatch(part ->
                part.length() < WORD_CHAR_COUNT_MIN && CitedText.hasWord(lines, part, true));
  }

  /** Whether a longer word of the text stands in the lines, be it as a part of a name. */
  private static boolean shares(String text, String lines) {
    String in = lines.toLowerCase(Locale.ROOT);
    for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT), -1)) {
      boolean says = word.length() >= WORD_CHAR_COUNT_MIN || word.chars().anyMatch(c -> c < ':');
      if (says && !word.isEmpty() && (in.contains(word) || isCalledShorter(word, in))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a quotation without any longer word stands in the lines. */
  private static boolean isAllShort(String quote, String lines) {
    return NO_WORD.splitAsStream(quote).allMatch(word -> word.length() < WORD_CHAR_COUNT_MIN)
        && CitedWords.standsIn(quote, lines);
  }

  /** Whether the lines call a thing by most of its name: {@code postgres}, {@code mongo}. */
  private static boolean isCalledShorter(String word, String lines) {
    int least = Math.max(SHORT_NAME_CHAR_COUNT_MIN, word.length() - SHORTENED_CHAR_COUNT_MAX);
    return word.length() > least
        && Arrays.stream(NO_WORD.split(lines, -1))
            .anyMatch(name -> name.length() >= least && word.startsWith(name));
  }
}
