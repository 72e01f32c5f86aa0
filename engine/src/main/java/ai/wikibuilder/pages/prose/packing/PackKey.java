package ai.wikibuilder.pages.prose.packing;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.PageLanguage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names what a page was written from: the same key, the same material and the same rules. */
public final class PackKey {
  /** Raised when prompts change so much that pages should be written anew. */
  private static final int RULES_VERSION = 1;

  /** Where a caller stands, as cards of symbols say it: {@code (Shop.java:12)}. */
  private static final Pattern PLACE = Pattern.compile("\\(([^()\\s]+):\\d+\\)");

  private PackKey() {}

  /** Lines may move: the key is of the texts, not of where they stand in their files. */
  public static String of(EvidencePack pack, PageLanguage language) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, "rules " + RULES_VERSION + " " + language.code());
      for (EvidencePiece piece : pack.pieces()) {
        add(digest, piece.mark());
        add(digest, piece.kind().label());
        add(digest, piece.path());
        boolean card = piece.kind() == EvidencePiece.Kind.CARD;
        add(digest, card ? PLACE.matcher(piece.text()).replaceAll("($1)") : piece.text());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    digest.update((bytes.length + ":").getBytes(UTF_8));
    digest.update(bytes);
  }
}
