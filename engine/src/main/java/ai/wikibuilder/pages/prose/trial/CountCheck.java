package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.language.Countable;
import ai.wikibuilder.pages.prose.language.RelationKind;
import ai.wikibuilder.pages.prose.language.StatedCount;
import ai.wikibuilder.pages.prose.language.StatedNumber;
import ai.wikibuilder.pages.prose.language.StatedRelation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers agree with what is counted: with the facts the writer was given, with the code graph, or
 * with a number in the cited lines themselves.
 */
final class CountCheck implements ClaimCheck {
  private static final Pattern PLACE = Pattern.compile("⟦(\\d+)⟧");
  private static final Pattern PUBLIC =
      Pattern.compile(
          "(?iu)\\b(?:public|exported|öffentlich\\p{L}*|publiques?|públic[oa]s?|публичн\\p{L}*|açık|genel)\\b");

  /** A noun in the plural, as English has it. */
  private static final Pattern MANY =
      Pattern.compile("(?iu)^\\s+(?:\\p{L}+\\s+){0,2}\\p{L}{2,}s\\b");

  /** What is measured stands in the code as a number. */
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?iu)^\\s+(?:milliseconds?|seconds?|minutes?|hours?|days?|bytes|kilobytes|megabytes|bits|percent|retries|attempts|times|characters)\\b");

  /** Before a number of what belongs to something named before: {@code of its} twelve subtypes. */
  private static final Pattern OWNED =
      Pattern.compile(
          "(?iu)\\b(?:its|their|seiner|ihrer|deren|ses|leurs|sus|seus|suas|его|их)\\s+$");

  /** Words in which a number one, or a vague small one, counts nothing. */
  private static final long PLAIN_WORD_MAX = 2;

  private final Ground ground;
  private final CodeGraph graph;
  private final FactNumbers facts;

  CountCheck(Ground ground) {
    this.ground = ground;
    this.graph = ground.names().graph();
    this.facts = new FactNumbers(ground);
  }

  @Override
  public void check(Claim claim, Trial trial) {
    for (StatedNumber number : ground.language().numbers(claim.masked())) {
      if (number.value() == 1 && !number.digits()) {
        continue; // one of, one finds: an article more often than a count
      }
      Optional<StatedCount> count = ground.language().count(claim.masked(), number);
      Set<Long> expected = count.map(one -> expected(one, claim)).orElse(Set.of());
      boolean aside = claim.masked().substring(0, number.start()).strip().endsWith("(");
      if (aside || (expected.isEmpty() && number.value() == 0)) {
        if (aside && expected.stream().anyMatch(one -> one == number.value())) {
          trial.confirm();
        } else if (aside) {
          trial.doubt("nothing shows the number " + number.value());
        }
      } else if (!expected.isEmpty()) {
        judge(count.get(), expected, claim, trial);
      } else {
        written(number, count, claim, trial);
      }
    }
  }

  private void judge(StatedCount count, Set<Long> expected, Claim claim, Trial trial) {
    Optional<FactNumbers.Fact> fact = facts.about(claim, count.number());
    long said = count.number().value();
    boolean vague =
        expected.stream().allMatch(one -> one == 0)
            && said > 0
            && !claim.mentions().isEmpty()
            && count.countable() == Countable.TYPE;
    if (vague) {
      trial.doubt("nothing shows the number " + said);
      return;
    }
    if (expected.contains(said) || fact.filter(one -> one.value() == said).isPresent()) {
      subject(claim, count).ifPresentOrElse(one -> place(one, claim, trial), trial::confirm);
      return;
    }
    trial.fail(
        Finding.Kind.COUNT,
        String.join(" or ", expected.stream().map(String::valueOf).toList()) + " " + count.noun(),
        said + " " + count.noun());
  }

  /** The cited pieces have to show what is counted. */
  private void place(Mention subject, Claim claim, Trial trial) {
    boolean head = heads(claim.pieces(), subject);
    Optional<EvidencePiece> meant =
        ground.pack().pieces().stream().filter(one -> heads(List.of(one), subject)).findFirst();
    boolean shown =
        meant.isEmpty()
            && (ground.defines(claim.pieces(), subject.symbols())
                || claim.pieces().stream().anyMatch(piece -> names(piece, subject)));
    boolean fact = claim.pieces().stream().anyMatch(one -> one.kind() == EvidencePiece.Kind.FACT);
    trial.prove();
    if (!head && !shown && !fact && claim.isCited()) {
      trial.fail(
          Finding.Kind.PLACE,
          "the mark "
              + meant.map(one -> "[" + one.mark() + "]").orElse("")
              + " of "
              + subject.text(),
          "marks of other lines");
    } else if (subject.symbols().isEmpty()) {
      trial.confirm();
    } else {
      trial.confirm(ground.head(subject.symbols().getFirst()));
      trial.shows(subject);
    }
  }

  /** Whether one of the pieces shows the line that names one of the symbols, or its doc. */
  private boolean heads(List<EvidencePiece> pieces, Mention subject) {
    return subject.symbols().stream()
        .anyMatch(
            symbol -> pieces.stream().anyMatch(piece -> Ground.covers(piece, ground.head(symbol))));
  }

  private boolean names(EvidencePiece piece, Mention subject) {
    return piece.path().contains(ClaimReader.last(subject))
        || ground.text(piece).contains(ClaimReader.last(subject));
  }

  /** All numbers that may be right for what is counted; none when it cannot be counted. */
  private Set<Long> expected(StatedCount count, Claim claim) {
    Set<Long> numbers = new LinkedHashSet<>();
    Sense sense = sense(count, claim);
    for (Mention subject : sense.subject().stream().toList()) {
      for (int symbol : subject.symbols()) {
        numbers.addAll(ofSymbol(count, sense, symbol, claim));
      }
      if (sense.how() == Sense.How.OWN) {
        numbers.addAll(ofFiles(count.countable(), subject));
      }
      if (count.countable() == Countable.COLUMN) {
        numbers.addAll(ground.counts().columns(subject.text()));
      }
    }
    return numbers;
  }

  /** A path may stand for one of several files of that name; a module or folder is all of its. */
  private Set<Long> ofFiles(Countable what, Mention subject) {
    Set<Long> numbers = new LinkedHashSet<>();
    if (subject.files().isEmpty()) {
      return numbers;
    }
    String last = ClaimReader.last(subject);
    boolean each =
        subject.kind() == Mention.Kind.PATH
            && subject.files().stream().allMatch(file -> graph.path(file).endsWith(last));
    if (each) {
      subject.files().forEach(file -> numbers.addAll(ground.counts().inFile(what, file)));
    } else if (what == Countable.FILE) {
      numbers.add((long) subject.files().size());
    } else if (what == Countable.LINE) {
      numbers.add(subject.files().stream().mapToLong(graph::lineCount).sum());
    }
    return numbers;
  }

  private Set<Long> ofSymbol(StatedCount count, Sense sense, int symbol, Claim claim) {
    Countable what = count.countable();
    return switch (sense.how()) {
      case CALLERS -> ground.counts().callers(what, symbol);
      case CALLEES -> what == Countable.LINE ? Set.of() : ground.counts().callees(symbol);
      case SUBTYPES -> ground.counts().subtypes(symbol);
      case OWN -> {
        String between = claim.masked().substring(count.number().end(), count.end());
        if (PUBLIC.matcher(between).find()) {
          yield ground.counts().publicMembers(what, symbol);
        }
        yield what == Countable.PARAMETER
            ? ground.parameters().count(symbol)
            : ground.counts().members(what, symbol);
      }
    };
  }

  /** Which way of counting a sentence means, and of what. */
  private record Sense(How how, Optional<Mention> subject) {
    enum How {
      OWN,
      CALLERS,
      CALLEES,
      SUBTYPES
    }
  }

  private Sense sense(StatedCount count, Claim claim) {
    Optional<Mention> subject = subject(claim, count);
    if (count.countable() == Countable.SUBTYPE) {
      return new Sense(Sense.How.SUBTYPES, subject);
    }
    if (count.countable() == Countable.CALLER) {
      return new Sense(Sense.How.CALLERS, subject);
    }
    int marker = claim.mentions().size();
    for (StatedRelation relation : ground.language().relations(withMarker(claim, count))) {
      boolean counts = relation.from().contains(marker);
      boolean counted = relation.to().contains(marker);
      List<Integer> others = counts ? relation.to() : relation.from();
      if ((counts || counted) && !others.isEmpty()) {
        Mention other = claim.mention(others.getFirst());
        Optional<Sense> said = said(relation.kind(), counts, count.countable(), other);
        if (said.isPresent()) {
          return said.get();
        }
      }
    }
    boolean places = count.countable() == Countable.PLACE;
    Sense.How how = places ? Sense.How.CALLERS : Sense.How.OWN;
    return new Sense(how, places || isOwn(count, claim) ? subject : Optional.empty());
  }

  /**
   * What a verb makes of a count.
   *
   * @param counts whether what is counted does it, or else has it done
   */
  private static Optional<Sense> said(
      RelationKind kind, boolean counts, Countable what, Mention other) {
    Optional<Mention> subject = Optional.of(other);
    return switch (kind) {
      case INHERIT ->
          Optional.of(
              counts
                  ? new Sense(Sense.How.SUBTYPES, subject)
                  : new Sense(Sense.How.OWN, Optional.empty()));
      case CALL -> Optional.of(new Sense(counts ? Sense.How.CALLERS : Sense.How.CALLEES, subject));
      case USE ->
          Optional.of(
              counts
                  ? new Sense(Sense.How.CALLERS, subject)
                  : new Sense(Sense.How.OWN, Optional.empty()));
      case MEMBER -> {
        Sense.How how = what == Countable.PLACE ? Sense.How.CALLERS : Sense.How.OWN;
        yield counts ? Optional.empty() : Optional.of(new Sense(how, subject));
      }
      case HOLDS ->
          counts || what != Countable.PARAMETER
              ? Optional.empty()
              : Optional.of(new Sense(Sense.How.OWN, subject));
    };
  }

  /** Without a verb that says so, a count belongs to a name only where {@code of} ties them. */
  private static boolean isOwn(StatedCount count, Claim claim) {
    String behind = claim.masked().substring(count.end());
    String before = claim.masked().substring(0, count.number().start());
    return behind.matches("(?iu)^\\s*,?\\s*⟦.*")
        || behind.matches(
            "(?iu)^\\s*(?:of|make up|form|belong to|in|inside|von|in|aus|de|del|du|do|da|dans|en|em|в|у)\\s+(?:\\p{L}+\\s+){0,2}⟦.*")
        || before.matches(
            "(?isu).*⟦\\d+⟧(?:['’]s|'[nıi]n|ın|in|,| is| ist| est| es| é)?\\s*(?:\\p{L}+[\\s,:(-]+){0,4}$");
  }

  /** The sentence with what is counted as one more name, so that verbs are read the same way. */
  private static String withMarker(Claim claim, StatedCount count) {
    return claim.masked().substring(0, count.number().start())
        + "⟦"
        + claim.mentions().size()
        + "⟧"
        + claim.masked().substring(count.end());
  }

  /** The name before a count, else the one right behind it. */
  private static Optional<Mention> subject(Claim claim, StatedCount count) {
    Matcher behind = PLACE.matcher(claim.masked()).region(count.end(), claim.masked().length());
    String gapBehind = behind.find() ? claim.masked().substring(count.end(), behind.start()) : ".";
    boolean tied =
        gapBehind.matches("\\s*,?\\s*(?:\\p{L}+\\s+)?")
            || gapBehind.matches(
                "(?iu)\\s*(?:of|in|from|extend|implement|call|make up|belong to|von|de|del|du|do|da|dans|en)\\s+(?:\\p{L}+\\s+){0,3}");
    boolean owned = OWNED.matcher(claim.masked().substring(0, count.number().start())).find();
    if (tied && !owned) {
      return Optional.of(claim.mentions().get(Integer.parseInt(behind.group(1))));
    }
    Matcher before = PLACE.matcher(claim.masked()).region(0, count.number().start());
    int last = -1;
    while (before.find()) {
      last = Integer.parseInt(before.group(1));
    }
    if (last >= 0) {
      return Optional.of(claim.mentions().get(last));
    }
    return (owned || claim.mentions().isEmpty()) && !claim.topic().symbols().isEmpty()
        ? Optional.of(claim.topic())
        : Optional.empty();
  }

  /** What the graph cannot count has to stand in a fact or in the cited lines. */
  private void written(StatedNumber number, Optional<StatedCount> count, Claim claim, Trial trial) {
    Optional<FactNumbers.Fact> fact = facts.about(claim, number);
    if (fact.isPresent()) {
      if (fact.get().value() == number.value()) {
        trial.confirm();
        fact.get().place().ifPresent(trial::confirm);
      } else {
        trial.fail(
            Finding.Kind.COUNT,
            fact.get().value() + " " + fact.get().noun(),
            number.value() + " " + fact.get().noun());
      }
      return;
    }
    boolean says = number.digits() || number.value() > PLAIN_WORD_MAX || count.isPresent();
    if (!says || !claim.isCited() || listed(number, claim)) {
      return;
    }
    Optional<Evidence> line = WrittenNumbers.line(ground, claim, number);
    if (line.isPresent()) {
      trial.confirm(line.get());
    } else if (number.digits() && count.isEmpty() && !countsSomething(number, claim)) {
      trial.fail(
          Finding.Kind.COUNT,
          "the number " + number.value() + " in the cited lines",
          "another or none");
    } else {
      trial.doubt("nothing shows the number " + number.value());
    }
  }

  /** Things that the graph does not count, or the rest of a list: {@code and 19 more}. */
  private static boolean countsSomething(StatedNumber number, Claim claim) {
    String behind = claim.masked().substring(number.end());
    return isRest(behind) || (MANY.matcher(behind).find() && !MEASURE.matcher(behind).find());
  }

  private static boolean isRest(String behind) {
    return behind.matches(
        "(?isu)\\s*(?:more|others?|weitere|andere|autres?|más|otros|mais|outros|ещё|других|daha|diğer|더|个其他)\\b.*");
  }

  /** A number that the sentence proves itself: {@code three parts: A, B and C}. */
  private static boolean listed(StatedNumber number, Claim claim) {
    String behind = claim.masked().substring(number.end());
    int colon = behind.indexOf(':');
    if (colon < 0) {
      return false;
    }
    Matcher place = PLACE.matcher(behind.substring(colon));
    int names = 0;
    while (place.find()) {
      names++;
    }
    return names == number.value();
  }
}
