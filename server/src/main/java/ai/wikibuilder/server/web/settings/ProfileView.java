package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.web.Field;
import java.util.List;

/**
 * What the page of a person's own account shows.
 *
 * @param password fields of the form for another password
 * @param deletion fields of the form that deletes the account
 */
public record ProfileView(String email, String since, List<Field> password, List<Field> deletion) {
  public ProfileView {
    password = List.copyOf(password);
    deletion = List.copyOf(deletion);
  }
}
