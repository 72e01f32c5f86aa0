package ai.wikibuilder.benchmarks.claims;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.pages.prose.checking.Verdict;
import ai.wikibuilder.pages.prose.reading.ProseReader;
import ai.wikibuilder.pages.prose.reading.Statement;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Lets the hostile writer loose on one repository and checks what it wrote. */
public final class RepositoryClaims {
  /** Subjects of one kind told on a page. */
  private static final int SUBJECTS_OF_A_KIND_MAX = 6;

  private final Random random;
  private final CodeGraph graph;
  private final TextReader reader;
  private final ProseChecker checker;
  private final ProseReader prose = new ProseReader();
  private final Map<Subject.Kind, Tally> byKind = new EnumMap<>(Subject.Kind.class);
  private final Map<Fault, Tally> byFault = new EnumMap<>(Fault.class);
  private final Tally all = new Tally();
  private final List<String> errors = new ArrayList<>();

  public RepositoryClaims(CodeGraph graph, TextReader reader, long seed) {
    this.graph = graph;
    this.reader = reader;
    this.random = new Random(seed);
    this.checker = new ProseChecker(graph, reader);
  }

  /** Writes and checks that many pages. */
  public void run(int pageCount) {
    HostileWriter writer = new HostileWriter(random);
    for (DrawnPage page : new PageDraw(graph, reader, random).draw(pageCount)) {
      List<Subject> subjects = new ArrayList<>(page.subjects());
      Collections.shuffle(subjects, random);
      Map<Subject.Kind, Integer> told = new EnumMap<>(Subject.Kind.class);
      for (Subject subject : subjects) {
        if (told.merge(subject.kind(), 1, Integer::sum) <= SUBJECTS_OF_A_KIND_MAX) {
          writer.tell(subject, page).ifPresent(claim -> judge(claim, page.pack()));
        }
      }
    }
    new ComposedClaims(graph, reader, random)
        .draw(pageCount)
        .forEach((pack, claims) -> claims.forEach(claim -> judge(claim, pack)));
  }

  private void judge(ToldClaim claim, EvidencePack pack) {
    ProseChecker.Session session = checker.session("page", claim.language(), pack);
    if (!claim.about().isEmpty()) {
      session.about(claim.about());
    }
    for (String before : claim.before()) {
      prose.read(before).statements().forEach(session::judge);
    }
    Tally.Outcome outcome = Tally.Outcome.VERIFIED;
    List<Verdict> verdicts = new ArrayList<>();
    for (Statement statement : prose.read(claim.markdown()).statements()) {
      Verdict verdict = session.judge(statement);
      verdicts.add(verdict);
      outcome = worse(outcome, verdict);
    }
    count(claim, outcome);
    boolean wrong =
        claim.fault().isEmpty()
            ? outcome != Tally.Outcome.VERIFIED
            : outcome == Tally.Outcome.VERIFIED;
    if (wrong) {
      errors.add(
          "%s %s %s: %s %s"
              .formatted(
                  claim.fault().map(Fault::label).orElse("true"),
                  claim.kind().label(),
                  outcome,
                  claim.markdown(),
                  verdicts.stream().map(RepositoryClaims::said).toList()));
    }
  }

  private static Tally.Outcome worse(Tally.Outcome before, Verdict verdict) {
    Tally.Outcome outcome =
        switch (verdict) {
          case Verdict.Verified one -> Tally.Outcome.VERIFIED;
          case Verdict.Uncited one -> Tally.Outcome.MARKED;
          case Verdict.Failed one -> Tally.Outcome.REMOVED;
        };
    return outcome.compareTo(before) > 0 ? outcome : before;
  }

  private static String said(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Verified one -> "verified " + one.sentence().evidence();
      case Verdict.Uncited one -> "uncited " + one.why();
      case Verdict.Failed one -> "failed " + one.findings();
    };
  }

  private void count(ToldClaim claim, Tally.Outcome outcome) {
    boolean isTrue = claim.fault().isEmpty();
    all.add(isTrue, outcome);
    byKind.computeIfAbsent(claim.kind(), kind -> new Tally()).add(isTrue, outcome);
    Optional<Fault> fault = claim.fault();
    fault.ifPresent(one -> byFault.computeIfAbsent(one, key -> new Tally()).add(false, outcome));
  }

  /** All verdicts together. */
  Tally all() {
    return all;
  }

  Map<Subject.Kind, Tally> byKind() {
    return byKind;
  }

  Map<Fault, Tally> byFault() {
    return byFault;
  }

  /** Claims that were judged wrongly, each with what was said of it. */
  List<String> errors() {
    return errors;
  }
}
