package ai.wikibuilder.answers.research;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.checking.CheckedProse;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.pages.prose.reading.ProseReader;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows a finished research as a page of a wiki, checked against the snapshot the wiki is of: it
 * may be a later one. Evidence whose lines moved is found again by its text; what no longer holds
 * is taken out and shown struck through in the page's foot. Threads may share it.
 */
public final class ReportPage {
  /** Every research's page is called so, with the run's id behind it. */
  public static final String SLUG_FRONT = "research-";

  private static final int TITLE_LENGTH_MAX = 90;
  private static final int SUMMARY_LENGTH_MAX = 220;

  private final ProseChecker checker;
  private final TextReader texts;

  public ReportPage(ProseChecker checker, TextReader texts) {
    this.checker = checker;
    this.texts = texts;
  }

  /** The page; empty when the run has no report, or nothing of it holds any more. */
  public Optional<Page> of(ResearchRun run) {
    if (run.report().isEmpty()) {
      return Optional.empty();
    }
    Report report = run.report().get();
    String slug = SLUG_FRONT + run.id();
    EvidencePack pack = new EvidencePack(run.pieces().stream().map(this::located).toList());
    CheckedProse checked =
        checker.check(
            new ProseReader().read(report.markdown()),
            checker.session(slug, run.language().code(), pack));
    if (checked.verified().isEmpty()) {
      return Optional.empty();
    }
    List<Page.Section> sections = new ArrayList<>(checked.sections());
    sections.addAll(appendix(run));
    Page page =
        new Page(slug, title(run), Optional.of("overview"), summary(checked, run), sections);
    return Optional.of(page.checked(checked.checking(report.repaired())));
  }

  private static String title(ResearchRun run) {
    String asked = run.question().replaceAll("\\s+", " ").strip();
    String title = asked.substring(0, 1).toUpperCase(Locale.ROOT) + asked.substring(1);
    int cut = title.lastIndexOf(' ', TITLE_LENGTH_MAX);
    return title.length() <= TITLE_LENGTH_MAX
        ? title
        : title.substring(0, cut < 1 ? TITLE_LENGTH_MAX : cut) + " …";
  }

  private static String summary(CheckedProse checked, ResearchRun run) {
    return checked.verified().stream()
        .map(verdict -> Texts.plain(verdict.sentence()).strip())
        .filter(text -> text.length() <= SUMMARY_LENGTH_MAX)
        .findFirst()
        .orElse(title(run));
  }

  /** What was not found, and how it was looked for. */
  private static List<Page.Section> appendix(ResearchRun run) {
    Catalogue words = new Catalogue(run.language().spoken(Catalogue.LANGUAGES));
    List<Page.Section> sections = new ArrayList<>();
    if (!run.missing().isEmpty()) {
      sections.add(
          new Page.Section(
              words.text("research.missing"),
              List.of(
                  new Block.Items(
                      false,
                      run.missing().stream().map(one -> List.of(Sentence.of(one))).toList()))));
    }
    List<List<Sentence>> trail = new ArrayList<>();
    for (Step step : run.steps()) {
      Inline question = new Inline.Strong(step.question());
      Sentence found =
          words.say("research.step").put("question", question).count("count", step.found()).end();
      trail.add(List.of(found));
    }
    List<Block> told = new ArrayList<>(List.of(new Block.Items(true, trail)));
    if (run.steps().stream().anyMatch(Step::isWithoutTools)) {
      told.add(new Block.Paragraph(List.of(words.plain("research.notools"))));
    }
    sections.add(new Page.Section(words.text("research.trail"), told));
    return sections;
  }

  /** The piece at the place where its lines stand now; as it was when they are gone. */
  private EvidencePiece located(EvidencePiece piece) {
    Optional<SourceText> text =
        piece.path().isEmpty() ? Optional.empty() : texts.text(piece.path());
    if (text.isEmpty()) {
      return piece;
    }
    String first = piece.text().lines().findFirst().orElse("");
    int length = piece.endLine() - piece.startLine();
    int count = text.get().lineCount();
    boolean stays =
        piece.endLine() <= count
            && text.get()
                .lines(piece.startLine(), piece.startLine())
                .stripTrailing()
                .equals(first.stripTrailing());
    if (stays || first.isBlank() || piece.kind() == EvidencePiece.Kind.CARD) {
      return piece;
    }
    for (int line = 1; line + length <= count; line++) {
      if (text.get().lines(line, line).stripTrailing().equals(first.stripTrailing())) {
        return new EvidencePiece(
            piece.number(), piece.kind(), piece.path(), line, line + length, piece.text());
      }
    }
    return piece;
  }
}
