package ai.wikibuilder.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptResolutionTest {
  private static List<String> edges(TestRepository repository) {
    return TestRepository.edges(repository.graph());
  }

  @Test
  void aPythonImportFollowsTheSourceLayoutAndReExports() {
    TestRepository repository =
        new TestRepository()
            .file("src/shop/__init__.py", "from .models import Parcel\n")
            .file("src/shop/models.py", "class Parcel:\n    def weigh(self):\n        pass\n")
            .file(
                "tests/test_parcel.py",
                "from shop import Parcel\n\ndef test_it():\n    parcel = Parcel()\n    parcel.weigh()\n");

    assertThat(edges(repository))
        .contains("tests/test_parcel.py:4 -> src/shop/models.py#Parcel")
        .contains("tests/test_parcel.py:5 -> src/shop/models.py#Parcel.weigh");
  }

  /** A whole FastAPI service of such packages had no line from one of its parts to another. */
  @Test
  void aPythonPackageWithoutAFileOfItsOwnIsFollowedToItsModules() {
    TestRepository repository =
        new TestRepository()
            .file("back/shop/core/scales.py", "def weigh():\n    pass\n")
            .file(
                "back/shop/api/user.py",
                """
                from shop.core import scales
                from shop.core.scales import weigh
                from ..core import scales as s

                def go():
                    scales.weigh()
                    weigh()
                    s.weigh()
                """);

    assertThat(edges(repository))
        .contains("back/shop/api/user.py:6 -> back/shop/core/scales.py#weigh")
        .contains("back/shop/api/user.py:7 -> back/shop/core/scales.py#weigh")
        .contains("back/shop/api/user.py:8 -> back/shop/core/scales.py#weigh");
  }

  @Test
  void aPythonModuleIsFoundByItsRelativeName() {
    TestRepository repository =
        new TestRepository()
            .file("shop/__init__.py", "")
            .file("shop/deep/__init__.py", "")
            .file("shop/tools.py", "def weigh():\n    pass\n")
            .file(
                "shop/deep/user.py",
                "from .. import tools\nfrom ..tools import weigh as w\n\ndef go():\n    tools.weigh()\n    w()\n");

    assertThat(edges(repository))
        .contains("shop/deep/user.py:5 -> shop/tools.py#weigh")
        .contains("shop/deep/user.py:6 -> shop/tools.py#weigh");
  }

  @Test
  void aPythonMethodIsCalledOnlyThroughSelf() {
    TestRepository repository =
        new TestRepository()
            .file(
                "one.py",
                "class One:\n    def weigh(self):\n        pass\n    def go(self):\n        weigh()\n        self.weigh()\n");

    assertThat(edges(repository)).containsExactly("one.py:6 -> one.py#One.weigh");
  }

  @Test
  void aScriptImportFindsExtensionsIndexesAndReExports() {
    TestRepository repository =
        new TestRepository()
            .file("src/lib/index.ts", "export * from './parcel';\n")
            .file("src/lib/parcel.ts", "export function weigh() {\n}\n")
            .file(
                "src/user.ts",
                "import { weigh } from './lib';\nimport * as all from './lib/parcel.js';\nexport function go() {\n  weigh();\n  all.weigh();\n}\n");

    assertThat(edges(repository))
        .containsExactly(
            "src/user.ts:4 -> src/lib/parcel.ts#weigh", "src/user.ts:5 -> src/lib/parcel.ts#weigh");
  }

  @Test
  void aScriptsDeclaredTypesLeadToMethods() {
    TestRepository repository =
        new TestRepository()
            .file("src/store.ts", "export class Store {\n  keep(): void {\n  }\n}\n")
            .file(
                "src/user.ts",
                """
                import { Store } from './store';
                export class User {
                  constructor(private store: Store) {
                  }
                  go(other: Store): void {
                    this.store.keep();
                    other.keep();
                  }
                }
                """);

    assertThat(edges(repository))
        .contains("src/user.ts:6 -> src/store.ts#Store.keep")
        .contains("src/user.ts:7 -> src/store.ts#Store.keep");
  }

  @Test
  void aPackageFromOutsideIsNoEdge() {
    TestRepository repository =
        new TestRepository()
            .file("src/weigh.ts", "export function weigh() {\n}\n")
            .file(
                "src/user.ts",
                "import { weigh } from 'scales';\nexport function go() {\n  weigh();\n}\n");

    assertThat(edges(repository)).isEmpty();
  }

  /** Building the graph failed when a function of no type was among the candidates. */
  @Test
  void aFunctionAndAMethodOfOneRareNameAreTwoCandidates() {
    CodeGraph graph =
        new TestRepository()
            .file("one.py", "def weigh():\n    pass\n")
            .file("two.py", "class Two:\n    def weigh(self):\n        pass\n")
            .file("user.py", "def go(x):\n    x.weigh()\n")
            .graph();

    assertThat(TestRepository.edges(graph)).isEmpty();
    assertThat(graph.ambiguities()).extracting(Ambiguity::candidateCount).containsExactly(2);
  }
}
