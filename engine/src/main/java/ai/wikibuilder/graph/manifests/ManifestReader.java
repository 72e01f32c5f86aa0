package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.source.SourceText;
import java.util.Optional;

/** Knows build files by their names and has them read. Stateless, may be shared by threads. */
public final class ManifestReader {
  /** A larger build file is data, not something people wrote. */
  private static final int BYTES_MAX = 1 << 20;

  private ManifestReader() {}

  /** The manifest in a file, empty when the file is none. What is damaged is left out. */
  public static Optional<Manifest> read(String path, SourceText text) {
    if (text.byteCount() > BYTES_MAX || text.lineCount() == 0) {
      return Optional.empty();
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    Draft draft = new Draft();
    return switch (name) {
      case "package.json" -> {
        PackageJson.read(text, draft);
        yield Optional.of(draft.manifest(path, Manifest.Tool.NPM));
      }
      case "pom.xml" -> {
        PomXml.read(text, draft);
        yield Optional.of(draft.manifest(path, Manifest.Tool.MAVEN));
      }
      case "pyproject.toml", "setup.cfg" -> {
        TomlLines.readPython(text, draft);
        yield Optional.of(draft.manifest(path, Manifest.Tool.PYTHON));
      }
      case "setup.py" -> Optional.of(draft.manifest(path, Manifest.Tool.PYTHON));
      case "Cargo.toml" -> {
        TomlLines.readCargo(text, draft);
        yield Optional.of(draft.manifest(path, Manifest.Tool.CARGO));
      }
      case "go.mod" -> {
        TomlLines.readGo(text, draft);
        yield Optional.of(draft.manifest(path, Manifest.Tool.GO));
      }
      case "build.gradle", "build.gradle.kts" ->
          Optional.of(draft.manifest(path, Manifest.Tool.GRADLE));
      case "Makefile", "makefile", "GNUmakefile" -> {
        Makefile.read(text, draft);
        yield Optional.of(draft.manifest(path, Manifest.Tool.MAKE));
      }
      default -> Optional.empty();
    };
  }
}
