package ai.wikibuilder.pages.diagrams;

import ai.wikibuilder.graph.tokens.YamlLines;
import ai.wikibuilder.graph.tokens.YamlLines.Entry;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the objects of a Kubernetes file: workloads, services, ingresses, claims, configuration.
 * Templates with braces are read as far as their lines are plain. Stateless.
 */
final class KubernetesFile {
  private static final Set<String> KINDS =
      Set.of(
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "Job",
          "CronJob",
          "Pod",
          "Service",
          "Ingress",
          "ConfigMap",
          "Secret",
          "PersistentVolumeClaim");

  /** Last parts of keys that name another object. */
  private static final Set<String> NAMING =
      Set.of(
          "configMapRef.name",
          "secretRef.name",
          "configMapKeyRef.name",
          "secretKeyRef.name",
          "configMap.name",
          "secret.secretName",
          "persistentVolumeClaim.claimName",
          "backend.service.name",
          "backend.serviceName",
          "service.name");

  private final String path;
  private final List<Deployable> objects = new ArrayList<>();
  private String kind = "";
  private String name = "";
  private String image = "";
  private int line;
  private List<Deployable.Need> needs = new ArrayList<>();

  private KubernetesFile(String path) {
    this.path = path;
  }

  /** The objects in the order of the file; empty for YAML of another kind. */
  static List<Deployable> objects(String path, SourceText text) {
    KubernetesFile file = new KubernetesFile(path);
    for (Entry entry : YamlLines.read(text)) {
      file.read(entry);
    }
    file.end();
    return file.objects;
  }

  private void read(Entry entry) {
    String key = entry.key();
    if (key.equals("apiVersion")) {
      end();
      line = entry.line();
    } else if (key.equals("kind")) {
      kind = entry.value();
    } else if (key.equals("metadata.name")) {
      name = entry.value();
      line = entry.line();
    } else if (key.endsWith(".containers.image") && image.isEmpty()) {
      image = entry.value();
    } else if (key.equals("spec.selector.app") && kind.equals("Service")) {
      needs.add(new Deployable.Need(entry.value(), Deployable.How.LEADS, entry.line()));
    } else if (NAMING.stream().anyMatch(key::endsWith)) {
      Deployable.How how = kind.equals("Ingress") ? Deployable.How.LEADS : Deployable.How.READS;
      needs.add(new Deployable.Need(entry.value(), how, entry.line()));
    }
  }

  private void end() {
    if (KINDS.contains(kind) && !name.isEmpty() && !name.contains("{{")) {
      String what = image.isEmpty() || image.contains("{{") ? kind : kind + ", " + image;
      objects.add(new Deployable(name, what, needs, path, line));
    }
    kind = "";
    name = "";
    image = "";
    needs = new ArrayList<>();
  }
}
