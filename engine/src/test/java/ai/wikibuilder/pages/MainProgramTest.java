package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store's client came before the store, since its name comes first in the alphabet. */
class MainProgramTest {
  @TempDir private static Path natives;

  private static final Map<String, String> FILES =
      Map.of(
          "src/store.h",
          "int store_put(int key);\nint store_get(int key);\nint store_drop(int key);\n",
          "src/box-cli.c",
          """
          int ask(int key) {
            return key;
          }
          int main(int argc, char **argv) {
            return ask(argc);
          }
          """,
          "src/server.c",
          """
          #include "store.h"
          int store_put(int key) {
            return key;
          }
          int store_get(int key) {
            return key;
          }
          int store_drop(int key) {
            return key;
          }
          int main(int argc, char **argv) {
            return store_put(argc);
          }
          """,
          "src/lists.c",
          """
          #include "store.h"
          int list_push(int key) {
            store_put(key);
            return store_get(key);
          }
          int list_pop(int key) {
            return store_drop(key);
          }
          """);

  @Test
  void theProgramThatTheRestLeansOnComesFirst() {
    String words = ParsedWiki.words("crate", natives, FILES);

    assertThat(words.indexOf("`main` in `src/server.c` can be run"))
        .isPositive()
        .isLessThan(words.indexOf("`main` in `src/box-cli.c` can be run"));
  }

  @Test
  void theProgramCalledLikeTheRepositoryComesBeforeTheOthers() {
    String words = ParsedWiki.words("box-cli", natives, FILES);

    assertThat(words.indexOf("`main` in `src/box-cli.c` can be run"))
        .isPositive()
        .isLessThan(words.indexOf("`main` in `src/server.c` can be run"));
  }
}
