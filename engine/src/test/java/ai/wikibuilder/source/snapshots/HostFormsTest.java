package ai.wikibuilder.source.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.source.HostLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostFormsTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @ParameterizedTest
  @CsvSource({
    "https://github.com/a/b.git, https://github.com/a/b/blob/C/src/x.py#L3-L9",
    "https://github.example.com/a/b, https://github.example.com/a/b/blob/C/src/x.py#L3-L9",
    "https://gitlab.com/g/sub/deep/r.git, https://gitlab.com/g/sub/deep/r/-/blob/C/src/x.py#L3-9",
    "https://gitlab.example.com:8443/g/r, https://gitlab.example.com:8443/g/r/-/blob/C/src/x.py#L3-9",
    "https://bitbucket.org/t/r, https://bitbucket.org/t/r/src/C/src/x.py#lines-3:9",
    "https://bitbucket.example.com/scm/PRJ/r.git, https://bitbucket.example.com/projects/PRJ/repos/r/browse/src/x.py?at=C#3-9",
    "https://bitbucket.example.com/scm/~me/r.git, https://bitbucket.example.com/users/me/repos/r/browse/src/x.py?at=C#3-9",
    "https://codeberg.org/a/b, https://codeberg.org/a/b/src/commit/C/src/x.py#L3-L9",
    "https://gitea.example.com/a/b.git, https://gitea.example.com/a/b/src/commit/C/src/x.py#L3-L9",
    "http://forgejo.lan:3000/a/b.git, http://forgejo.lan:3000/a/b/src/commit/C/src/x.py#L3-L9",
    "https://dev.azure.com/o/My%20P/_git/r, https://dev.azure.com/o/My%20P/_git/r?path=/src/x.py&version=GCC&line=3&lineEnd=10&lineStartColumn=1&lineEndColumn=1",
  })
  void eachHostHasItsForm(String address, String expected) {
    String link = HostForms.of(address, COMMIT).orElseThrow().lines("src/x.py", 3, 9);

    assertThat(link.replace(COMMIT, "C")).isEqualTo(expected);
  }

  @Test
  void oneLineIsNamedOnce() {
    assertThat(HostForms.of("https://github.com/a/b", COMMIT).orElseThrow().lines("x.py", 7, 7))
        .endsWith("/x.py#L7");
  }

  @Test
  void pathsAreWrittenSoThatNothingInThemActs() {
    HostLinks links = HostForms.of("https://github.com/a/b", COMMIT).orElseThrow();

    assertThat(links.lines("a b/c#d?e%\"<ü>.py", 1, 1))
        .endsWith("/a%20b/c%23d%3Fe%25%22%3C%C3%BC%3E.py#L1");
  }

  @Test
  void repositoriesAreNamedAsPeopleOpenThem() {
    assertThat(HostForms.of("https://github.com/a/b.git", COMMIT).orElseThrow().repository())
        .isEqualTo("https://github.com/a/b");
    assertThat(
            HostForms.of("https://bitbucket.example.com/scm/PRJ/r.git", COMMIT)
                .orElseThrow()
                .repository())
        .isEqualTo("https://bitbucket.example.com/projects/PRJ/repos/r");
  }

  @Test
  void aHostOfUnknownKindHasNoLinks() {
    assertThat(HostForms.of("https://git.example.com/a/b.git", COMMIT)).isEmpty();
    assertThat(HostForms.of("https://git.kernel.org/pub/scm/git/git.git", COMMIT)).isEmpty();
  }
}
