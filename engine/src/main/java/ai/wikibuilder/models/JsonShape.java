package ai.wikibuilder.models;

/**
 * The JSON a reply is to be. Immutable. Providers are told of it in their own way and keep to it
 * more or less; whoever asked reads the text with {@code models.json.JsonTree}, which forgives, and
 * checks it.
 *
 * @param name letters, digits, underscores and hyphens
 * @param schema JSON schema of an object, every property required and no others allowed: what the
 *     strictest provider takes
 */
public record JsonShape(String name, String schema) {}
