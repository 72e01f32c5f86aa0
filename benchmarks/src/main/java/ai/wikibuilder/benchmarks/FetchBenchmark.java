package ai.wikibuilder.benchmarks;

import ai.wikibuilder.outbound.AllowedHosts;
import ai.wikibuilder.outbound.HostResolver;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.snapshots.LocalGitServer;
import ai.wikibuilder.source.snapshots.SnapshotSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The first fetch of a repository at depth 1 from an http server on loopback, beside native git.
 */
final class FetchBenchmark {
  private static final int RUNS = 3;

  private final Path scratch;
  private final Path repository;

  FetchBenchmark(Path scratch, Path repository) {
    this.scratch = scratch;
    this.repository = repository;
  }

  List<String> rows() throws IOException {
    Path served = Files.createDirectories(scratch.resolve("served"));
    Path link = served.resolve("repo.git");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, repository);
    double[] ours = new double[RUNS];
    double[] theirs = new double[RUNS];
    AtomicLong packBytes = new AtomicLong();
    try (LocalGitServer server = LocalGitServer.over(served)) {
      String address = server.address("repo.git");
      for (int i = 0; i < RUNS; i++) {
        Path clone = scratch.resolve("native.git");
        Benchmarks.delete(clone);
        theirs[i] =
            RepositoryBenchmark.run(
                    "git", "clone", "-q", "--bare", "--depth", "1", address, clone.toString())
                .seconds();
        ours[i] = fetch(server, address, packBytes);
      }
    }
    return List.of(
        new Row(
                "fetch, depth 1",
                new Samples(ours).median(),
                String.format(Locale.ROOT, "%.1f MB packed", packBytes.get() / 1e6),
                0,
                String.format(
                    Locale.ROOT,
                    "native git %.2f s; first fetch of a process %.2f s",
                    new Samples(theirs).median(),
                    ours[0]))
            .toString());
  }

  private double fetch(LocalGitServer server, String address, AtomicLong packBytes)
      throws IOException {
    Path clones = scratch.resolve("clones");
    Benchmarks.delete(clones);
    OutboundGuard guard =
        new OutboundGuard(
            new OutboundSettings(
                AllowedHosts.of(List.of(server.hostPort())), Optional.empty(), Optional.empty()),
            HostResolver.ofThisMachine());
    SourceRequest request =
        new SourceRequest(
            new SourceRequest.Origin.Remote(address, Optional.empty()),
            Optional.empty(),
            "",
            List.of(),
            List.of());
    long started = System.nanoTime();
    try (Snapshot snapshot =
        new SnapshotSource(guard, SourceLimits.forCommandLine(), clones)
            .open(request, (objects, total, bytes) -> packBytes.set(bytes))) {
      if (snapshot.files().isEmpty()) {
        throw new IllegalStateException("nothing was fetched from " + address);
      }
      return (System.nanoTime() - started) / 1e9;
    }
  }
}
