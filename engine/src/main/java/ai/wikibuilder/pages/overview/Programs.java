package ai.wikibuilder.pages.overview;

import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.manifests.Fact;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.plan.KeyDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of several programs a reader is shown first: the one called like the repository, then the
 * one that a document says to run, then the one nearest to the root, which is what the others are
 * for, then the one others are called after, then the one whose file the rest leans on: a server
 * before what is there to talk to it or to measure it; then the one whose folder leans on most of
 * the rest, because it puts the parts together. For one thread.
 */
final class Programs {
  /** Commands of documents that are kept. */
  private static final int RUN_COUNT_MAX = 100;

  private static final Pattern RUN = Pattern.compile("\\b(?:run|start|serve|bootRun)\\b");

  private static final Pattern SCRIPT_OF_PAGE =
      Pattern.compile(".*\\.(?:[jt]sx?|m[jt]s|vue|svelte)");

  private final CodeGraph graph;
  private final List<String> runs;
  private final Set<String> names;
  private final Set<String> projects;
  private final Map<Integer, Integer> uses = new HashMap<>();
  private final Map<String, Integer> routes = new HashMap<>();
  private final Map<String, Integer> reaches = new HashMap<>();
  private boolean counted;

  Programs(Material material) {
    this.graph = material.repository().graph();
    this.runs = runs(material.repository());
    this.names =
        material.repository().names().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    this.projects =
        graph.manifests().stream()
            .filter(Manifest::isProject)
            .map(Manifest::folder)
            .collect(Collectors.toSet());
  }

  /** The main one first; of routes those of the file that has most, of others all are equal. */
  Comparator<EntryPoint> order() {
    return Comparator.comparingInt(
            (EntryPoint entry) -> isProgram(entry) && isNamesake(entry) ? 0 : 1)
        .thenComparingInt(entry -> isProgram(entry) && isRunByDocument(entry) ? 0 : 1)
        .thenComparingInt(Programs::depth)
        .thenComparingInt(entry -> isProgram(entry) ? -branches(entry.name()) : 0)
        .thenComparingInt(entry -> isProgram(entry) ? -uses(entry.path()) : 0)
        .thenComparingInt(entry -> isProgram(entry) ? -reach(folder(entry.path())) : 0)
        .thenComparingInt(entry -> isProgram(entry) ? -routesBelow(folder(entry.path())) : 0)
        .thenComparingInt(entry -> -routes(entry));
  }

  /** Whether a document says to run what stands in the folder of a program. */
  private boolean isRunByDocument(EntryPoint entry) {
    String own = entry.path().substring(0, Math.max(0, entry.path().lastIndexOf('/')));
    String folder = folder(entry.path()).isEmpty() ? own : folder(entry.path());
    return !folder.isEmpty()
        && runs.stream()
            .anyMatch(line ->
                line.matches(".*(?<![\\w/-])(?:\\./)?" + Pattern.quote(folder) + "(?![\\w-]).*"));
  }

  /** Lines of code of the documents at the root that run something. */
  private static List<String> runs(Repository repository) {
    List<String> lines = new ArrayList<>();
    for (KeyDocument document : repository.plan().documents()) {
      boolean root = document.path().indexOf('/') < 0;
      Document read = repository.document(document.path()).orElse(new Document("", List.of()));
      for (Document.Part part : root ? read.parts() : List.<Document.Part>of()) {
        if (part.kind() == Document.Kind.CODE) {
          part.text()
              .lines()
              .filter(line -> RUN.matcher(line).find())
              .limit(RUN_COUNT_MAX - (long) lines.size())
              .forEach(lines::add);
        }
      }
    }
    return lines;
  }

  /** Routes that a project answers: what people use of several services. */
  private int routesBelow(String folder) {
    return folder.isEmpty()
        ? 0
        : (int)
            graph.entryPoints().stream()
                .filter(one -> one.kind() == EntryPoint.Kind.ROUTE)
                .filter(one -> one.path().startsWith(folder + "/"))
                .count();
  }

