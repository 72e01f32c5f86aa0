package ai.wikibuilder.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaResolutionTest {
  private static List<String> edges(TestRepository repository) {
    return TestRepository.edges(repository.graph());
  }

  private static TestRepository store() {
    return new TestRepository()
        .file("a/Store.java", "package a;\npublic interface Store {\n  void keep(Item item);\n}\n")
        .file("a/Item.java", "package a;\npublic record Item(int id) {\n}\n")
        .file(
            "b/Disk.java",
            """
            package b;
            import a.Item;
            import a.Store;
            public class Disk implements Store {
              public void keep(Item item) {
                flushAll();
              }
              private void flushAll() {
              }
            }
            """);
  }

  @Test
  void aTypeOfTheSamePackageNeedsNoImport() {
    assertThat(edges(store())).contains("a/Store.java:3 -> a/Item.java#Item");
  }

  @Test
  void anImportedTypeIsTheOneOfItsPackage() {
    TestRepository repository =
        store().file("c/Item.java", "package c;\npublic record Item(int id) {\n}\n");

    assertThat(edges(repository))
        .contains("b/Disk.java:4 -> a/Store.java#Store", "b/Disk.java:5 -> a/Item.java#Item");
  }

  @Test
  void aTypeImportedFromOutsideIsNoEdgeEvenIfTheRepositoryHasOneOfThatName() {
    TestRepository repository =
        store()
            .file(
                "d/Other.java",
                "package d;\nimport java.util.Item;\nclass Other {\n  Item item;\n}\n");

    assertThat(edges(repository)).noneMatch(edge -> edge.startsWith("d/Other.java"));
  }

  @Test
  void aCallOnAFieldGoesToTheFieldsType() {
    TestRepository repository =
        store()
            .file(
                "d/User.java",
                """
                package d;
                import a.Store;
                class User {
                  private final Store store;
                  void use() {
                    store.keep(null);
                    this.store.keep(null);
                  }
                }
                """);

    assertThat(edges(repository))
        .contains("d/User.java:6 -> a/Store.java#Store.keep")
        .contains("d/User.java:7 -> a/Store.java#Store.keep");
  }

  @Test
  void aCallOnAParameterOrALocalVariableGoesToItsType() {
    TestRepository repository =
        store()
            .file(
                "d/User.java",
                """
                package d;
                import a.Store;
                import b.Disk;
                class User {
                  void use(Store given) {
                    given.keep(null);
                    var disk = new Disk();
                    disk.keep(null);
                  }
                }
                """);

    assertThat(edges(repository))
        .contains("d/User.java:6 -> a/Store.java#Store.keep")
        .contains("d/User.java:8 -> b/Disk.java#Disk.keep");
  }

  @Test
  void anInheritedMethodIsFoundInTheSupertype() {
    TestRepository repository =
        new TestRepository()
            .file("a/Base.java", "package a;\nclass Base {\n  void help() {\n  }\n}\n")
            .file(
                "a/Child.java",
                "package a;\nclass Child extends Base {\n  void go() {\n    help();\n  }\n}\n");

    assertThat(edges(repository)).contains("a/Child.java:4 -> a/Base.java#Base.help");
  }

  @Test
  void aCallOnAnExpressionIsNotTakenForTheTypesOwnMethod() {
    TestRepository repository =
        new TestRepository()
            .file(
                "a/Own.java",
                """
                package a;
                class Own {
                  void filter() {
                  }
                  void go() {
                    list().filter();
                  }
                }
                """);

    assertThat(edges(repository)).noneMatch(edge -> edge.endsWith("#Own.filter"));
  }

  @Test
  void aRareNameThatOnlyOneTypeHasIsAnEdgeMarkedAsFoundByName() {
    TestRepository repository =
        store()
            .file(
                "d/User.java",
                "package d;\nclass User {\n  void use() {\n    any().flushAll();\n  }\n}\n");

    assertThat(edges(repository)).contains("d/User.java:4 -> b/Disk.java#Disk.flushAll?");
  }

  @Test
  void aNameOfSeveralTypesIsCountedAndNoEdge() {
    TestRepository repository =
        new TestRepository()
            .file("a/One.java", "package a;\nclass One {\n  void weigh() {\n  }\n}\n")
            .file("a/Two.java", "package a;\nclass Two {\n  void weigh() {\n  }\n}\n")
            .file(
                "a/User.java",
                "package a;\nclass User {\n  void use() {\n    any().weigh();\n  }\n}\n");

    CodeGraph graph = repository.graph();

    assertThat(TestRepository.edges(graph)).noneMatch(edge -> edge.contains("weigh"));
    assertThat(graph.ambiguities())
        .containsExactly(new Ambiguity(graph.file("a/User.java"), 4, "weigh", 2));
  }

  @Test
  void anEverydayNameIsNeverFoundByNameAlone() {
    TestRepository repository =
        new TestRepository()
            .file("a/One.java", "package a;\nclass One {\n  void add() {\n  }\n}\n")
            .file(
                "a/User.java",
                "package a;\nclass User {\n  void use() {\n    any().add();\n  }\n}\n");

    assertThat(edges(repository)).isEmpty();
  }

  @Test
  void aStaticCallGoesToTheNamedClass() {
    TestRepository repository =
        new TestRepository()
            .file("a/Sum.java", "package a;\nclass Sum {\n  static int add(int i) {\n  }\n}\n")
            .file(
                "b/User.java",
                "package b;\nimport a.Sum;\nclass User {\n  void go() {\n    Sum.add(1);\n  }\n}\n");

    assertThat(edges(repository)).contains("b/User.java:5 -> a/Sum.java#Sum.add");
  }
}
