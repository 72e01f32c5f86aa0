package ai.wikibuilder.pages.diagrams;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What runs beside what, as compose and Kubernetes files say it. */
public final class DeploymentDiagram {
  /** Files that are read; a repository of examples has hundreds. */
  private static final int FILE_COUNT_MAX = 200;

  /** Larger ones are data or lists of rules. */
  private static final int BYTE_COUNT_MAX = 200_000;

  /** Arrows told in words. */
  private static final int TOLD_COUNT_MAX = 8;

  private final CodeGraph graph;
  private final Draft draft;
  private final Map<String, List<String>> keysByName = new LinkedHashMap<>();

  private DeploymentDiagram(CodeGraph graph, Catalogue words) {
    this.graph = graph;
    this.draft = new Draft(words);
  }

  /**
   * Draws one file or folder: the compose file nearest to the root where there is one, else the
   * folder with most Kubernetes objects; empty when there is neither, or one thing that stands
   * alone.
   */
  public static Optional<Diagram> of(
      CodeGraph graph, TextReader reader, String title, Catalogue words) {
    List<Deployable> services = compose(graph, reader);
    List<Deployable> shown = services.isEmpty() ? kubernetes(graph, reader) : services;
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(new DeploymentDiagram(graph, words).draw(shown, title))
            .filter(diagram -> diagram.nodes().size() > 1)
            // objects of which none names another are a list, and services show their ports
            .filter(diagram -> !services.isEmpty() || !diagram.edges().isEmpty());
  }

  private static List<Deployable> compose(CodeGraph graph, TextReader reader) {
    List<Deployable> best = List.of();
    int depth = Integer.MAX_VALUE;
    for (int file = 0; file < graph.fileCount(); file++) {
      String path = graph.path(file);
      int here = (int) path.chars().filter(c -> c == '/').count();
      if (ComposeFile.is(path) && here < depth && graph.byteCount(file) < BYTE_COUNT_MAX) {
        List<Deployable> services =
            reader.text(path).map(text -> ComposeFile.services(path, text)).orElse(List.of());
        if (!services.isEmpty()) {
          best = services;
          depth = here;
        }
      }
    }
    return best;
  }

  private static List<Deployable> kubernetes(CodeGraph graph, TextReader reader) {
    Map<String, List<Deployable>> byFolder = new LinkedHashMap<>();
    int read = 0;
    for (int file = 0; file < graph.fileCount() && read < FILE_COUNT_MAX; file++) {
      String path = graph.path(file);
      String lower = path.toLowerCase(Locale.ROOT);
      boolean yaml = lower.endsWith(".yml") || lower.endsWith(".yaml");
      if (!yaml || lower.startsWith(".") || graph.byteCount(file) >= BYTE_COUNT_MAX) {
        continue;
      }
      read++;
      List<Deployable> objects =
          reader.text(path).map(text -> KubernetesFile.objects(path, text)).orElse(List.of());
      if (!objects.isEmpty()) {
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        byFolder.computeIfAbsent(folder, one -> new ArrayList<>()).addAll(objects);
      }
    }
    List<Deployable> best = List.of();
    for (List<Deployable> objects : byFolder.values()) {
      best = objects.size() > best.size() ? objects : best;
    }
    return best;
  }

  private Diagram draw(List<Deployable> all, String title) {
    List<Deployable> shown = all.subList(0, Math.min(Diagram.NODE_COUNT_MAX - 4, all.size()));
    for (Deployable one : shown) {
      draft.node(key(one), one.name(), one.what(), line(one.path(), one.line()));
      keysByName.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(key(one));
    }
    int told = 0;
    for (Deployable one : shown) {
      for (Deployable.Need need : one.needs()) {
        List<Evidence> proof = line(one.path(), need.line()).stream().toList();
        String target = target(one, need, proof);
        if (!target.isEmpty() && !target.equals(key(one))) {
          draft.edge(key(one), target, draft.text("diagram.label." + need.how().key()), proof);
          if (told++ < TOLD_COUNT_MAX) {
            // the line of the need names the other alone
            List<Evidence> both = new ArrayList<>(line(one.path(), one.line()).stream().toList());
            both.addAll(proof);
            draft.say("diagram." + need.how().key(), one.name(), need.name(), both);
          }
        }
      }
    }
    if (draft.edgeCount() == 0) {
      draft.note(draft.phrase("diagram.alone").end());
    }
    if (all.size() > shown.size()) {
      draft.note(
          draft
              .phrase("diagram.first")
              .count("shown", shown.size())
              .count("all", all.size())
              .end());
    }
    return draft.diagram(Diagram.Kind.DEPLOYMENT, title);
  }

  /** The box that a name means: a workload before a service; a volume gets a box of its own. */
  private String target(Deployable from, Deployable.Need need, List<Evidence> proof) {
    for (String key : keysByName.getOrDefault(need.name(), List.of())) {
      if (!key.equals(key(from)) && draft.has(key)) {
        return key;
      }
    }
    boolean volume = need.how() == Deployable.How.STORES;
    if (volume && draft.nodeCount() < Diagram.NODE_COUNT_MAX) {
      String key = "volume " + need.name();
      draft.node(key, need.name(), draft.text("diagram.volume"), proof.stream().findFirst());
      return key;
    }
    return "";
  }

  private static String key(Deployable one) {
    return one.path() + ":" + one.line();
  }

  private Optional<Evidence> line(String path, int line) {
    return Draft.lines(graph, path, line, line);
  }
}
