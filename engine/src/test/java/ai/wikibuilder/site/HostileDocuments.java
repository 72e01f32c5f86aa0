package ai.wikibuilder.site;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.PageComposer;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.plan.Planner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Repositories whose documents hold attacks at every place a document has. */
public final class HostileDocuments {
  private HostileDocuments() {}

  /** A repository with one document for each attack, and a README with all of them. */
  static TestRepository repository(List<String> payloads) {
    TestRepository repository = new TestRepository();
    files(payloads).forEach(repository::file);
    return repository;
  }

  /** The files of that repository, by path. */
  public static Map<String, String> files(List<String> payloads) {
    Map<String, String> files = new LinkedHashMap<>();
    StringBuilder readme = new StringBuilder("# " + line(payloads.getFirst()) + "\n\n");
    for (int i = 0; i < payloads.size(); i++) {
      String payload = payloads.get(i);
      readme.append("The harbour keeps ").append(line(payload));
      readme.append(" beside its cranes, and every boat knows why.\n\n");
      files.put("docs/guide" + i + ".md", document(payload, i));
    }
    files.put("README.md", readme.toString());
    files.put("src/main.py", "def main(): pass\n");
    return files;
  }

  private static String document(String payload, int number) {
    String one = line(payload);
    return """
    # Guide %1$d %2$s

    This guide says how boat %1$d meets %2$s on its way, and what the crew does then.

    [%2$s](%2$s) and ![%2$s](%2$s) and <%2$s>

    - %2$s

    ```mermaid
    graph TD
      a["%2$s"] --> b[%2$s]
      click a "%2$s"
    ```

    ```svg
    %2$s
    ```

    ## %2$s

    | %2$s | b |
    | --- | --- |
    | c | %2$s |

    %3$s
    """
        .formatted(number, one, payload);
  }

  private static String line(String payload) {
    return payload.replaceAll("\\R", " ");
  }

  /** What is written of the repository. */
  static Wiki wiki(List<String> payloads) {
    TestRepository repository = repository(payloads);
    CodeGraph graph = repository.graph();
    return new PageComposer()
        .compose(
            new Composition(
                DemoWiki.snapshot(), graph, new Planner().plan(graph), repository, Map.of(), 0));
  }

  /** How many of the attacks a page tells, whole or by a run of its letters. */
  static int told(List<String> payloads, String json) {
    int told = 0;
    for (int i = 0; i < payloads.size(); i++) {
      told += json.contains("Guide " + i + " ") || json.contains("boat " + i + " ") ? 1 : 0;
    }
    return told;
  }
}
