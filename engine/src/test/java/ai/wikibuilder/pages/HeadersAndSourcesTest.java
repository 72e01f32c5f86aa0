package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A header and its source are one place. */
class HeadersAndSourcesTest {
  @TempDir private static Path natives;

  /** A class seemed to be used by another file where only its own source named it. */
  @Test
  void aSourceHasNoRowBesideItsHeaderAndIsNoOtherFile() {
    Map<String, String> files = new HashMap<>();
    files.put(
        "src/Gate.h", "class Gate {\n public:\n  bool open();\n  int width;\n  int height;\n};\n");
    files.put(
        "src/Gate.cpp",
        "#include \"Gate.h\"\nbool Gate::open() {\n  Gate other;\n  return other.width > 0;\n}\n");
    files.put(
        "src/Lock.h",
        "#include \"Gate.h\"\nclass Lock {\n public:\n  Gate* gate;\n  void turn();\n};\n");
    files.put(
        "src/Lock.cpp",
        "#include \"Lock.h\"\nvoid Lock::turn() {\n  Gate* mine = gate;\n  mine->open();\n}\n");
    files.put(
        "src/main.cpp",
        "#include \"Lock.h\"\nint main() {\n  Lock lock;\n  lock.turn();\n  return 0;\n}\n");

    String words = ParsedWiki.words("gates", natives, files);

    assertThat(words)
        .contains("`Gate.h` and `Gate.cpp`")
        .contains("`Lock.h` and `Lock.cpp`")
        .doesNotContain("one other file, first in `Gate.open`")
        .doesNotContain("| `Gate.cpp`")
        .doesNotContain("starting with `Gate.open`");
  }
}
