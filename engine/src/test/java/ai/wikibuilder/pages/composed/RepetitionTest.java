package ai.wikibuilder.pages.composed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionTest {
  private static Sentence sentence(String words) {
    return new Sentence(List.of(new Inline.Plain(words)), List.of());
  }

  /** Sixty words of its own, then a definition. */
  private static Page page(String slug, String signature) {
    String own =
        IntStream.range(0, 60).mapToObj(i -> slug + i).collect(Collectors.joining(" ")) + ".";
    List<Sentence> item = List.of(sentence(signature + ":"), sentence("“Makes a maker.”"));
    List<Block> opening = List.of(new Block.Paragraph(List.of(sentence(own))));
    List<Block> items = List.of(new Block.Items(false, List.of(item)));
    return new Page(
        slug,
        slug,
        Optional.empty(),
        "",
        List.of(new Page.Section("", opening), new Page.Section("Items", items)));
  }

  private static long itemCount(Page page) {
    return page.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Block.Items.class::isInstance)
        .mapToLong(block -> ((Block.Items) block).items().size())
        .sum();
  }

  /** Packages copied from one another differed by a star, and their pages by little more. */
  @Test
  void signaturesThatDifferByASignAreTheSameWords() {
    List<Page> pages =
        new Repetition(
                List.of(
                    page("quay", "Make(conf Config, opts Options) (*Maker, error)"),
                    page("berth", "Make(conf *Config, opts Options) (*Maker, error)"),
                    page("ship", "Make(conf Config) (*Maker, error, bool, int)")),
                "And others.")
            .pages();

    assertThat(pages).extracting(RepetitionTest::itemCount).containsExactly(1L, 0L, 1L);
  }

  /**
   * A glossary of which every word was told elsewhere stood there with its first sentence alone.
   */
  @Test
  void aPageThatIsOneListGoesWithIt() {
    Block opening = new Block.Paragraph(List.of(sentence("Words of the subject, in their order.")));
    Block items =
        new Block.Items(
            false, List.of(List.of(sentence("A gate is what opens once for everybody."))));
    List<Page> pages = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d")) {
      Page.Section section = new Page.Section("", List.of(opening, items));
      pages.add(new Page(name, name, Optional.empty(), "", List.of(section)));
    }

    assertThat(new Repetition(pages, "And others.").pages().getLast().sections()).isEmpty();
  }

  /** A walk left out the steps that its page had described above, so that it led nowhere. */
  @Test
  void aStepThatWasDescribedBeforeKeepsItsName() {
    Sentence described =
        new Sentence(
            List.of(
                new Inline.Code("load(…)"),
                new Inline.Plain(": "),
                new Inline.Quote("Loads one parcel into its van.")),
            List.of());
    Sentence step =
        new Sentence(
            List.of(
                new Inline.Code("load"),
                new Inline.Plain(": "),
                new Inline.Quote("Loads one parcel into its van.")),
            List.of());
    List<Block> blocks =
        List.of(
            new Block.Items(false, List.of(List.of(described))),
            new Block.Items(
                true,
                List.of(
                    List.of(sentence("Sort takes all parcels of a day.")),
                    List.of(step, sentence("It calls the scanner at the end.")))));

    List<Page> pages =
        new Repetition(
                List.of(
                    new Page(
                        "van", "van", Optional.empty(), "", List.of(new Page.Section("", blocks)))),
                "And others.")
            .pages();

    Block.Items walk = (Block.Items) pages.getFirst().sections().getFirst().blocks().getLast();
    assertThat(walk.items()).hasSize(2);
    assertThat(walk.items().getLast())
        .extracting(Texts::plain)
        .containsExactly("load.", "It calls the scanner at the end.");
  }

  /** A part was said to lean on six others, and five were named. */
  @Test
  void aListThatLostSomeOfItsItemsSaysSo() {
    List<Page> pages = new ArrayList<>();
    for (String name : List.of("quay", "berth", "ship", "crane")) {
      Block opening = new Block.Paragraph(List.of(sentence(name + " leans on two other parts:")));
      Block items =
          new Block.Items(
              false,
              List.of(
                  List.of(sentence("Tide tables are read by all of them.")),
                  List.of(
                      sentence("The " + name + " has a clock of its own, which tells the time."))));
      pages.add(
          new Page(
              name,
              name,
              Optional.empty(),
              "",
              List.of(new Page.Section("On what", List.of(opening, items)))));
    }

    List<Page> told = new Repetition(pages, "And others.").pages();

    assertThat(lastItem(told.getFirst())).contains("clock of its own");
    assertThat(lastItem(told.getLast())).isEqualTo("And others.");
  }

  private static String lastItem(Page page) {
    Block.Items items = (Block.Items) page.sections().getFirst().blocks().getLast();
    return Texts.plain(items.items().getLast().getFirst());
  }
}
