package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.web.Field;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a person's own account shows.
 *
 * @param wanted address that is asked for and not confirmed yet
 * @param address fields of the form for another address
 * @param password fields of the form for another password; none for an account without one
 * @param deletion fields of the form that deletes the account
 */
public record ProfileView(
    String email,
    Optional<String> wanted,
    String since,
    List<Field> address,
    List<Field> password,
    List<Field> deletion) {
  public ProfileView {
    address = List.copyOf(address);
    password = List.copyOf(password);
    deletion = List.copyOf(deletion);
  }
}
