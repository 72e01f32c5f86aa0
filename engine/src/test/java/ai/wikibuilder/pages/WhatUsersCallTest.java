package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a type is there for is what its users call: a newcomer was told of the methods that a type
 * calls of itself, and not of those that every test begins with.
 */
class WhatUsersCallTest {
  @TempDir private static Path natives;

  /** Seven methods alike, of which the type calls three and tests a fourth. */
  private static String type() {
    StringBuilder text = new StringBuilder("export class Scale {\n");
    for (String name : new String[] {"tare", "level", "settle", "weigh", "rinse", "fold", "oil"}) {
      text.append("  /** Does what ")
          .append(name)
          .append(" stands for. */\n  ")
          .append(name)
          .append("(load) {\n    const kept = load + 1;\n    return kept;\n  }\n\n");
    }
    text.append("  _all(load) {\n");
    text.append("    this.tare(load);\n    this.level(load);\n    this.settle(load);\n");
    text.append("    this.tare(load);\n    this.level(load);\n    this.settle(load);\n  }\n");
    return text.append("}\n").toString();
  }

  private static String test() {
    return """
    import { Scale } from '../lib/scale.js';

    function weighs() {
      const scale = new Scale();
      scale.weigh(1);
      scale.weigh(2);
      scale.weigh(3);
      scale.weigh(4);
      scale.weigh(5);
      scale.weigh(6);
      scale.weigh(7);
    }
    """;
  }

  @Test
  void methodsThatTestsCallAreToldBeforeThoseTheTypeCallsOfItself() {
    String words =
        ParsedWiki.words(
            "scale", natives, Map.of("lib/scale.js", type(), "tests/scale.test.js", test()));

    assertThat(words).containsSubsequence("`weigh(load)`: “Does", "`tare(load)`: “Does");
  }

  @Test
  void withoutTestsTheTypesOwnCallsDecide() {
    String words = ParsedWiki.words("scale", natives, Map.of("lib/scale.js", type()));

    assertThat(words).contains("`tare(load)`: “Does").doesNotContain("`weigh(load)`: “Does");
  }

  /** The larger one had no table, because the smaller one is named more often. */
  @Test
  void theTypeWithMostLinesInItsMethodsIsReadMethodByMethod() {
    String words =
        ParsedWiki.words(
            "scale",
            natives,
            Map.of(
                "lib/bag.js",
                large("Bag", 40),
                "lib/depot.js",
                large("Depot", 80),
                "lib/use.js",
                """
                import { Bag } from './bag.js';
                import { Depot } from './depot.js';

                export function first() {
                  return new Bag();
                }

                export function second() {
                  return new Bag();
                }

                export function third() {
                  return new Depot();
                }
                """));

    assertThat(words).contains("Methods of Depot").doesNotContain("Methods of Bag");
  }

  /** Ten rows about one type pushed the files of a part out of what is seen first. */
  @Test
  void ofManyFilesThoseComeBeforeTheMethodsOfOneType() {
    Map<String, String> few = new HashMap<>(Map.of("lib/depot.js", large("Depot", 80)));
    for (int i = 0; i < 10; i++) {
      few.put(
          "lib/part%d.js".formatted(i),
          "export function part%d() {\n  return 1;\n}\n".formatted(i));
    }
    Map<String, String> many = new HashMap<>(few);
    for (int i = 10; i < 20; i++) {
      many.put(
          "lib/part%d.js".formatted(i),
          "export function part%d() {\n  return 1;\n}\n".formatted(i));
    }

    assertThat(ParsedWiki.words("scale", natives, few))
        .containsSubsequence("Methods of Depot", "`part3.js`");
    assertThat(ParsedWiki.words("scale", natives, many))
        .containsSubsequence("`part3.js`", "Methods of Depot");
  }

  /** A class of eight methods of so many lines each. */
  private static String large(String name, int lineCount) {
    StringBuilder text = new StringBuilder("export class " + name + " {\n");
    for (String method : "open,fill,empty,carry,close,mark,sort,count".split(",", -1)) {
      text.append("  /** Tells a ").append(name).append(" to ").append(method).append(". */\n  ");
      text.append(method).append("(load) {\n");
      text.append("    load += 1;\n".repeat(lineCount)).append("    return load;\n  }\n\n");
    }
    return text.append("}\n").toString();
  }
}
