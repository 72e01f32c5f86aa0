package ai.wikibuilder.pages.prose.checking;

import ai.wikibuilder.pages.prose.reading.Prose;
import ai.wikibuilder.pages.prose.reading.ProsePart;
import ai.wikibuilder.pages.prose.reading.ProseReader;
import ai.wikibuilder.pages.prose.reading.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model answered to a {@link RepairRequest}: statements written anew, or none in their
 * place. Immutable. Whatever it says is checked like the page itself; a statement it does not
 * mention stays and fails again.
 */
public final class RepairReply {
  /** A number and what it stands for; some models write it as an item, or in bold or brackets. */
  private static final Pattern LINE =
      Pattern.compile("[\\s*_>\\[-]{0,8}(\\d{1,3})[\\s*_\\]]{0,4}[.:)]+[*_]{0,3}\\s*(\\S.*)");

  /** Takes a statement away, whatever it is wrapped in. */
  private static final Pattern REMOVE =
      Pattern.compile("[*_`\"'(\\[]{0,3}(?:REMOVED?|Removed?)\\b(?! \\w).*");

  private final Map<Statement, Optional<Statement>> mended = new HashMap<>();

  private RepairReply() {}

  /**
   * Reads a reply.
   *
   * @param page the page that the request was made of
   */
  public static RepairReply read(String reply, CheckedProse page, ProseReader reader) {
    return read(reply, page.failed(), reader);
  }

  /**
   * Reads a reply.
   *
   * @param failed the statements that the request was made of
   */
  public static RepairReply read(String reply, List<Verdict.Failed> failed, ProseReader reader) {
    RepairReply result = new RepairReply();
    for (String line : reply.split("\n", -1)) {
      Matcher matcher = LINE.matcher(line);
      int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
      if (number >= 1 && number <= failed.size()) {
        Statement before = failed.get(number - 1).statement();
        boolean gone = REMOVE.matcher(matcher.group(2)).matches();
        List<Statement> anew = gone ? List.of() : reader.read(matcher.group(2)).statements();
        result.mended.put(before, anew.stream().findFirst());
      }
    }
    return result;
  }

  /** What it writes in place of a statement; empty when it takes it away or says nothing of it. */
  public Optional<Statement> instead(Statement failed) {
    return mended.getOrDefault(failed, Optional.empty());
  }

  /** Statements it writes anew. */
  public int mendedCount() {
    return (int) mended.values().stream().filter(Optional::isPresent).count();
  }

  /** Those of a checked page's verified statements that this reply wrote. */
  public int heldCount(CheckedProse page) {
    return (int)
        page.verified().stream()
            .filter(one -> mended.containsValue(Optional.of(one.statement())))
            .count();
  }

  /** The page with these statements in place of those that failed. */
  public Prose applyTo(Prose prose) {
    List<ProsePart> parts = new ArrayList<>();
    for (ProsePart part : prose.parts()) {
      switch (part) {
        case ProsePart.Paragraph(List<Statement> statements) ->
            parts.add(new ProsePart.Paragraph(all(statements)));
        case ProsePart.Items items ->
            parts.add(
                new ProsePart.Items(
                    items.numbered(), items.items().stream().map(this::all).toList()));
        case ProsePart.Heading(Statement words) ->
            one(words).ifPresent(kept -> parts.add(new ProsePart.Heading(kept)));
        case ProsePart.Table table -> parts.add(table);
        case ProsePart.Code code -> parts.add(code);
        case ProsePart.Drawing drawing -> parts.add(drawing);
      }
    }
    return new Prose(parts, prose.dropped());
  }

  private List<Statement> all(List<Statement> statements) {
    return statements.stream().flatMap(statement -> one(statement).stream()).toList();
  }

  private Optional<Statement> one(Statement statement) {
    return mended.getOrDefault(statement, Optional.of(statement));
  }
}
