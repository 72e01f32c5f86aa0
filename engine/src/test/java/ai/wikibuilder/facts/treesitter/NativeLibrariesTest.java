package ai.wikibuilder.facts.treesitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.facts.treesitter.NativeLibraries.CoreOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
  @TempDir Path folder;

  @Test
  void aDamagedLibraryIsReplacedBeforeItIsUsed() throws IOException {
    NativeLibraries libraries = new NativeLibraries(folder.resolve("natives"), Optional.empty());
    Path library = libraries.unpack("tree-sitter-java");
    byte[] content = Files.readAllBytes(library);
    Files.write(library, new byte[] {1, 2, 3});

    libraries.unpack("tree-sitter-java");

    assertThat(Files.readAllBytes(library)).isEqualTo(content);
  }

  @Test
  void theFolderIsForItsOwnerOnlyAndKeepsNothingTemporary() throws IOException {
    Path natives = folder.resolve("natives");

    new NativeLibraries(natives, Optional.empty()).unpack("tree-sitter-java");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(natives)))
        .isEqualTo("rwx------");
    try (var files = Files.list(natives)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void withoutACoreOnTheMachineTheBundledOneIsUsed() {
    NativeLibraries libraries = new NativeLibraries(folder, Optional.empty(), List.of());

    assertThat(libraries.core().origin()).isEqualTo(CoreOrigin.BUNDLED);
  }

  @Test
  void aConfiguredCoreThatIsMissingIsAnError() {
    NativeLibraries libraries = new NativeLibraries(folder, Optional.of(folder.resolve("none.so")));

    assertThatThrownBy(libraries::core)
        .isInstanceOf(TreeSitterException.class)
        .hasMessageContaining("none.so");
  }

  @Test
  void theProbeMeasuresTheCoreThatIsUsed() {
    CoreProbe probe = CoreProbe.measure(folder, Optional.empty());

    assertThat(probe.megabytesPerSecond()).isPositive();
    assertThat(probe.grammarAbiMax()).isGreaterThanOrEqualTo(14);
    assertThat(Files.isRegularFile(probe.library())).isTrue();
  }
}
