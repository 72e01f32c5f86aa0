package ai.wikibuilder.site.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.site.drawing.DiagramLayout.Arrow;
import ai.wikibuilder.site.drawing.DiagramLayout.Box;
import ai.wikibuilder.site.drawing.DiagramLayout.Drawing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiagramLayoutTest {
  private final DiagramLayout layout = new DiagramLayout();

  private static Diagram random(Diagram.Kind kind, long seed) {
    Random random = new Random(seed);
    int count = 1 + random.nextInt(Diagram.NODE_COUNT_MAX);
    List<Diagram.Node> nodes = new ArrayList<>();
    List<Diagram.Edge> edges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String label = "Node" + "x".repeat(random.nextInt(60));
      String detail = i % 3 == 0 ? "" : "9 files";
      nodes.add(new Diagram.Node("n" + i, label, detail, Optional.empty(), Optional.empty()));
    }
    for (int i = 0; i < 2 * count; i++) {
      String from = "n" + random.nextInt(count);
      String to = "n" + random.nextInt(count);
      edges.add(new Diagram.Edge(from, to, i % 2 == 0 ? "" + i : "", List.of()));
    }
    return new Diagram(kind, "random", nodes, edges, List.of());
  }

  @Test
  void boxesLieInsideTheDrawingAndDoNotOverlap() {
    for (Diagram.Kind kind : Diagram.Kind.values()) {
      for (long seed = 1; seed <= 15; seed++) {
        Drawing drawing = layout.layOut(random(kind, seed));
        List<Box> boxes = drawing.boxes();
        for (int i = 0; i < boxes.size(); i++) {
          Box one = boxes.get(i);
          assertThat(one.x() >= 0 && one.x() + one.width() <= drawing.width()).isTrue();
          assertThat(one.y() >= 0 && one.y() + one.height() <= drawing.height()).isTrue();
          for (Box other : boxes.subList(0, i)) {
            assertThat(overlap(one, other)).as("%s seed %d", kind, seed).isFalse();
          }
        }
      }
    }
  }

  private static boolean overlap(Box a, Box b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }

  @Test
  void everyArrowHasALineAndTheSamePlacesEachTime() {
    for (long seed = 1; seed <= 10; seed++) {
      Diagram diagram = random(Diagram.Kind.MODULE_MAP, seed);

      Drawing drawing = layout.layOut(diagram);

      assertThat(drawing.arrows()).hasSize((int) diagram.edges().stream().distinct().count());
      assertThat(drawing.arrows()).extracting(Arrow::points).allMatch(points -> points.size() >= 2);
      assertThat(new DiagramLayout().layOut(diagram)).isEqualTo(drawing);
    }
  }

  /**
   * Nine parts without a drawn dependency stood in one row and made the drawing wider than a page.
   */
  @Test
  void boxesWithoutArrowsStandInRowsThatAreNotWiderThanTheRest() {
    List<Diagram.Node> nodes = new ArrayList<>();
    List<Diagram.Edge> edges = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      nodes.add(new Diagram.Node("n" + i, "Part " + i, "", Optional.empty(), Optional.empty()));
      if (i > 0 && i < 10) {
        edges.add(new Diagram.Edge("n" + (i - 1) / 2, "n" + i, "", List.of()));
      }
    }

    Drawing drawing =
        layout.layOut(new Diagram(Diagram.Kind.LAYERS, "Layers", nodes, edges, List.of()));

    assertThat(drawing.width()).isLessThan(500);
  }

  @Test
  void wordsTooLongForABoxAreCutAndThoseThatFitAreNot() {
    TextWidth width = new TextWidth();

    assertThat(width.fit("short", 14, 200)).isEqualTo("short");
    assertThat(width.of(width.fit("W".repeat(300), 14, 200), 14)).isLessThanOrEqualTo(205);
    assertThat(width.fit("\uD83D\uDE00".repeat(50), 14, 100)).doesNotContain("\uD83D…");
  }
}
