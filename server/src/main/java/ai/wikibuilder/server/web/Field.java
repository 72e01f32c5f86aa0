package ai.wikibuilder.server.web;

import java.util.Optional;

/**
 * One line that somebody fills in. Immutable.
 *
 * @param autocomplete what browsers and keepers of passwords know it as
 * @param value what was typed before; never a secret
 */
public record Field(
    String name,
    String label,
    String type,
    String autocomplete,
    String value,
    boolean required,
    int lengthMax,
    Optional<String> hint) {
  private static final int EMAIL_LENGTH_MAX = 254;
  private static final int PASSWORD_LENGTH_MAX = 256;
  private static final int TEXT_LENGTH_MAX = 100;

  public static Field email(String name, String label, String typed) {
    return new Field(
        name, label, "email", "username", typed, true, EMAIL_LENGTH_MAX, Optional.empty());
  }

  /** A password that is there already. */
  public static Field password(String name, String label) {
    return new Field(
        name,
        label,
        "password",
        "current-password",
        "",
        true,
        PASSWORD_LENGTH_MAX,
        Optional.empty());
  }

  /** A password to be chosen. */
  public static Field newPassword(String name, String label, String hint) {
    return new Field(
        name, label, "password", "new-password", "", true, PASSWORD_LENGTH_MAX, Optional.of(hint));
  }

  public static Field text(String name, String label, String typed) {
    return new Field(name, label, "text", "off", typed, true, TEXT_LENGTH_MAX, Optional.empty());
  }

  public static Field number(String name, String label, String typed) {
    return new Field(name, label, "number", "off", typed, true, TEXT_LENGTH_MAX, Optional.empty());
  }

  /** One that may be left empty. */
  public Field optional() {
    return new Field(name, label, type, autocomplete, value, false, lengthMax, hint);
  }

  /** With what was typed into it before. */
  public Field typed(String text) {
    return new Field(name, label, type, autocomplete, text, required, lengthMax, hint);
  }

  public Field hinted(String sentence) {
    return new Field(
        name, label, type, autocomplete, value, required, lengthMax, Optional.of(sentence));
  }
}
