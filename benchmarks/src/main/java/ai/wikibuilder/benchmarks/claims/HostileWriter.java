package ai.wikibuilder.benchmarks.claims;

import ai.wikibuilder.pages.prose.EvidencePiece;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Tells subjects in many wordings and spoils some of them. One seed, one thread. */
final class HostileWriter {
  /** Of ten claims so many are made false. */
  private static final double FALSE_SHARE = 0.3;

  /** Of claims about calls so many are told in another language. */
  private static final double OTHER_LANGUAGE_SHARE = 0.25;

  private static final List<String> SMALL =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private final Random random;

  HostileWriter(Random random) {
    this.random = random;
  }

  /** One sentence; empty when the subject was to be spoiled and cannot be. */
  Optional<ToldClaim> tell(Subject subject, DrawnPage page) {
    String language =
        subject.kind() == Subject.Kind.CALL && random.nextDouble() < OTHER_LANGUAGE_SHARE
            ? pick(Templates.languages())
            : "en";
    List<String> templates =
        language.equals("en") ? Templates.english(subject.kind()) : Templates.calls(language);
    String template = pick(templates);
    if (subject.slots().values().stream().anyMatch(value -> value.indexOf('`') >= 0)) {
      return Optional.empty(); // Markdown needs other marks around such a name
    }
    if (random.nextDouble() >= FALSE_SHARE) {
      return Optional.of(
          new ToldClaim(
              subject.kind(),
              language,
              fill(template, subject.slots(), subject.marks()),
              Optional.empty()));
    }
    List<Fault> faults = new ArrayList<>(List.of(Fault.values()));
    Collections.shuffle(faults, random);
    for (Fault fault : faults) {
      Optional<String> spoiled = spoil(template, subject, page, fault);
      if (spoiled.isPresent()) {
        return Optional.of(
            new ToldClaim(subject.kind(), language, spoiled.get(), Optional.of(fault)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> spoil(String template, Subject subject, DrawnPage page, Fault fault) {
    return switch (fault) {
      case FILE -> foreign(page, subject, false).map(one -> fill(template, subject.slots(), one));
      case LINE -> lines(template, subject, page);
      case METHOD -> method(template, subject);
      case COUNT -> count(template, subject);
      case SWAP -> swap(template, subject);
    };
  }

  /** Marks of pieces that prove nothing of it, of the same file or of others. */
  private Optional<List<EvidencePiece>> foreign(DrawnPage page, Subject subject, boolean sameFile) {
    List<EvidencePiece> fitting =
        page.pieces().stream()
            .filter(one -> !subject.marks().contains(one))
            .filter(one ->
                sameFile
                    == subject.marks().stream().anyMatch(mark -> mark.path().equals(one.path())))
            .toList();
    return fitting.isEmpty() ? Optional.empty() : Optional.of(List.of(pick(fitting)));
  }

  /** Other lines of the same file, half of the time written out by the writer. */
  private Optional<String> lines(String template, Subject subject, DrawnPage page) {
    if (random.nextInt(3) == 0) {
      int line = subject.marks().getFirst().startLine() + 3 + random.nextInt(200);
      String told = fill(template, subject.slots(), subject.marks());
      return Optional.of(told.replaceFirst("\\s*(\\[[^\\]]*\\])", " (line " + line + ") $1"));
    }
    return foreign(page, subject, true).map(one -> fill(template, subject.slots(), one));
  }

  private Optional<String> method(String template, Subject subject) {
    List<String> slots =
        subject.others().entrySet().stream()
            .filter(slot -> !slot.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (slots.isEmpty()) {
      return Optional.empty();
    }
    String slot = pick(slots);
    Map<String, String> changed = new HashMap<>(subject.slots());
    String other = pick(subject.others().getOrDefault(slot, List.of()));
    if (subject.slots().containsValue(other)) {
      return Optional.empty();
    }
    changed.put(slot, other);
    return Optional.of(fill(template, changed, subject.marks()));
  }

  private Optional<String> count(String template, Subject subject) {
    if (!subject.kind().isCount()) {
      return Optional.empty();
    }
    long number = Long.parseLong(subject.slots().getOrDefault("n", "0"));
    long wrong =
        random.nextBoolean() || number < 4
            ? number + 1 + random.nextInt(4)
            : number - 1 - random.nextInt(2);
    Map<String, String> changed = new HashMap<>(subject.slots());
    changed.put("n", Long.toString(wrong));
    return Optional.of(fill(template, changed, subject.marks()));
  }

  private Optional<String> swap(String template, Subject subject) {
    if (subject.swaps().isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> changed = new HashMap<>(subject.slots());
    String first = subject.swaps().getFirst();
    String second = subject.swaps().getLast();
    changed.put(first, subject.slots().getOrDefault(second, ""));
    changed.put(second, subject.slots().getOrDefault(first, ""));
    return Optional.of(fill(template, changed, subject.marks()));
  }

  /** The template with its places filled; numbers up to twelve as words half of the time. */
  private String fill(String template, Map<String, String> slots, List<EvidencePiece> marks) {
    StringBuilder cited = new StringBuilder();
    marks.forEach(mark -> cited.append('[').append(mark.mark()).append(']'));
    String text = template;
    for (Map.Entry<String, String> slot : slots.entrySet()) {
      String value = slot.getValue();
      if (slot.getKey().equals("n")
          && random.nextBoolean()
          && Long.parseLong(value) < SMALL.size()) {
        value = SMALL.get(Integer.parseInt(value));
      }
      text = text.replace("{" + slot.getKey() + "}", value);
    }
    String sentence = text.replace("{m}", cited);
    boolean name = template.startsWith("{a}") || template.startsWith("{b}");
    return name ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
