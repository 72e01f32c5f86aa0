package ai.wikibuilder.server;

import ai.wikibuilder.server.database.DatabaseSettings;
import ai.wikibuilder.server.engine.EngineSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One more process of an installation, as its command line names it: the folder and the database
 * are everybody's, the caches its own.
 *
 * @param shared data folder of the installation
 * @param hosts git hosts and models that may be reached
 * @param modelUrl the central model, one that speaks as OpenAI's do
 */
public record Beside(
    Path shared, Path own, String databaseUrl, List<String> hosts, Optional<String> modelUrl) {

  /** Words that {@link #of} reads. */
  public List<String> words() {
    return List.of(
        shared.toString(),
        own.toString(),
        databaseUrl,
        String.join(",", hosts),
        modelUrl.orElse("-"));
  }

  /** What another process was told. */
  public static Beside of(String... words) {
    return new Beside(
        Path.of(words[0]),
        Path.of(words[1]),
        words[2],
        List.of(words[3].split(",", -1)),
        Optional.of(words[4]).filter(url -> !url.equals("-")));
  }

  /** The command of a process that runs this class, which is told {@link #words}. */
  public ProcessBuilder process(Class<?> main) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(words());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** A server that does not look for work by itself: the test does, in its place. */
  public Server start() {
    return start(EnumSet.noneOf(ServerRole.class));
  }

  /** A server with these roles. */
  public Server start(Set<ServerRole> roles) {
    EngineSettings usual = EngineSettings.standard(shared);
    EngineSettings engine =
        new EngineSettings(
            RunningServer.reaching(hosts.toArray(String[]::new)),
            usual.limits(),
            usual.build(),
            modelUrl.map(ModelHost::settings),
            usual.budget(),
            own.resolve("cache"),
            usual.replyBytesMax());
    DatabaseSettings database =
        new DatabaseSettings(own, Optional.of(databaseUrl), Optional.empty());
    return Server.start(RunningServer.settings(shared, database, engine, roles));
  }
}
