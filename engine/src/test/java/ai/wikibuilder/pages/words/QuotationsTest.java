package ai.wikibuilder.pages.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotationsTest {
  private static String comment(String raw) {
    return Quotations.ofComment(raw).map(Quotation::text).orElse("");
  }

  @Test
  void aJavadocCommentLosesItsStarsTagsAndMarkup() {
    String raw =
        "/**\n * Reads a {@link Parcel} by {@code id}, or a\n   * <b>whole</b> box. More.\n *\n"
            + " * @param id the id\n */";

    assertThat(comment(raw)).isEqualTo("Reads a Parcel by id, or a whole box.");
    assertThat(Quotations.ofComment(raw).orElseThrow().firstLine()).isEqualTo(1);
    assertThat(Quotations.ofComment(raw).orElseThrow().lastLine()).isEqualTo(2);
  }

  /** A type was “Change the behavior of a Call … invoking the Response) onResponse”. */
  @Test
  void argumentsOfTypesAndOfLinkedMethodsAreNoMarkup() {
    assertThat(
            comment(
                "/**\n * Change the behavior of a {@code Call<BodyType>} for invoking the\n * {@link"
                    + " Callback#onResponse(Call,\n * Response) onResponse}. More.\n */"))
        .isEqualTo("Change the behavior of a Call<BodyType> for invoking the onResponse.");
    assertThat(comment("/// Gives an `Option<Parcel>` with <b>one</b> parcel."))
        .isEqualTo("Gives an Option<Parcel> with one parcel.");
    assertThat(comment("# Sees `the depot <https://example.org>`_ first."))
        .isEqualTo("Sees the depot first.");
  }

  /** Docstrings of one line kept their closing quote: “List of view names in this database."”. */
  @Test
  void aDocStringInSingleQuotesLosesBoth() {
    assertThat(comment("\"List of view names in this database.\""))
        .isEqualTo("List of view names in this database.");
    assertThat(comment("'List of view names'")).isEqualTo("List of view names");
    assertThat(comment("\"\"\"List of view names.\"\"\"")).isEqualTo("List of view names.");
  }

  /** A class of addresses was “url = httpx.URL("HTTPS://…”. */
  @Test
  void aLineOfCodeIsNoSentence() {
    assertThat(
            Quotations.ofComment(
                "\"\"\"\n    url = post.URL(\"HTTPS://jo@example.org/path\")\n\n    assert url.host\n"
                    + "\"\"\""))
        .isEmpty();
  }

  /** A part of a wiki of Ruby was described by “= Shop::Quay”. */
  @Test
  void aHeadingOfRdocIsNoSentence() {
    String raw = "# = Shop::Quay\n#\n# Holds ships until they may go. More.\n";

    assertThat(comment(raw)).isEqualTo("Holds ships until they may go.");
  }

  /** The name stood twice before each word of the Linux kernel's structures and functions. */
  @Test
  void whoseCommentItIsIsNotSaidAgain() {
    assertThat(comment("/**\n * struct sock - network layer of sockets\n * @__common: layout\n */"))
        .isEqualTo("network layer of sockets");
    assertThat(comment("/**\n * sock_hold() - keeps a socket alive.\n */"))
        .isEqualTo("keeps a socket alive.");
    assertThat(comment("# A well - known place of ships."))
        .isEqualTo("A well - known place of ships.");
  }

  /** Structures of the Linux kernel were described by “V I D E O I M A G E F O R M A T”. */
  @Test
  void aHeadingOfSpreadLettersIsNoSentence() {
    String raw = "/*\n *\tV I D E O   F O R M A T\n */";

    assertThat(Quotations.ofComment(raw)).isEmpty();
  }

  /** The last line was not cited when a tag began on the line before, and the check found it. */
  @Test
  void aTagThatEndsOnALaterLineBelongsToTheLinesOfTheSentence() {
    String raw = "/**\n * The name {@code a.b} is {@code b} below {@code\n * a}. More.\n */";

    assertThat(comment(raw)).isEqualTo("The name a.b is b below a.");
    assertThat(Quotations.ofComment(raw).orElseThrow().lastLine()).isEqualTo(2);
  }

  @Test
  void aDocStringLosesItsQuotesAndRoles() {
    assertThat(
            comment("\"\"\"Holds a :class:`~shop.Parcel` and ``None``.\n\n    :param x: y\n\"\"\""))
        .isEqualTo("Holds a Parcel and None.");
  }

  /** The letter of a raw doc string stood before its first word. */
  @Test
  void theLetterOfARawDocStringIsNotAWord() {
    assertThat(comment("r\"\"\"\n    Base class of all things.\n    \"\"\""))
        .isEqualTo("Base class of all things.");
    assertThat(comment("r\"\"\"Base class of all things.\"\"\""))
        .isEqualTo("Base class of all things.");
  }

  @Test
  void linesForToolsSayNothing() {
    assertThat(comment("# mypy: allow-untyped-defs\n\"\"\"Reads the tide tables.\"\"\""))
        .isEqualTo("Reads the tide tables.");
    assertThat(comment("# -*- coding: utf-8 -*-\n# PYTHON_ARGCOMPLETE_OK\n# Sails the ferry."))
        .isEqualTo("Sails the ferry.");
    assertThat(comment("# Mypy: a friend of the ferry.")).isEqualTo("Mypy: a friend of the ferry.");
  }

  /** Methods whose comment begins with “Returns” had no words at all on their page. */
  @Test
  void aCommentMayBeginWithAWordThatElsewhereOpensASection() {
    assertThat(comment("/** Returns the number of parcels. */"))
        .isEqualTo("Returns the number of parcels.");
    assertThat(comment("\"\"\"Return a list of names.\n\n    Returns:\n        the list\n\"\"\""))
        .isEqualTo("Return a list of names.");
    assertThat(comment("\"\"\"\n    Returns:\n        the list of names\n\"\"\"")).isEmpty();
    assertThat(comment("# Weighs a parcel\n# Returns nothing at all."))
        .isEqualTo("Weighs a parcel");
    assertThat(Quotations.ofProse("Example shop (for tests) that sells parcels.", 1))
        .hasValueSatisfying(found ->
            assertThat(found.text()).isEqualTo("Example shop (for tests) that sells parcels."));
  }

  /** A registry's description ran on into the next sentence, which nothing set apart. */
  @Test
  void aLineThatEndsASentenceWithoutAMarkIsNotReadOn() {
    assertThat(comment("/// Manages several clients of the harbour\n/// This holds the lifecycle."))
        .isEqualTo("Manages several clients of the harbour");
    assertThat(comment("/// Sails in the wake of\n/// The Great Ferry."))
        .isEqualTo("Sails in the wake of The Great Ferry.");
  }

  @Test
  void whoWroteItSaysNothingOfWhatItIs() {
    assertThat(comment("# Author: Ann Onymous <ann@example.org>\n# $XFree86: a.pl,v 1.2 $"))
        .isEmpty();
    assertThat(comment("//goland:noinspection GoBoolExpressions")).isEmpty();
  }

  /** What parameters are was read on as if it belonged to the summary. */
  @Test
  void aCommentThatIsXmlIsQuotedByItsSummary() {
    String lines =
        "/// <summary>\n/// Weighs one parcel by its <see cref=\"Shop.Scale\" />.\n/// </summary>\n"
            + "/// <param name=\"parcel\">The parcel</param>\n/// <returns>Grams</returns>";

    assertThat(comment(lines)).isEqualTo("Weighs one parcel by its Scale.");
    assertThat(
            comment(
                "/// <summary>Weighs <paramref name=\"parcel\"/> or <see"
                    + " langword=\"null\"/></summary>\n"
                    + "/// <typeparam name=\"T\">The kind</typeparam>"))
        .isEqualTo("Weighs parcel or null");
    assertThat(comment("/// <param name=\"parcel\">The parcel to weigh</param>")).isEmpty();
  }

  @Test
  void anAbbreviationEndsNoSentence() {
    assertThat(comment("/** Takes names, e.g. Anna or i.e. nobody. Then stops. */"))
        .isEqualTo("Takes names, e.g. Anna or i.e. nobody.");
  }

  @Test
  void aSentenceThatIsTooLongIsNotCut() {
    assertThat(comment("/** " + "word ".repeat(100) + "end. */")).isEmpty();
  }

  @Test
  void aCommentOfTagsAloneSaysNothing() {
    assertThat(comment("/**\n * @param id the id of the thing\n */")).isEmpty();
    assertThat(comment("/** {@inheritDoc} */")).isEmpty();
    assertThat(comment("/** */")).isEmpty();
  }

  /** A quotation cited one line too few: its last words stood behind the name of a link. */
  @Test
  void aLinkOverTwoLinesBelongsToTheQuotationWithBoth() {
    assertThat(
            Quotations.ofComment("/** Is made {@linkplain\n * Type#safe() safe}. More. */")
                .orElseThrow())
        .isEqualTo(new Quotation("Is made safe.", 0, 1));
  }

  @Test
  void moreSentencesAreQuotedWhenTheyAreWhole() {
    assertThat(
            Quotations.ofComment("/** Opens the one door. Closes nothing. */", 2)
                .orElseThrow()
                .text())
        .isEqualTo("Opens the one door. Closes nothing.");
    assertThat(
            Quotations.ofComment("/** Opens the one door. And then the */", 2).orElseThrow().text())
        .isEqualTo("Opens the one door.");
  }

  /** “filters anexchange function” could not be found in the lines it was cited from. */
  @Test
  void aBlankForgottenBeforeATagIsThere() {
    assertThat(comment("/** Filters an{@linkplain Exchange exchange function} of a ferry. */"))
        .isEqualTo("Filters an exchange function of a ferry.");
    assertThat(comment("/** Opens the ({@link Quay}s) of a ferry. */"))
        .isEqualTo("Opens the (Quays) of a ferry.");
  }

  /** “Imports a directory in the \\c opvault format into a \\c Database.” */
  @Test
  void marksOfDoxygenAreNoWords() {
    assertThat(comment("/**\n * \\brief Imports a \\c quay format into a @p Ferry.\n */"))
        .isEqualTo("Imports a quay format into a Ferry.");
    assertThat(comment("// Reads C:\\ports or an address as a@b of a ferry."))
        .isEqualTo("Reads C:\\ports or an address as a@b of a ferry.");
  }

  /** What a formatter is told above a function was quoted as what the function says of itself. */
  @Test
  void whatFormattersAreToldIsNoWord() {
    assertThat(comment("// swift-format-ignore: AlwaysUse\n// Sails the ferry."))
        .isEqualTo("Sails the ferry.");
    assertThat(comment("// clang-format off\n// Sails the ferry.")).isEqualTo("Sails the ferry.");
  }

  @Test
  void rolesOfMystAreTakenOffAsThoseOfReStructuredText() {
    assertThat(comment("# Opens {class}`Gate`, or is {ref}`told of <gates>` elsewhere."))
        .isEqualTo("Opens Gate, or is told of elsewhere.");
  }
}
