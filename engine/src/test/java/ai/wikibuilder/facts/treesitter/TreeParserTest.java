package ai.wikibuilder.facts.treesitter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeParserTest {
  private static final Duration AMPLE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void aParseThatTimedOutLeavesNothingBehind() {
    NativeLibraries libraries = new NativeLibraries(folder, Optional.empty());
    TreeSitter core = TreeSitter.load(libraries.core().path());
    byte[] large =
        ("class Large { " + "void m() { call(1 + 2); } ".repeat(20_000) + "}").getBytes(UTF_8);
    byte[] small = "class Small { void only() {} }".getBytes(UTF_8);
    List<Integer> starts = new ArrayList<>();
    try (TreeQuery query =
            TreeQuery.compile(
                core,
                core.grammar(libraries.unpack("tree-sitter-java"), "tree_sitter_java"),
                "(method_declaration name: (identifier) @name)");
        TreeParser parser = new TreeParser(core)) {
      TreeParser.Outcome first =
          parser.parse(large, query, Duration.ofNanos(1_000), (_, _, _) -> {});

      TreeParser.Outcome second =
          parser.parse(small, query, AMPLE, (_, _, captures) -> starts.add(captures[1]));

      assertThat(first).isEqualTo(TreeParser.Outcome.TIMED_OUT);
      assertThat(second).isEqualTo(TreeParser.Outcome.COMPLETE);
      assertThat(starts).containsExactly(19);
    }
  }
}
