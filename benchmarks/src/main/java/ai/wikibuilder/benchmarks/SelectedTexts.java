package ai.wikibuilder.benchmarks;

import ai.wikibuilder.outbound.AllowedHosts;
import ai.wikibuilder.outbound.HostResolver;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.source.ReadOutcome;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SourceFile;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.snapshots.SnapshotSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a repository that the product selects, with their text as it sees it. */
public final class SelectedTexts {
  private SelectedTexts() {}

  /** Texts by path of the commit that is checked out, or of the head of a bare repository. */
  public static SortedMap<String, SourceText> read(Path folder) {
    TreeMap<String, SourceText> texts = new TreeMap<>();
    readMasked(folder).forEach((path, read) -> texts.put(path, read.text()));
    return texts;
  }

  /** The same, with how many secrets were masked in each. */
  static SortedMap<String, ReadOutcome.Text> readMasked(Path folder) {
    TreeMap<String, ReadOutcome.Text> texts = new TreeMap<>();
    OutboundGuard guard =
        new OutboundGuard(
            new OutboundSettings(AllowedHosts.of(List.of()), Optional.empty(), Optional.empty()),
            HostResolver.ofThisMachine());
    SourceRequest request =
        new SourceRequest(
            new SourceRequest.Origin.Folder(folder, Optional.empty()),
            Optional.empty(),
            "",
            List.of(),
            List.of());
    try (Snapshot snapshot =
        new SnapshotSource(guard, SourceLimits.forCommandLine(), folder.resolve("unused"))
            .open(request, (objects, total, bytes) -> {})) {
      for (SourceFile file : snapshot.files()) {
        if (snapshot.read(file) instanceof ReadOutcome.Text read) {
          texts.put(file.path(), read);
        }
      }
    }
    return texts;
  }

  /** What {@code git rev-parse HEAD} says. */
  public static String commit(Path folder) {
    return MeasuredProcess.run(
            List.of("git", "-C", folder.toString(), "rev-parse", "HEAD"), Map.of())
        .output()
        .strip();
  }

  /** Name of a repository by its folder, {@code owner/name} where the folder says both. */
  public static String name(Path folder) {
    String last = "";
    for (Path part : folder.toAbsolutePath().normalize()) {
      String name = part.toString();
      last = name.equals("repo") || name.equals(".git") ? last : name.replace('+', '/');
    }
    return last;
  }
}
