package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.web.Field;
import ai.wikibuilder.server.web.TenantChoice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which model key is used in a tenant.
 *
 * @param own what is shown of the person's own key
 * @param isAny whether there is a model at all, the person's own or the installation's
 * @param providers those that a key can be of
 * @param provider the one that is chosen in the form
 * @param fields names of models
 */
public record ModelView(
    UUID tenant,
    List<TenantChoice> choices,
    Optional<Own> own,
    boolean isAny,
    List<String> providers,
    String provider,
    List<Field> fields) {
  public ModelView {
    fields = List.copyOf(fields);
    choices = List.copyOf(choices);
    providers = List.copyOf(providers);
  }

  /** A key that is kept, without what is secret. */
  public record Own(String provider, String model, String lastFour, String since) {}
}
