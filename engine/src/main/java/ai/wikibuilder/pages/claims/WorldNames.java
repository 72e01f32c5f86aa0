package ai.wikibuilder.pages.claims;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.schema.Table;
import java.util.HashSet;
import java.util.Set;

/**
 * What a repository calls the things around its code: modules, entry points, settings, tables, and
 * what its build files name. Immutable once made; threads may share it.
 */
public final class WorldNames {
  private final Set<String> names = new HashSet<>();

  public WorldNames(CodeGraph graph) {
    graph.modules().stream().map(CodeModule::key).forEach(names::add);
    graph.modules().stream().map(CodeModule::title).forEach(names::add);
    graph.modules().stream().map(CodeModule::folder).forEach(names::add);
    graph.modules().stream().map(CodeModule::firstWords).forEach(names::add);
    graph
        .entryPoints()
        .forEach(entry -> {
          names.add(entry.name());
          route(entry.name());
          names.add(entry.target());
          names.add(entry.handler());
        });
    graph.settings().forEach(setting -> names.add(setting.name()));
    graph.tables().forEach(this::table);
    graph.manifests().forEach(this::manifest);
  }

  /** What several routes begin with is named where they are told together. */
  private void route(String entry) {
    int path = entry.indexOf('/');
    for (int end = path < 0 ? -1 : entry.indexOf('/', path + 1);
        end >= 0;
        end = entry.indexOf('/', end + 1)) {
      names.add(entry.substring(path, end));
    }
  }

  private void table(Table table) {
    names.add(table.name());
    for (Table.Column column : table.columns()) {
      names.add(column.name());
      names.add(column.type());
      names.add(table.name() + "." + column.name());
    }
  }

  private void manifest(Manifest manifest) {
    manifest.name().ifPresent(fact -> names.add(fact.value()));
    manifest.version().ifPresent(fact -> names.add(fact.value()));
    manifest.runtime().ifPresent(fact -> names.add(fact.value()));
    manifest.license().ifPresent(fact -> names.add(fact.value()));
    manifest.dependencies().forEach(one -> names.add(one.name()));
    manifest.programs().forEach(fact -> names.add(fact.value()));
    manifest.modules().forEach(fact -> names.add(fact.value()));
    manifest.targets().forEach(target -> names.add(target.name()));
    manifest
        .commands()
        .forEach(command -> {
          names.add(command.name());
          names.add(command.text());
        });
  }

  /** Whether something around the code is called exactly this. */
  public boolean has(String name) {
    return names.contains(name);
  }
}
