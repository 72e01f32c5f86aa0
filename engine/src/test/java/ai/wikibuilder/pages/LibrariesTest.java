package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers missed on the wikis of libraries and command line tools. */
class LibrariesTest {
  @TempDir private static Path natives;

  private static String wiki(Map<String, String> files) {
    return ParsedWiki.words("gates", natives, files);
  }

  /** Options of Cobra that are given in another function were told of no command. */
  @Test
  void optionsThatAreGivenToWhatHoldsACommandAreToldWithIt() {
    String words =
        wiki(
            Map.of(
                "go.mod",
                "module example.org/gates\n\ngo 1.24\n",
                "main.go",
                """
                package main

                import "github.com/spf13/cobra"

                var openCmd = &cobra.Command{
                	Use:   "open",
                	Short: "Opens all gates of a road",
                }

                var shutCmd = &cobra.Command{
                	Use:   "shut",
                	Short: "Shuts all gates of a road",
                }

                func init() {
                	openCmd.Flags().Bool("wide", false, "as far as they go")
                	flags := shutCmd.PersistentFlags()
                	flags.String("lock", "", "what they are locked with")
                	other := root()
                	other.String("nobody", "", "of no command here")
                }
                """));

    assertThat(words).contains("It takes `--wide`.").contains("It takes `--lock`.");
  }

  /** The name of an argument passed for a function of the same name. */
  @Test
  void anExampleUsesNeitherItsVariablesNorTheNamesOfArguments() {
    String words =
        wiki(
            Map.of(
                "README.md",
                """
                # gates

                ```python
                import gates

                lanes = gates.opened(prompt="Who?", width=3)
                print(lanes)
                ```
                """,
                "gates/__init__.py",
                """
                from .gate import opened as opened
                from .gate import prompt as prompt
                from .gate import lanes as lanes
                from .gate import hidden_helper
                """,
                "gates/gate.py",
                """
                def opened(prompt, width):
                    \"""Opens a gate and says how wide it is.\"""
                    return hidden_helper(width)


                def prompt(words):
                    \"""Asks who is there and waits.\"""
                    return words


                def lanes(road):
                    \"""Counts what a road has.\"""
                    return road


                def hidden_helper(width):
                    return width + 1
                """));

    assertThat(words)
        .contains("begins with `opened`:")
        .contains("It exports `opened`, `prompt` and `lanes`.")
        .doesNotContain("begins with `opened`, `prompt`");
  }

  /** Of a gem whose types stand in its own class only that class was shown, once for each file. */
  @Test
  void aClassThatIsOpenedAgainForTypesIsNoTypeOfItsOwn() {
    String words =
        wiki(
            Map.of(
                "gates.gemspec",
                "Gem::Specification.new do |spec|\n  spec.name = 'gates'\nend\n",
                "lib/gates.rb",
                "class Gates\n  def open(lane)\n    Lane.new.width\n  end\nend\n",
                "lib/gates/lane.rb",
                """
                class Gates
                  # A part of a road that one car has for itself.
                  class Lane
                    def width
                      3
                    end
                  end
                end
                """,
                "lib/gates/lock.rb",
                """
                class Gates
                  # What keeps a gate shut.
                  class Lock
                    def turn
                      Lane.new.width
                    end
                  end
                end
                """));

    assertThat(words)
        .contains("`Lane`")
        .contains("“A part of a road that one car has for itself.”")
        .contains("“What keeps a gate shut.”")
        .doesNotContain("`Gates` and `Gates`");
  }

  /**
   * A library of C++ whose README includes its headers was told as a program with nothing to use.
   */
  @Test
  void headersThatPeopleAreShownAreALibraryAlsoWithAMainAmongThem() {
    Map<String, String> files = new HashMap<>();
    files.put("README.md", "# gates\n\n```cpp\n#include <gates/gate.hpp>\nint x = 1;\n```\n");
    files.put(
        "src/gates/gate.hpp",
        "/// A gate that opens once.\nclass Gate {\n public:\n  bool open();\n  int width();\n};\n");
    files.put(
        "src/gates/gate.cpp",
        "#include <gates/gate.hpp>\nbool Gate::open() {\n  return true;\n}\n");
    files.put(
        "src/gates/lock.hpp",
        "/// What keeps a gate shut.\nclass LockOfGate {\n public:\n  bool turn();\n  int teeth();\n};\n");
    files.put("conanfile.py", "class GatesConan(ConanFile):\n    def build(self):\n        pass\n");
    files.put(
        "src/gates/gate_main.cpp", "#include <gates/gate.hpp>\nint main() {\n  return 0;\n}\n");

    String words = wiki(files);

    assertThat(words)
        .contains("class Gate")
        .contains("class LockOfGate")
        .doesNotContain("class GatesConan")
        .doesNotContain("Work reaches it through one program.");
  }

