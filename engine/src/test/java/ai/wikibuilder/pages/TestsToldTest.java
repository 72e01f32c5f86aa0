package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a wiki says of tests that are no functions of their own files. */
class TestsToldTest {
  @TempDir private static Path natives;

  private static final Map<String, String> CRATE =
      Map.of(
          "Cargo.toml",
          "[package]\nname = \"gates\"\nversion = \"0.1.0\"\n",
          "src/lib.rs",
          """
          mod gate;
          #[cfg(test)]
          mod bench_of_gates;
          pub use gate::Gate;
          """,
          "src/gate.rs",
          """
          /// A gate that opens once.
          pub struct Gate {
              open: bool,
          }

          impl Gate {
              pub fn open(&mut self) -> bool {
                  let was = self.open;
                  self.open = true;
                  !was
              }
          }

          #[cfg(all(test, unix))]
          mod checks {
              use super::Gate;

              /// Makes a gate nobody has opened.
              pub fn closed_gate_for_checks() -> Gate {
                  Gate { open: false }
              }

              #[test]
              fn opens_only_once() {
                  let mut gate = closed_gate_for_checks();
                  assert!(gate.open());
                  assert!(!gate.open());
              }

              #[test]
              fn stays_open() {
                  let mut gate = closed_gate_for_checks();
                  gate.open();
              }
          }
          """,
          "src/bench_of_gates.rs",
          """
          /// Opens a thousand gates and counts them.
          pub fn thousand_gates_of_the_bench() -> usize {
              let mut all = Vec::new();
              for _ in 0..1000 {
                  all.push(1);
              }
              all.len()
          }
          """);

  /** Helpers of inline tests were shown as what a crate offers, and its tests were not counted. */
  @Test
  void whatRustCompilesForTestsIsNoProductAndCountsAsTests() {
    String words = ParsedWiki.words("gates", natives, CRATE);

    assertThat(words)
        .contains("beside the code they test, in one file of the product: `src/gate.rs`.")
        .contains("Two more test functions stand")
        .contains("src/bench_of_gates.rs")
        .doesNotContain("closed_gate_for_checks")
        .doesNotContain("`thousand_gates_of_the_bench`")
        .doesNotContain("No test names `Gate`");
  }

  /** Of a repository with a thousand specs only the number of their files was said. */
  @Test
  void casesOfSpecsAreCountedAndToldByWhatTheyDescribe() {
    Map<String, String> files = new HashMap<>();
    files.put(
        "lib/gate.rb", "# A gate that opens once.\nclass Gate\n  def open\n    true\n  end\nend\n");
    files.put(
        "lib/lock.rb", "# What keeps a gate shut.\nclass Lock\n  def turn\n    1\n  end\nend\n");
    files.put(
        "spec/gate_spec.rb",
        """
        describe Gate do
          it "opens when it is asked to" do
            expect(Gate.new.open).to be true
          end

          context "when locked" do
            it "stays shut for everybody else" do
              Gate.new.open
            end
            it('opens with the key') { Gate.new.open }
            it "is still to be written"
          end
        end
        """);
    files.put(
        "spec/lock_spec.rb",
        """
        RSpec.describe "turning a lock" do
          it("turns") { Lock.new.turn }
          it("turns twice") { Lock.new.turn }
          it("turns back") { Lock.new.turn }
        end
        """);

    String words = ParsedWiki.words("gates", natives, files);

    assertThat(words)
        .contains("There are six test cases in two files")
        .contains("The largest groups of cases are `Gate` and “turning a lock”.")
        .contains("“opens when it is asked to”")
        .contains("“stays shut for everybody else”");
  }
}
