package ai.wikibuilder.comparisons;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.source.HostLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Shows a comparison as a page: what changed in numbers, a drawing of parts and arrows that came
 * and went, and a table for each subject. What is there now is cited; what went is linked at the
 * earlier commit, where the host is known. Used once, by one thread.
 */
public final class ComparisonPage {
  /** Rows of a table; the comparison itself has all. */
  private static final int ROW_COUNT_MAX = 60;

  /** Longer content is cut in a cell. */
  private static final int CELL_CHAR_COUNT_MAX = 160;

  private final Comparison comparison;
  private final Optional<HostLinks> earlier;
  private final Catalogue words;

  /**
   * @param earlier links into the code of the earlier state
   */
  public ComparisonPage(Comparison comparison, Optional<HostLinks> earlier, Catalogue words) {
    this.comparison = comparison;
    this.earlier = earlier;
    this.words = words;
  }

  /**
   * The page.
   *
   * @param slug its name as a file
   * @param from what the earlier state is called by whoever asks
   * @param to what the later one is called
   */
  public Page page(String slug, String from, String to) {
    String title = "%s: %s → %s".formatted(words.text("compare.title"), from, to);
    List<Page.Section> sections = new ArrayList<>();
    List<Block> lead = new ArrayList<>(List.of(new Block.Paragraph(lead())));
    new ComparisonDiagram(comparison, words).figure().ifPresent(lead::add);
    sections.add(new Page.Section("", lead));
    for (Subject subject : Subject.values()) {
      section(subject).ifPresent(sections::add);
    }
    return new Page(slug, title, Optional.empty(), words.text("compare.summary"), sections);
  }

  private List<Sentence> lead() {
    List<Sentence> lead = new ArrayList<>();
    String from = comparison.from().label();
    String to = comparison.to().label();
    lead.add(
        from.equals(to)
            ? words.say("compare.same").code("commit", to).end()
            : words.say("compare.commits").code("from", from).code("to", to).end());
    for (Subject subject : Subject.values()) {
      int added = count(subject, Change.Kind.ADDED);
      int removed = count(subject, Change.Kind.REMOVED);
      int changed = count(subject, Change.Kind.CHANGED) + count(subject, Change.Kind.RENAMED);
      if (added + removed + changed > 0) {
        lead.add(
            words
                .say("compare.count")
                .strong("subject", capital(words.text("compare.subject." + subject.label())))
                .digits("added", added)
                .digits("removed", removed)
                .digits("changed", changed)
                .end());
      }
    }
    if (lead.size() == 1) {
      lead.add(words.plain("compare.nothing"));
    }
    return lead;
  }

  private int count(Subject subject, Change.Kind kind) {
    return comparison.changes(subject, kind).size();
  }

  private Optional<Page.Section> section(Subject subject) {
    List<List<Sentence>> rows = new ArrayList<>();
    int left = 0;
    for (Change.Kind kind : Change.Kind.values()) {
      List<Change> changes = comparison.changes(subject, kind);
      // every kind has its share of the table
      int most = ROW_COUNT_MAX / 2;
      changes.stream().limit(most).forEach(change -> rows.add(row(change)));
      left += Math.max(0, changes.size() - most);
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Table(
            List.of(
                words.text("compare.column.name"),
                words.text("compare.column.kind"),
                words.text("compare.column.before"),
                words.text("compare.column.after")),
            rows));
    if (left > 0) {
      blocks.add(
          new Block.Paragraph(List.of(words.say("compare.more").digits("count", left).end())));
    }
    String subjectWords = words.text("compare.subject." + subject.label());
    return Optional.of(new Page.Section(capital(subjectWords), blocks));
  }

  private String capital(String text) {
    Locale locale = Locale.forLanguageTag(words.language());
    return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
  }

  private List<Sentence> row(Change change) {
    boolean file = change.subject() == Subject.FILES; // ids say nothing to people
    return List.of(
        new Sentence(List.of(new Inline.Code(change.name())), List.of()),
        Sentence.of(words.text("compare." + change.kind().label())),
        before(change, file),
        new Sentence(
            content(change.subject(), file ? "" : change.after()), change.is().stream().toList()));
  }

  private Sentence before(Change change, boolean file) {
    List<Inline> inlines = new ArrayList<>(content(change.subject(), file ? "" : change.before()));
    change
        .was()
        .ifPresent(place -> {
          if (change.kind() == Change.Kind.REMOVED || change.is().isEmpty()) {
            inlines.add(new Inline.Plain(inlines.isEmpty() ? "" : " "));
            inlines.add(place(place));
          }
        });
    return new Sentence(inlines, List.of());
  }

  private List<Inline> content(Subject subject, String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    Matcher size = Inventory.SIZE.matcher(text);
    if (subject == Subject.PARTS && size.matches()) {
      return words
          .say("compare.size")
          .count("files", Long.parseLong(size.group(1)))
          .count("lines", Long.parseLong(size.group(2)))
          .end()
          .words();
    }
    return List.of(
        new Inline.Code(
            text.length() <= CELL_CHAR_COUNT_MAX
                ? text
                : text.substring(0, CELL_CHAR_COUNT_MAX - 1) + "…"));
  }

  /** A place of the earlier state: its lines are not those of this page's commit. */
  private Inline place(Evidence place) {
    String text = place.path() + ":" + place.startLine();
    return earlier
        .map(links -> links.lines(place.path(), place.startLine(), place.endLine()))
        .<Inline>map(address -> new Inline.ExternalLink(address, text))
        .orElseGet(() -> new Inline.Code(text));
  }
}
