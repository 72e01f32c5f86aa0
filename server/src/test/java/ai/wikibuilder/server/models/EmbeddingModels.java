package ai.wikibuilder.server.models;

import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.engine.EngineSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The models of a server whose configuration names an embedding model too. */
public final class EmbeddingModels {
  private EmbeddingModels() {}

  /** As the server has them, with this embedding model of the same provider. */
  public static TenantModels of(Server server, String name) {
    TenantModels.Parts usual = RunningServer.part(server, TenantModels.Parts.class);
    EngineSettings settings = usual.settings();
    ModelSettings central = settings.models().orElseThrow();
    List<String> facts = new ArrayList<>(central.facts());
    facts.add(name + " 1000 0 1 0 0.02 0.02 0.02 0 dim=16");
    ModelSettings embedding =
        new ModelSettings(
            central.endpoint(),
            central.cheap(),
            central.strong(),
            Optional.empty(),
            Optional.of(new ModelSettings.Embedding(central.endpoint(), name)),
            central.rates(),
            central.silence(),
            central.replyTime(),
            facts);
    return new TenantModels(
        new TenantModels.Parts(
            settings.asking(Optional.of(embedding)),
            usual.guard(),
            usual.keys(),
            usual.allowance(),
            usual.usage(),
            usual.metrics()));
  }
}
