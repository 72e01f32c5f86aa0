package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link to a section of a document led to the first line of that document. */
class LinkedSectionsTest {
  @Test
  void aLinkToASectionIsProvenByThatSection(@TempDir Path natives) {
    String words =
        ParsedWiki.words(
            "mill",
            natives,
            Map.of(
                "README.md",
                "# mill\n\nMill grinds grain into flour for bakers in the town.\n",
                "docs/guide.md",
                """
                # Guide

                How the mill is run from day to day by those who run it.

                Read [how stones are cut](stones.md#cutting-the-stones) and [the rest](wind.md).
                """,
                "docs/stones.md",
                """
                # Stones

                Stones come from a quarry in the hills and last for years.

                ## Cutting the stones

                They are cut with a hammer every spring before the wind comes.
                """,
                "docs/wind.md",
                "# Wind\n\nWind comes from the sea and turns the sails most days.\n"));

    assertThat(words).contains("[docs/stones.md:7-7]").contains("[docs/wind.md:1-1]");
  }
}
