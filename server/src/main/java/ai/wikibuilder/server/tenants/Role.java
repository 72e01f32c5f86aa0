package ai.wikibuilder.server.tenants;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member may do in a tenant; each may what the ones before it may. */
public enum Role {
  /** Reads wikis and asks questions. */
  READER,
  /** Adds repositories and builds. */
  MEMBER,
  /** Decides who is in it and on its plan. */
  OWNER;

  /** Its name in rows and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean mayAsMuchAs(Role other) {
    return compareTo(other) >= 0;
  }

  /** The role of that name, if there is one. */
  public static Optional<Role> ofWord(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
