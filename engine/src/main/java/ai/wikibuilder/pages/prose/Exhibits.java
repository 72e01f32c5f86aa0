package ai.wikibuilder.pages.prose;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands ready on the composed page and is better shown than told: tables, diagrams, cards and
 * code. A writer places them by name; what is not placed follows below. Immutable.
 */
final class Exhibits {
  /** The line that places an exhibit: {@code {{X2}}}. */
  private static final Pattern PLACE = Pattern.compile("^\\s*\\{\\{(X\\d{1,3})}}\\s*$");

  /** Columns named in the prompt. */
  private static final int COLUMN_COUNT_MAX = 8;

  private record Exhibit(String heading, Block block) {}

  private final Map<String, Exhibit> byName = new LinkedHashMap<>();

  private Exhibits() {}

  static Exhibits of(Page composed) {
    Exhibits exhibits = new Exhibits();
    for (Page.Section section : composed.sections()) {
      for (Block block : section.blocks()) {
        boolean shown =
            switch (block) {
              case Block.Table _,
                  Block.Symbols _,
                  Block.Excerpt _,
                  Block.CodeBlock _,
                  Block.Figure _,
                  Block.Image _ ->
                  true;
              case Block.Paragraph _, Block.Items _ -> false;
            };
        if (shown) {
          String name = "X" + (exhibits.byName.size() + 1);
          exhibits.byName.put(name, new Exhibit(section.heading(), block));
        }
      }
    }
    return exhibits;
  }

  /** The name a line places, when it places one that is there. */
  Optional<String> placedBy(String line) {
    Matcher matcher = PLACE.matcher(line);
    return matcher.matches() && byName.containsKey(matcher.group(1))
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  Block block(String name) {
    Exhibit exhibit = byName.get(name);
    if (exhibit == null) {
      throw new IllegalArgumentException("no exhibit " + name);
    }
    return exhibit.block();
  }

  /** The others under their headings, in their order. */
  List<Page.Section> without(Set<String> placed) {
    Map<String, List<Block>> rest = new LinkedHashMap<>();
    byName.forEach((name, exhibit) -> {
      if (!placed.contains(name)) {
        rest.computeIfAbsent(exhibit.heading(), _ -> new ArrayList<>()).add(exhibit.block());
      }
    });
    List<Page.Section> sections = new ArrayList<>();
    rest.forEach((heading, blocks) -> sections.add(new Page.Section(heading, blocks)));
    return sections;
  }

  /** One line for each, for the prompt. */
  String list() {
    StringBuilder list = new StringBuilder();
    byName.forEach((name, exhibit) ->
        list.append("{{%s}} %s%n".formatted(name, described(exhibit)).replace("\r", "")));
    return list.toString();
  }

  Set<String> names() {
    return new LinkedHashSet<>(byName.keySet());
  }

  private static String described(Exhibit exhibit) {
    String heading = exhibit.heading().isEmpty() ? "" : " (" + exhibit.heading() + ")";
    return switch (exhibit.block()) {
          case Block.Table table ->
              "table of %d rows: %s"
                  .formatted(
                      table.rows().size(),
                      String.join(", ", table.columns().stream().limit(COLUMN_COUNT_MAX).toList()));
          case Block.Figure(var diagram) ->
              "diagram: %s, %d boxes".formatted(diagram.title(), diagram.nodes().size());
          case Block.Image image -> "image: " + image.alt();
          case Block.Symbols symbols -> "cards of %d symbols".formatted(symbols.cards().size());
          case Block.Excerpt excerpt -> "code of " + excerpt.evidence().path();
          case Block.CodeBlock code ->
              code.language().isEmpty() ? "text to type" : "code to type: " + code.language();
          case Block.Paragraph _, Block.Items _ -> "text";
        }
        + heading;
  }
}