  /** The order of what build files install: those of one file stay as they are. */
  Comparator<Map.Entry<Manifest, Fact>> installed() {
    return Comparator.comparingInt((Map.Entry<Manifest, Fact> program) ->
            names.contains(program.getValue().value().toLowerCase(Locale.ROOT)) ? 0 : 1)
        .thenComparingInt(program -> -reach(program.getKey().folder()));
  }

  /** Routes stated in the file of a route: where most are the product is entered most. */
  private int routes(EntryPoint entry) {
    if (entry.kind() != EntryPoint.Kind.ROUTE) {
      return 0;
    }
    if (routes.isEmpty()) {
      for (EntryPoint one : graph.entryPoints()) {
        if (one.kind() == EntryPoint.Kind.ROUTE) {
          routes.merge(one.path(), 1, Integer::sum);
        }
      }
    }
    return routes.getOrDefault(entry.path(), 0);
  }

  /** The folder of the nearest project above a file; empty for the root. */
  private String folder(String path) {
    return above(path, projects).findFirst().orElse("");
  }

  /** Those of some folders that a file is in, the nearest first. */
  private static Stream<String> above(String path, Set<String> folders) {
    return Stream.iterate(path.lastIndexOf('/'), at -> at > 0, at -> path.lastIndexOf('/', at - 1))
        .map(at -> path.substring(0, at))
        .filter(folders::contains);
  }

  /** Lines of a build file's folder that refer to code outside of it; the root has no outside. */
  private int reach(String folder) {
    count();
    return reaches.getOrDefault(folder, 0);
  }

  /** Whether a program starts by itself: the script of a page is started by who shows the page. */
  static boolean startsAlone(EntryPoint entry) {
    return isProgram(entry) && !SCRIPT_OF_PAGE.matcher(entry.path()).matches();
  }

  private static boolean isProgram(EntryPoint entry) {
    return entry.kind() == EntryPoint.Kind.MAIN;
  }

  private static int depth(EntryPoint entry) {
    return isProgram(entry)
        ? (int) entry.path().chars().filter(character -> character == '/').count()
        : 0;
  }

  /**
   * Programs that are called after one: {@code post-admin} and {@code post-sort} after {@code
   * post}.
   */
  private int branches(String name) {
    return (int)
        graph.entryPoints().stream()
            .filter(Programs::isProgram)
            .filter(
                other -> other.name().startsWith(name + "-") || other.name().startsWith(name + "_"))
            .count();
  }

  private boolean isNamesake(EntryPoint entry) {
    String file = Repository.fileName(entry.path());
    int dot = file.indexOf('.');
    return names.contains(entry.name().toLowerCase(Locale.ROOT))
        || names.contains((dot < 0 ? file : file.substring(0, dot)).toLowerCase(Locale.ROOT));
  }

  /** Lines of other files that refer to what a file defines. */
  private int uses(String path) {
    count();
    return uses.getOrDefault(graph.file(path), 0);
  }

  /** Counts lines of both kinds, in one pass over millions of them. */
  private void count() {
    if (counted) {
      return;
    }
    counted = true;
    Set<String> folders =
        graph.manifests().stream().map(Manifest::folder).collect(Collectors.toSet());
    List<List<String>> above = new ArrayList<>(graph.fileCount());
    for (int file = 0; file < graph.fileCount(); file++) {
      above.add(above(graph.path(file), folders).toList());
    }
    for (int number = 0; number < graph.edgeCount(); number++) {
      GraphEdge edge = graph.edge(number);
      int file = graph.symbol(edge.target()).file();
      if (edge.certainty() == Certainty.EXACT && edge.sourceFile() != file) {
        uses.merge(file, 1, Integer::sum);
        for (String left : above.get(edge.sourceFile())) {
          if (!above.get(file).contains(left)) {
            reaches.merge(left, 1, Integer::sum);
          }
        }
      }
    }
  }
}
