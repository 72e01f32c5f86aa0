package ai.wikibuilder.benchmarks.languages;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModuleNamesTest {
  private final ModuleNames names =
      new ModuleNames(
          new ParsedRepository(
              "fernpost",
              "1",
              new TreeMap<>(
                  Map.of(
                      "src/main/java/org/fern/post/Parcel.java", file("org.fern.post"),
                      "client/lib/tracker.ts", file(""),
                      "include/fern/route.h", file(""),
                      "fernpy/models/stop.py", file(""))),
              Map.of()));

  @Test
  void aNamespaceIsKnownWithTheTypesInIt() {
    assertThat(names.known("org.fern.post")).isTrue();
    assertThat(names.known("org.fern.post.Parcel.State")).isTrue();
    assertThat(names.known("java.util.concurrent")).isFalse();
  }

  @Test
  void pathsAreKnownByTheirLastParts() {
    assertThat(names.known("./lib/tracker")).isTrue();
    assertThat(names.known("fern/route.h")).isTrue();
    assertThat(names.known("stdio.h")).isFalse();
    assertThat(names.known("fernpy.models")).isTrue();
    assertThat(names.known(".stop")).isTrue();
    assertThat(names.known("..")).isTrue();
    assertThat(names.known("react")).isFalse();
    assertThat(names.known("example.org/other/models/stop")).isTrue();
    assertThat(names.known("example.org/other/thing")).isFalse();
  }

  private static ParsedRepository.Parsed file(String namespace) {
    return new ParsedRepository.Parsed(
        SourceText.of(""),
        new FileFacts(
            "java", FileFacts.Outcome.PARSED, namespace, List.of(), List.of(), List.of()));
  }
}
