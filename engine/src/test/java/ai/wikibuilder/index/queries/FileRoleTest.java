package ai.wikibuilder.index.queries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRoleTest {
  @ParameterizedTest
  @CsvSource({
    "src/ship/Berth.java, SOURCE",
    "src/latest/Contest.java, SOURCE",
    "lib/protest.rb, SOURCE",
    "lib/build.rs, SOURCE",
    "src/ship/BerthTest.java, TEST",
    "src/jvmTest/kotlin/Berths.kt, TEST",
    "org.harbour.test/tst/org/harbour/Ships.java, TEST",
    "Harbour.Tests/Ships.cs, TEST",
    "gate/radio_test.go, TEST",
    "spec/berth_spec.rb, TEST",
    "packages/gate/__tests__/board.ts, TEST",
    "features/mooring.feature, TEST",
    "lib/feature.rb, SOURCE",
    "docs/berths.md, DOCUMENT",
    "CHANGELOG, DOCUMENT",
    "examples/reserve.py, EXAMPLE",
    "config/harbour.yaml, DATA",
    ".github/workflows/build.js, DATA",
    "Makefile, DATA"
  })
  void thePathTellsWhatAFileIsFor(String path, FileRole role) {
    assertThat(FileRole.of(path)).isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource({
    "src/http/Cookie.kt, cookie",
    "src/test/TestCookie.kt, cookie",
    "tests/CookieTest.php, cookie",
    "spec/cookie_spec.rb, cookie",
    "packages/__tests__/cookie.test.ts, cookie",
    "tests/test_cookie.py, cookie",
    "src/contest.py, contest",
    "tests/tests.py, tests",
    "tests/test.py, test"
  })
  void aTestHasTheSubjectOfWhatItTests(String path, String subject) {
    assertThat(FileRole.subject(path, FileRole.of(path))).isEqualTo(subject);
  }
}
