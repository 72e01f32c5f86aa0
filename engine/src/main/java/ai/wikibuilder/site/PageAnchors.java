package ai.wikibuilder.site;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the places on one page that can be linked to: {@code h-…} for headings and {@code
 * s-…} for symbols, made from their words so that they outlive other changes of the page.
 * Immutable.
 *
 * @param sections one per section, empty for a section without heading
 * @param symbols one per symbol card, in reading order
 */
record PageAnchors(List<String> sections, List<String> symbols) {
  /** Long enough to be told apart, short enough to be read in an address. */
  private static final int WORDS_CHAR_COUNT_MAX = 60;

  static PageAnchors of(Page page) {
    List<String> sections = new ArrayList<>();
    List<String> symbols = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Page.Section section : page.sections()) {
      sections.add(section.heading().isEmpty() ? "" : free("h-" + plain(section.heading()), taken));
      for (Block block : section.blocks()) {
        if (block instanceof Block.Symbols(List<Block.SymbolCard> cards)) {
          for (Block.SymbolCard card : cards) {
            symbols.add(free("s-" + plain(card.name()), taken));
          }
        }
      }
    }
    return new PageAnchors(List.copyOf(sections), List.copyOf(symbols));
  }

  /** The place of the first section with a heading. */
  Optional<String> section(Page page, String heading) {
    for (int i = 0; i < sections.size(); i++) {
      if (page.sections().get(i).heading().equals(heading) && !heading.isEmpty()) {
        return Optional.of(sections.get(i));
      }
    }
    return Optional.empty();
  }

  private static String plain(String words) {
    String folded = Normalizer.normalize(words, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < folded.length() && out.length() < WORDS_CHAR_COUNT_MAX; i++) {
      char c = folded.charAt(i) == 'ı' ? 'i' : folded.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        out.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK
          && !out.isEmpty()
          && out.charAt(out.length() - 1) != '-') {
        out.append('-');
      }
    }
    int end = out.length();
    if (end > 0 && out.charAt(end - 1) == '-') {
      out.setLength(end - 1);
    }
    return out.isEmpty() ? "x" : out.toString();
  }

  private static String free(String wanted, Set<String> taken) {
    String id = wanted;
    for (int n = 2; !taken.add(id); n++) {
      id = wanted + "-" + n;
    }
    return id;
  }
}