  /** How to ask for a library in a build file was said nowhere, though the README shows it. */
  @Test
  void whatUsersPutIntoTheirBuildFileIsAWayToGetIt() {
    String words =
        wiki(
            Map.of(
                "README.md",
                """
                # Gates

                Opens gates of all roads in a country.

                ## Getting started

                ```xml
                <dependency>
                    <groupId>org.example</groupId>
                    <artifactId>gates</artifactId>
                    <version>1.0</version>
                </dependency>
                <dependency>
                    <artifactId>other</artifactId>
                </dependency>
                ```

                Or with Gradle:

                ```groovy
                implementation 'org.example:gates:1.0'
                implementation 'org.example:locks:1.0'
                ```
                """,
                "pom.xml",
                "<project>\n  <artifactId>gates</artifactId>\n</project>\n",
                "src/main/java/gates/Gate.java",
                "package gates;\n\npublic class Gate {\n  public boolean open() {\n    return true;\n  }\n}\n"));

    assertThat(words)
        .contains("`<artifactId>gates</artifactId>`")
        .contains(
            "is for the build file of what uses it; stands in `README.md` under “Getting started”")
        .contains("`implementation 'org.example:gates:1.0'`")
        .doesNotContain("locks")
        .doesNotContain("<artifactId>other");
  }

  /** A pipeline that looks for a container seemed to run tests, since its name says so. */
  @Test
  void aContainerThatIsCalledAfterTestsIsNoTest() {
    String words =
        wiki(
            Map.of(
                ".github/workflows/ci.yml",
                """
                name: CI
                jobs:
                  all:
                    steps:
                      - run: docker ps | grep gates-test
                      - run: mvn -B verify
                      - run: docker rm -f gates-test
                """,
                "pom.xml",
                "<project>\n  <artifactId>gates</artifactId>\n</project>\n",
                "src/main/java/gates/Gate.java",
                "package gates;\n\npublic class Gate {\n  public boolean open() {\n    return true;\n  }\n}\n"));

    assertThat(words).doesNotContain("runs the tests by `docker");
  }

  /**
   * A type inside an extension seemed to be at the top, so that everybody's Error was meant by it.
   */
  @Test
  void aTypeInAnExtensionBelongsToWhatIsExtended() {
    String words =
        wiki(
            Map.of(
                "Package.swift",
                "// swift-tools-version:5.9\nlet package = Package(name: \"gates\")\n",
                "Sources/gates/Gate.swift",
                """
                /// A gate that opens once.
                public struct Gate {
                  public var isOpen: Bool
                  public func open() -> Bool { isOpen }
                }

                extension Gate {
                  enum Failure: Swift.Error {
                    case closed
                    case locked
                  }
                }
                """,
                "Sources/gates/Lock.swift",
                """
                /// What can go wrong with a lock.
                public enum LockFailure: Failure {
                  case stuck
                  case lost
                }
                """));

    assertThat(words).contains("`LockFailure`").doesNotContain("built on `Failure`");
  }

  /** Of a command of PowerShell that goes on its first line was told as the whole. */
  @Test
  void aCommandThatGoesOnIsNotToldByItsFirstLine() {
    String words =
        wiki(
            Map.of(
                ".github/workflows/ci.yml",
                """
                name: CI
                jobs:
                  all:
                    steps:
                      - run: |
                          cmake -S $Env:GATES               `
                                -B build
                          ctest -C Release
                """,
                "src/gate.c",
                "int open_gate(int lane) {\n  return lane + 1;\n}\n"));

    assertThat(words).contains("`ctest -C Release`").doesNotContain("cmake -S");
  }
}
