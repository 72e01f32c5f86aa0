package ai.wikibuilder.server.web;

import ai.wikibuilder.outbound.AllowedHosts;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.providers.ProviderSettings;
import ai.wikibuilder.server.providers.ProviderSettings.Kind;
import ai.wikibuilder.server.providers.Providers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A server with providers, shared by the tests of them: a real OAuth server and one that lies. */
public final class ProviderStage implements ParameterResolver {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(ProviderStage.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stage.class;
  }

  @Override
  public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent("stage", _ -> Stage.start(), Stage.class);
  }

  record Stage(Server server, MockOAuth2Server real, ForgeDouble forge, Path folder)
      implements AutoCloseable {
    static Stage start() {
      try {
        Path folder = Files.createTempDirectory("providers");
        MockOAuth2Server real = new MockOAuth2Server();
        real.start();
        ForgeDouble forge = ForgeDouble.start();
        URI work = URI.create(real.issuerUrl("work").toString());
        List<String> hosts =
            List.of(
                work.getHost() + ":" + work.getPort(),
                forge.hostPort("127.0.0.1"),
                forge.hostPort("localhost"));
        OutboundSettings outbound =
            new OutboundSettings(AllowedHosts.of(hosts), Optional.empty(), Optional.empty());
        Server server = RunningServer.start(folder, outbound, new Providers(all(work, forge)));
        return new Stage(server, real, forge, folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<ProviderSettings> all(URI work, ForgeDouble forge) {
      return List.of(
          provider("github", Kind.GITHUB, forge.site("/gh")),
          provider("gitlab", Kind.GITLAB, forge.gitlab()),
          provider("work", Kind.OIDC, work),
          provider("lying", Kind.OIDC, forge.site("/lying")),
          provider("strict", Kind.OIDC, forge.site("/strict")),
          provider("other", Kind.OIDC, forge.site("/other")),
          provider("false", Kind.OIDC, forge.site("/false")),
          provider("inside", Kind.OIDC, forge.site("/inside")),
          provider("gone", Kind.OIDC, URI.create("http://127.0.0.1:1")));
    }

    private static ProviderSettings provider(String name, Kind kind, URI site) {
      return new ProviderSettings(
          name, kind, "Provider " + name, site, ForgeDouble.CLIENT, ForgeDouble.SECRET);
    }

    <T> T part(Class<T> type) {
      return RunningServer.part(server, type);
    }

    Cast cast() {
      return new Cast(server);
    }

    PageClient browser() {
      return new PageClient(server.address());
    }

    /** Sends the browser away to be let in. */
    Away away(PageClient browser, String provider) {
      return Away.of(provider, browser, browser.open("/login/oauth2/" + provider));
    }

    @Override
    public void close() throws IOException {
      server.close();
      real.shutdown();
      forge.close();
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** A browser that was sent to a provider, and with what. */
  record Away(String provider, PageClient browser, URI to, Map<String, String> sent) {
    static Away of(String provider, PageClient browser, Reply reply) {
      String location =
          reply
              .headers()
              .firstValue("Location")
              .or(() -> reply.headers().firstValue("Refresh").map(to -> to.replace("0;url=", "")))
              .orElseThrow(() -> new AssertionError(reply.status() + " " + reply.body()));
      URI to = URI.create(location);
      return new Away(provider, browser, to, ForgeDouble.form(to.getRawQuery()));
    }

    String state() {
      return sent.getOrDefault("state", "");
    }

    String nonce() {
      return sent.getOrDefault("nonce", "");
    }

    String challenge() {
      return sent.getOrDefault("code_challenge", "");
    }

    /** Comes back with that query. */
    Reply back(String query) {
      return browser.open("/login/oauth2/%s/callback?%s".formatted(provider, query));
    }

    Reply back(String code, String more) {
      return back("code=%s&state=%s%s".formatted(code, state(), more));
    }
  }
}
