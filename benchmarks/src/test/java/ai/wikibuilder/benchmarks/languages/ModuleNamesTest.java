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
                      "fernpy/models/stop.py", file(""),
                      "go.mod", file("", "module example.org/fern\n"),
                      "client/package.json", file("", "{\"name\": \"@fern/client\"}"))),
              Map.of()));

  @Test
  void aNamespaceIsKnownWithTheTypesInIt() {
    assertThat(names.known("java", "org.fern.post")).isTrue();
    assertThat(names.known("java", "org.fern.post.Parcel.State")).isTrue();
    assertThat(names.known("java", "java.util.concurrent")).isFalse();
  }

  @Test
  void aPathIsKnownByItsEnd() {
    assertThat(names.known("c", "fern/route.h")).isTrue();
    assertThat(names.known("c", "../fern/route.h")).isTrue();
    assertThat(names.known("c", "stdio.h")).isFalse();
    assertThat(names.known("ruby", "lib/tracker")).isTrue();
    assertThat(names.known("python", "fernpy.models.stop")).isTrue();
    assertThat(names.known("python", "other.stop")).isFalse();
    assertThat(names.known("python", ".stop")).isTrue();
    assertThat(names.known("typescript", "./whatever/the/build/makes")).isTrue();
  }

  @Test
  void aPackageIsKnownByTheNameOfItsManifest() {
    assertThat(names.known("go", "example.org/fern/models/stop")).isTrue();
    assertThat(names.known("go", "models")).isFalse();
    assertThat(names.known("go", "fmt")).isFalse();
    assertThat(names.known("typescript", "@fern/client/tracker")).isTrue();
    assertThat(names.known("typescript", "react")).isFalse();
    assertThat(names.known("rust", "crate::route")).isTrue();
    assertThat(names.known("rust", "std::fmt")).isFalse();
  }

  private static ParsedRepository.Parsed file(String namespace) {
    return file(namespace, "");
  }

  private static ParsedRepository.Parsed file(String namespace, String text) {
    return new ParsedRepository.Parsed(
        SourceText.of(text),
        new FileFacts(
            "java", FileFacts.Outcome.PARSED, namespace, List.of(), List.of(), List.of()));
  }
}
