package ai.wikibuilder.server.answers;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.wikis.Wikis;
import java.time.Clock;

/** Answers of a server, by other models than it has. */
public final class OtherAnswering {
  private OtherAnswering() {}

  public static Answering with(Server server, TenantModels models) {
    return new Answering(
        RunningServer.part(server, Wikis.class),
        models,
        RunningServer.part(server, Answering.Memory.class),
        Clock.systemUTC());
  }
}
