package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {
  private static final int LENGTH_MAX = 255;

  @ParameterizedTest
  @ValueSource(strings = {"main", "v2.1", "feature/tide-2", "2f0c4d1", "release@2", "a-b_c"})
  void namesOfGitAreTaken(String ref) {
    assertThat(Input.ref(ref, LENGTH_MAX)).isEqualTo(ref);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--upload-pack=x", "a..b", "a b", "main^", "HEAD~1", "a:b", "x/", "@{1}"})
  void whatGitTakesForNoNameIsRefused(String ref) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> Input.ref(ref, LENGTH_MAX))
        .withMessage("ref: expected a branch, a tag or a commit, got " + ref);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/api", "src/..hidden", "a..b/c", "...", "packages/core/"})
  void foldersInsideAreTaken(String path) {
    assertThat(Input.folder(path, LENGTH_MAX)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../../etc", "docs/../..", "/etc", "docs\\..\\x"})
  void whatLeadsOutIsRefused(String path) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> Input.folder(path, LENGTH_MAX))
        .withMessage(
            "path: expected a folder inside the repository, such as docs/api, got " + path);
  }
}
