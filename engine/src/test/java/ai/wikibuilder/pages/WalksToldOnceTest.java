package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers of many parts go through the same helpers, and their pages told all of it each time. */
class WalksToldOnceTest {
  private static final String GATE =
      """
      package com.example.yard.gate;

      public class Gate {
        private final Guard guard = new Guard();
        private final Log log = new Log();

        /** Lets a truck in. */
        public boolean admit(String truck) {
          String plate = guard.read(truck);
          if (guard.isKnown(plate)) {
            log.note(plate);
            return true;
          }
          return false;
        }
      }
      """;

  private static final String GUARD =
      """
      package com.example.yard.gate;

      public class Guard {
        private final Log log = new Log();

        public String read(String truck) {
          log.note(truck);
          log.note("read");
          return truck;
        }

        public boolean isKnown(String plate) {
          log.note(plate);
          log.note("known");
          return plate.length() > 3;
        }
      }
      """;

  private static final String LOG =
      """
      package com.example.yard.gate;

      public class Log {
        public void note(String line) {
          write(line);
        }

        private void write(String line) {
          System.out.println(line);
        }
      }
      """;

  private static String yard(String name, String word) {
    return """
    package com.example.yard.%2$s;

    import com.example.yard.gate.Gate;

    public class %1$sYard {
      private final Gate gate = new Gate();
      private final %1$sCrane crane = new %1$sCrane();

      public void %2$sArrival(String truck) {
        if (gate.admit(truck)) {
          crane.lift%1$s(truck);
          crane.drop%1$s(truck);
        }
      }
    }

    class %1$sCrane {
      void lift%1$s(String truck) {
        System.out.println("%2$s up " + truck);
        System.out.println("%2$s done");
      }

      void drop%1$s(String truck) {
        System.out.println("%2$s down " + truck);
        System.out.println("%2$s over");
      }
    }
    """
        .formatted(name, word);
  }

  @Test
  void whatASharedHelperDoesIsFollowedOnOnePageAndTheOthersSayWhere(@TempDir Path natives) {
    String words = ParsedWiki.words("yard", natives, yards());

    assertThat(words.split("`Gate.admit` calls `Guard.read`", -1)).hasSize(2);
    assertThat(words)
        .contains("figure From CoalYard.coalArrival to Gate.admit")
        .contains("The way goes on in `Gate.admit`, which [gate](gate) follows further.");
  }

  private static Map<String, String> yards() {
    Map<String, String> files = new TreeMap<>();
    String root = "src/main/java/com/example/yard/";
    files.put(root + "gate/Gate.java", GATE);
    files.put(root + "gate/Guard.java", GUARD);
    files.put(root + "gate/Log.java", LOG);
    for (String name : new String[] {"Coal", "Grain", "Steel", "Timber"}) {
      String word = name.toLowerCase(Locale.ROOT);
      files.put(root + word + "/" + name + "Yard.java", yard(name, word));
    }
    return files;
  }

  /** A list whose items had all been told often enough was announced and did not come. */
  @Test
  void aListThatIsLeftOutIsNotAnnounced(@TempDir Path natives) {
    String words = ParsedWiki.words("yard", natives, yards());

    assertThat(words)
        .contains("**coal** leans on one other part:\n- [gate](gate)")
        .doesNotContain("**timber** leans on one other part:");
  }
}
