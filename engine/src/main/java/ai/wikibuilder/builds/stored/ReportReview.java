package ai.wikibuilder.builds.stored;

import ai.wikibuilder.builds.stored.WikiCorrection.Outcome;
import ai.wikibuilder.builds.stored.WikiCorrection.Report;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.corrections.ClaimForm;
import ai.wikibuilder.pages.corrections.Correction;
import ai.wikibuilder.pages.corrections.ReportedClaims;
import ai.wikibuilder.pages.corrections.ReportedSentence;
import ai.wikibuilder.pages.prose.checking.Verdict;
import ai.wikibuilder.site.data.WikiDataException;
import ai.wikibuilder.source.TextReader;
import java.util.List;
import java.util.Optional;

/**
 * Checks what somebody reports as wrong, and says what is to become of it. Changes nothing. Threads
 * may share it.
 */
public final class ReportReview {
  private final Wiki wiki;
  private final ReportedClaims claims;

  /**
   * @param wiki the one that was read
   * @param language code of the wiki's language
   */
  public ReportReview(Wiki wiki, CodeGraph graph, TextReader texts, String language) {
    this.wiki = wiki;
    this.claims = new ReportedClaims(graph, texts, language);
  }

  /**
   * What a report comes to.
   *
   * @param correction what is to be remembered; empty when nothing is to change
   */
  public record Reviewed(Outcome outcome, Optional<Correction> correction) {
    private static Reviewed unchanged(Outcome outcome) {
      return new Reviewed(outcome, Optional.empty());
    }
  }

  /**
   * Checks a report.
   *
   * @throws WikiDataException when there is no such page
   */
  public Reviewed review(Report report) {
    Page page = page(report.page());
    List<Sentence> meant = ReportedSentence.find(page, report.sentence());
    if (meant.stream().map(ClaimForm::of).distinct().count() != 1) {
      return Reviewed.unchanged(
          new Outcome.NotFound(
              meant.isEmpty()
                  ? ReportedSentence.alike(page, report.sentence())
                  : meant.stream().map(ClaimForm::text).distinct().toList()));
    }
    return review(report, meant.getFirst());
  }

  private Page page(String slug) {
    return wiki.pages().stream()
        .filter(one -> one.slug().equals(slug))
        .findFirst()
        .orElseThrow(() ->
            new WikiDataException(
                "expected one of the pages %s; got %s"
                    .formatted(
                        String.join(", ", wiki.pages().stream().map(Page::slug).toList()), slug)));
  }

  private Reviewed review(Report report, Sentence sentence) {
    String said = ClaimForm.text(sentence);
    if (report.instead().isPresent()) {
      return replacing(report, sentence, report.instead().get());
    }
    Verdict verdict = claims.check(report.page(), sentence);
    if (verdict instanceof Verdict.Failed failed) {
      Finding first = failed.findings().getFirst();
      return changed(
          new Outcome.Removed(said, failed.findings()),
          report,
          sentence,
          "expected " + first.expected() + "; found " + first.found());
    }
    if (!report.wrong()) {
      return Reviewed.unchanged(new Outcome.Kept(said, sentence.evidence()));
    }
    return changed(new Outcome.Removed(said, List.of()), report, sentence, "reported as wrong");
  }

  private Reviewed replacing(Report report, Sentence sentence, String instead) {
    Verdict verdict = claims.check(report.page(), instead, sentence);
    if (verdict instanceof Verdict.Failed failed) {
      return Reviewed.unchanged(new Outcome.Refused(instead, failed.findings()));
    }
    return changed(
        new Outcome.Replaced(
            ClaimForm.text(sentence), instead, verdict instanceof Verdict.Verified),
        report,
        sentence,
        "put right by a reader");
  }

  private static Reviewed changed(Outcome outcome, Report report, Sentence sentence, String why) {
    return new Reviewed(
        outcome,
        Optional.of(
            new Correction(
                report.page(),
                ClaimForm.of(sentence),
                ClaimForm.text(sentence),
                report.instead(),
                why)));
  }
}
