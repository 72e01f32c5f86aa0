package ai.wikibuilder.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents on safety say of themselves: tests that they name, sums. */
class ThreatModelTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  /** A line of the table: items, and what is said of them. */
  private static final Pattern ITEMS =
      Pattern.compile("^\\| (\\d[0-9., ]+) \\| ([^|]+?) \\|", Pattern.MULTILINE);

  @Test
  void theHeadOfTheAsvsTableHasItsSums() throws IOException {
    String text = Files.readString(Path.of("../docs/operating/asvs.md"));
    Map<String, Integer> counts = new TreeMap<>();
    Matcher line = ITEMS.matcher(text);
    while (line.find()) {
      counts.merge(line.group(2), line.group(1).split(",").length, Integer::sum);
    }

    assertThat(text.replaceAll("\\s+", " "))
        .contains(
            "%d items: %d met, %d the operator's, %d about parts that the server does not have, %d not met."
                .formatted(
                    counts.values().stream().mapToInt(Integer::intValue).sum(),
                    counts.get("met"),
                    counts.get("operator"),
                    counts.get("no such part"),
                    counts.get("**not met**")));
    assertThat(counts).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"threat-model.md", "asvs.md"})
  void everyTestItNamesExists(String document) throws IOException {
    Set<String> there = new TreeSet<>();
    for (String module : new String[] {"../server", "../engine"}) {
      try (Stream<Path> files = Files.walk(Path.of(module, "src/test/java"))) {
        there.addAll(
            files
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.endsWith("Test.java"))
                .map(name -> name.substring(0, name.length() - ".java".length()))
                .collect(Collectors.toSet()));
      }
    }
    Set<String> named = new TreeSet<>();
    Matcher test = TEST.matcher(Files.readString(Path.of("../docs/operating", document)));
    while (test.find()) {
      named.add(test.group(1));
    }

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(there).containsAll(named);
  }
}
