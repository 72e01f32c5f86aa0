package ai.wikibuilder.server.web.settings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One organisation.
 *
 * @param owner whether the person may change it
 * @param self the person's own id
 * @param invited link of the invitation that was made just now, shown this once
 * @param typed address that is in the form
 * @param role role that is chosen in the form
 */
public record OrganisationView(
    UUID id,
    String name,
    boolean owner,
    UUID self,
    List<Member> members,
    List<Open> invitations,
    Optional<Invited> invited,
    String typed,
    String role) {
  public OrganisationView {
    members = List.copyOf(members);
    invitations = List.copyOf(invitations);
  }

  /** Roles, the smallest first. */
  public List<String> roles() {
    return List.of("reader", "member", "owner");
  }

  public record Member(UUID id, String email, String role, String since) {}

  /** An invitation that can be accepted still. */
  public record Open(UUID id, String email, String role, String until) {}

  /**
   * A new one, with its link.
   *
   * @param letter whether a letter with it is on its way
   */
  public record Invited(String email, String link, boolean letter) {}
}
