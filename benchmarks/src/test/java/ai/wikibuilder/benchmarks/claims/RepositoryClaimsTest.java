package ai.wikibuilder.benchmarks.claims;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.TestRepository;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hostile writer in a small invented harbour, so that every build knows what it was told. */
class RepositoryClaimsTest {
  private static final List<Long> SEEDS = List.of(3L, 5L, 7L, 11L, 13L, 17L);

  private static TestRepository harbour() {
    return new TestRepository()
        .file(
            "harbour/Machine.java",
            """
            package harbour;
            /** Anything on the quay that moves by itself and has to be stopped. */
            public class Machine {
              /** Stops every motor within the blink of an eye. */
              public void halt() {
                reportHalt();
              }
              public void reportHalt() {
              }
              public void oil() {
              }
            }
            """)
        .file(
            "harbour/CargoCrane.java",
            """
            package harbour;
            /** Lifts crates from a ship, one after the other, never two together. */
            public class CargoCrane extends Machine {
              private TideTable tide;
              private HarbourLog log;
              /** Lifts one crate when the water stands high enough for its weight. */
              public void lift() {
                tide.nextHighWater();
                lower();
                log.write();
              }
              /** Puts a crate down on the quay without breaking its wood. */
              public void lower() {
                halt();
              }
              public void turn() {
                log.write();
              }
            }
            """)
        .file(
            "harbour/FerryPilot.java",
            """
            package harbour;
            /** Brings ferries in through the fog with nothing but a horn. */
            public class FerryPilot extends Machine {
              private TideTable tide;
              private HarbourLog log;
              /** Guides a ferry along the buoys until its ropes are fast. */
              public void guide() {
                tide.nextHighWater();
                log.write();
                whistle();
              }
              public void whistle() {
              }
            }
            """)
        .file(
            "harbour/TideTable.java",
            """
            package harbour;
            /** When the water comes and goes, told for each day of a year. */
            public class TideTable {
              /** Says at which hour the sea stands highest the next time. */
              public int nextHighWater() {
                return height();
              }
              public int height() {
                return 3;
              }
            }
            """)
        .file(
            "harbour/HarbourLog.java",
            """
            package harbour;
            /** The book in which every movement is noted, in the order it happened. */
            public class HarbourLog {
              /** Notes one movement on a fresh page with today's date. */
              public void write() {
                sharpenPencil();
              }
              public void sharpenPencil() {
              }
              public void burn() {
              }
            }
            """);
  }

  @Test
  void falseClaimsAreCaughtAndTrueOnesKept() {
    TestRepository repository = harbour();
    Tally all = new Tally();
    List<String> errors = new ArrayList<>();

    for (long seed : SEEDS) {
      RepositoryClaims claims = new RepositoryClaims(repository.graph(), repository, seed);
      claims.run(10);
      all.add(claims.all());
      errors.addAll(claims.errors());
    }

    assertThat(all.falseClaims()).isGreaterThan(150);
    assertThat(all.trueClaims()).isGreaterThan(400);
    assertThat(all.caught()).as(String.join("\n", errors)).isGreaterThanOrEqualTo(0.95);
    assertThat(all.lost()).as(String.join("\n", errors)).isLessThanOrEqualTo(0.02);
  }
}
