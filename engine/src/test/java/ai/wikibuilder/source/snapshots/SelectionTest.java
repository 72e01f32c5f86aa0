package ai.wikibuilder.source.snapshots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.source.ReadOutcome;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  private static final SourceLimits LIMITS = SourceLimits.forCommandLine();

  /** A tree of files with their text. */
  private record Tree(Map<String, String> texts) implements TreeFiles {
    @Override
    public List<String> paths() {
      return List.copyOf(texts.keySet());
    }

    @Override
    public Optional<byte[]> bytes(String path) {
      return Optional.ofNullable(texts.get(path)).map(text -> text.getBytes(UTF_8));
    }
  }

  private static TreeSelection over(SourceRequest request, String... pathsAndTexts) {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return new Selection(request, LIMITS).over(new Tree(texts));
  }

  private static SourceRequest request(
      String subPath, List<String> includes, List<String> excludes) {
    return LocalRequests.of(Path.of("x"), subPath, includes, excludes);
  }

  private static SourceRequest all() {
    return request("", List.of(), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/java/A.java, KEPT",
    "README.md, KEPT",
    "Makefile, KEPT",
    ".github/workflows/ci.yml, KEPT",
    "package.json, KEPT",
    "pom.xml, KEPT",
    "schema.sql, KEPT",
    ".env.example, KEPT",
    ".npmrc, KEPT",
    "src/environment.ts, KEPT",
    "types/index.d.ts, KEPT",
    "docs/guide.adoc, KEPT",
    "go.mod, KEPT",
    "org/x/src/main/java/orm/vendor/Adapter.java, KEPT",
    "src/key.ts, KEPT",
    "lib/keys/KeyPair.java, KEPT",
    "src/generate.py, KEPT",
    "notebook.ipynb, KEPT",
    "src/lockfile.go, KEPT",
    "src/min.js, KEPT",
    "node_modules/a/index.js, VENDORED",
    "web/bower_components/x.js, VENDORED",
    "vendor/a/b.go, VENDORED",
    "third_party/x.cc, VENDORED",
    "ios/Pods/A.m, VENDORED",
    ".venv/lib/a.py, VENDORED",
    "gradlew, VENDORED",
    "lib/python/site-packages/x.py, VENDORED",
    "js/jquery-3.1.js, VENDORED",
    "gradle/wrapper/a.txt, VENDORED",
    "api/a.pb.go, GENERATED",
    "api/a_pb2.py, GENERATED",
    "lib/model.g.dart, GENERATED",
    "k8s/zz_generated.deepcopy.go, GENERATED",
    "src/__generated__/x.ts, GENERATED",
    "a/app.js.map, GENERATED",
    "ui/x.snap, GENERATED",
    "Form.Designer.cs, GENERATED",
    "dist/app.min.js, MINIFIED",
    "a/site.min.css, MINIFIED",
    "package-lock.json, LOCK_FILE",
    "sub/yarn.lock, LOCK_FILE",
    "Cargo.lock, LOCK_FILE",
    "go.sum, LOCK_FILE",
    "poetry.lock, LOCK_FILE",
    "uv.lock, LOCK_FILE",
    "Gemfile.lock, LOCK_FILE",
    "pnpm-lock.yaml, LOCK_FILE",
    "data/a.csv, DATA",
    "a.svg, DATA",
    "x.geojson, DATA",
    "i18n/de.po, DATA",
    "logo.PNG, BINARY",
    "a.jar, BINARY",
    "font.woff2, BINARY",
    "a/b.pyc, BINARY",
    ".env, SECRET_FILE",
    "a/.env.production, SECRET_FILE",
    "certs/server.pem, SECRET_FILE",
    "a/id_rsa, SECRET_FILE",
    "b/deploy_ed25519, SECRET_FILE",
    "k.p12, SECRET_FILE",
    "k.jks, SECRET_FILE",
    ".netrc, SECRET_FILE",
    "x/terraform.tfstate, SECRET_FILE",
    "vendor/x/tls.key, SECRET_FILE",
    "home/.aws/credentials, SECRET_FILE"
  })
  void aNameAloneSaysWhatAFileIs(String path, String expected) {
    Optional<SkipReason> reason = over(all()).judge(path, 100);

    assertThat(reason.map(Enum::name).orElse("KEPT")).isEqualTo(expected);
  }

  @Test
  void sizeDecidesAboutDataAndAboutTooLarge() {
    TreeSelection selection = over(all());

    assertThat(selection.judge("a.json", 300 << 10)).contains(SkipReason.DATA);
    assertThat(selection.judge("a.java", 300 << 10)).isEmpty();
    assertThat(selection.judge("a.java", LIMITS.blobBytesMax() + 1)).contains(SkipReason.TOO_LARGE);
    assertThat(selection.judge("a.java", 0)).contains(SkipReason.EMPTY);
  }

  /** A steering file that asked for 10,000 pages was left out as data, and nobody was told. */
  @Test
  void whatSteersTheWikiIsReadHoweverLongItIs() {
    assertThat(over(all()).judge(".aiwiki.yml", 300 << 10)).isEmpty();
    assertThat(over(all()).judge("deep/.aiwiki.yml", 300 << 10)).contains(SkipReason.DATA);
    assertThat(kind(".aiwiki.yml", "[".repeat(20_000))).isEqualTo("KEPT");
  }

  @Test
  void excludeWinsOverInclude() {
    TreeSelection selection =
        over(request("", List.of("src/**", "*.md"), List.of("test", "**/*Old.java")));

    assertThat(selection.judge("src/A.java", 1)).isEmpty();
    assertThat(selection.judge("docs/a.md", 1)).isEmpty();
    assertThat(selection.judge("lib/A.java", 1)).contains(SkipReason.EXCLUDED);
    assertThat(selection.judge("src/test/A.java", 1)).contains(SkipReason.EXCLUDED);
    assertThat(selection.judge("src/AOld.java", 1)).contains(SkipReason.EXCLUDED);
  }

  @Test
  void attributesOfTheRepositoryOverruleNamesBothWays() {
    TreeSelection selection =
        over(
            all(),
            ".gitattributes",
            "vendor/own/** -linguist-vendored\nsrc/copied/** linguist-vendored\n*.gen linguist-generated\n",
            "api/.gitattributes",
            "*.pb.go linguist-generated=false\n");

    assertThat(selection.judge("vendor/own/a.go", 1)).isEmpty();
    assertThat(selection.judge("vendor/other/a.go", 1)).contains(SkipReason.VENDORED);
    assertThat(selection.judge("src/copied/a.c", 1)).contains(SkipReason.VENDORED);
    assertThat(selection.judge("x.gen", 1)).contains(SkipReason.GENERATED);
    assertThat(selection.judge("api/a.pb.go", 1)).isEmpty();
    assertThat(selection.isDeclaredSource("api/a.pb.go")).isTrue();
    assertThat(selection.judge("b/a.pb.go", 1)).contains(SkipReason.GENERATED);
  }

  /** Rails marks the only file that states the whole database as generated. */
  @Test
  void theSchemaOfRailsIsKeptThoughAToolWroteIt() {
    TreeSelection selection = over(all(), ".gitattributes", "db/schema.rb linguist-generated\n");

    assertThat(selection.judge("db/schema.rb", 1)).isEmpty();
    assertThat(kind("db/schema.rb", "# This file is auto-generated. DO NOT EDIT.\n"))
        .isEqualTo("KEPT");
    assertThat(kind("db/other.rb", "# This file is auto-generated. DO NOT EDIT.\n"))
        .isEqualTo("GENERATED");
  }

  @Test
  void ofASubPathOnlyWhatLiesBelowCounts() {
    TreeSelection selection =
        over(request("./third_party/lib/", List.of(), List.of()), "third_party/lib/a.c", "x");

    assertThat(selection.judge("third_party/lib/a.c", 1)).isEmpty();
    assertThat(selection.judge("third_party/lib/vendor/b.c", 1)).contains(SkipReason.VENDORED);
    assertThat(selection.judge("third_party/library.c", 1)).contains(SkipReason.EXCLUDED);
  }

  @Test
  void anUnknownSubPathNamesFoldersLikeIt() {
    assertThatThrownBy(() ->
            over(
                request("server", List.of(), List.of()),
                "services/auth/A.java",
                "",
                "apps/Server/B.java",
                ""))
        .isInstanceOfSatisfying(
            SourceException.class,
            e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.NOT_FOUND))
        .hasMessageContaining("apps/Server");
  }

  private static String kind(String path, String text) {
    return switch (new TextReading().read(path, text.getBytes(UTF_8))) {
      case ReadOutcome.Text _ -> "KEPT";
      case ReadOutcome.LeftOut out -> out.reason().name();
    };
  }

  @Test
  void contentSaysWhetherAToolWroteIt() {
    assertThat(kind("a.go", "// Code generated by mockgen. DO NOT EDIT.\npackage a\n"))
        .isEqualTo("GENERATED");
    assertThat(kind("a.js", "/**\n * @generated SignedSource<<x>>\n */\n")).isEqualTo("GENERATED");
    assertThat(kind("a.html", "<html>\n<head>\n<!-- Generated by javadoc (1.8.0_25) on Wed -->\n"))
        .isEqualTo("GENERATED");
    assertThat(
            kind(
                "a.py",
                "import os\nheader = '''\n# GENERATED, DO NOT EDIT: auto-generated by x\n'''\n"))
        .isEqualTo("KEPT");
    assertThat(kind("a.ts", "/** Tells whether a file is generated. */\nexport {};\n"))
        .isEqualTo("KEPT");
    assertThat(kind("a.js", "var a=1;".repeat(2_000))).isEqualTo("MINIFIED");
    assertThat(kind("a.json", "[1,2],".repeat(2_000))).isEqualTo("DATA");
    assertThat(kind("a.py", "x = " + "1 + ".repeat(2_000) + "1\n")).isEqualTo("KEPT");
    assertThat(kind("a.md", "A long paragraph. ".repeat(500))).isEqualTo("KEPT");
  }
}
