package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.manifests.Manifest.Scope;
import ai.wikibuilder.source.SourceText;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads pom.xml. Versions held in a property of the same file are put in. */
final class PomXml {
  private static final String DEPENDENCY = "project/dependencies/dependency";

  /** Parents that say what a project is built with. */
  private static final Set<String> KNOWN_PARENTS =
      Set.of("spring-boot-starter-parent", "quarkus-bom", "micronaut-parent");

  private final Draft draft;
  private final Map<String, String> properties;
  private String parentGroup = "";
  private String parentArtifact = "";
  private int parentLine;
  private String group = "";
  private String artifact = "";
  private int line;
  private String version = "";
  private String scope = "";

  private PomXml(Draft draft, Map<String, String> properties) {
    this.draft = draft;
    this.properties = properties;
  }

  static void read(SourceText text, Draft draft) {
    Map<String, String> properties = new HashMap<>();
    String prefix = "project/properties/";
    XmlValues.read(
        text,
        element -> {
          if (element.path().startsWith(prefix)) {
            properties.put(element.path().substring(prefix.length()), element.text().strip());
          }
        });
    PomXml reader = new PomXml(draft, properties);
    XmlValues.read(text, reader::take);
  }

  private void take(XmlValues.Element element) {
    String value = element.text();
    switch (element.path()) {
      case "project/name", "project/artifactId" -> draft.name(value, element.line());
      case "project/version", "project/parent/version" -> draft.version(value, element.line());
      case "project/description" -> draft.description(value, element.line());
      case "project/licenses/license/name" -> draft.license(value, element.line());
      case "project/modules/module" -> draft.module(value, element.line());
      case "project/properties/maven.compiler.release",
          "project/properties/java.version",
          "project/properties/maven.compiler.target",
          "project/properties/javaVersion" ->
          draft.runtime("Java " + value.strip(), element.line());
      case DEPENDENCY + "/groupId" -> group = resolved(value.strip());
      case DEPENDENCY + "/artifactId" -> {
        artifact = value;
        line = element.line();
      }
      case DEPENDENCY + "/version" -> version = resolved(value.strip());
      case DEPENDENCY + "/scope" -> scope = value.strip();
      case DEPENDENCY -> {
        String name = group.isEmpty() ? artifact : group + ":" + artifact.strip();
        draft.dependency(name, version, scope(scope), line);
        group = "";
        artifact = "";
        version = "";
        scope = "";
      }
      default -> parent(element, value.strip());
    }
  }

  private void parent(XmlValues.Element element, String value) {
    switch (element.path()) {
      case "project/parent/groupId" -> parentGroup = value;
      case "project/parent/artifactId" -> {
        parentArtifact = value;
        parentLine = element.line();
      }
      case "project/parent" -> {
        if (KNOWN_PARENTS.contains(parentArtifact)) {
          draft.dependency(parentGroup + ":" + parentArtifact, "", Scope.BUILD, parentLine);
        }
      }
      default -> {
        // nothing else is read
      }
    }
  }

  private String resolved(String written) {
    if (written.startsWith("${") && written.endsWith("}")) {
      return properties.getOrDefault(written.substring(2, written.length() - 1), "");
    }
    return written;
  }

  private static Scope scope(String written) {
    return switch (written) {
      case "test" -> Scope.TEST;
      case "provided", "import" -> Scope.BUILD;
      default -> Scope.RUN;
    };
  }
}
