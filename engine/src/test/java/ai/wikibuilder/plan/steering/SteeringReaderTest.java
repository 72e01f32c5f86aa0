package ai.wikibuilder.plan.steering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SteeringReaderTest {
  private static Steering read(String text) {
    return SteeringReader.read(".aiwiki.yml", text);
  }

  @Test
  void everythingThatCanBeAskedForIsRead() {
    Steering steering =
        read(
            """
            language: tr
            notes:
              - Parcels are never deleted.
            include: [src/**]
            exclude:
              - src/legacy/
            pages:
              - title: Storage
                parent: Architecture
                paths: [src/store/**]
                notes: Where rows live.
            """);

    assertThat(steering.problems()).isEmpty();
    assertThat(steering.language()).isEqualTo("tr");
    assertThat(steering.notes())
        .containsExactly(new Steering.Note("Parcels are never deleted.", 3));
    assertThat(steering.topics()).hasSize(1);
    assertThat(steering.topics().getFirst().paths()).containsExactly("src/store/**");
    assertThat(steering.isIncluded("src/a.java")).isTrue();
    assertThat(steering.isIncluded("src/legacy/b.java")).isFalse();
    assertThat(steering.isIncluded("docs/c.md")).isFalse();
  }

  @Test
  void aWikiFileOfAnotherToolIsUnderstood() {
    Steering steering =
        SteeringReader.read(
            ".devin/wiki.json",
            """
            {
              "repo_notes": [{"content": "Start with the tracker."}],
              "pages": [{"title": "Tracker", "purpose": "The life of a parcel",
                         "page_notes": [{"content": "States first."}]}]
            }
            """);

    assertThat(steering.problems()).isEmpty();
    assertThat(steering.notes())
        .extracting(Steering.Note::text)
        .containsExactly("Start with the tracker.");
    assertThat(steering.topics().getFirst().notes())
        .extracting(Steering.Note::text)
        .containsExactly("The life of a parcel", "States first.");
  }

  @Test
  void aProblemIsToldWithLineAndColumnAndTheRestIsFollowed() {
    Steering steering =
        read(
            """
            language: klingon
            provider: https://models.example.org
            notes: [Kept.]
            """);

    assertThat(steering.problems())
        .hasSize(2)
        .anySatisfy(
            problem -> assertThat(problem).startsWith(".aiwiki.yml:1:11: ").contains("klingon"))
        .anySatisfy(
            problem -> assertThat(problem).startsWith(".aiwiki.yml:2:1: ").contains("provider"));
    assertThat(steering.language()).isEqualTo("en");
    assertThat(steering.notes()).hasSize(1);
  }

  @Test
  void whatIsNoYamlIsAProblemWithItsPlace() {
    assertThat(read("notes: [one\npages: }").problems())
        .hasSize(1)
        .first()
        .asString()
        .contains(":2:");
  }

  @Test
  void tenThousandPagesAreCutToTheLimit() {
    StringBuilder text = new StringBuilder("pages:\n");
    for (int i = 0; i < 2000; i++) {
      text.append("- {title: Page").append(i).append("}\n");
    }

    Steering steering = read(text.toString());

    assertThat(steering.topics()).hasSize(Values.TOPIC_COUNT_MAX);
    assertThat(steering.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void aHostileFileIsAProblemAndNothingElse() {
    String laughs =
        """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        pages: [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        """;

    assertThat(read(laughs).topics()).isEmpty();
    assertThat(read("[".repeat(20_000)).problems()).isNotEmpty();
    assertThat(read("x".repeat(SteeringReader.BYTES_MAX + 1)).problems()).hasSize(1);
    assertThat(read("- just\n- a list\n").problems()).hasSize(1);
    assertThat(read("").problems()).isEmpty();
  }
}
