package ai.wikibuilder.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the documents on safety name are there. */
class ThreatModelTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

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
