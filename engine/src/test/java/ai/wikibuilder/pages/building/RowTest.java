package ai.wikibuilder.pages.building;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTest {
  @ParameterizedTest
  @CsvSource({
    "git clone https://git.example/a/ferry.git, GET",
    "./mvnw spring-boot:run, RUN",
    "./mvnw spring-boot:build-image, USE",
    "./gradlew build, BUILD",
    "./gradlew check, TEST",
    "tox -e py312 -- tests/test_tide.py, TEST",
    "tox -e docs-checklinks, USE",
    "tox -e update-plugin-list, USE",
    "nox -s release, USE",
    "tox -v -e pydocstyle -- -v, CHECK",
    "cargo check, CHECK",
    "pnpm run check, CHECK",
    "make check, TEST",
    "make setup, INSTALL",
    "python setup.py build, BUILD",
    "python setup.py install, INSTALL",
    "npx lerna run compile --scope @a/b, BUILD",
    "npx lerna run start, RUN",
    "./docs/scripts/verify.sh docs/site, USE",
    "./scripts/check-links.sh, CHECK",
    "scripts/check, CHECK",
    "script/bootstrap, INSTALL",
    "helm install charts/tide -n tide, RUN",
    "uv run prek install, INSTALL",
    "just coverage, TEST",
    "npm run style:check, CHECK",
    "composer check-static, CHECK",
    "pnpm exec vp check resources, CHECK",
    "dotnet workload install android, INSTALL",
    "mix escript.install hex ferry, INSTALL",
    "docker run -e MYSQL_DATABASE=tide -p 3306:3306 mysql:8.4, PREPARE",
    "docker run -e DB=postgres harbour/ferry, RUN",
    "docker pull harbour/ferry-server, INSTALL",
    "./gradlew testDemoDebugUnitTest, TEST",
    "symfony serve, RUN",
    "docker cp tests:/app/report.xml ./report.xml, USE",
    "swift build --build-tests -c debug, BUILD",
    "./mvnw package -Dmaven.test.skip=true, BUILD",
    "./gradlew build -x test, BUILD",
    "TIDE_LOG=debug cargo run --bin tide, RUN",
    "CI=1 npm test, TEST",
    "cabal install Tide, INSTALL",
    "cabal install, BUILD",
    "helm plugin install https://git.example/tide-test, INSTALL",
    "ct install --config ct.yaml, TEST",
    "hatch run types:check, CHECK",
    "hatch run style:check, CHECK"
  })
  void theWordsOfACommandTellWhatItIsFor(String command, Row.Aim aim) {
    assertThat(Row.Aim.of(command)).isEqualTo(aim);
  }
}
