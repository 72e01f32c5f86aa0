package ai.wikibuilder.pages;

import ai.wikibuilder.pages.material.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What people wrote on the golden pages of Fernpost, place by place. A fact is reached where a
 * sentence of the page cites the place and, it or what it stands together with, names what the
 * golden sentence names and quotes what it quotes.
 */
final class FernpostFacts {
  private static final Path FACTS =
      Path.of("src/test/resources/ai/wikibuilder/pages/fernpost-facts.tsv");

  /** A citation this many times as long as the golden one shows the place no more. */
  private static final int LENGTH_FACTOR_MAX = 4;

  private FernpostFacts() {}

  /** One citation of the golden pages with what its sentence names and quotes. */
  record Fact(String page, Evidence place, List<String> names, List<String> quotes) {
    /** Whether a page says it. */
    boolean isOn(Page page) {
      for (Page.Section section : page.sections()) {
        for (Block block : section.blocks()) {
          if (groups(block).stream().anyMatch(this::isIn)) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean isIn(List<Sentence> group) {
      StringBuilder words = new StringBuilder();
      group.forEach(sentence -> words.append(Texts.plain(sentence)).append(' '));
      String text = words.toString();
      boolean cited = group.stream().flatMap(one -> one.evidence().stream()).anyMatch(this::shows);
      boolean named = names.isEmpty() || names.stream().anyMatch(name -> holds(text, name));
      boolean quoted = quotes.stream().allMatch(quote -> holds(text, quote.replace("”", "")));
      return cited && named && quoted;
    }

    private static boolean holds(String text, String words) {
      String last = words.substring(words.lastIndexOf('.', words.length() - 2) + 1).strip();
      String wanted = words.indexOf(' ') < 0 ? last : words;
      return text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    private boolean shows(Evidence evidence) {
      int wanted = place.endLine() - place.startLine() + 1;
      int length = evidence.endLine() - evidence.startLine() + 1;
      return evidence.path().equals(place.path())
          && evidence.startLine() <= place.endLine()
          && place.startLine() <= evidence.endLine()
          && length <= Math.max(wanted * LENGTH_FACTOR_MAX, LENGTH_FACTOR_MAX);
    }
  }

  /** What a reader takes in together: a paragraph, an item, a row, a card. */
  private static List<List<Sentence>> groups(Block block) {
    return switch (block) {
      case Block.Items items -> items.items();
      case Block.Table table -> table.rows();
      default -> List.of(EvidenceCheck.sentences(block));
    };
  }

  static List<Fact> all() throws IOException {
    List<Fact> facts = new ArrayList<>();
    for (String line : Files.readAllLines(FACTS)) {
      if (!line.startsWith("#")) {
        String[] parts = line.split("\t", -1);
        facts.add(new Fact(parts[0], place(parts[1]), words(parts[2]), words(parts[3])));
      }
    }
    return facts;
  }

  private static Evidence place(String written) {
    int colon = written.lastIndexOf(':');
    String[] lines = written.substring(colon + 1).split("-", -1);
    return new Evidence(
        written.substring(0, colon), Integer.parseInt(lines[0]), Integer.parseInt(lines[1]));
  }

  private static List<String> words(String written) {
    return written.isEmpty() ? List.of() : List.of(written.split("\\|", -1));
  }
}
