package ai.wikibuilder.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.database.DatabaseSettings;
import ai.wikibuilder.server.engine.EngineSettings;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A start that is refused. */
@ExtendWith(RunningServer.class)
class RefusedStartTest {
  /** Whoever left a wrong master key there looked for the one sentence below a hundred lines. */
  @Test
  void isSaidInOneSentenceAndNotByTheInsideOfTheProgram(@TempDir Path folder, Server another)
      throws Exception {
    assertThat(another.address()).isNotNull(); // where no PostgreSQL can run, this is left out
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Server.start(at(folder, taken.getLocalPort())))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("is in use; choose another one with --port");
    } finally {
      root.detachAppender(log);
    }

    assertThat(log.list)
        .filteredOn(event -> event.getLoggerName().startsWith("org.springframework.boot"))
        .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .isEmpty();
  }

  private static ServerSettings at(Path folder, int port) {
    ServerSettings usual =
        RunningServer.settings(
            folder,
            DatabaseSettings.embedded(folder.resolve("postgres")),
            EngineSettings.standard(folder),
            EnumSet.of(ServerRole.API));
    return RunningServer.with(usual, port, usual.providers());
  }
}
