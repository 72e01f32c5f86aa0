package ai.wikibuilder.pages.prose;

import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.prompts.PromptText;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.prose.packing.EvidencePacker;
import ai.wikibuilder.plan.PlannedPage;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * What a model is told to write a page. The first message is the same for all pages of a wiki, byte
 * for byte, so that a provider charges little for it; all that differs follows. Immutable.
 */
final class PagePrompts {
  private static final int SUMMARY_LENGTH_MAX = 160;

  /** Statements of one page that the writers of all others are told. */
  private static final int FACT_COUNT_MAX = 6;

  private static final String KNOWN = "\nKNOWN OF THE PARTS (to explain by, not to be cited)\n";

  private final Message prefix;
  private final String language;

  /**
   * What a page's prompt is made of beside its evidence.
   *
   * @param summaries of the pages below it, a line each
   * @param notes of the repository's steering file
   * @param earlier the page as it was written for an earlier commit, empty for none
   * @param change what changed in its evidence since then, empty when that is not known
   */
  record Surroundings(List<String> summaries, List<String> notes, String earlier, String change) {
    Surroundings {
      summaries = List.copyOf(summaries);
      notes = List.copyOf(notes);
    }
  }

  /** How long a page is to be, in words. */
  record Length(int wordsMin, int wordsMax) {
    static Length of(PlannedPage.Kind kind) {
      return switch (kind) {
        case OVERVIEW -> new Length(300, 550);
        case ARCHITECTURE -> new Length(250, 500);
        case MODULE, AREA, TOPIC -> new Length(250, 450);
        case DATA_MODEL, API, CONFIGURATION, BUILD, DEPLOYMENT -> new Length(150, 350);
        case GLOSSARY, DOCUMENTS -> new Length(150, 300);
      };
    }
  }

  /**
   * @param language English name of the language to write in
   * @param partsTokensMax tokens of the list of all pages
   */
  PagePrompts(Wiki composed, String language, ToIntFunction<String> tokens, int partsTokensMax) {
    this.language = language;
    this.prefix =
        new Message.Instruction(
            "%s\nREPOSITORY %s\n\nPARTS (the pages of this wiki)\n%s"
                .formatted(
                    rules(), composed.snapshot().name(), parts(composed, tokens, partsTokensMax)),
            true);
  }

  /**
   * All pages by their summaries. Of few pages more is said, so that the writer of one knows the
   * others: providers charge little for what all prompts begin with, and keep nothing that is
   * shorter than a thousand tokens.
   */
  private static String parts(Wiki composed, ToIntFunction<String> tokens, int tokensMax) {
    StringBuilder parts = new StringBuilder();
    int used = 0;
    for (Page page : composed.pages()) {
      String line = "- %s: %s\n".formatted(page.title(), shortened(page.summary()));
      used += tokens.applyAsInt(line);
      if (used > tokensMax) {
        return parts.append("- and others\n").toString();
      }
      parts.append(line);
    }
    StringBuilder facts = new StringBuilder();
    for (Page page : composed.pages()) {
      for (String fact : facts(page)) {
        String line = "- %s: %s\n".formatted(page.title(), fact);
        used += tokens.applyAsInt(line);
        if (used > tokensMax) {
          return parts.append(KNOWN).append(facts).toString();
        }
        facts.append(line);
      }
    }
    return facts.isEmpty() ? parts.toString() : parts.append(KNOWN).append(facts).toString();
  }

  /** Statements of a page that its summary does not make. */
  private static List<String> facts(Page page) {
    return EvidencePacker.facts(page).stream()
        .map(sentence -> Texts.plain(sentence).strip())
        .filter(fact -> fact.length() <= SUMMARY_LENGTH_MAX && !page.summary().contains(fact))
        .limit(FACT_COUNT_MAX)
        .toList();
  }

  /** What is said to all models of all wikis. */
  static String rules() {
    return PromptText.of(PagePrompts.class, "page.txt");
  }

  /**
   * The messages that ask for a page.
   *
   * @param exhibits that it may place, a line each
   */
  List<Message> page(PlannedPage planned, EvidencePack pack, String exhibits, Surroundings around) {
    StringBuilder prompt = new StringBuilder();
    Length length = Length.of(planned.kind());
    prompt.append(
        "PAGE %s (%s)%nLANGUAGE %s%nLENGTH %d to %d words%n"
            .formatted(
                planned.title(),
                planned.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                language,
                length.wordsMin(),
                length.wordsMax()));
    section("NOTES of the repository's owners about what to tell", around.notes(), prompt);
    if (!exhibits.isEmpty()) {
      prompt.append("\nEXHIBITS\n").append(exhibits);
    }
    prompt.append("\nFACTS\n");
    pack.facts().forEach(fact -> prompt.append(fact.shown()));
    prompt.append("\nEVIDENCE\n");
    for (EvidencePiece piece : pack.pieces()) {
      if (piece.kind() != EvidencePiece.Kind.FACT) {
        prompt.append(piece.shown());
      }
    }
    // what differs between two calls for the same page stands last: providers keep beginnings
    section("PAGES BELOW", around.summaries(), prompt);
    earlier(around, prompt);
    return List.of(prefix, new Message.User(prompt.toString().replace("\r", "")));
  }

  /** The page as it was, and what changed since. */
  private static void earlier(Surroundings around, StringBuilder prompt) {
    if (!around.earlier().isEmpty()) {
      prompt
          .append("\nEARLIER PAGE, written for an earlier commit with other evidence numbers. ")
          .append("Keep what still holds, change what the evidence now says otherwise.\n")
          .append(around.earlier())
          .append('\n');
    }
    if (!around.change().isEmpty()) {
      prompt
          .append("\nCHANGE of the evidence since the earlier page was written: ")
          .append("by file, lines that are gone (-) and lines that are new (+)\n")
          .append(around.change());
    }
  }

  private static void section(String heading, List<String> lines, StringBuilder prompt) {
    if (!lines.isEmpty()) {
      prompt.append('\n').append(heading).append('\n');
      lines.forEach(line -> prompt.append("- ").append(line).append('\n'));
    }
  }

  /** The part all pages share. */
  Message prefix() {
    return prefix;
  }

  private static String shortened(String summary) {
    return summary.length() <= SUMMARY_LENGTH_MAX
        ? summary
        : summary.substring(0, summary.lastIndexOf(' ', SUMMARY_LENGTH_MAX) + 1).strip() + " …";
  }
}
