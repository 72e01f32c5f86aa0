package ai.wikibuilder.pages.overview;

import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.material.Material;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What other code gets when it loads an npm package: the definition its main script gives out. */
final class PackageEntry {
  private static final String MANIFEST = "package.json";

  /** What a main script is called where the manifest does not say. */
  private static final String USUAL = "index.js";

  private static final List<String> ENDINGS =
      List.of("", ".js", ".ts", ".mjs", ".cjs", "/index.js");

  /** Scripts that only hand on what another one gives. */
  private static final int HOP_COUNT_MAX = 3;

  private final Material material;
  private final CodeGraph graph;

  PackageEntry(Material material) {
    this.material = material;
    this.graph = material.repository().graph();
  }

  /** Empty where there is no such package, or where its script gives out many things alike. */
  Optional<GraphSymbol> find() {
    if (graph.file(MANIFEST) < 0) {
      return Optional.empty();
    }
    Set<String> named = new LinkedHashSet<>();
    for (EntryPoint entry : graph.entryPoints()) {
      if (entry.kind() == EntryPoint.Kind.EXPORT && entry.path().equals(MANIFEST)) {
        named.add(entry.name());
      }
    }
    named.add(USUAL);
    return named.stream()
        .map(this::script)
        .filter(file -> file >= 0)
        .findFirst()
        .flatMap(this::given);
  }

  private int script(String written) {
    String path = written.startsWith("./") ? written.substring(2) : written;
    return ENDINGS.stream()
        .map(ending -> graph.file(path + ending))
        .filter(file -> file >= 0 && material.repository().isMain(file))
        .findFirst()
        .orElse(-1);
  }

  private Optional<GraphSymbol> given(int script) {
    int file = script;
    for (int hops = 0; hops < HOP_COUNT_MAX; hops++) {
      List<GraphSymbol> open = open(file);
      if (!open.isEmpty()) {
        return chosen(open);
      }
      Set<Integer> next = new LinkedHashSet<>();
      graph.imports(file).stream()
          .filter(one -> one.inside() && one.file() >= 0)
          .forEach(one -> next.add(one.file()));
      if (next.size() != 1) {
        return Optional.empty();
      }
      file = next.iterator().next();
    }
    return Optional.empty();
  }

  private List<GraphSymbol> open(int file) {
    List<GraphSymbol> open = new ArrayList<>();
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      GraphSymbol symbol = graph.symbol(id);
      boolean definition = symbol.kind().isCallable() || symbol.kind().isType();
      if (definition && symbol.parent() < 0 && symbol.visibility() == Visibility.PUBLIC) {
        open.add(symbol);
      }
    }
    return open;
  }

  /** The one called as the package is, else the only one, else none. */
  private Optional<GraphSymbol> chosen(List<GraphSymbol> open) {
    Set<String> names = new LinkedHashSet<>();
    material.repository().names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return open.stream()
        .filter(symbol -> names.contains(symbol.name().toLowerCase(Locale.ROOT)))
        .min(Comparator.comparingInt(GraphSymbol::id))
        .or(() -> open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty());
  }
}
