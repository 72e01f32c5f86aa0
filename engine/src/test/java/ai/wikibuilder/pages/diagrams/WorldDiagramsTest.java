package ai.wikibuilder.pages.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.wording.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables and deployments. */
class WorldDiagramsTest {
  private static final Catalogue ENGLISH = new Catalogue("en");

  private static final String COMPOSE =
      """
      services:
        db:
          image: postgres:16
          volumes:
            - parcels:/var/lib/postgresql/data
        server:
          build: ./server
          ports:
            - "8080:8080"
          depends_on:
            - db
        web:
          build:
            context: ./web
          depends_on:
            server:
              condition: service_started
      volumes:
        parcels:
      """;

  private static final String KUBERNETES =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: server
      spec:
        selector:
          app: server
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: server
      spec:
        template:
          spec:
            containers:
              - name: server
                image: example/server:1
                envFrom:
                  - secretRef:
                      name: passwords
      ---
      apiVersion: v1
      kind: Secret
      metadata:
        name: passwords
      """;

  private static Diagram deployment(TestRepository repository) {
    return DeploymentDiagram.of(repository.graph(), repository, "What runs", ENGLISH).orElseThrow();
  }

  private static List<String> arrows(Diagram diagram) {
    return diagram.edges().stream()
        .map(edge ->
            label(diagram, edge.from()) + " " + edge.label() + " " + label(diagram, edge.to()))
        .toList();
  }

  private static String label(Diagram diagram, String id) {
    return diagram.nodes().stream()
        .filter(node -> node.id().equals(id))
        .map(node -> node.label() + " (" + node.detail() + ")")
        .findFirst()
        .orElseThrow();
  }

  @Test
  void servicesOfAComposeFileLeadToWhatTheyNeedAndStore() {
    Diagram diagram = deployment(new TestRepository().file("deploy/compose.yaml", COMPOSE));

    assertThat(arrows(diagram))
        .containsExactly(
            "db (postgres:16) stores in parcels (volume)",
            "server (built from ./server, port 8080:8080) needs db (postgres:16)",
            "web (built from ./web) needs server (built from ./server, port 8080:8080)");
    assertThat(diagram.edges().get(1).evidence())
        .containsExactly(new Evidence("deploy/compose.yaml", 11, 11));
  }

  @Test
  void kubernetesObjectsLeadToWhatTheyNameWhenThereIsNoComposeFile() {
    Diagram diagram = deployment(new TestRepository().file("k8s/server.yml", KUBERNETES));

    assertThat(arrows(diagram))
        .containsExactly(
            "server (Service) leads to server (Deployment, example/server:1)",
            "server (Deployment, example/server:1) reads passwords (Secret)");
  }

  @Test
  void otherYamlIsNoDeployment() {
    TestRepository repository = new TestRepository().file("mkdocs.yml", "site_name: x\nnav:\n");

    assertThat(DeploymentDiagram.of(repository.graph(), repository, "What runs", ENGLISH))
        .isEmpty();
  }

  @Test
  void tablesLeadToThoseTheirKeysPointTo() {
    String path = "db/V1__parcels.sql";
    CodeGraph graph = new TestRepository().file(path, "-- tables\n".repeat(9)).graph();
    Table shops =
        new Table(
            "shops",
            Table.Source.SQL,
            List.of(new Table.Column("id", "BIGINT", true, path, 2)),
            List.of("id"),
            List.of(),
            path,
            1);
    Table parcels =
        new Table(
            "parcels",
            Table.Source.SQL,
            List.of(
                new Table.Column("id", "BIGINT", true, path, 5),
                new Table.Column("shop_id", "BIGINT", true, path, 6)),
            List.of("id"),
            List.of(new Table.ForeignKey(List.of("shop_id"), "Shops", List.of("id"), path, 6)),
            path,
            4);

    Diagram diagram =
        EntityDiagram.of(graph, List.of(shops, parcels), "Tables", ENGLISH).orElseThrow();

    assertThat(arrows(diagram))
        .containsExactly("parcels (2 columns, key id) shop_id shops (1 column, key id)");
    assertThat(diagram.edges().getFirst().evidence()).containsExactly(new Evidence(path, 6, 6));
  }

  @Test
  void noTablesAreNoDiagram() {
    CodeGraph graph = new TestRepository().file("a.txt", "x\n").graph();

    assertThat(EntityDiagram.of(graph, graph.tables(), "Tables", ENGLISH)).isEmpty();
  }
}
