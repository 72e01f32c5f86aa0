package ai.wikibuilder.graph.world;

import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.graph.schema.Table;
import java.util.List;

/**
 * What was seen in the files beside their facts. Immutable.
 *
 * @param manifests build files of every role
 * @param settings in the order of paths and lines
 */
public record World(
    List<Manifest> manifests,
    List<EntryPoint> entryPoints,
    List<Setting> settings,
    List<Table> tables) {
  public World {
    manifests = List.copyOf(manifests);
    entryPoints = List.copyOf(entryPoints);
    settings = List.copyOf(settings);
    tables = List.copyOf(tables);
  }
}
