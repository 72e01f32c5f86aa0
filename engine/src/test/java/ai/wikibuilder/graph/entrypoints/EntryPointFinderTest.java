package ai.wikibuilder.graph.entrypoints;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Reference;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryPointFinderTest {
  private static List<EntryPoint> find(String language, String text, Reference... references) {
    return EntryPointFinder.find(
        "a/file",
        SourceText.of(text),
        new FileFacts(
            language, FileFacts.Outcome.PARSED, "", List.of(), List.of(references), List.of()));
  }

  private static Reference mark(String name, String qualifier, int line) {
    return new Reference(ReferenceKind.ANNOTATION, name, qualifier, line, -1);
  }

  @Test
  void aSpringRouteHasItsControllersPath() {
    assertThat(
            find(
                "java",
                "@RequestMapping(\"/api\")\n@GetMapping(\"/parcels\")\n",
                mark("RequestMapping", "", 1),
                mark("GetMapping", "", 2)))
        .containsExactly(
            new EntryPoint(EntryPoint.Kind.ROUTE, "GET /api/parcels", "a/file", 2, -1));
  }

  @Test
  void aFlaskRouteIsRegisteredOnAnApplication() {
    assertThat(find("python", "@app.route('/')\n", mark("route", "app", 1)))
        .extracting(EntryPoint::name)
        .containsExactly("/");
    assertThat(find("python", "@cache.route('/')\n", mark("route", "cache", 1))).isEmpty();
  }

  @Test
  void aPythonFileThatAsksForItsNameIsAProgram() {
    assertThat(find("python", "import x\nif __name__ == \"__main__\":\n    x.go()\n"))
        .containsExactly(new EntryPoint(EntryPoint.Kind.MAIN, "file", "a/file", 2, -1));
  }
}
