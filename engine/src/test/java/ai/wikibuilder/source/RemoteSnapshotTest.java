package ai.wikibuilder.source;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.outbound.AllowedHosts;
import ai.wikibuilder.outbound.HostResolver;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteSnapshotTest {
  @TempDir private Path temporary;

  private GitWorkbench workbench;
  private LocalGitServer server;

  @BeforeEach
  void start() throws IOException {
    workbench = GitWorkbench.in(temporary.resolve("repositories"), "team/tool.git");
    server = LocalGitServer.over(temporary.resolve("repositories"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theDefaultBranchIsReadAtItsCommit() throws IOException {
    String commit = workbench.write("src/a.py", "print(1)\n").commit("one");

    try (Snapshot snapshot = open(Optional.empty())) {
      assertThat(snapshot.id().commit()).contains(commit);
      assertThat(snapshot.id().name()).isEqualTo("tool");
      assertThat(snapshot.files()).extracting(SourceFile::path).containsExactly("src/a.py");
      assertThat(snapshot.read(snapshot.files().getFirst()))
          .isInstanceOfSatisfying(
              ReadOutcome.Text.class,
              text -> assertThat(text.text().toString()).isEqualTo("print(1)\n"));
    }
  }

  private Snapshot open(Optional<String> ref) {
    OutboundGuard guard =
        new OutboundGuard(
            new OutboundSettings(
                AllowedHosts.of(List.of(server.hostPort())), Optional.empty(), Optional.empty()),
            HostResolver.ofThisMachine());
    SourceRequest request =
        new SourceRequest(
            new SourceRequest.Origin.Remote(server.address("team/tool.git"), Optional.empty()),
            ref,
            "",
            List.of(),
            List.of());
    return new SnapshotSource(guard, SourceLimits.forCommandLine(), temporary.resolve("clones"))
        .open(request, (objects, total, bytes) -> {});
  }
}
