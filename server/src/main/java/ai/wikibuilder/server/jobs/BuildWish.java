package ai.wikibuilder.server.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.pages.prose.PageLanguage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What is to be built of a repository. Immutable.
 *
 * @param ref branch, tag or commit; the default branch when empty
 * @param subPath part of the repository, empty for all of it
 * @param language of the pages a model writes; empty leaves it to the repository's steering file
 * @param budget what a model may use, as {@link Budget#parse} reads it; empty leaves it to the
 *     installation and the plan
 * @param retriedPage a page the model is to write anew, whatever was kept of it
 * @param fewerPages publish a wiki that has lost most of its pages
 */
public record BuildWish(
    Optional<String> ref,
    String subPath,
    Optional<PageLanguage> language,
    Writer writer,
    Optional<String> budget,
    Optional<String> retriedPage,
    boolean fewerPages) {
  public BuildWish {
    if (budget.isPresent() && Budget.parse(budget.get()).isEmpty()) {
      throw new IllegalArgumentException("a budget is 2.00usd, 500k-tokens or both");
    }
  }

  /** All of the default branch, without a model. */
  public static BuildWish composed() {
    return new BuildWish(
        Optional.empty(),
        "",
        Optional.empty(),
        Writer.COMPOSED,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** The same, and the model writes this page anew. */
  public BuildWish retrying(String page) {
    return new BuildWish(ref, subPath, language, writer, budget, Optional.of(page), false);
  }

  /** The same, and a wiki that has lost most of its pages is published. */
  public BuildWish withFewerPages() {
    return new BuildWish(ref, subPath, language, writer, budget, retriedPage, true);
  }

  /** The same of another branch, tag or commit, and of another part; nothing is retried. */
  public BuildWish of(Optional<String> otherRef, String otherPath) {
    return new BuildWish(otherRef, otherPath, language, writer, budget, Optional.empty(), false);
  }

  /** The same by another writer; nothing is retried. */
  public BuildWish by(Writer other) {
    return new BuildWish(ref, subPath, language, other, Optional.empty(), Optional.empty(), false);
  }

  /** The same by a model, in a language; nothing is retried. */
  public BuildWish byModel(PageLanguage in) {
    return new BuildWish(
        ref, subPath, Optional.of(in), Writer.MODEL, Optional.empty(), Optional.empty(), false);
  }

  /** The same under another budget. */
  public BuildWish within(Optional<String> other) {
    return new BuildWish(ref, subPath, language, writer, other, retriedPage, fewerPages);
  }

  /** The same, of another branch, tag or commit. */
  public BuildWish at(String other) {
    return new BuildWish(
        Optional.of(other), subPath, language, writer, budget, retriedPage, fewerPages);
  }

  /** The same without what is meant for one time: a page written anew, pages that go. */
  public BuildWish usual() {
    return new BuildWish(ref, subPath, language, writer, budget, Optional.empty(), false);
  }

  /** The same text for the same wish: 64 hexadecimal digits. */
  public String key() {
    String text =
        String.join(
            "\0",
            ref.orElse(""),
            subPath,
            language.map(PageLanguage::code).orElse(""),
            writer.word(),
            budget.orElse(""),
            retriedPage.orElse("") + (fewerPages ? "\0fewer-pages" : ""));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
